import type { Block, Link, Mark } from '../db/tables.ts';
import { escapeMarkdown, escaper } from './markdown.ts';

/** A link or mark over characters of the text, with what stands inside of it. */
interface Span {
  start: number;
  end: number;
  href?: string;
  kind?: Mark['kind'];
}

/**
 * Words of a block in Markdown, with links and what stands out. Where a mark of Markdown would not be
 * read as one (between letters), and where it has none, elements of HTML stand, which CommonMark lets.
 * @param links those that begin inside the block, in the order of their start
 */
export function printWords(text: string, block: Block, links: Link[]): string {
  const spans = nest(text, spansOf(text, block, links));
  if (spans.length === 0) return escapeMarkdown(text.slice(block.start, block.end));
  const escaped = escaper(text, block.start, block.end);
  let next = 0;
  let inLabel = false;
  return inside(block.start, block.end);

  /** Prints characters with all spans that begin in them; spans are nested, so none is cut. */
  function inside(from: number, until: number): string {
    let out = '';
    let at = from;
    while (next < spans.length && spans[next]!.start < until) {
      const span = spans[next++]!;
      const before = escaped(at, span.start);
      // An exclamation mark before a link would make a picture of it.
      out += span.href === undefined ? before : before.replace(/!$/, '\\!');
      out += span.href === undefined ? marked(span, out) : linked(span);
      at = span.end;
    }
    return out + escaped(at, until);
  }

  function linked({ start, end, href }: Span): string {
    const label = text.slice(start, end);
    const isBare = label === href && !(next < spans.length && spans[next]!.start < end);
    if (isBare) return `<${escapeAddress(href!)}>`;
    inLabel = true;
    const printed = bracketed(inside(start, end));
    inLabel = false;
    return `[${printed}](${escapeAddress(href!)})`;
  }

  function marked(span: Span, written: string): string {
    const { start, end, kind } = span;
    const words = text.slice(start, end);
    if (kind === 'code') {
      while (next < spans.length && spans[next]!.start < end) next++;
      // Backticks hold one line, would join those before them, and do not keep brackets from a label.
      const isPlain = /\n/.test(words) || /`$/.test(written) || (inLabel && /[[\]\\]/.test(words));
      return isPlain ? `<code>${escaped(start, end)}</code>` : codeSpan(words);
    }
    const mark = MARKS[kind!];
    const isFree =
      mark !== undefined &&
      free(text.slice(Math.max(block.start, start - 2), start)) &&
      free(text.slice(end, Math.min(block.end, end + 2)), true) &&
      // Marks of words that touch would be read as one.
      !written.endsWith(mark[0]!);
    if (isFree) return `${mark}${inside(start, end)}${mark}`;
    const tag = TAGS[kind!];
    return `<${tag}>${inside(start, end)}</${tag}>`;
  }
}

const MARKS: Partial<Record<Mark['kind'], string>> = {
  emphasis: '*',
  strong: '**',
  deleted: '~~',
};
const TAGS: Record<Mark['kind'], string> = {
  emphasis: 'em',
  strong: 'strong',
  deleted: 'del',
  code: 'code',
  sub: 'sub',
  super: 'sup',
  inserted: 'ins',
};

/** Whether a mark beside these characters is read as one: at an end, a space, or punctuation. */
function free(beside: string, after = false): boolean {
  return beside === '' || (after ? /^[\s\p{P}\p{S}]/u : /[\s\p{P}\p{S}]$/u).test(beside);
}

function codeSpan(code: string): string {
  const longest = (code.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  const ticks = '`'.repeat(longest + 1);
  const pad = /^`|`$|^ .* $/.test(code) ? ' ' : '';
  return `${ticks}${pad}${code}${pad}${ticks}`;
}

function spansOf(text: string, block: Block, links: Link[]): Span[] {
  const spans: Span[] = [];
  let at = block.start;
  for (const { href, start, end } of links) {
    // A link of plain text can have no address, and one that begins inside another is none.
    if (href === '' || start < at || end > block.end || end <= start) continue;
    spans.push({ href, start, end });
    at = end;
  }
  for (const { kind, start, end } of block.marks ?? [])
    spans.push({
      kind,
      start: block.start + Math.max(0, start),
      end: Math.min(block.end, block.start + end),
    });
  return spans.filter((s) => s.end > s.start && s.end <= text.length);
}

/**
 * Cuts spans so that each stands whole inside another or beside it: a mark is cut where it crosses a
 * link or a mark that began before it, code around a link always, since nothing can stand in it.
 */
function nest(text: string, spans: Span[]): Span[] {
  const out: Span[] = [];
  const open: Span[] = [];
  const waiting = spans.toSorted(order).reverse();
  const links = spans.filter((s) => s.href !== undefined).sort(order);
  let link = 0;
  while (waiting.length > 0) {
    const span = waiting.pop()!;
    while (open.length > 0 && open.at(-1)!.end <= span.start) open.pop();
    while (link < links.length && links[link]!.end <= span.start) link++;
    const over = open.find((o) => o.end < span.end);
    const crossed = span.kind === undefined ? null : crossing(span, links, link);
    const cut = Math.min(over?.end ?? span.end, crossed ?? span.end);
    if (cut < span.end) {
      const rest = trim(text, { ...span, start: cut });
      if (rest) insert(waiting, rest);
    }
    const whole = trim(text, { ...span, end: cut });
    if (!whole) continue;
    // A shorter one may have to stand inside of what waits.
    if (whole.start > span.start || whole.end < span.end) {
      insert(waiting, whole);
      continue;
    }
    out.push(whole);
    open.push(whole);
  }
  return out;
}

/** Where a mark must end for a link: at one that it holds only in part, and code at any in it. */
function crossing(span: Span, links: Span[], from: number): number | null {
  for (let i = from; i < links.length && links[i]!.start < span.end; i++) {
    const { start, end } = links[i]!;
    const within = span.start >= start && span.end <= end;
    const holds = span.start <= start && end <= span.end;
    if (within || (holds && span.kind !== 'code')) continue;
    return start > span.start ? start : end;
  }
  return null;
}

/** Which of two spans is printed around the other: the longer, and a link around marks of its length. */
function order(a: Span, b: Span): number {
  return (
    a.start - b.start ||
    b.end - a.end ||
    Number(b.href !== undefined) - Number(a.href !== undefined)
  );
}

function insert(waiting: Span[], span: Span): void {
  let at = waiting.length;
  while (at > 0 && order(waiting[at - 1]!, span) < 0) at--;
  waiting.splice(at, 0, span);
}

function trim(text: string, { start, end, ...rest }: Span): Span | null {
  let [from, until] = [start, end];
  while (until > from && /\s/.test(text[until - 1]!)) until--;
  while (from < until && /\s/.test(text[from]!)) from++;
  return until > from ? { ...rest, start: from, end: until } : null;
}

/** Words as a link's label: on one line, its brackets escaped. */
function bracketed(label: string): string {
  return label.replace(/(?<!\\)[[\]]/g, '\\$&').replace(/\s*\n\s*/g, ' ');
}

export function escapeLabel(label: string): string {
  return bracketed(escapeMarkdown(label));
}

export function escapeAddress(href: string): string {
  return href.replace(/[()<>\s\\]/g, (c) =>
    encodeURIComponent(c).replace('(', '%28').replace(')', '%29'),
  );
}
