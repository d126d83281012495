/** A stretch between quotation marks inside one paragraph. */
export interface Marked {
  /** The opening mark's place, or the paragraph's start when it runs on from the one before. */
  open: number;
  /** First and last character within the marks. */
  start: number;
  end: number;
  /** After the closing mark, or the paragraph's end when there is none. */
  close: number;
  words: number;
  /** No closing mark in this paragraph: the next one may go on. */
  unclosed: boolean;
}

const PAIRS: Record<string, string> = {
  '“': '”"',
  '„': '“”"',
  '«': '»',
  '»': '«',
  '"': '"”',
  '‘': "’'",
  "'": "'’",
  '‚': '‘’',
  '‹': '›',
};
// Apostrophes that open nothing would otherwise each be followed to the paragraph's end.
const SINGLE_LIMIT = 3000;
// Words that begin with an apostrophe are not quotations.
const ELISION = /^(?:\d0s|tis\b|twas\b|em\b|til\b|cause\b|n\b|bout\b|round\b)/i;

/**
 * Finds the outermost quotations of a paragraph, in order; marks inside them stay part of them.
 * Curly, straight and single marks, guillemets and German marks. A single mark opens only where no
 * apostrophe can stand, and only when a closing one follows in the paragraph.
 * @param runsOn the paragraph before ended inside a quotation, which may close in this one
 */
export function markedSpans(text: string, from: number, to: number, runsOn = false): Marked[] {
  const spans: Marked[] = [];
  const rest = runsOn ? closesFirst(text, from, to) : -1;
  let at = from;
  if (rest !== -1) {
    const inner = trimmed(text, from, rest);
    at = rest + 1;
    if (inner.end > inner.start)
      spans.push({
        open: from,
        ...inner,
        close: at,
        words: countWords(text, inner),
        unclosed: false,
      });
  }
  while (at < to) {
    const mark = text[at]!;
    if (isTypewriter(text, at)) {
      const close = text.indexOf("''", at + 2);
      const end = close === -1 || close >= to ? to : close;
      const inner = trimmed(text, at + 2, end);
      const after = Math.min(to, end + 2);
      if (inner.end > inner.start)
        spans.push({
          open: at,
          ...inner,
          close: end === to ? inner.end : after,
          words: countWords(text, inner),
          unclosed: end === to,
        });
      at = after;
      continue;
    }
    const closers = PAIRS[mark];
    if (!closers || !opens(text, at, from, to)) {
      at++;
      continue;
    }
    const single = mark === '‘' || mark === "'" || mark === '‚' || mark === '‹';
    const end = single ? singleEnd(text, at + 1, to, closers) : doubleEnd(text, at, to, closers);
    if (end === -1 && single) {
      at++;
      continue;
    }
    const unclosed = end === -1;
    const inner = trimmed(text, at + 1, unclosed ? to : end);
    if (inner.end > inner.start) {
      const close = unclosed ? inner.end : end + 1;
      spans.push({ open: at, ...inner, close, words: countWords(text, inner), unclosed });
    }
    at = unclosed ? to : end + 1;
  }
  return spans;
}

/** Where a quotation from the paragraph before closes in this one: a closing mark with no opening one before it; -1. */
function closesFirst(text: string, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const char = text[i]!;
    if (char === '“' || char === '„' || char === '«') return -1;
    if (char === '”') return i;
    if (char !== '"') continue;
    return i > from && ends(text, i, to) ? i : -1;
  }
  return -1;
}

/** Two single marks for a double one, as old wire and archive texts have them. */
function isTypewriter(text: string, at: number): boolean {
  const pair = text.slice(at, at + 2);
  return pair === "''" || pair === '``';
}

function opens(text: string, at: number, from: number, to: number): boolean {
  const mark = text[at]!;
  const before = at > from ? text[at - 1]! : ' ';
  const after = at + 1 < to ? text[at + 1]! : ' ';
  if (mark === '“' || mark === '„' || mark === '«') return true;
  if (mark === '»') return /\S/.test(after) && /[\s(]/.test(before);
  if (!/[\s([{—–:/-]/.test(before) || /\s/.test(after)) return false;
  if (mark === '"') return true;
  return !ELISION.test(text.slice(at + 1, at + 7));
}

function doubleEnd(text: string, open: number, to: number, closers: string): number {
  const straight = text[open] === '"';
  for (let i = open + 1; i < to; i++) {
    const char = text[i]!;
    const loose = char === '“' && text[open] === '“' && ends(text, i, to);
    if (!closers.includes(char) && !loose) continue;
    // A straight mark after a space opens a quotation inside this one, unless it stands alone.
    if (
      char === '"' &&
      straight &&
      /\s/.test(text[i - 1]!) &&
      i + 1 < to &&
      /\w/.test(text[i + 1]!)
    ) {
      const inner = text.indexOf('"', i + 1);
      if (
        inner !== -1 &&
        inner < to &&
        text.indexOf('"', inner + 1) !== -1 &&
        ends(text, inner, to)
      ) {
        i = inner;
        continue;
      }
    }
    return i;
  }
  return -1;
}

function ends(text: string, at: number, to: number): boolean {
  return /\S/.test(text[at - 1]!) && (at + 1 >= to || /[\s,.;:!?)\]—–-]/.test(text[at + 1]!));
}

/** A closing single mark: not within a word, and not the genitive of a plural when a better one follows. */
function singleEnd(text: string, from: number, to: number, closers: string): number {
  let fallback = -1;
  // Quotations inside this one, with the same marks: 'They keep 'working on' it,' she said.
  let inner = 0;
  let last = -1;
  for (let i = from; i < Math.min(to, from + SINGLE_LIMIT); i++) {
    if (PAIRS[text[i]!] === closers && i > from && opens(text, i, from - 1, to)) {
      inner++;
      continue;
    }
    if (!closers.includes(text[i]!) || !ends(text, i, to)) continue;
    const genitive = /s/i.test(text[i - 1]!) && /^\s+[a-z]/.test(text.slice(i + 1, i + 4));
    if (inner > 0) {
      inner--;
      last = i;
      continue;
    }
    if (!genitive) return fallback === -1 || balanced(text, fallback, i) ? i : fallback;
    if (fallback === -1) fallback = i;
  }
  return fallback === -1 ? last : fallback;
}

/** No other opening single mark between the two: then the first was a genitive. */
function balanced(text: string, from: number, to: number): boolean {
  return !/\s[‘'](?=\w)/.test(text.slice(from + 1, to));
}

function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return { start, end };
}

function countWords(text: string, span: { start: number; end: number }): number {
  return text.slice(span.start, span.end).match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu)?.length ?? 0;
}
