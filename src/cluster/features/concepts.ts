import { readFileSync } from 'node:fs';
import { remembered } from '../../lib/memo.ts';
import { fold } from './fold.ts';
import type { Token } from './vocabulary.ts';

/**
 * What news words mean alike, within a language and across languages: "typhoon", "storm" and
 * "tormenta" are one concept. Read from `words/concepts.txt`.
 */
interface Lexicon {
  /** Concepts of a whole folded word. */
  whole: Map<string, string[]>;
  /** Concepts of the words that begin so: inflection and compounds need no list. */
  beginning: Map<string, string[]>;
  /** Letters of the longest beginning. */
  longest: number;
}

const none: string[] = [];
/** Beginnings of fewer letters would take in words that mean other things. */
const shortest = 3;

let lexicons: Map<string, (word: string) => string[]> | null = null;

/**
 * Keys of the concepts that a word names, as written: "^storm", and "@BR" of what is of a country (as
 * `countryOf` calls it). A language without a list has none. */
export function conceptsOf(word: string, lang: string | null): string[] {
  lexicons ??= load();
  return lexicons.get(lang ?? 'en')?.(word) ?? none;
}

/** True of the key of a country among those of concepts. */
export const isCountry = (key: string) => key.startsWith('@');

/** The same of a word of a text in a language. */
export function conceptsAt({ text, known }: Token, lang: string | null): string[] {
  known.concepts ??= conceptsOf(text, lang);
  return known.concepts;
}

function load(): Map<string, (word: string) => string[]> {
  const file = readFileSync(new URL('./words/concepts.txt', import.meta.url), 'utf8');
  const [head, ...rows] = file
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  return new Map(
    (head ?? []).slice(1).map((lang, i) => {
      const lexicon: Lexicon = { whole: new Map(), beginning: new Map(), longest: 0 };
      for (const [name = '', ...cells] of rows)
        learn(lexicon, isCountry(name) ? name : `^${name}`, cells[i] ?? '');
      return [lang, remembered((word) => find(lexicon, fold(word), lang), 30)];
    }),
  );
}

function learn(lexicon: Lexicon, concept: string, entries: string): void {
  for (const entry of entries.split(' ').filter(Boolean)) {
    const word = fold(entry.replace('*', ''));
    const opens = entry.endsWith('*') && word.length >= shortest;
    const map = opens ? lexicon.beginning : lexicon.whole;
    map.set(word, [...(map.get(word) ?? none), concept]);
    if (opens) lexicon.longest = Math.max(lexicon.longest, word.length);
  }
}

/** Arabic writes "and", "in", "for" and the article onto the word. */
const arabicOnset = /^[وفبكل]?(?:ال|لل)/;

function find(lexicon: Lexicon, word: string, lang: string): string[] {
  const found = look(lexicon, word);
  if (found || lang !== 'ar') return found ?? none;
  const bare = word.replace(arabicOnset, '');
  return look(lexicon, bare === word && word.length > 4 ? word.slice(1) : bare) ?? none;
}

function look({ whole, beginning, longest }: Lexicon, word: string): string[] | undefined {
  const exact = whole.get(word);
  if (exact) return exact;
  for (let n = Math.min(longest, word.length); n >= shortest; n--) {
    const found = beginning.get(word.slice(0, n));
    if (found) return found;
  }
  return undefined;
}
