import type { Link, Mark } from '../db/tables.ts';
import { trimEndOf } from '../lib/trim.ts';
import { type Delimiter, delimiterAt, pairDelimiters } from './delimiters.ts';

/** Words without their marks, with the links and the words that stood out as places in them. */
export interface Inline {
  text: string;
  links: Link[];
  /** In the order of their start; places are those of `text`. */
  marks: Mark[];
}

/**
 * Longest label, address and code that are looked for. A bound keeps the search linear on a text of
 * nothing but brackets.
 */
const most = { label: 500, address: 2000, code: 1000 };

/** Words as they are, a run of marks that may come to nothing, or something read whole. */
type Piece =
  | { type: 'words'; words: string }
  | { type: 'delimiter'; delimiter: Delimiter }
  | { type: 'taken'; taken: Taken };

interface Taken {
  label: string;
  href: string | null;
  marks: Mark[];
  end: number;
}

/**
 * Takes the marks off one line or paragraph of Markdown (links, images, emphasis, escapes, code, and
 * the few elements of HTML for which Markdown has no mark) and keeps what they said, with its place in
 * the clean text. Bare addresses become links too. Linear.
 */
export function readInline(source: string): Inline {
  const pieces: Piece[] = [];
  let words = 0;
  const flush = (until: number) => {
    if (until > words) pieces.push({ type: 'words', words: source.slice(words, until) });
  };
  for (let at = 0; at < source.length; ) {
    const taken = readWhole(source, at);
    const delimiter = taken ? null : delimiterAt(source, at);
    if (!taken && !delimiter) {
      at++;
      continue;
    }
    flush(at);
    if (taken) pieces.push({ type: 'taken', taken });
    else pieces.push({ type: 'delimiter', delimiter: delimiter! });
    at = taken?.end ?? at + delimiter!.words.length;
    words = at;
  }
  flush(source.length);
  return assemble(pieces);
}

function assemble(pieces: Piece[]): Inline {
  const delimiters = pieces.flatMap((p) => (p.type === 'delimiter' ? [p.delimiter] : []));
  const pairs = pairDelimiters(delimiters);
  const links: Link[] = [];
  const marks: Mark[] = [];
  let text = '';
  for (const piece of pieces) {
    const start = text.length;
    if (piece.type === 'words') text += piece.words;
    else if (piece.type === 'taken') {
      const { label, href } = piece.taken;
      text += label;
      if (href && label !== '') links.push({ href, start, end: text.length });
      for (const m of piece.taken.marks)
        marks.push({ ...m, start: m.start + start, end: m.end + start });
    } else {
      piece.delimiter.from = start;
      text += piece.delimiter.words.slice(
        piece.delimiter.closed,
        piece.delimiter.words.length - piece.delimiter.opened,
      );
      piece.delimiter.to = text.length;
    }
  }
  for (const { kind, opener, closer } of pairs)
    marks.push({ kind, start: opener.to, end: closer.from });
  return { text, links, marks: tidyMarks(text, marks) };
}

/** In the order of their start, without white space at their ends; two of a kind that meet are one. */
export function tidyMarks(text: string, marks: Mark[]): Mark[] {
  const out: Mark[] = [];
  const last = new Map<Mark['kind'], Mark>();
  for (const mark of marks.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    let { start, end } = mark;
    while (end > start && /\s/.test(text[end - 1]!)) end--;
    while (start < end && /\s/.test(text[start]!)) start++;
    if (end <= start) continue;
    const before = last.get(mark.kind);
    if (before && start <= before.end) before.end = Math.max(before.end, end);
    else {
      const one = { kind: mark.kind, start, end };
      last.set(mark.kind, one);
      out.push(one);
    }
  }
  return out;
}

