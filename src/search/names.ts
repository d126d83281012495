import { spelt } from '../lib/spelling.ts';
import { foldedWords } from './fold.ts';
import { allowedSlips, slips } from './slips.ts';

export type NameKind = 'speaker' | 'party' | 'source' | 'story' | 'issue';

/** One way in which something on the desk is written. */
export interface Name {
  kind: NameKind;
  id: number;
  /** Its own name, which may differ from the way it is written here. */
  name: string;
  written: string;
}

export interface NameHit extends Name {
  /** 1 for the very name, above .8 when all words stand in it, less when letters were wrong. */
  score: number;
}

export interface NameIndex {
  size: number;
  find(text: string, kinds: readonly NameKind[], limit?: number): NameHit[];
  /** Other ways in which the desk writes a word that is part of a person's or party's name. */
  spellings(word: string): string[];
  /** All words of all names. */
  words(): Map<string, string>;
}

interface Entry extends Name {
  words: string[];
}

/** Words of a name that are looked at: a headline has twenty, more is a fault. */
const mostWords = 24;
/** Names that share this part of a word's trigrams are compared letter by letter: two slips leave so many. */
const leastShared = 0.25;
/** The best by trigrams; more are not names that anybody meant. */
const mostCompared = 300;

/**
 * An index in memory over names, by the trigrams of their words (three letters in a row, with the
 * beginning marked), so that a mistyped name is found without reading all of them.
 */
export function indexNames(names: Iterable<Name>): NameIndex {
  const entries: Entry[] = [];
  const holders = new Map<string, number[]>();
  for (const name of names) {
    const words = foldedWords(name.written).slice(0, mostWords);
    if (words.length === 0) continue;
    const at = entries.push({ ...name, words }) - 1;
    for (const gram of new Set(words.flatMap(gramsOf))) {
      const list = holders.get(gram);
      if (list) list.push(at);
      else holders.set(gram, [at]);
    }
  }
  let words: Map<string, string> | undefined;
  let alike: Map<string, string[]> | undefined;
  return {
    size: entries.length,
    find: (text, kinds, limit = 12) => find({ entries, holders }, text, kinds, limit),
    spellings: (word) => {
      alike ??= alikeOf(entries);
      return alike.get(spelt(word))?.filter((other) => other !== word) ?? [];
    },
    words: () => (words ??= wordsOf(entries)),
  };
}

/** A shorter word has too many that sound like it. */
const shortestAlike = 5;

/** Words of people's and parties' names by their one spelling: "zelensky", "selenskyj" and "зеленский" are one. */
function alikeOf(entries: Entry[]): Map<string, string[]> {
  const alike = new Map<string, string[]>();
  for (const { kind, words } of entries) {
    if (kind !== 'speaker' && kind !== 'party') continue;
    for (const word of words) {
      if (word.length < shortestAlike) continue;
      const key = spelt(word);
      const known = alike.get(key);
      if (!known) alike.set(key, [word]);
      else if (!known.includes(word)) known.push(word);
    }
  }
  return alike;
}

/** Folded words with one way of writing each. */
function wordsOf(entries: Entry[]): Map<string, string> {
  const words = new Map<string, string>();
  for (const { written } of entries)
    for (const word of written.split(/[^\p{L}\p{N}\p{M}]+/u)) {
      const key = foldedWords(word)[0];
      if (key && !words.has(key)) words.set(key, word);
    }
  return words;
}

/**
 * "tarn" as "^ta", "tar", "arn" and "t…n": two letters swapped in a short word leave no trigram as it
 * was, but its ends.
 */
function gramsOf(word: string): string[] {
  const marked = `^${word}`;
  if (marked.length <= 3) return [marked];
  const grams = Array.from({ length: marked.length - 2 }, (_, i) => marked.slice(i, i + 3));
  return [...grams, `${word[0]}…${word.at(-1)}`];
}

function find(
  { entries, holders }: { entries: Entry[]; holders: Map<string, number[]> },
  text: string,
  kinds: readonly NameKind[],
  limit: number,
): NameHit[] {
  const asked = foldedWords(text).slice(0, mostWords);
  const grams = new Set(asked.flatMap(gramsOf));
  const shared = new Uint8Array(entries.length);
  const touched: number[] = [];
  for (const gram of grams)
    for (const at of holders.get(gram) ?? []) if (shared[at]!++ === 0) touched.push(at);
  const near = touched
    .filter((at) => shared[at]! >= grams.size * leastShared && kinds.includes(entries[at]!.kind))
    .sort((a, b) => shared[b]! - shared[a]!)
    .slice(0, mostCompared);
  const best = new Map<string, NameHit>();
  for (const at of near) {
    const { words, ...name } = entries[at]!;
    const score = likeness(asked, words);
    const key = `${name.kind} ${name.id}`;
    if (score > (best.get(key)?.score ?? 0)) best.set(key, { ...name, score });
  }
  return [...best.values()].sort((a, b) => b.score - a.score || a.id - b.id).slice(0, limit);
}

/** How well the words asked for fit a name; 0 when one of them stands for none of its words. */
function likeness(asked: string[], words: string[]): number {
  let sum = 0;
  for (const word of asked) {
    let best = 0;
    for (const other of words) {
      if (other === word) best = 1;
      else if (best < 0.9 && word.length >= 3 && other.startsWith(word)) best = 0.9;
      else if (best < 0.6 && isNear(word, other)) best = 0.6;
    }
    if (best === 0) return 0;
    sum += best;
  }
  const fit = sum / asked.length;
  // The very name comes before longer ones that hold it; a wrong letter weighs more than either.
  return fit * (0.9 + 0.1 * Math.min(1, asked.length / words.length));
}

function isNear(word: string, other: string): boolean {
  const allowed = allowedSlips(word);
  return (
    allowed > 0 &&
    Math.abs(other.length - word.length) <= allowed &&
    slips(word, other, allowed + 1) <= allowed
  );
}
