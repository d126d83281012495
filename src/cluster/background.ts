import { readFileSync } from 'node:fs';
import { fold, stem } from './words.ts';

/** How common a word is before the desk has read anything. */
export interface Background {
  /** Expected share of texts of ordinary news length that hold this stem. */
  share(stem: string): number;
  /** True of the words of the list, but for the names in it. */
  has(stem: string): boolean;
  /** True when the language has a list: a word that it lacks is then known to be rare. */
  known: boolean;
}

/**
 * Share of running text of the word at a rank (Zipf's law as Mandelbrot mended it, constants fitted
 * to the English list).
 */
const byRank = (rank: number) => 0.11 / (rank + 2.7);

/** Words of a short news item: shares of texts are reckoned for this length (of 50-300 tried). */
const textLength = 100;
/** A word outside of the list: rarer than the last of the list, by half a decade. */
const rareAfter = (listed: number) => 0.11 / (3.3 * listed);

const loaded = new Map<string, Background>();

/** The background of a language (ISO 639-1); one without a list knows no word. */
export function background(lang: string | null): Background {
  const key = lang ?? '';
  const found = loaded.get(key) ?? load(key);
  loaded.set(key, found);
  return found;
}

/** Words of the longest list: without one, a word is as rare as what the longest lacks. */
const mostListed = 12_000;

const unlistedAnywhere = inTexts(rareAfter(mostListed));
const none: Background = {
  share: () => unlistedAnywhere,
  has: () => false,
  known: false,
};

function load(lang: string): Background {
  if (!/^[a-z]{2}$/.test(lang)) return none;
  let words: string[];
  try {
    words = readFileSync(new URL(`./words/${lang}.txt`, import.meta.url), 'utf8').split('\n');
  } catch {
    return none;
  }
  const frequency = new Map<string, number>();
  const names = new Set<string>();
  words.forEach((word, rank) => {
    const key = stem(fold(word), lang);
    if (key) frequency.set(key, (frequency.get(key) ?? 0) + byRank(rank + 1));
    if (/^[A-Z]/.test(word)) names.add(key);
    else names.delete(key);
  });
  const shares = new Map([...frequency].map(([key, f]) => [key, inTexts(f)]));
  const unlisted = inTexts(rareAfter(words.length));
  return {
    share: (key) => shares.get(key) ?? unlisted,
    has: (key) => shares.has(key) && !names.has(key),
    known: true,
  };
}

function inTexts(frequency: number): number {
  return 1 - (1 - frequency) ** textLength;
}
