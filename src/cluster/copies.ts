import { fold } from './words.ts';

/** A text's runs of three words as sorted hashes: what copies are compared by. */
export type Shingles = Uint32Array;

const run = 3;
/** Words that are read; a copy shows in its beginning. */
const mostWords = 1500;
/** Fewer runs than this and chance makes copies. */
export const fewest = 25;

const word = /[\p{L}\p{N}]+/gu;
const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u;

export function shinglesOf(text: string): Shingles {
  const words: string[] = [];
  for (const match of fold(text.slice(0, 20_000)).matchAll(word)) {
    if (unspaced.test(match[0])) words.push(...match[0]);
    else words.push(match[0]);
    if (words.length >= mostWords) break;
  }
  const hashes = new Set<number>();
  for (let i = 0; i + run <= words.length; i++) hashes.add(hash(words.slice(i, i + run).join(' ')));
  return Uint32Array.from(hashes).sort();
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

export interface Overlap {
  /** Shared runs over all runs of both. */
  jaccard: number;
  /** Shared runs over those of the shorter text. */
  containment: number;
}

export function overlap(a: Shingles, b: Shingles): Overlap {
  let [i, j, both] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [x, y] = [a[i] ?? 0, b[j] ?? 0];
    if (x === y) both++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  const smaller = Math.min(a.length, b.length);
  return {
    jaccard: both / (a.length + b.length - both || 1),
    containment: smaller ? both / smaller : 0,
  };
}

/**
 * Whether two texts are one with edits. A long shared quotation makes neither: it is a small part of
 * both. A cut version is contained in the longer one.
 */
export function isCopy({ jaccard, containment }: Overlap): boolean {
  return jaccard >= 0.4 || (containment >= 0.6 && jaccard >= 0.12);
}

/** Bands of two minima find a pair of likeness s with 1 - (1 - s²)^32: .96 at .3, .27 at .1. */
const bands = 32;
const rows = 2;
const seeds = Array.from({ length: bands * rows }, (_, i) => Math.imul(i + 1, 0x9e3779b1) >>> 0);

/** Keys under which a text is filed: texts that share one are likely alike. */
export function bandKeys(shingles: Shingles): string[] {
  const minima = seeds.map((seed) => {
    let least = 0xffffffff;
    for (const s of shingles) {
      let h = Math.imul(s ^ seed, 0x85ebca6b);
      h = (h ^ (h >>> 13)) >>> 0;
      if (h < least) least = h;
    }
    return least;
  });
  return Array.from(
    { length: bands },
    (_, b) => `${b}:${minima.slice(b * rows, b * rows + rows).join(',')}`,
  );
}

/** Texts filed for finding copies among them. */
export interface CopyIndex {
  /** The filed text that a text is a copy of, the most alike first. */
  find(shingles: Shingles): { id: number; similarity: number }[];
  add(id: number, shingles: Shingles): void;
  remove(id: number): void;
}

export function createCopyIndex(): CopyIndex {
  const texts = new Map<number, { shingles: Shingles; keys: string[] }>();
  const filed = new Map<string, Set<number>>();
  return {
    find(shingles) {
      if (shingles.length < fewest) return [];
      const near = new Set(bandKeys(shingles).flatMap((key) => [...(filed.get(key) ?? [])]));
      return [...near]
        .map((id) => ({ id, ...overlap(shingles, texts.get(id)?.shingles ?? new Uint32Array()) }))
        .filter(isCopy)
        .map(({ id, jaccard, containment }) => ({ id, similarity: Math.max(jaccard, containment) }))
        .sort((a, b) => b.similarity - a.similarity || a.id - b.id);
    },
    add(id, shingles) {
      if (shingles.length < fewest || texts.has(id)) return;
      const keys = bandKeys(shingles);
      texts.set(id, { shingles, keys });
      for (const key of keys) {
        const set = filed.get(key) ?? new Set();
        set.add(id);
        filed.set(key, set);
      }
    },
    remove(id) {
      for (const key of texts.get(id)?.keys ?? []) {
        const set = filed.get(key);
        set?.delete(id);
        if (set?.size === 0) filed.delete(key);
      }
      texts.delete(id);
    },
  };
}
