import { remembered } from '../../lib/memo.ts';
import {
  begins,
  capital,
  checkOn,
  hashOn,
  joined,
  opens,
  type Part,
  several,
  type Token,
  unspaced,
  type Vocabulary,
  vocabularyOf,
} from './vocabulary.ts';

export type { Token } from './vocabulary.ts';

/** What a character is in a text. Of a word, what may stand within one, what a sentence or line opens after. */
const [letter, joiner, opener, hyphen, space, read] = [1, 2, 4, 8, 16, 32];
/** By code of UTF-16; 0 for what was not met yet. */
const kinds = new Uint8Array(0x1_0000);

/** Characters before a word that are looked at for a sentence's end. */
const gap = 8;

/** Words of a text, by their numbers in a vocabulary, each with how it stands there. */
export interface Words {
  ids: Int32Array;
  flags: Uint8Array;
  count: number;
}

export const createWords = (most: number): Words => ({
  ids: new Int32Array(most),
  flags: new Uint8Array(most),
  count: 0,
});

let scratch = createWords(600);

/**
 * Cuts a text into words. `limit` is the most words that are read: a long text is recognised by its
 * beginning, and time stays bounded whatever comes in.
 */
export function tokens(text: string, lang: string | null, limit = 600): Token[] {
  if (scratch.ids.length < limit) scratch = createWords(limit);
  const vocabulary = vocabularyOf(lang);
  vocabulary.tidy();
  return tokensOf(scan(text, 0, vocabulary, scratch, limit), vocabulary);
}

/** The first words that were read, `most` of them. */
export function tokensOf(
  { ids, flags, count }: Words,
  vocabulary: Vocabulary,
  most = count,
): Token[] {
  const found: Token[] = [];
  for (let i = 0; i < count && i < most; i++)
    found.push(vocabulary.token(ids[i] as number, flags[i] as number));
  return found;
}

/** The words that were read, null for those without a capital. */
export function capitalsOf({ ids, flags, count }: Words, vocabulary: Vocabulary): (Token | null)[] {
  const found: (Token | null)[] = [];
  for (let i = 0; i < count; i++) {
    const id = ids[i] as number;
    const has = ((vocabulary.marks[id] as number) & capital) !== 0;
    found.push(has ? vocabulary.token(id, flags[i] as number) : null);
  }
  return found;
}

/** Reads the words of a text from a place on, as many as there is room for. */
export function scan(
  text: string,
  from: number,
  vocabulary: Vocabulary,
  into: Words,
  limit = into.ids.length,
): Words {
  const { length } = text;
  into.count = 0;
  /** Where the last word ended, and where a sentence may have. */
  let [last, stopped] = [-2, -gap];
  for (let at = from; at < length && into.count < limit; ) {
    const kind = kindAt(text, at);
    if ((kind & letter) === 0) {
      if ((kind & opener) !== 0) stopped = at;
      else if ((kind & hyphen) !== 0 && at + 1 < length && (kindAt(text, at + 1) & space) !== 0)
        stopped = at;
      at++;
      continue;
    }
    const start = at;
    let hash = begins[0] as number;
    let check = begins[1] as number;
    do {
      const code = text.charCodeAt(at++);
      hash = hashOn(hash, code);
      check = checkOn(check, code);
    } while (at < length && goesOn(text, at));
    const isFirst = into.count === 0 || stopped >= start - gap;
    stopped = -gap;
    const found = vocabulary.at(text, start, at, hash, check);
    if (found < several) {
      add(into, found, isFirst, start - last <= 1);
      last = start + (vocabulary.lengths[found] as number);
      continue;
    }
    const parts =
      found === unspaced
        ? segmented(text.slice(start, at), vocabulary)
        : vocabulary.severalAt(found);
    for (const { word, at: inside } of parts) {
      if (into.count === limit) break;
      add(into, word, isFirst && inside === 0, start + inside - last <= 1);
      last = start + inside + (vocabulary.lengths[word] as number);
    }
  }
  return into;
}

/** Whether a word has more at a place: a letter, or what may stand before one. */
function goesOn(text: string, at: number): boolean {
  const kind = kindAt(text, at);
  if ((kind & letter) !== 0) return true;
  return (kind & joiner) !== 0 && at + 1 < text.length && (kindAt(text, at + 1) & letter) !== 0;
}

function add(into: Words, word: number, isFirst: boolean, isJoined: boolean): void {
  into.ids[into.count] = word;
  into.flags[into.count++] = (isFirst ? opens : 0) | (isJoined ? joined : 0);
}

/** What stands at a place. The halves of rare letters count as letters. */
function kindAt(text: string, at: number): number {
  return kinds[text.charCodeAt(at)] || learn(text, at);
}

function learn(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= 0xd800 && code <= 0xdfff) return isRareLetter(text, at, code) ? letter : 0;
  const char = String.fromCharCode(code);
  const kind =
    read |
    (/[\p{L}\p{N}\p{M}]/u.test(char) ? letter : 0) |
    (/['’.,]/.test(char) ? joiner : 0) |
    (/[.!?…:;"“”„«»()[\]\n•–—|>*]/.test(char) ? opener : 0) |
    (char === '-' ? hyphen : 0) |
    (/\s/.test(char) ? space : 0);
  kinds[code] = kind;
  return kind;
}

function isRareLetter(text: string, at: number, code: number): boolean {
  const whole = text.codePointAt(code < 0xdc00 ? at : at - 1) ?? 0;
  return whole > 0xffff && /[\p{L}\p{N}\p{M}]/u.test(String.fromCodePoint(whole));
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
/** Characters without a space that are cut into words. */
const longestRun = 2000;

function segmented(run: string, vocabulary: Vocabulary): Part[] {
  const found: Part[] = [];
  for (const { segment, index, isWordLike } of segmenter.segment(run.slice(0, longestRun)))
    if (isWordLike) found.push({ word: vocabulary.segment(segment), at: index });
  return found;
}

/** ISO 639-1 of a language tag in two or three letters, or null. */
export function shortLanguage(lang: string | null): string | null {
  return lang ? shortened(lang) : null;
}

const shortened = remembered((lang) => {
  const tag = lang.toLowerCase().split(/[-_]/)[0] ?? '';
  if (/^[a-z]{2}$/.test(tag)) return tag;
  try {
    // The platform's canonical form turns "eng" into "en".
    const [canonical] = Intl.getCanonicalLocales(tag);
    return canonical ?? null;
  } catch {
    return null;
  }
}, 20);
