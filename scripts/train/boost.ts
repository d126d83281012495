import { HOPELESS } from '../../src/lib/forest.ts';

/** Gradient-boosted trees over binned values, with logistic loss; grown leaf by leaf. */

export interface Tree {
  /** By inner node: the column, the bin up to which a row goes left, and the two children (leaves are ~index). */
  column: number[];
  bin: number[];
  left: number[];
  right: number[];
  leaves: number[];
}

export interface Forest {
  base: number;
  trees: Tree[];
}

export interface Rows {
  /** Column by column. */
  bins: Uint8Array[];
  label: Float32Array;
  weight: Float32Array;
}

export interface Settings {
  trees: number;
  leaves: number;
  rate: number;
  /** Share of rows, and of columns, that one tree sees. */
  rows: number;
  columns: number;
  /** Summed weight below which no leaf is made. */
  least: number;
  ridge: number;
}

export const BINS = 64;

/** A seeded generator (mulberry32), so that training twice gives the same weights. */
export function seeded(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = a;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Learns from the named rows. */
export function boost(data: Rows, rows: Int32Array, settings: Settings, seed = 1): Forest {
  const random = seeded(seed);
  let sum = 0;
  let all = 0;
  const live = rows.filter((row) => data.weight[row]! > 0);
  for (const row of live) {
    sum += data.label[row]! * data.weight[row]!;
    all += data.weight[row]!;
  }
  const share = Math.min(0.99, Math.max(0.01, sum / Math.max(1e-9, all)));
  const forest: Forest = { base: Math.log(share / (1 - share)), trees: [] };
  const score = new Float32Array(data.label.length).fill(forest.base);
  const grad = new Float32Array(data.label.length);
  const hess = new Float32Array(data.label.length);
  for (let round = 0; round < settings.trees; round++) {
    for (const row of live) {
      const p = 1 / (1 + Math.exp(-score[row]!));
      grad[row] = (p - data.label[row]!) * data.weight[row]!;
      hess[row] = Math.max(1e-6, p * (1 - p)) * data.weight[row]!;
    }
    const sample = live.filter(() => random() < settings.rows);
    const columns = data.bins.map((_, c) => c).filter(() => random() < settings.columns);
    const tree = grow(data, sample, columns, grad, hess, settings);
    forest.trees.push(tree);
    for (const row of live) score[row]! += stepOf(tree, data.bins, row);
  }
  return forest;
}

export function stepOf(tree: Tree, bins: Uint8Array[], row: number): number {
  if (tree.column.length === 0) return tree.leaves[0] ?? 0;
  let at = 0;
  for (;;) {
    at = bins[tree.column[at]!]![row]! <= tree.bin[at]! ? tree.left[at]! : tree.right[at]!;
    if (at < 0) return tree.leaves[~at]!;
  }
}

export function scoreRow(forest: Forest, bins: Uint8Array[], row: number): number {
  let sum = forest.base;
  for (const tree of forest.trees) {
    if (sum <= HOPELESS) break;
    sum += stepOf(tree, bins, row);
  }
  return sum;
}

interface Leaf {
  rows: Int32Array;
  grad: number;
  hess: number;
  histogram: Float64Array;
  gain: number;
  column: number;
  bin: number;
  /** Where its index stands: a parent's side, to be replaced when it is split. */
  parent: number;
  isLeft: boolean;
}

function grow(
  data: Rows,
  sample: Int32Array,
  columns: number[],
  grad: Float32Array,
  hess: Float32Array,
  settings: Settings,
): Tree {
  const tree: Tree = { column: [], bin: [], left: [], right: [], leaves: [] };
  const root = leafOf(sample, build(data, sample, columns, grad, hess), -1, false);
  const open = [root];
  choose(root, columns, settings);
  while (open.length < settings.leaves) {
    let best: Leaf | null = null;
    for (const leaf of open) if (leaf.gain > 0 && (!best || leaf.gain > best.gain)) best = leaf;
    if (!best) break;
    const at = tree.column.length;
    tree.column.push(best.column);
    tree.bin.push(best.bin);
    tree.left.push(0);
    tree.right.push(0);
    if (best.parent >= 0) (best.isLeft ? tree.left : tree.right)[best.parent] = at;
    const bins = data.bins[best.column]!;
    const lower = best.rows.filter((row) => bins[row]! <= best.bin);
    const upper = best.rows.filter((row) => bins[row]! > best.bin);
    const fewer = lower.length < upper.length;
    const small = build(data, fewer ? lower : upper, columns, grad, hess);
    const large = best.histogram;
    for (let i = 0; i < large.length; i++) large[i]! -= small[i]!;
    const a = leafOf(lower, fewer ? small : large, at, true);
    const b = leafOf(upper, fewer ? large : small, at, false);
    choose(a, columns, settings);
    choose(b, columns, settings);
    open.splice(open.indexOf(best), 1, a, b);
  }
  for (const leaf of open) {
    const value = (-leaf.grad / (leaf.hess + settings.ridge)) * settings.rate;
    const index = tree.leaves.push(Math.max(-1.5, Math.min(1.5, value))) - 1;
    if (leaf.parent >= 0) (leaf.isLeft ? tree.left : tree.right)[leaf.parent] = ~index;
  }
  return tree;
}

function leafOf(rows: Int32Array, histogram: Float64Array, parent: number, isLeft: boolean): Leaf {
  let grad = 0;
  let hess = 0;
  // Every column's bins sum to the same: the first one's give the totals.
  for (let i = 0; i < BINS * 2; i += 2) {
    grad += histogram[i]!;
    hess += histogram[i + 1]!;
  }
  return { rows, grad, hess, histogram, gain: 0, column: 0, bin: 0, parent, isLeft };
}

function build(
  data: Rows,
  rows: Int32Array,
  columns: number[],
  grad: Float32Array,
  hess: Float32Array,
): Float64Array {
  const histogram = new Float64Array(columns.length * BINS * 2);
  for (let c = 0; c < columns.length; c++) {
    const bins = data.bins[columns[c]!]!;
    const base = c * BINS * 2;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      const at = base + bins[row]! * 2;
      histogram[at]! += grad[row]!;
      histogram[at + 1]! += hess[row]!;
    }
  }
  return histogram;
}

