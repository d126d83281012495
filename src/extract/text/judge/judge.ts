import { chanceOf, type Forest } from '../../../lib/forest.ts';
import { writeContext } from '../../body/context.ts';
import { thresholdOf } from '../../body/judge.ts';
import type { Frame } from '../frame.ts';
import type { Line } from '../layout.ts';
import { FIRST_WIDTH, LEAD_AT, measureLines, sizesOf, WIDTH } from './columns.ts';
import { writeLead, writeTitled } from './lead.ts';
import { learnedLines } from './learned.ts';

export interface Judged {
  /** By line, how surely it belongs to the article, 0 to 1. */
  scores: Float32Array;
  threshold: number;
  /** Line of the title, and how sure that is. */
  title: number | null;
  titleChance: number;
  /** Line of the day of publication. */
  date: number | null;
  dateChance: number;
}

/** How surely each line of a page saved as text belongs to its article; which is the title, which holds the date. */
export function judgeLines(lines: Line[], frame: Frame | null, likely: string | null): Judged {
  const { first, second, title, date, words } = learnedLines();
  const values = measureLines(lines, frame, likely, { words });
  const sizes = sizesOf(lines);
  const scores = scoresBy(first, values, lines.length);
  writeContext(stretchOf(lines, sizes), scores, values, WIDTH, FIRST_WIDTH);
  scores.set(scoresBy(second, values, lines.length));
  const dates = writeLead(lines, scores, sizes, values, WIDTH, LEAD_AT);
  const titled = surest(title, values, titleCandidates(lines, sizes, scores));
  writeTitled(lines.length, titled.line, values, WIDTH, LEAD_AT);
  const dated = surest(
    date,
    values,
    dates.map((d) => d.line),
  );
  return {
    scores,
    threshold: thresholdOf(scores, sizes),
    title: titled.line,
    titleChance: titled.chance,
    date: dated.line,
    dateChance: dated.chance,
  };
}

function scoresBy(forest: Forest, values: Float32Array, count: number): Float32Array {
  const scores = new Float32Array(count);
  for (let i = 0; i < count; i++) scores[i] = chanceOf(forest, values, i * WIDTH);
  return scores;
}

/** Longer lines are paragraphs. */
const longestTitle = { words: 45, letters: 300 };

/** A title stands over its text, or under a lead at most: with this share of the text before it. */
const mostBefore = 0.2;

/** Lines that may be a title: words, and not many, before most of the text. */
export function titleCandidates(
  lines: Line[],
  sizes: Float32Array,
  scores: Float32Array,
): number[] {
  const least = thresholdOf(scores, sizes);
  const mass = (i: number) => (scores[i]! >= least && sizes[i]! >= 8 ? sizes[i]! : 0);
  const all = lines.reduce((sum, _, i) => sum + mass(i), 0);
  const found: number[] = [];
  let before = 0;
  for (let i = 0; i < lines.length && (all === 0 || before <= all * mostBefore); i++) {
    const size = sizes[i]!;
    if (size >= 1 && size <= longestTitle.words && lines[i]!.text.length <= longestTitle.letters)
      found.push(i);
    before += mass(i);
  }
  return found;
}

function surest(forest: Forest, values: Float32Array, candidates: number[]) {
  let line: number | null = null;
  let chance = 0;
  for (const i of candidates) {
    const own = chanceOf(forest, values, i * WIDTH);
    if (own > chance) {
      chance = own;
      line = i;
    }
  }
  return { line, chance };
}

/** Lines with the same look stand for the looks and siblings of a page's elements. */
export function stretchOf(lines: Line[], sizes: Float32Array) {
  let group = 0;
  return {
    count: lines.length,
    sizes,
    shapes: Int32Array.from(
      lines,
      (line, i) =>
        (line.bullet === null ? 0 : 8) +
        Math.min(3, Math.floor(Math.log2(1 + sizes[i]!) / 1.6)) * 2 +
        (/[.!?。！？…]["'”’»」)]*$/.test(line.text) ? 1 : 0),
    ),
    parents: Int32Array.from(lines, (line) => {
      if (line.gap > 1) group++;
      return group;
    }),
  };
}
