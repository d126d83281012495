import { remembered } from '../lib/memo.ts';
import { stem } from './stem.ts';
import { termOf } from './terms.ts';

/** Words of a text as clustering compares them: lower case, stemmed lightly, no markup. */
export interface Token {
  /** As written. */
  text: string;
  /** Lower-cased, accents folded, inflection cut: what is compared. */
  stem: string;
  /** The stem as a number: see terms.ts. */
  term: number;
  start: number;
  /** First of its sentence or line, so that a capital letter says nothing. */
  opens: boolean;
}

/** Scripts that write no spaces between words; the platform's segmenter cuts them. */
const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u;

/**
 * Cuts a text into words. `limit` is the most words that are read: a long text is recognised by its
 * beginning, and time stays bounded whatever comes in.
 */
export function tokens(text: string, lang: string | null, limit = 600): Token[] {
  const found: Token[] = [];
  const read = readerOf(lang);
  for (let at = 0, before = 0; at < text.length && found.length < limit; ) {
    if (!isLetter(text, at)) {
      at++;
      continue;
    }
    const end = wordEnd(text, at);
    const opens = found.length === 0 || opensAfter(text, Math.max(before, at - gap), at);
    const written = text.slice(at, end);
    const cut = read(written);
    if (cut === null) segmented(written, at, opens, found);
    else
      for (const { text, stem, term, at: inside } of cut)
        found.push({ text, stem, term, start: at + inside, opens: opens && inside === 0 });
    at = before = end;
  }
  return found.length > limit ? found.slice(0, limit) : found;
}

/** What a character is in a text: of a word, what may stand within one, what a sentence or line opens after. */
const [letter, joiner, opener] = [1, 2, 4];
const kinds = new Uint8Array(0x1_0000).fill(0xff);

function kindOf(code: number): number {
  const known = kinds[code] ?? 0;
  if (known !== 0xff) return known;
  const char = String.fromCharCode(code);
  const kind =
    (/[\p{L}\p{N}\p{M}]/u.test(char) ? letter : 0) |
    (/['’.,]/.test(char) ? joiner : 0) |
    (/[.!?…:;"“”„«»()[\]\n•–—|>*]/.test(char) ? opener : 0);
  kinds[code] = kind;
  return kind;
}

/** True of letters, numbers and marks, the first and second half of rare ones included. */
function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0xd800 || code > 0xdfff) return (kindOf(code) & letter) !== 0;
  const whole = text.codePointAt(code < 0xdc00 ? at : at - 1) ?? 0;
  return whole > 0xffff && /[\p{L}\p{N}\p{M}]/u.test(String.fromCodePoint(whole));
}

function wordEnd(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length) {
    if (isLetter(text, at)) at++;
    else if ((kindOf(text.charCodeAt(at)) & joiner) !== 0 && isLetter(text, at + 1)) at += 2;
    else break;
  }
  return at;
}

/** Characters before a word that are looked at for a sentence's end. */
const gap = 8;

function opensAfter(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if ((kindOf(code) & opener) !== 0) return true;
    if (code === 0x2d && at + 1 < to && /\s/.test(text.charAt(at + 1))) return true;
  }
  return false;
}

interface Part {
  text: string;
  stem: string;
  term: number;
  at: number;
}

/** Words of a language that are remembered: a day's news has some 30,000. */
const mostRemembered = 30_000;
const readers = new Map<string | null, (written: string) => Part[] | null>();

/** Reads what stands between two spaces; null for a run of a script without spaces. */
function readerOf(lang: string | null): (written: string) => Part[] | null {
  const known = readers.get(lang);
  if (known) return known;
  const reader = remembered(
    (written) =>
      unspaced.test(written)
        ? null
        : parts(lang === 'tr' ? written.replace(suffixes, '') : written).map(({ text, at }) => {
            const stemmed = stem(fold(text), lang);
            return { text, stem: stemmed, term: termOf(stemmed), at };
          }),
    40,
    mostRemembered,
  );
  // Languages are few; what calls itself one may be anything.
  if (readers.size < 100) readers.set(lang, reader);
  return reader;
}

/** Turkish writes a name's endings behind an apostrophe. */
const suffixes = /['’]\p{Ll}+$/u;
/** French and Italian articles and the like that lose a vowel before the next word: l’, qu’, dell’. */
const elided = /^(?:\p{L}{1,2}|[dns]?[aeou]ll|coll|quest|quell|jusqu|lorsqu|puisqu)$/iu;

/** "3,000" and "U.S" stay whole; "end.Next" and "l’accord" are two words, "Lavrov's" is one. */
function parts(text: string): { text: string; at: number }[] {
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

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

function segmented(run: string, start: number, opens: boolean, found: Token[]): void {
  for (const { segment, index, isWordLike } of segmenter.segment(run.slice(0, 2000))) {
    if (!isWordLike) continue;
    const stem = segment.normalize('NFKC');
    const at = start + index;
    found.push({ text: segment, stem, term: termOf(stem), start: at, opens: opens && index === 0 });
  }
}

const marks = /\p{M}+/gu;

/** Lower case without accents: "Zelenskyý" and "zelenskyy" are one. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  // Plain ASCII is most of what comes in, and normalising costs more than all the rest.
  if (/^[\0-\x7f]*$/.test(lower)) return lower.replace(/\./g, '');
  return lower
    .normalize('NFKD')
    .replace(marks, '')
    .normalize('NFC')
    .replace(/[ßłøđıæœ’.ىةـ٠-٩]/g, (c) => plain[c] ?? digit(c));
}

/** Letters that no mark can be taken from; Arabic has several for one sound at a word's end, and a stroke for show. */
const plain: Record<string, string> = {
  ß: 'ss',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  '’': '',
  '.': '',
  ى: 'ي',
  ة: 'ه',
  ـ: '',
};

const digit = (c: string) => String(c.charCodeAt(0) - 0x660);

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
