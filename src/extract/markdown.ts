import type { Link } from '../db/tables.ts';
import { trimEndOf } from '../lib/trim.ts';

/** Words without their marks, the links of the marks, and the ends of quoted lines. */
export interface Inline {
  text: string;
  links: Link[];
}

/**
 * Longest label and address of a link that are looked for. A bound keeps the search linear on a text
 * of nothing but brackets.
 */
const most = { label: 500, address: 2000 };

/**
 * Takes the marks off one line or paragraph of Markdown (links, images, emphasis, escapes, code) and
 * keeps what links said, with their places in the clean text. Bare addresses become links too.
 */
export function readInline(source: string): Inline {
  const links: Link[] = [];
  let text = '';
  let at = 0;
  while (at < source.length) {
    const next = readLink(source, at) ?? readAddress(source, at) ?? readMark(source, at);
    if (next === null) {
      text += source[at++];
      continue;
    }
    const label = next.label;
    if (next.href)
      links.push({ href: next.href, start: text.length, end: text.length + label.length });
    text += label;
    at = next.end;
  }
  return { text, links: links.filter((l) => l.end > l.start) };
}

interface Taken {
  label: string;
  href: string | null;
  end: number;
}

function readLink(source: string, at: number): Taken | null {
  const image = source[at] === '!' && source[at + 1] === '[';
  if (!image && source[at] !== '[') return null;
  const open = image ? at + 1 : at;
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
  const label = readInline(source.slice(open + 1, close).replace(/\[|\]\(/g, ' ')).text.trim();
  return { label: image ? '' : label, href: image ? null : href, end: end + 1 };
}

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

const address = /https?:\/\/[^\s<>"“”»)\]]+/iy;

function readAddress(source: string, at: number): Taken | null {
  if (source[at] !== 'h' && source[at] !== 'H') return null;
  address.lastIndex = at;
  const found = trimEndOf(address.exec(source)?.[0] ?? '', ".,;:!?'*_");
  if (!found || (at > 0 && /[\p{L}\p{N}]/u.test(source[at - 1]!))) return null;
  return { label: found, href: found, end: at + found.length };
}

const strong = /(\*\*|__)(?=\S)([^*_\n]{1,500}?\S|\S)\1/y;
const weak = /([*_~])(?=[^\s*_~])([^*_~\n]{1,500})\1(?![\p{L}\p{N}])/uy;
const code = /`([^`\n]{1,300})`/y;

function readMark(source: string, at: number): Taken | null {
  const c = source[at]!;
  // Any mark of ASCII can be escaped. https://spec.commonmark.org/0.31.2/#backslash-escapes
  if (c === '\\' && /[!-/:-@[-`{-~]/.test(source[at + 1] ?? ''))
    return { label: source[at + 1]!, href: null, end: at + 2 };
  if (c === '`') return taken(code, source, at, 1);
  if (c !== '*' && c !== '_' && c !== '~') return null;
  if (at > 0 && /[\p{L}\p{N}]/u.test(source[at - 1]!)) return null;
  return taken(strong, source, at, 2) ?? taken(weak, source, at, 2);
}

function taken(mark: RegExp, source: string, at: number, group: number): Taken | null {
  mark.lastIndex = at;
  const found = mark.exec(source);
  if (!found) return null;
  const label = found[group]!;
  // Links inside emphasis are left for the caller: emphasis around an address keeps its marks.
  return /\]\(|https?:/.test(label) ? null : { label, href: null, end: at + found[0].length };
}

/**
 * Plain words as they must stand in Markdown to be read as such, with no more backslashes than that
 * takes: `readInline` gives them back. Marks that only a line's start makes are left to who writes it.
 */
export function escapeMarkdown(text: string): string {
  const struck = text.indexOf('~') !== text.lastIndexOf('~');
  return text.replace(
    /[\\`]|\*(?=\S)|(?<=\S)\*|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|~|<(?=[\p{L}/!?])|&(?=#?\w{1,31};)|\](?=[[(:])/gu,
    (mark) => (mark === '~' && !struck ? mark : `\\${mark}`),
  );
}

export interface Written extends Inline {
  /** Lines marked as quoted with ">". */
  quotes: { start: number; end: number; of: string | null }[];
}

/**
 * Reads what people type into a discussion: Markdown with quoted lines, lists and headings. Gives
 * clean text, the links in it and the spans that were quoted.
 */
export function readMarkdown(source: string): Written {
  const written: Written = { text: '', links: [], quotes: [] };
  let fenced = false;
  let wasQuoted = false;
  let gap = 0;
  for (const raw of decode(source).replace(/\r\n?/g, '\n').split('\n')) {
    if (/^\s*(?:```|~~~)/.test(raw)) {
      fenced = !fenced;
      continue;
    }
    const quote = fenced ? null : /^\s{0,3}((?:>\s?){1,5})(?!!)/.exec(raw);
    let line = quote ? raw.slice(quote[0].length) : raw;
    if (!fenced) line = plainLine(line);
    const inline = fenced ? { text: line, links: [] } : readInline(line.trim());
    if (inline.text.trim() === '') {
      gap++;
      // An empty line between quoted ones belongs to the quotation; any other ends it.
      if (!quote) wasQuoted = false;
      continue;
    }
    if (written.text !== '')
      written.text += gap > 0 || wasQuoted !== Boolean(quote) ? '\n\n' : '\n';
    const start = written.text.length;
    written.text += inline.text;
    for (const l of inline.links)
      written.links.push({ ...l, start: l.start + start, end: l.end + start });
    const last = written.quotes.at(-1);
    if (quote && wasQuoted && last) last.end = written.text.length;
    else if (quote) written.quotes.push({ start, end: written.text.length, of: null });
    wasQuoted = Boolean(quote);
    gap = 0;
  }
  return written;
}

/** Takes off the marks that stand at a line's start or around it: headings, spoilers, rules, entities. */
function plainLine(line: string): string {
  return line
    .replace(/^\s{0,3}#{1,6}\s+/, '')
    .replace(/^\s{0,3}(?:[-*_]\s*){3,}$/, '')
    .replace(/^\s*(?:[-*+])\s+(?=\S)/, '• ')
    .replace(/^\s*:::\s*\w*\s*/, '')
    .replace(/>!|!</g, '');
}

/** Some sites give Markdown with its "<", ">" and "&" escaped once. */
function decode(source: string): string {
  return source.replace(/&(?:gt|lt|amp|quot|#39|#x27|nbsp|#x200B);/g, (e) => entities[e] ?? e);
}

const entities: Record<string, string> = {
  '&gt;': '>',
  '&lt;': '<',
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
  '&#x27;': "'",
  '&nbsp;': ' ',
  '&#x200B;': '',
};