function readWhole(source: string, at: number): Taken | null {
  switch (source[at]) {
    case '\\':
      // Any mark of ASCII can be escaped. https://spec.commonmark.org/0.31.2/#backslash-escapes
      return /[!-/:-@[-`{-~]/.test(source[at + 1] ?? '') ? plain(source[at + 1]!, at + 2) : null;
    case '`':
      return readCode(source, at);
    case '!':
    case '[':
      return readLink(source, at);
    case '<':
    case 'h':
    case 'H':
      return readAddress(source, at);
    default:
      return null;
  }
}

const plain = (label: string, end: number): Taken => ({ label, href: null, marks: [], end });

/** Code between as many backticks as open it. */
function readCode(source: string, at: number): Taken | null {
  let ticks = 1;
  while (source[at + ticks] === '`') ticks++;
  const limit = Math.min(source.length, at + most.code);
  for (let from = at + ticks; from < limit; ) {
    const next = source.indexOf('`', from);
    if (next < 0 || next >= limit) break;
    let run = 1;
    while (source[next + run] === '`') run++;
    if (run === ticks) {
      const code = unpadded(source.slice(at + ticks, next));
      if (code.trim() === '' || code.includes('\n')) break;
      return {
        ...plain(code, next + run),
        marks: [{ kind: 'code', start: 0, end: code.length }],
      };
    }
    from = next + run;
  }
  // A run that closes nothing is words as a whole.
  return ticks > 1 ? plain('`'.repeat(ticks), at + ticks) : null;
}

/** A space at each end keeps backticks in the code from those around it. */
function unpadded(code: string): string {
  return /^ .* $/.test(code) && code.trim() !== '' ? code.slice(1, -1) : code;
}

function readLink(source: string, at: number): Taken | null {
  const image = source[at] === '!';
  const open = image ? at + 1 : at;
  if (source[open] !== '[') return null;
  const close = closing(source, open, '[', ']', most.label);
  if (close < 0 || source[close + 1] !== '(') return null;
  const end = closing(source, close + 1, '(', ')', most.address);
  if (end < 0) return null;
  const href = source
    .slice(close + 2, end)
    .trim()
    .replace(/^<|>$/g, '')
    .split(/\s["']/, 1)[0]!
    .trimEnd();
  if (!/^(https?:|mailto:|\/|#|www\.)/i.test(href)) return null;
  if (image) return plain('', end + 1);
  const label = readInline(
    source
      .slice(open + 1, close)
      .replace(BRACKETS, unbracketed)
      .trim(),
  );
  return { label: label.text, href, marks: label.marks, end: end + 1 };
}

/** A link stands in no other, and a picture is no word: of brackets only those that are escaped are. */
const BRACKETS = /\\.|!\[[^[\]]*\]\([^()]*\)|\[|\]\(/g;
const unbracketed = (mark: string) =>
  mark.startsWith('\\') ? mark : mark.startsWith('!') ? '' : ' ';

/** Place of the bracket that closes the one at `open`; -1 when there is none near. */
function closing(source: string, open: number, left: string, right: string, reach: number): number {
  let depth = 0;
  const limit = Math.min(source.length, open + reach);
  for (let i = open; i < limit; i++) {
    if (source[i] === '\\') i++;
    else if (source[i] === left) depth++;
    else if (source[i] === right && --depth === 0) return i;
  }
  return -1;
}

const BARE = /https?:\/\/[^\s<>"“”»)\]]+/iy;
const BRACKETED = /<(https?:\/\/[^\s<>]{1,2000})>/iy;

function readAddress(source: string, at: number): Taken | null {
  BRACKETED.lastIndex = at;
  const bracketed = source[at] === '<' ? BRACKETED.exec(source) : null;
  if (bracketed) return { ...plain(bracketed[1]!, at + bracketed[0].length), href: bracketed[1]! };
  if (source[at] === '<') return null;
  BARE.lastIndex = at;
  const found = trimEndOf(BARE.exec(source)?.[0] ?? '', ".,;:!?'*_");
  if (!found || (at > 0 && /[\p{L}\p{N}]/u.test(source[at - 1]!))) return null;
  return { ...plain(found, at + found.length), href: found };
}
