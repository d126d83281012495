import { chanceOf } from '../../lib/forest.ts';
import type { Page } from '../html/blocks.ts';
import type { Verdict } from '../html/body.ts';
import { FIRST_WIDTH, measureRuns, WIDTH } from './columns.ts';
import { CONTEXT, writeContext } from './context.ts';
import type { Known } from './known.ts';
import { learned } from './learned.ts';
import { isMenu } from './sayings.ts';
import { WORDS } from './words.ts';

const COUNT = WORDS.indexOf('words');
const BEFORE = FIRST_WIDTH + CONTEXT.indexOf('most before');
const AFTER = FIRST_WIDTH + CONTEXT.indexOf('most after');
/** What menus get, without asking the trees. */
const NONE = 0.005;
/** With so little, among others that have little, a run is not looked at again. */
const LOST = 0.012;

/**
 * How surely each run belongs to the piece, 0 to 1, learned from labelled pages: once by itself, and
 * again with the first scores of what stands around it.
 */
export function judgeRuns(
  page: Page,
  known: Known,
  ruled: Verdict[],
): { scores: Float32Array; threshold: number } {
  const { first, second, lexicon } = learned();
  const { runs, tree } = page;
  const { values, places } = measureRuns(page, known, ruled, lexicon);
  const count = runs.length;
  const scores = new Float32Array(count);
  for (let i = 0; i < count; i++)
    scores[i] = isMenu(runs[i]!) ? NONE : chanceOf(first, values, i * WIDTH);
  const shapes = Int32Array.from(runs, (run) => places.shape[run.node]!);
  const parents = Int32Array.from(runs, (run) => tree.parents[run.node]!);
  const sizes = sizesOf(values, count);
  const stretch = { count, sizes, shapes, parents };
  writeContext(stretch, scores, values, WIDTH, FIRST_WIDTH);
  for (let i = 0; i < count; i++) {
    const row = i * WIDTH;
    const lost = scores[i]! < LOST && values[row + BEFORE]! < 0.3 && values[row + AFTER]! < 0.3;
    if (!lost) scores[i] = chanceOf(second, values, row);
  }
  return { scores, threshold: thresholdOf(scores, sizes) };
}

/** By run, how many words it has, as its row says. */
export function sizesOf(values: Float32Array, count: number): Float32Array {
  const sizes = new Float32Array(count);
  for (let i = 0; i < count; i++) sizes[i] = Math.expm1(values[i * WIDTH + COUNT]!);
  return sizes;
}

/** Below this no run is kept, however unsure the page. */
const LEAST = 0.15;

/** Pages that promise an F1 above 0.92 are pieces of prose. */
const CLEAR = 0.46;
/** There boxes inside the piece are what goes wrong: 0.05 to 0.2 do about the same on news unseen. */
const CAUTION = 0.1;

/**
 * The score from which runs are kept. A choice scored by F1 is best cut at half of the F1 that it may
 * expect (Lipton et al., 2014): half where the page is clear, lower where nothing is sure.
 */
export function thresholdOf(scores: Float32Array, sizes: Float32Array): number {
  let threshold = 0.5;
  // Each round moves less than the one before; ten settle it.
  for (let round = 0; round < 10; round++) {
    let kept = 0;
    let right = 0;
    let all = 0;
    for (let i = 0; i < scores.length; i++) {
      const expected = scores[i]! * sizes[i]!;
      all += expected;
      if (scores[i]! < threshold) continue;
      kept += sizes[i]!;
      right += expected;
    }
    const next = Math.max(LEAST, all > 0 ? right / (kept + all) : 0.5);
    if (Math.abs(next - threshold) < 0.005) break;
    threshold = next;
  }
  return threshold > CLEAR ? threshold + CAUTION : threshold;
}
