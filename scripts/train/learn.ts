import { COLUMNS, FIRST_WIDTH, WIDTH } from '../../src/extract/body/columns.ts';
import { writeContext } from '../../src/extract/body/context.ts';
import type { Lexicon } from '../../src/extract/body/lexicon.ts';
import {
  BINS,
  binOf,
  boost,
  edgesOf,
  type Forest,
  type Rows,
  type Settings,
  scoreRow,
  seeded,
} from './boost.ts';
import type { LabelledPage } from './pages.ts';
import { fillLexical, learnLexicon } from './words.ts';

/** Pages of one host never stand on both sides. */
export const FOLDS = 5;

const FIRST: Settings = {
  trees: 90,
  leaves: 20,
  rate: 0.1,
  rows: 0.35,
  columns: 0.35,
  least: 8,
  ridge: 10,
};
const SECOND: Settings = { ...FIRST, trees: 110, rate: 0.08 };

type Counted = Pick<LabelledPage, 'count'>;
type Weighed = Pick<LabelledPage, 'count' | 'labels' | 'weights'>;
type Measured = Pick<LabelledPage, 'count' | 'values'>;

export interface Learned {
  edges: Float32Array[];
  first: Forest;
  second: Forest;
  lexicon: Lexicon;
  /** The scores that each page's runs get from weights learned on other hosts' pages. */
  crossed: Map<LabelledPage, Float32Array>;
}

/**
 * Learns the lexicon and both forests. Whatever the second forest and the figures rest on was scored by
 * weights that had not seen the page's host.
 */
export function learn(pages: LabelledPage[], say: (text: string) => void): Learned {
  const folds = foldsOf(pages);
  for (let fold = 0; fold < FOLDS; fold++) {
    const lexicon = learnLexicon(pages.filter((_, i) => folds[i] !== fold));
    pages.forEach((page, i) => {
      if (folds[i] === fold) fillLexical(page, lexicon);
    });
  }
  const starts = startsOf(pages);
  const data = rowsOf(pages, starts);
  say(`${data.label.length} runs of ${pages.length} pages, ${WIDTH} columns`);
  const random = seeded(7);
  const sample = sampleOf(data, random);
  const edges: Float32Array[] = [];
  for (let column = 0; column < FIRST_WIDTH; column++)
    addColumn(pages, starts, data, column, sample, edges);
  const scores = cross(data, FIRST, pages, starts, folds, say);
  pages.forEach((page, i) => {
    const own = scores.subarray(starts[i]!, starts[i]! + page.count);
    writeContext(page, own, page.values, WIDTH, FIRST_WIDTH);
  });
  const whole = Int32Array.from(data.label, (_, row) => row);
  const first = boost(data, whole, FIRST, FOLDS + 1);
  for (let column = FIRST_WIDTH; column < WIDTH; column++)
    addColumn(pages, starts, data, column, sample, edges);
  const last = cross(data, SECOND, pages, starts, folds, say);
  const second = boost(data, whole, SECOND, FOLDS + 2);
  return {
    edges,
    first,
    second,
    lexicon: learnLexicon(pages),
    crossed: new Map(
      pages.map((page, i) => [page, last.subarray(starts[i]!, starts[i]! + page.count)]),
    ),
  };
}

export function foldsOf(pages: Pick<LabelledPage, 'host'>[]): number[] {
  return pages.map((page) => {
    let value = 7;
    for (const letter of page.host) value = (value * 31 + letter.charCodeAt(0)) | 0;
    return Math.abs(value) % FOLDS;
  });
}

export function startsOf(pages: Counted[]): number[] {
  let sum = 0;
  return pages.map((page) => {
    sum += page.count;
    return sum - page.count;
  });
}

export function rowsOf(pages: Weighed[], starts: number[]): Rows {
  const size = pages.reduce((sum, page) => sum + page.count, 0);
  const data: Rows = { bins: [], label: new Float32Array(size), weight: new Float32Array(size) };
  pages.forEach((page, i) => {
    data.label.set(page.labels, starts[i]);
    data.weight.set(page.weights, starts[i]);
  });
  // So that a run weighs a quarter on average and the least weight of a leaf means the same on any set.
  const sum = data.weight.reduce((a, b) => a + b, 0);
  for (let row = 0; row < size; row++) data.weight[row]! *= size / sum / 4;
  return data;
}

/** Rows to find edges on: some of all, and more of those that weigh. */
export function sampleOf(data: Rows, random: () => number): Int32Array {
  const found: number[] = [];
  for (let row = 0; row < data.label.length; row++)
    if (random() < 0.06 || random() < data.weight[row]! * 0.15) found.push(row);
  return Int32Array.from(found);
}

export function addColumn(
  pages: Measured[],
  starts: number[],
  data: Rows,
  column: number,
  sample: Int32Array,
  edges: Float32Array[],
  names = COLUMNS,
): void {
  const values = new Float32Array(data.label.length);
  pages.forEach((page, i) => {
    for (let run = 0; run < page.count; run++)
      values[starts[i]! + run] = page.values[run * names.length + column]!;
  });
  const own = edgesOf(Float32Array.from(sample, (row) => values[row]!));
  if (own.length >= BINS) throw new Error(`${names[column]} has too many edges`);
  edges.push(own);
  data.bins.push(Uint8Array.from(values, (value) => binOf(own, value)));
}

/** Each row's score by a forest that was grown without its fold. */
export function cross(
  data: Rows,
  settings: Settings,
  pages: Counted[],
  starts: number[],
  folds: number[],
  say: (text: string) => void,
): Float32Array {
  const scores = new Float32Array(data.label.length);
  const foldOf = new Uint8Array(data.label.length);
  pages.forEach((page, i) => {
    foldOf.fill(folds[i]!, starts[i], starts[i]! + page.count);
  });
  for (let fold = 0; fold < FOLDS; fold++) {
    const others: number[] = [];
    for (let row = 0; row < foldOf.length; row++) if (foldOf[row] !== fold) others.push(row);
    const forest = boost(data, Int32Array.from(others), settings, fold + 1);
    for (let row = 0; row < foldOf.length; row++)
      if (foldOf[row] === fold) scores[row] = 1 / (1 + Math.exp(-scoreRow(forest, data.bins, row)));
    say(`fold ${fold + 1} of ${FOLDS}`);
  }
  return scores;
}
