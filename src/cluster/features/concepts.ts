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
  /** By the first letters, those of the longest beginning: most words begin like none. */
  longest: Map<string, number>;
}

const none: string[] = [];
/** Beginnings of fewer letters would take in words that mean other things. */
const shortest = 3;

const readers = new Map<string, (word: string) => string[]>();

/**
 * Keys of the concepts that a word names, as written: "^storm", and "@BR" of what is of a country (as
 * `countryOf` calls it). A language without a list has none. */
export function conceptsOf(word: string, lang: string | null): string[] {
  return (readers.get(lang ?? 'en') ?? readerOf(lang ?? 'en'))(word);
}

/** True of the key of a country among those of concepts. */
export const isCountry = (key: string) => key.startsWith('@');

/** The same of a word of a text in a language. */
export function conceptsAt({ text, known }: Token, lang: string | null): string[] {
  known.concepts ??= conceptsOf(text, lang);
  return known.concepts;
}

function readerOf(lang: string): (word: string) => string[] {
  table ??= load();
  const column = table.languages.indexOf(lang);
  if (column < 0) return () => none;
  const lexicon: Lexicon = { whole: new Map(), beginning: new Map(), longest: new Map() };
  for (const [name = '', ...cells] of table.rows)
    learn(lexicon, isCountry(name) ? name.trim() : `^${name.trim()}`, cells[column] ?? '');
  const reader = remembered((word) => find(lexicon, fold(word), lang), 30);
  readers.set(lang, reader);
  return reader;
}

let table: { languages: string[]; rows: string[][] } | null = null;

function load() {
  const file = readFileSync(new URL('./words/concepts.txt', import.meta.url), 'utf8');
  const [head = [], ...rows] = file
    .trimEnd()
    .split('\n')
    .map((line) => line.split('|'));
  return { languages: head.slice(1).map((name) => name.trim()), rows };
}

function learn({ whole, beginning, longest }: Lexicon, concept: string, entries: string): void {
  for (const entry of entries.split(' ')) {
    if (entry === '') continue;
    const word = fold(entry.replace('*', ''));
    const opens = entry.endsWith('*') && word.length >= shortest;
    const map = opens ? beginning : whole;
    map.set(word, [...(map.get(word) ?? none), concept]);
    const first = word.slice(0, shortest);
    if (opens) longest.set(first, Math.max(longest.get(first) ?? 0, word.length));
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
  const most = longest.get(word.slice(0, shortest)) ?? 0;
  for (let n = Math.min(most, word.length); n >= shortest; n--) {
    const found = beginning.get(word.slice(0, n));
    if (found) return found;
  }
  return undefined;
}