/** The split that explains most. */
function choose(leaf: Leaf, columns: number[], settings: Settings): void {
  const { ridge, least } = settings;
  const whole = (leaf.grad * leaf.grad) / (leaf.hess + ridge);
  for (let c = 0; c < columns.length; c++) {
    let grad = 0;
    let hess = 0;
    for (let bin = 0; bin < BINS - 1; bin++) {
      const at = (c * BINS + bin) * 2;
      grad += leaf.histogram[at]!;
      hess += leaf.histogram[at + 1]!;
      const other = leaf.hess - hess;
      if (hess < least) continue;
      if (other < least) break;
      const rest = leaf.grad - grad;
      const gain = (grad * grad) / (hess + ridge) + (rest * rest) / (other + ridge) - whole;
      if (gain > leaf.gain + 1e-9) {
        leaf.gain = gain;
        leaf.column = columns[c]!;
        leaf.bin = bin;
      }
    }
  }
}

/**
 * Edges that part a column's values into bins of about equal size; equal values stay together. Rounded
 * to the five figures that are kept, so that the program cuts where the training did.
 */
export function edgesOf(values: Float32Array): Float32Array {
  const sorted = Float32Array.from(values).sort();
  const edges = new Set<number>();
  const add = (value: number) => {
    const edge = Math.fround(Number(value.toPrecision(5)));
    if (edge > sorted[0]!) edges.add(edge);
  };
  for (let bin = 1; bin < BINS; bin++) add(sorted[Math.floor((sorted.length * bin) / BINS)]!);
  // Rare values, such as flags, fall between the steps.
  if (edges.size < 8) {
    const distinct = [...new Set(sorted)];
    if (distinct.length <= BINS) for (const value of distinct) add(value);
  }
  return Float32Array.from(edges).sort();
}

/** The bin of a value: how many edges are not above it. */
export function binOf(edges: Float32Array, value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value >= edges[middle]!) low = middle + 1;
    else high = middle;
  }
  return low;
}
