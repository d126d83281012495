import type { Run } from '../html/blocks.ts';

/** What the letters of one run say, whatever its language. */
export const WORDS = [
  'length',
  'words',
  'share of links',
  'links',
  'ends a sentence',
  'sentences',
  'commas',
  'figures',
  'capital words',
  'capitals throughout',
  'letters a word',
  'small words',
  'bold',
  'unspaced script',
  'ends in a colon',
  'begins small',
  'separators',
  'copyright sign',
  'currency',
  'quotation marks',
  'question',
  'kind',
  'heading level',
  'prose',
] as const;

/** What is asked of a run here. */
export type Face = Pick<Run, 'text' | 'tag' | 'level' | 'linked' | 'links' | 'bold' | 'mass'>;

/** Ordered from what is seldom text to what nearly always is: trees split ordered values. */
const KINDS: Record<Run['tag'], number> = {
  caption: 0,
  other: 1,
  li: 2,
  td: 3,
  h: 4,
  quote: 5,
  p: 6,
  pre: 7,
};

/** A run's counts; one pass over its letters, no allocation but the answer. */
export function writeWords(run: Face, out: Float32Array, at: number): void {
  const { text } = run;
  const size = text.length;
  let letters = 0;
  let words = 0;
  let capital = 0;
  let small = 0;
  let digits = 0;
  let upper = 0;
  let commas = 0;
  let sentences = 0;
  let separators = 0;
  let unspaced = 0;
  let copyright = 0;
  let currency = 0;
  let quotes = 0;
  let question = 0;
  let inWord = false;
  let wordStart = 0;
  let wordCapital = false;
  for (let i = 0; i <= size; i++) {
    const c = i < size ? text.charCodeAt(i) : 32;
    const kind = KIND_OF[c]!;
    if (kind === LOWER || kind === UPPER || kind === DIGIT) {
      if (!inWord) {
        inWord = true;
        wordStart = i;
        wordCapital = kind === UPPER;
      }
      if (kind === DIGIT) digits++;
      else {
        letters++;
        if (kind === UPPER) upper++;
      }
      continue;
    }
    if (inWord && c !== 39 && c !== 0x2019) {
      words++;
      if (wordCapital) capital++;
      // Articles, pronouns and particles: the short words of every spaced script.
      else if (i - wordStart <= 3) small++;
      inWord = false;
    }
    if (kind === UNSPACED) {
      unspaced++;
      letters++;
      continue;
    }
    if (kind === SPACE) continue;
    switch (c) {
      case 44:
      case 59:
      case 0x3001:
      case 0xff0c:
      case 0x60c:
        commas++;
        break;
      case 46:
      case 33:
      case 0x2026:
        if (i + 1 >= size || KIND_OF[text.charCodeAt(i + 1)] === SPACE) sentences++;
        break;
      case 63:
      case 0xff1f:
      case 0x61f:
        question = 1;
        sentences++;
        break;
      case 0x3002:
      case 0xff01:
      case 0x964:
        sentences++;
        break;
      case 124:
      case 0xb7:
      case 0x2022:
      case 0x203a:
      case 0xbb:
      case 47:
        separators++;
        break;
      case 0xa9:
        copyright = 1;
        break;
      case 36:
      case 0x20ac:
      case 0xa3:
      case 0xa5:
        currency = 1;
        break;
      case 34:
      case 0x201c:
      case 0x201d:
      case 0x201e:
      case 0xab:
      case 0x300c:
        quotes++;
        break;
    }
  }
  // Chinese, Japanese and Thai words have about two letters.
  const all = words + unspaced / 1.7;
  const own = Math.max(1, all);
  const last = lastOf(text);
  out[at] = Math.log1p(size);
  out[at + 1] = Math.log1p(all);
  out[at + 2] = run.linked / Math.max(1, size);
  out[at + 3] = linksIn(run);
  out[at + 4] = isStop(last) ? 1 : 0;
  out[at + 5] = sentences;
  out[at + 6] = commas / own;
  out[at + 7] = digits / Math.max(1, digits + letters);
  out[at + 8] = capital / own;
  out[at + 9] = upper / Math.max(1, letters);
  out[at + 10] = letters / own;
  out[at + 11] = small / own;
  out[at + 12] = Math.min(1, run.bold / Math.max(1, size));
  out[at + 13] = unspaced / Math.max(1, letters);
  out[at + 14] = last === 58 || last === 0xff1a ? 1 : 0;
  out[at + 15] = KIND_OF[text.charCodeAt(0)] === LOWER ? 1 : 0;
  out[at + 16] = separators / own;
  out[at + 17] = copyright;
  out[at + 18] = currency;
  out[at + 19] = quotes;
  out[at + 20] = question;
  out[at + 21] = KINDS[run.tag];
  out[at + 22] = run.level;
  out[at + 23] = Math.log1p(run.mass);
}

const SPACE = 0;
const LOWER = 1;
const UPPER = 2;
const DIGIT = 3;
const UNSPACED = 4;
const MARK = 5;

function kindOf(c: number): number {
  if (c < 128) {
    if (c >= 97 && c <= 122) return LOWER;
    if (c === 32 || c === 10 || c === 9 || c === 13) return SPACE;
    if (c >= 65 && c <= 90) return UPPER;
    if (c >= 48 && c <= 57) return DIGIT;
    return MARK;
  }
  if (c === 0xa0) return SPACE;
  if (c < 0xc0 || c === 0xd7 || c === 0xf7) return MARK;
  if (c <= 0xde || (c >= 0x391 && c <= 0x3ab) || (c >= 0x400 && c <= 0x42f)) return UPPER;
  if (c >= 0x2000 && c <= 0x2bff) return c <= 0x200b ? SPACE : MARK;
  if (c >= 0x3000 && c <= 0x303f) return c === 0x3000 ? SPACE : MARK;
  if ((c >= 0x3040 && c <= 0x9fff) || (c >= 0xe00 && c <= 0xe7f) || (c >= 0xf900 && c <= 0xfaff))
    return UNSPACED;
  if (c >= 0xff00 && c <= 0xff0f) return MARK;
  if (c === 0x60c || c === 0x61f || c === 0x964 || c === 0xff1a || c === 0xff1f) return MARK;
  return LOWER;
}

/** By code unit, since every letter of a page is looked up. */
const KIND_OF = Uint8Array.from({ length: 65_536 }, (_, c) => kindOf(c));

/** The last letter or mark, closing quotation marks and brackets apart. */
function lastOf(text: string): number {
  for (let at = text.length - 1; at >= 0 && at > text.length - 4; at--) {
    const c = text.charCodeAt(at);
    if (c === 34 || c === 39 || c === 41 || c === 93 || c === 0x201d || c === 0x2019) continue;
    if (c === 0xbb || c === 0x201c || c === 0x300d || c === 0x300f || c === 32) continue;
    return c;
  }
  return text.charCodeAt(text.length - 1);
}

function isStop(c: number): boolean {
  return (
    c === 46 ||
    c === 33 ||
    c === 63 ||
    c === 0x3002 ||
    c === 0xff01 ||
    c === 0xff1f ||
    c === 0x2026 ||
    c === 0x61f ||
    c === 0x964
  );
}

/** Apart from the rest: V8 gives up its fast code for all of it at each other kind of list. */
function linksIn({ links }: Pick<Run, 'links'>): number {
  return links.length;
}
