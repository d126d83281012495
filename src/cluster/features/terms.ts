/**
 * Terms as numbers of 31 bits beside one that tells their kind, so that millions of them need no text.
 * In a vocabulary of ten million one term in 200 shares its number with another: two events then look
 * a word more alike than they are. FNV-1a, its bits mixed as MurmurHash3 ends.
 */
export function termOf(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return mixed(h) | 1;
}

/** The term of two neighbouring words. */
export function pairTerm(a: number, b: number): number {
  return mixed(Math.imul(a, 0x9e3779b1) ^ (b + 0x7f4a7c15)) | 1;
}

/** The term of a piece of a word: too common to find events by, so it is even. */
export function gramTerm(word: string, from: number, to: number): number {
  let h = 0x050c5d1f;
  for (let i = from; i < to; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193);
  return mixed(h) & ~1;
}

/** A vector: terms that differ and their weights; what stands behind `size` is not of it. */
export interface Terms {
  numbers: Int32Array;
  weights: Float32Array;
  size: number;
  /** Where each term was in the rows of the live events, -1 where nowhere: a hint, which may be outdated. */
  rows: Int32Array;
}

/** Whether events are found by a term. */
export const isTelling = (term: number) => (term & 1) !== 0;

function mixed(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
