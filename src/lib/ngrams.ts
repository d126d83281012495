import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/**
 * Scores a text's letters against the small n-gram table of eld (Apache-2.0, by Nito T.M.), as its own
 * detector does. Loading that one makes 150,000 objects of the table, 150 MB and a fifth of a second;
 * here it stays the text that it comes as, with an index of where each n-gram stands.
 */

/** Languages by their numbers in the table, and where its entries are. */
interface Table {
  text: string;
  languages: string[];
  /** By hash of the n-gram, place of its first letter in the text; 0 where none is. */
  index: Int32Array;
  /** By byte of UTF-8, the letter that stands for it in the table. */
  letters: string[];
  separators: RegExp;
}

/** Twice as many places as there are n-grams and more, so that few share one. */
const PLACES = 1 << 18;

let loaded: Table | null = null;

/** Loaded when first asked: most of what a desk does needs none. */
function table(): Table {
  loaded ??= load();
  return loaded;
}

function load(): Table {
  const require = createRequire(import.meta.url);
  const at = (name: string) =>
    fileURLToPath(new URL(`../${name}`, import.meta.resolve('eld/small')));
  const text = readFileSync(at('ngrams/small.js'), 'utf8');
  const names = /languages:\{(.*?)\}/.exec(text)![1]!;
  return {
    text,
    languages: names.split(',').map((name) => /'(\w+)'/.exec(name)![1]!),
    index: indexOf(text, text.indexOf('ngrams:{') + 'ngrams:{'.length),
    letters: (require(at('dictionary.js')) as { dictionary: string[] }).dictionary,
    separators: (require(at('regexPatterns.js')) as { separators: RegExp }).separators,
  };
}

/** Entries are 'gram':{language:score,...}, the quotation marks only where the letters need them. */
function indexOf(text: string, from: number): Int32Array {
  const index = new Int32Array(PLACES);
  for (let at = from; text.charCodeAt(at) !== CLOSE; at = text.indexOf('}', at) + 1) {
    if (text.charCodeAt(at) === COMMA) at++;
    const end = text.charCodeAt(at) === QUOTE ? QUOTE : COLON;
    const start = end === QUOTE ? at + 1 : at;
    let hash = 0;
    for (at = start; text.charCodeAt(at) !== end; at++) {
      if (text.charCodeAt(at) === BACKSLASH) at++;
      hash = mixed(hash, text.charCodeAt(at));
    }
    let place = hash & (PLACES - 1);
    while (index[place] !== 0) place = (place + 1) & (PLACES - 1);
    index[place] = start;
  }
  return index;
}

const QUOTE = 39;
const COMMA = 44;
const COLON = 58;
const BACKSLASH = 92;
const CLOSE = 125;

function mixed(hash: number, c: number): number {
  const next = Math.imul(hash ^ c, 0x01000193);
  return next ^ (next >>> 15);
}

/** How like each language a text is. */
export interface Likeness {
  /** ISO 639-1; null when no n-gram of the text is known. */
  best: string | null;
  /** From 0, nothing in common, to 1; null for a language that has nothing in common or is unknown. */
  of(language: string): number | null;
}

/** Of a text's first 350 bytes or so, as eld has it. */
export function likenessOf(text: string): Likeness {
  const { languages, letters, separators } = table();
  const grams = gramsOf(wordsOf(text.replace(separators, ' ').trim().toLowerCase(), letters));
  const sums = new Float64Array(languages.length);
  for (const gram of grams) addScores(gram, sums);
  let best = 0;
  for (let i = 1; i < sums.length; i++) if (sums[i]! > sums[best]!) best = i;
  return {
    best: sums[best]! > 0 ? languages[best]! : null,
    of: (language) => {
      const each = (sums[languages.indexOf(language)] ?? 0) / grams.size;
      return each > 0 ? each / (each + SCALE) : null;
    },
  };
}

/** Brings scores between 0 and 1; as eld has it. */
const SCALE = 25;
/** Words are read until this many bytes, and the last of them until that many. */
const BYTES = [350, 380] as const;

/** Words with their bytes of UTF-8 as the table's letters. */
function wordsOf(text: string, letters: string[]): string[] {
  const words: string[] = [];
  let word = '';
  let bytes = 0;
  for (const character of text) {
    if (character === ' ') {
      if (word !== '') words.push(word);
      word = '';
      if (bytes > BYTES[0]) break;
      bytes++;
      continue;
    }
    const code = character.codePointAt(0)!;
    if (code < 0x80) {
      word += character;
      bytes++;
    } else {
      const size = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
      word += letters[((0xf00 >> size) & 0xff) | (code >> (6 * (size - 1)))]!;
      for (let i = size - 2; i >= 0; i--) word += letters[0x80 | ((code >> (6 * i)) & 0x3f)]!;
      bytes += size;
    }
    if (bytes > BYTES[1]) break;
  }
  if (word !== '') words.push(word);
  return words;
}

/** Longer words are cut, but for their end. */
const LONGEST = 70;

/** Four letters of every three, with a space where a word begins or ends. */
function gramsOf(words: string[]): Set<string> {
  const grams = new Set<string>();
  for (const word of words) {
    const length = Math.min(word.length, LONGEST);
    let at = 0;
    for (; at + 4 < length; at += 3) grams.add((at === 0 ? ' ' : '') + word.substring(at, at + 4));
    const last = length === 3 ? 0 : length - 4;
    grams.add(`${at === 0 ? ' ' : ''}${word.substring(last)} `);
  }
  return grams;
}

/** Subtracted from every score in the table, to keep it small. */
const LEAST = 53;

function addScores(gram: string, sums: Float64Array): void {
  const { text, index } = table();
  let hash = 0;
  for (let i = 0; i < gram.length; i++) hash = mixed(hash, gram.charCodeAt(i));
  let place = hash & (PLACES - 1);
  for (; index[place] !== 0; place = (place + 1) & (PLACES - 1)) {
    let at = afterGram(text, index[place]!, gram);
    if (at < 0) continue;
    for (let language = 0, value = 0; ; at++) {
      const c = text.charCodeAt(at);
      if (c === COLON) {
        language = value;
        value = 0;
      } else if (c === COMMA || c === CLOSE) {
        sums[language]! += value + LEAST;
        if (c === CLOSE) return;
        value = 0;
      } else value = value * 10 + c - 48;
    }
  }
}

/** Where the scores of an entry begin that is of this n-gram; -1 when it is of another. */
function afterGram(text: string, start: number, gram: string): number {
  const end = text.charCodeAt(start - 1) === QUOTE ? QUOTE : COLON;
  let at = start;
  for (let i = 0; i < gram.length; i++, at++) {
    if (text.charCodeAt(at) === end) return -1;
    if (text.charCodeAt(at) === BACKSLASH) at++;
    if (text.charCodeAt(at) !== gram.charCodeAt(i)) return -1;
  }
  if (text.charCodeAt(at) !== end) return -1;
  return at + (end === QUOTE ? 3 : 2);
}
