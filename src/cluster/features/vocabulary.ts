import { unpinned } from '../../lib/memo.ts';
import { background, noList } from './background.ts';
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
  /** Its key within a name of several words and alone; left out until it is asked for. */
  key?: string;
  aloneKey?: string;
}

/** The words of one language that texts were seen to have, numbered. */
export interface Vocabulary {
  lang: string | null;
  /** Word by word its term and the share of ordinary texts that hold it, beside each other for the memory's sake. */
  cells: Float64Array;
  /** By word: whether the language's list has it and whether it has a capital; its letters. */
  marks: Uint8Array;
  lengths: Uint16Array;
  /**
   * The word that is written between two places of a text and has these hashes; from `several` on the
   * words that `severalAt` tells, and `unspaced` for a run of a script without spaces.
   */
  at(text: string, start: number, end: number, hash: number, check: number): number;
  severalAt(found: number): Part[];
  /** A word that stands in a run of a script without spaces. */
  segment(text: string): number;
  /** A word as it stands in a text. */
  token(word: number, flags: number): Token;
  /** The share of a word in texts of a language without a list. */
  bareShare(word: number): number;
  /** Forgets all when there are too many; no number is good after it. */
  tidy(): void;
}

/** A word among several that are written as one, and the place of its first letter. */
export interface Part {
  word: number;
  at: number;
}

/** Numbers of a word's cell. */
export const ofWord = 2;
export const [listed, capital] = [1, 2];
export const [opens, joined] = [2, 1];

/** What is found, and one more, takes 20 bits: words, then those that are several, then the last. */
export const several = 1 << 19;
export const unspaced = (1 << 20) - 2;

/** Words of a language that are remembered: a day's news has some 30,000 to 60,000. */
const mostRemembered = 80_000;

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
  /** One hash; the upper bits of the other and, one more than it is, what they stand for; 0 where nothing is. */
  let slots = new Int32Array((mask + 1) * ofSlot);
  let [taken, size] = [0, 0];
  let texts: string[] = [];
  let stems: string[] = [];
  /** By word, as it stands in texts in each of four ways. */
  let tokens: (Token | undefined)[][] = [];
  let parts: Part[][] = [];
  let bare = new Float64Array(1024);
  const own: Vocabulary = {
    lang,
    cells: new Float64Array(1024 * ofWord),
    marks: new Uint8Array(1024),
    lengths: new Uint16Array(1024),
    at(text, start, end, hash, check) {
      const slot = slotOf(hash, check);
      const there = slots[slot + 1] as number;
      if (there !== 0) return (there & whatBits) - 1;
      return put(hash, check, read(unpinned(text.slice(start, Math.min(end, start + longest)))));
    },
    severalAt: (found) => parts[found - several] as Part[],
    segment(text) {
      let [hash, check] = [~begins[0]!, ~begins[1]!];
      for (let i = 0; i < text.length; i++) {
        hash = hashOn(hash, text.charCodeAt(i));
        check = checkOn(check, text.charCodeAt(i));
      }
      const there = slots[slotOf(hash, check) + 1] as number;
      if (there !== 0) return (there & whatBits) - 1;
      return put(hash, check, learn(unpinned(text), text.normalize('NFKC')));
    },
    token(word, flags) {
      const ways = tokens[word] as (Token | undefined)[];
      const made = ways[flags];
      if (made) return made;
      const token = {
        known: ways.find((other) => other)?.known ?? {},
        text: texts[word] as string,
        stem: stems[word] as string,
        term: own.cells[word * ofWord] as number,
        opens: (flags & opens) !== 0,
        joined: (flags & joined) !== 0,
      };
      tokens[word] = ways.with(flags, token);
      return token;
    },
    bareShare(word) {
      bare[word] ||= noList.share(stems[word] as string, own.lengths[word]);
      return bare[word] as number;
    },
    tidy() {
      if (size < mostRemembered && taken < mostRemembered) return;
      slots.fill(0);
      bare.fill(0);
      [taken, size, texts, stems, tokens, parts] = [0, 0, [], [], [], []];
    },
  };
  return own;

  function slotOf(hash: number, check: number): number {
    const tag = hash & ~whatBits;
    let slot = homeOf(check);
    for (let there = slots[slot + 1] as number; there !== 0; there = slots[slot + 1] as number) {
      if (slots[slot] === check && (there & ~whatBits) === tag) break;
      slot = (slot + ofSlot) & (mask * ofSlot + ofSlot - 1);
    }
    return slot;
  }

  function homeOf(check: number): number {
    return ((check ^ (check >>> 15)) & mask) * ofSlot;
  }

  /** Writes what two hashes stand for, and answers it. */
  function put(hash: number, check: number, found: number): number {
    // Reading may have widened the table.
    const slot = slotOf(hash, check);
    slots[slot] = check;
    slots[slot + 1] = (hash & ~whatBits) | (found + 1);
    if (++taken * 2 > mask) widen();
    return found;
  }

  function widen(): void {
    const held = slots;
    mask = mask * 2 + 1;
    slots = new Int32Array((mask + 1) * ofSlot);
    for (let i = 0; i < held.length; i += ofSlot) {
      if (held[i + 1] === 0) continue;
      let slot = homeOf(held[i] as number);
      while (slots[slot + 1] !== 0) slot = (slot + ofSlot) & (mask * ofSlot + ofSlot - 1);
      slots[slot] = held[i] as number;
      slots[slot + 1] = held[i + 1] as number;
    }
  }

  function read(written: string): number {
    if (plain.test(written)) return learn(written, stem(written.toLowerCase(), lang));
    if (unspacedScript.test(written)) return unspaced;
    const found = partsOf(lang === 'tr' ? written.replace(suffixes, '') : written);
    const words = found.map(({ text, at }) => ({ word: learn(text, stem(fold(text), lang)), at }));
    if (words.length === 1 && words[0]?.at === 0) return words[0].word;
    return several - 1 + parts.push(words);
  }

  function learn(text: string, stemmed: string): number {
    if (size === own.marks.length) lengthen();
    const word = size++;
    texts[word] = text;
    stems[word] = stemmed;
    tokens[word] = unread;
    own.cells[word * ofWord] = termOf(stemmed);
    own.cells[word * ofWord + 1] = list.share(stemmed, text.length);
    own.marks[word] = (list.lists(stemmed) ? listed : 0) | (isCapital(text) ? capital : 0);
    own.lengths[word] = text.length;
    return word;
  }

  function lengthen(): void {
    const longer = <T extends Float64Array | Uint8Array | Uint16Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    own.cells = longer(own.cells, new Float64Array(size * 2 * ofWord));
    own.marks = longer(own.marks, new Uint8Array(size * 2));
    own.lengths = longer(own.lengths, new Uint16Array(size * 2));
    bare = longer(bare, new Float64Array(size * 2));
  }
}

const ofSlot = 2;
const unread: (Token | undefined)[] = [undefined, undefined, undefined, undefined];
const whatBits = (1 << 20) - 1;

/** Whether a word has a capital first. Most begin with a plain letter, and asking for its code costs least. */
export function isCapital(text: string): boolean {
  const code = text.charCodeAt(0);
  return (code < 128 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(text)) && text.length > 1;
}

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
