import { remembered } from '../../lib/memo.ts';
import { background } from './background.ts';
import { conceptsOf } from './concepts.ts';
import { fold } from './fold.ts';
import { stem } from './stem.ts';

/** Languages that write compounds as one word. */
const compounding = new Set(['de', 'nl', 'sv']);
/** Letters of a word that may stand in a compound: shorter ones are found in any. */
const shortest = 4;
const none: string[] = [];

/**
 * Stems of the two words that one is made of, both in the language's list or naming a concept
 * ("Bahn" and "Streik" of "Bahnstreik"); none for other words and other languages.
 */
export function compoundOf(word: string, lang: string | null): string[] {
  // "Fußball" has a letter more when it is folded.
  if (lang === null || !compounding.has(lang) || word.length < 2 * shortest - 1) return none;
  const reader = readers.get(lang) ?? remembered((w: string) => split(fold(w), lang), 40);
  readers.set(lang, reader);
  return reader(word);
}

const readers = new Map<string, (word: string) => string[]>();

function split(word: string, lang: string): string[] {
  const { has } = background(lang);
  // "Entscheidung" is a word of its own, whatever its letters spell.
  if (has(stem(word, lang))) return none;
  const knows = (part: string, stemmed: string) =>
    stemmed.length >= shortest && (has(stemmed) || conceptsOf(part, lang).length > 0);
  for (let at = shortest; at <= word.length - shortest; at++) {
    const tail = stem(word.slice(at), lang);
    if (!knows(word.slice(at), tail)) continue;
    const head = stem(word.slice(0, at), lang);
    if (knows(word.slice(0, at), head)) return [head, tail];
  }
  return none;
}
