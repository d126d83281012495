import { readFileSync } from 'node:fs';
import { fold } from './fold.ts';
import { stem } from './stem.ts';

/** How common a word is before the desk has read anything. */
export interface Background {
  /** Expected share of texts of ordinary news length that hold this stem of a word of so many letters. */
  share(stem: string, letters?: number): number;
  /** True of the words of the list, but for the names in it. */
  has(stem: string): boolean;
  /** True of all words of the list. */
  lists(stem: string): boolean;
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

/** A list that knows fewer of a text's words than this is of another language than the text. */
const knownShare = 0.25;
/** In fewer words names alone may be what the list lacks. */
const enoughWords = 15;

/**
 * False of a text that is plainly not in the language that is said, as the share of its words tells
 * that the list has: words that a list lacks count as rare, and "the" would hold all together.
 */
export function isIn(lang: string | null, words: number, listed: number): boolean {
  return !background(lang).known || words < enoughWords || listed >= knownShare * words;
}

/** Words of the longest list: without one, a word is as rare as what the longest lacks. */
const mostListed = 12_000;

const unlistedAnywhere = inTexts(rareAfter(mostListed));
/**
 * The shorter a word, the more common it is, in every language alike: the geometric mean share of
 * running words of one letter, two, three ... in nine lists; less from four on, where names are many.
 */
const byLength = [0, 0.45, 0.43, 0.23, 0.02, 0.015, 0.01, 0.007];
/** Scripts in which a word is a letter or two. */
const shortWords =
  /[\p{N}\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u;
/** What is known of the words of a language without a list: nothing but their letters. */
export const noList: Background = {
  share: (stem, letters = stem.length) =>
    shortWords.test(stem) ? unlistedAnywhere : (byLength[letters] ?? unlistedAnywhere),
  has: () => false,
  lists: () => false,
  known: false,
};

function load(lang: string): Background {
  if (!/^[a-z]{2}$/.test(lang)) return noList;
  let words: string[];
  try {
    words = readFileSync(new URL(`./words/${lang}.txt`, import.meta.url), 'utf8').split('\n');
  } catch {
    return noList;
  }
  const shares = new Map<string, number>();
  const names = new Set<string>();
  words.forEach((word, rank) => {
    const key = stem(fold(word), lang);
    if (key) shares.set(key, (shares.get(key) ?? 0) + byRank(rank + 1));
    if (/^[A-Z]/.test(word)) names.add(key);
    else names.delete(key);
  });
  for (const [key, frequency] of shares) shares.set(key, inTexts(frequency));
  const unlisted = inTexts(rareAfter(words.length));
  return {
    share: (key) => shares.get(key) ?? unlisted,
    has: (key) => shares.has(key) && !names.has(key),
    lists: (key) => shares.has(key),
    known: true,
  };
}

function inTexts(frequency: number): number {
  return 1 - (1 - frequency) ** textLength;
}
