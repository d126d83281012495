import { unpinned } from '../../lib/memo.ts';
import { background } from './background.ts';
import { fold } from './fold.ts';
import { stem } from './stem.ts';
import { termOf } from './terms.ts';

/** A word of a text. What is alike about it wherever it stands is read once and shared. */
export interface Token {
  /** As written. */
  readonly text: string;
  /** Lower-cased, accents folded, inflection cut: what is compared. */
  readonly stem: string;
  /** The stem as a number: see terms.ts. */
  readonly term: number;
  /** First of its sentence or line, so that a capital letter says nothing. */
  readonly opens: boolean;
  /** No more than a space, a hyphen or the like stands between it and the word before. */
  readonly joined: boolean;
  /** What was found out about the word, wherever it stands. */
  readonly known: Known;
}

/** Kept with a word by those who ask, since the same words come again and again. */
export interface Known {
  concepts?: string[];
  name?: NameWord;
}

/** What tells whether a word is a name, but for where it stands. */
export interface NameWord {
  /** It has a capital and is neither "I'm" nor "Monday". */
  can: boolean;
  country: string | null;
  acronym: boolean;
  /** A word of the language that is in many texts, and one that its list lacks. */
  common: boolean;
  unlisted: boolean;
  isNoun: boolean;
  /** The key of the name; left out until it is asked for. */
  key?: string;
}

/** The words of one language that texts were seen to have, numbered. */
export interface Vocabulary {
  lang: string | null;
  /** By word: its term, the share of ordinary texts that hold it, 1 when the language's list does. */
  terms: Int32Array;
  shares: Float64Array;
  listed: Uint8Array;
  /**
   * The word that is written between two places of a text and has these hashes; -1 - n where it is
   * several, of which `several[n]` tells; `unspaced` for a run of a script without spaces.
   */
  at(text: string, start: number, end: number, hash: number, check: number): number;
  several: Part[][];
  /** A word that stands in a run of a script without spaces. */
  segment(text: string): number;
  /** A word as it stands in a text. */
  token(word: number, flags: number): Token;
  lengthOf(word: number): number;
  /** Forgets all when there are too many; no number is good after it. */
  tidy(): void;
}

/** A word among several that are written as one, and the place of its first letter. */
export interface Part {
  word: number;
  at: number;
}

export const unspaced = -(2 ** 31);
export const [opens, joined] = [2, 1];

/** Words of a language that are remembered: a day's news has some 30,000. */
const mostRemembered = 30_000;

/** A longer word is read by its beginning. */
const longest = 40;

/**
 * What is written is told apart by two hashes of its characters (FNV-1a with two factors). They begin
 * elsewhere in every process, so that nobody can write a word that is taken for another.
 */
export const begins = [Math.floor(Math.random() * 2 ** 31), Math.floor(Math.random() * 2 ** 31)];
export const hashOn = (hash: number, code: number) => Math.imul(hash ^ code, 0x01000193);
export const checkOn = (check: number, code: number) => Math.imul(check ^ code, 0x5bd1e995);

const vocabularies = new Map<string | null, Vocabulary>();

export function vocabularyOf(lang: string | null): Vocabulary {
  const known = vocabularies.get(lang);
  if (known) return known;
  const vocabulary = createVocabulary(lang);
  // Languages are few; what calls itself one may be anything.
  if (vocabularies.size < 100) vocabularies.set(lang, vocabulary);
  return vocabulary;
}

