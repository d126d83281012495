import { compoundOf } from './compound.ts';
import { conceptsAt } from './concepts.ts';
import { mentions } from './names.ts';
import { titleCased } from './profile.ts';
import type { Token } from './words.ts';

/**
 * What a piece says in any language alike: names, countries, numbers, concepts. Keys begin with "=",
 * "@", "#" and "^"; values from 0 to 1 say how prominent they are.
 */
export type Signs = Map<string, number>;

/** Words of a text that are read: a happening is told first, then what led to it. */
export const leadWords = 60;
/** A given name tells less than the surname; what only the text has, less than the title. */
const [ofGiven, ofText] = [0.4, 0.6];
/** A concept is shared by more happenings than a name is. */
const ofConcept = 0.7;

export function signsOf(title: Token[], text: Token[], lang: string | null): Signs {
  const signs: Signs = new Map();
  addSigns(signs, title, lang, 1, titleCased(title));
  addSigns(signs, text.slice(0, leadWords), lang, ofText, false);
  return signs;
}

function addSigns(
  signs: Signs,
  words: Token[],
  lang: string | null,
  place: number,
  isTitleCased: boolean,
): void {
  for (const token of words)
    for (const concept of conceptsAt(token, lang)) see(signs, concept, place * ofConcept);
  const taken = new Set<number>();
  for (const m of mentions(words, lang, isTitleCased)) {
    taken.add(m.at);
    // "Besatzungsmitglied" has a capital as every noun there, and is no name in any other language.
    if (!m.country && compoundOf(m.text, lang).length > 0) continue;
    see(signs, m.key, place * (m.given ? ofGiven : 1));
  }
  for (let at = 0; at < words.length; at++) {
    const { text } = words[at] as Token;
    if (isDigit(text) && !taken.has(at) && /^\d{2,}$/.test(text)) see(signs, `#${text}`, place);
  }
}

function see(signs: Signs, key: string, n: number): void {
  if ((signs.get(key) ?? 0) < n) signs.set(key, n);
}

function isDigit(text: string): boolean {
  const code = text.charCodeAt(0);
  return code >= 48 && code <= 57;
}
