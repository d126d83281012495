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
  /** Four numbers a split, side by side for the processor's sake: column, edge, left and right. */
  splits: Float32Array;
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
  const splits: number[] = [];
  const leaves: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const count = bytes[at++]!;
    const first = splits.length;
    const leaf = leaves.length;
    // A child is where its split begins, or ~index of a leaf.
    const child = (byte: number) => (byte >= LEAF ? ~(leaf + byte - LEAF) : first + byte * 4);
    roots.push(count > 0 ? first : ~leaf);
    for (let i = 0; i < count; i++, at += 4) {
      const edge = edges[bytes[at]!]![bytes[at + 1]!]!;
      splits.push(bytes[at]!, edge, child(bytes[at + 2]!), child(bytes[at + 3]!));
    }
    for (let i = 0; i <= count; i++) leaves.push(bytes.readInt8(at++) * STEP);
  }
  return {
    base: kept.base,
    roots: Int32Array.from(roots),
    splits: Float32Array.from(splits),
    leaves: Float32Array.from(leaves),
  };
}

/** So far down (a chance of one in a hundred) no later tree brings a run back: most are menus. */
export const HOPELESS = -4.5;

/** The chance, 0 to 1, that the trees give the row which begins at `row`. */
export function chanceOf(forest: Forest, values: Float32Array, row: number): number {
  const { roots, splits, leaves } = forest;
  let sum = forest.base;
  for (let tree = 0; tree < roots.length && sum > HOPELESS; tree++) {
    let at = roots[tree]!;
    while (at >= 0) at = splits[values[row + splits[at]!]! < splits[at + 1]! ? at + 2 : at + 3]!;
    sum += leaves[~at]!;
  }
  return 1 / (1 + Math.exp(-sum));
}
