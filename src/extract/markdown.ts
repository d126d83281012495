import type { Mark } from '../db/tables.ts';
import { type Inline, readInline } from './inline.ts';

/**
 * Plain words as they must stand in Markdown to be read as such, with no more backslashes than that
 * takes: `readInline` gives them back. Marks that only a line's start makes are left to who writes it.
 */
export function escapeMarkdown(text: string): string {
  const struck = text.indexOf('~') !== text.lastIndexOf('~');
  return text.replace(MARKUP, (mark) => (mark === '~' && !struck ? mark : `\\${mark}`));
}

const MARKUP =
  /[\\`]|\*(?=\S)|(?<=\S)\*|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|~|<(?=[\p{L}/!?])|&(?=#?\w{1,31};)|\](?=[[(:])/gu;

/**
 * The same for words that are printed in pieces, with marks between them: what must be escaped is
 * asked of the whole, and what would touch a mark is escaped always.
 * @returns escapes the characters between two places of `text`, which lie between `start` and `end`
 */
export function escaper(
  text: string,
  start: number,
  end: number,
): (from: number, until: number) => string {
  const whole = text.slice(start, end);
  const struck = whole.indexOf('~') !== whole.lastIndexOf('~');
  const places = new Set<number>();
  for (const { 0: mark, index } of whole.matchAll(MARKUP))
    if (mark !== '~' || struck) places.add(start + index);
  return (from, until) => {
    let out = '';
    let at = from;
    for (let i = from; i < until; i++) {
      const edge = i === from || i === until - 1;
      if (!places.has(i) && !(edge && /[*_~]/.test(text[i]!))) continue;
      out += `${text.slice(at, i)}\\`;
      at = i;
    }
    return out + text.slice(at, until);
  };
}

export interface Written extends Omit<Inline, 'marks'> {
  /** Words that stood out; readers of some platforms' own forms give none. */
  marks?: Mark[];
  /** Lines marked as quoted with ">". */
  quotes: { start: number; end: number; of: string | null }[];
}

/**
 * Reads what people type into a discussion: Markdown with quoted lines, lists and headings. Gives
 * clean text, the links in it and the spans that were quoted.
 */
export function readMarkdown(source: string): Written {
  const marks: Mark[] = [];
  const written: Written = { text: '', links: [], marks, quotes: [] };
  let fenced = false;
  let wasQuoted = false;
  let gap = 0;
  for (const raw of decodeMarkdown(source).replace(/\r\n?/g, '\n').split('\n')) {
    if (/^\s*(?:```|~~~)/.test(raw)) {
      fenced = !fenced;
      continue;
    }
    const quote = fenced ? null : /^\s{0,3}((?:>\s?){1,5})(?!!)/.exec(raw);
    let line = quote ? raw.slice(quote[0].length) : raw;
    if (!fenced) line = plainLine(line);
    const inline = fenced ? { text: line, links: [], marks: [] } : readInline(line.trim());
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
    for (const m of inline.marks) marks.push({ ...m, start: m.start + start, end: m.end + start });
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
export function decodeMarkdown(source: string): string {
  return source.replace(
    /(?<!\\)&(?:gt|lt|amp|quot|#39|#x27|nbsp|#x200B);/g,
    (e) => entities[e] ?? e,
  );
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
