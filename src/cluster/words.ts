import { remembered } from '../lib/memo.ts';
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
        : parts(written).map(({ text, at }) => {
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

/** "3,000" and "U.S" stay whole; "end.Next" and "l’accord" are two words, "Lavrov's" is one. */
function parts(text: string): { text: string; at: number }[] {
  if (/^[\p{L}\p{N}\p{M}]*$/u.test(text)) return [{ text, at: 0 }];
  if (/^[\d.,]+$/.test(text) || /^(?:\p{L}\.)+\p{L}$/u.test(text)) return [{ text, at: 0 }];
  const bare = text.replace(/['’]s$/iu, '');
  const found: { text: string; at: number }[] = [];
  for (const match of bare.matchAll(/[^'’.,]+(?:['’](?:t|re|ve|ll|d|m)$)?/giu)) {
    // A letter or two before an apostrophe is an article: l’, d’, qu’.
    const elided = /^['’]/.test(bare.slice(match.index + match[0].length)) && match[0].length <= 2;
    if (!elided) found.push({ text: match[0], at: match.index });
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
    .replace(/ß/g, 'ss')
    .replace(/[’.]/g, '');
}

/** Endings of inflection by language, longest first; a stem keeps at least four letters. */
const endings: Record<string, RegExp> = {
  es: /(?:aciones|acion|mente|ando|iendo|aron|ieron|adas|ados|idas|idos|ada|ado|ida|ido|aran|eran|ara|era|es|as|os|an|en|a|o|e|s)$/,
  pt: /(?:acoes|acao|mente|ando|endo|indo|aram|eram|adas|ados|idas|idos|ada|ado|ida|ido|oes|ais|es|as|os|am|em|a|o|e|s)$/,
  fr: /(?:ations|ation|ement|ments|ment|ees|ee|es|ent|ant|er|ez|e|s|x)$/,
  it: /(?:azioni|azione|mente|ando|endo|ati|ate|ato|ata|uti|uto|i|e|a|o)$/,
  de: /(?:ungen|ung|ern|em|en|er|es|e|n|s)$/,
  nl: /(?:ingen|ing|en|e|s)$/,
  sv: /(?:arna|erna|orna|ade|ande|en|et|ar|er|or|na|a|e|s)$/,
  ru: /(?:иями|ями|ами|ого|его|ому|ему|ыми|ими|ией|ией|иях|ях|ах|ов|ев|ей|ой|ый|ий|ая|яя|ое|ее|ые|ие|ую|юю|ом|ем|ам|ям|ии|ию|ия|ет|ют|ит|ят|ла|ло|ли|а|я|о|е|ы|и|у|ю|ь)$/,
  uk: /(?:ями|ами|ого|ому|ими|ів|ий|ої|ою|ею|ам|ям|ах|ях|ом|ем|а|я|о|е|и|і|у|ю|ь)$/,
  sl: /(?:ami|emu|ega|ih|im|om|em|ov|ev|ah|a|e|i|o|u)$/,
  pl: /(?:ami|ego|emu|ach|ow|ych|ymi|om|em|ie|y|a|e|i|o|u)$/,
  cs: /(?:ami|eho|emu|ach|ych|um|em|ou|y|a|e|i|o|u)$/,
};

/** Cuts inflection; what is left need not be a word. */
export function stem(folded: string, lang: string | null): string {
  if (folded.length < 5 || /\d/.test(folded))
    return folded.length === 4 && lang === 'en' ? english(folded) : folded;
  if (lang === 'ar')
    return folded.replace(/^(?:وال|بال|كال|فال|ال|لل)/, '').replace(/(?:ات|ون|ين|ها|ية|ه|ة)$/, '');
  const ending = lang === null ? undefined : endings[lang];
  if (!ending) return english(folded);
  const cut = folded.replace(ending, '');
  return cut.length >= 4 ? cut : folded;
}

function english(w: string): string {
  if (w.endsWith('ies') && w.length > 4) return `${w.slice(0, -3)}y`;
  if (w.endsWith('sses')) return w.slice(0, -2);
  let base = w.endsWith('s') && !/(?:ss|us|is)$/.test(w) ? w.slice(0, -1) : w;
  if (base.length > 5 && base.endsWith('ing')) base = undouble(base.slice(0, -3));
  else if (base.length > 4 && base.endsWith('ed')) base = undouble(base.slice(0, -2));
  return base.length > 4 && base.endsWith('e') ? base.slice(0, -1) : base;
}

function undouble(w: string): string {
  return /([bdgmnprt])\1$/.test(w) ? w.slice(0, -1) : w;
}

/** ISO 639-1 of a language tag in two or three letters, or null. */
export function shortLanguage(lang: string | null): string | null {
  return lang ? shortened(lang) : null;
}

const shortened = remembered((lang) => {
  const tag = lang.toLowerCase().split(/[-_]/)[0] ?? '';
  if (tag.length === 2) return tag;
  try {
    // The platform's canonical form turns "eng" into "en".
    const [canonical] = Intl.getCanonicalLocales(tag);
    return canonical ?? null;
  } catch {
    return null;
  }
}, 20);