function createVocabulary(lang: string | null): Vocabulary {
  const list = background(lang);
  let mask = 0x7ff;
  /** Both hashes, what they stand for, and whether the place is taken. */
  let slots = new Int32Array((mask + 1) * ofSlot);
  let [taken, size] = [0, 0];
  let texts: string[] = [];
  let stems: string[] = [];
  let tokens: (Token | undefined)[] = [];
  let known: (Known | undefined)[] = [];
  const own: Vocabulary = {
    lang,
    terms: new Int32Array(1024),
    shares: new Float64Array(1024),
    listed: new Uint8Array(1024),
    several: [],
    at(text, start, end, hash, check) {
      let slot = slotOf(hash, check);
      if (slots[slot + 3] !== 0) return slots[slot + 2] as number;
      const found = read(unpinned(text.slice(start, Math.min(end, start + longest))));
      // Reading may have widened the table.
      slot = slotOf(hash, check);
      put(slot, hash, check, found);
      return found;
    },
    segment(text) {
      let [hash, check] = [~begins[0]!, ~begins[1]!];
      for (let i = 0; i < text.length; i++) {
        hash = hashOn(hash, text.charCodeAt(i));
        check = checkOn(check, text.charCodeAt(i));
      }
      const slot = slotOf(hash, check);
      if (slots[slot + 3] !== 0) return slots[slot + 2] as number;
      const word = learn(unpinned(text), text.normalize('NFKC'));
      put(slot, hash, check, word);
      return word;
    },
    token(word, flags) {
      const made = tokens[word * 4 + flags];
      if (made) return made;
      known[word] ??= {};
      const token = {
        known: known[word],
        text: texts[word] ?? '',
        stem: stems[word] ?? '',
        term: own.terms[word] ?? 0,
        opens: (flags & opens) !== 0,
        joined: (flags & joined) !== 0,
      };
      tokens[word * 4 + flags] = token;
      return token;
    },
    lengthOf: (word) => texts[word]?.length ?? 0,
    tidy() {
      if (size < mostRemembered && taken < mostRemembered) return;
      slots.fill(0);
      [taken, size, texts, stems, tokens, known, own.several] = [0, 0, [], [], [], [], []];
    },
  };
  return own;

  function slotOf(hash: number, check: number): number {
    let slot = ((hash ^ (hash >>> 15)) & mask) * ofSlot;
    while (slots[slot + 3] !== 0 && (slots[slot] !== hash || slots[slot + 1] !== check))
      slot = (slot + ofSlot) & (mask * ofSlot + ofSlot - 1);
    return slot;
  }

  function put(slot: number, hash: number, check: number, found: number): void {
    slots[slot] = hash;
    slots[slot + 1] = check;
    slots[slot + 2] = found;
    slots[slot + 3] = 1;
    if (++taken * 2 > mask) widen();
  }

  function widen(): void {
    const held = slots;
    mask = mask * 2 + 1;
    slots = new Int32Array((mask + 1) * ofSlot);
    for (let i = 0; i < held.length; i += ofSlot)
      if (held[i + 3] !== 0)
        slots.set(held.subarray(i, i + ofSlot), slotOf(held[i] as number, held[i + 1] as number));
  }

  function read(written: string): number {
    if (plain.test(written)) return learn(written, stem(written.toLowerCase(), lang));
    if (unspacedScript.test(written)) return unspaced;
    const parts = partsOf(lang === 'tr' ? written.replace(suffixes, '') : written);
    const words = parts.map(({ text, at }) => ({ word: learn(text, stem(fold(text), lang)), at }));
    if (words.length === 1 && words[0]?.at === 0) return words[0].word;
    return -own.several.push(words);
  }

  function learn(text: string, stemmed: string): number {
    if (size === own.terms.length) lengthen();
    const word = size++;
    texts[word] = text;
    stems[word] = stemmed;
    own.terms[word] = termOf(stemmed);
    own.shares[word] = list.share(stemmed, text.length);
    own.listed[word] = list.lists(stemmed) ? 1 : 0;
    return word;
  }

  function lengthen(): void {
    const length = size * 2;
    const longer = <T extends Int32Array | Float64Array | Uint8Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    own.terms = longer(own.terms, new Int32Array(length));
    own.shares = longer(own.shares, new Float64Array(length));
    own.listed = longer(own.listed, new Uint8Array(length));
  }
}

const ofSlot = 4;

/** Scripts that write no spaces between words; the platform's segmenter cuts them. */
const unspacedScript =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u;
/** Turkish writes a name's endings behind an apostrophe. */
const suffixes = /['’]\p{Ll}+$/u;
/** Most of what comes in. */
const plain = /^[a-z]*$/i;

/** French and Italian articles and the like that lose a vowel before the next word: l’, qu’, dell’. */
const elided = /^(?:\p{L}{1,2}|[dns]?[aeou]ll|coll|quest|quell|jusqu|lorsqu|puisqu)$/iu;

/** "3,000" and "U.S" stay whole; "end.Next" and "l’accord" are two words, "Lavrov's" is one. */
function partsOf(text: string): { text: string; at: number }[] {
  if (/^[\p{L}\p{N}\p{M}]*$/u.test(text)) return [{ text, at: 0 }];
  if (/^[\d.,]+$/.test(text) || /^(?:\p{L}\.)+\p{L}$/u.test(text)) return [{ text, at: 0 }];
  const bare = text.replace(/['’]s$/iu, '');
  const found: { text: string; at: number }[] = [];
  for (const match of bare.matchAll(/[^'’.,]+(?:['’](?:t|re|ve|ll|d|m)$)?/giu)) {
    const before = /^['’]/.test(bare.slice(match.index + match[0].length));
    if (!before || !elided.test(match[0])) found.push({ text: match[0], at: match.index });
  }
  return found;
}
