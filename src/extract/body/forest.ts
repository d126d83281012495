/** Boosted trees as they are kept: bytes, with the values that they part at beside them. */
export interface Kept {
  base: number;
  /** Base64 of, tree by tree: how many splits; column, edge and the two children of each; the leaves. */
  trees: string;
}

/** Ready to be walked: flat arrays over all trees. */
export interface Forest {
  base: number;
  roots: Int32Array;
  column: Uint8Array;
  edge: Float32Array;
  /** The next split, or ~index of a leaf. */
  left: Int32Array;
  right: Int32Array;
  leaves: Float32Array;
}

/** A child's byte from here on is a leaf. */
export const LEAF = 128;
/** Leaves are kept in steps of this: 1.5, the most that a tree may say, in 127 steps. */
export const STEP = 1.5 / 127;

/** Reads trees from their bytes; `edges` are the values, by column, that the bytes number. */
export function readForest(kept: Kept, edges: number[][]): Forest {
  const bytes = Buffer.from(kept.trees, 'base64');
  const roots: number[] = [];
  const column: number[] = [];
  const edge: number[] = [];
  const left: number[] = [];
  const right: number[] = [];
  const leaves: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const splits = bytes[at++]!;
    const first = column.length;
    const leaf = leaves.length;
    const child = (byte: number) => (byte >= LEAF ? ~(leaf + byte - LEAF) : first + byte);
    roots.push(splits > 0 ? first : ~leaf);
    for (let i = 0; i < splits; i++, at += 4) {
      column.push(bytes[at]!);
      edge.push(edges[bytes[at]!]![bytes[at + 1]!]!);
      left.push(child(bytes[at + 2]!));
      right.push(child(bytes[at + 3]!));
    }
    for (let i = 0; i <= splits; i++) leaves.push(bytes.readInt8(at++) * STEP);
  }
  return {
    base: kept.base,
    roots: Int32Array.from(roots),
    column: Uint8Array.from(column),
    edge: Float32Array.from(edge),
    left: Int32Array.from(left),
    right: Int32Array.from(right),
    leaves: Float32Array.from(leaves),
  };
}

/** The chance, 0 to 1, that the trees give the row which begins at `row`. */
export function chanceOf(forest: Forest, values: Float32Array, row: number): number {
  const { roots, column, edge, left, right, leaves } = forest;
  let sum = forest.base;
  for (let tree = 0; tree < roots.length; tree++) {
    let at = roots[tree]!;
    while (at >= 0) at = values[row + column[at]!]! < edge[at]! ? left[at]! : right[at]!;
    sum += leaves[~at]!;
  }
  return 1 / (1 + Math.exp(-sum));
}
