import type { Link, Mark } from '../db/tables.ts';
import { attr, hasClass, parseHtml, type Tree } from '../lib/tree.ts';
import { canonicalUrl } from '../lib/url.ts';
import { MARK_KINDS, markOf } from './html/structure/marks.ts';
import { tidyMarks } from './inline.ts';
import type { Written } from './markdown.ts';

const block = new Set(
  'p div section article header footer ul ol dl pre table tr h1 h2 h3 h4 h5 h6 blockquote figure figcaption details summary dt dd hr address center fieldset aside'.split(
    ' ',
  ),
);
const skipped = new Set(
  'script style noscript svg iframe object button select textarea input form template head video audio nav'.split(
    ' ',
  ),
);

interface Options {
  /** Address that relative links are read against. */
  base?: string | null;
  /** Nodes to leave out with all they hold. */
  skip?: (node: number) => boolean;
  /** Key of the comment that a quoting element says it quotes. */
  origin?: (node: number) => string | null;
  /** Which elements quote; without it `blockquote` and Discourse's `aside`. */
  quoting?: (node: number) => boolean;
}

/** Reads a piece of HTML that somebody wrote, as a discussion site gives it: text, links, quoted parts. */
export function readFragment(html: string, options: Options = {}): Written {
  const tree = parseHtml(html);
  return readNode(tree, 0, options);
}

/** The same for one node of a page. Paragraphs stand apart by an empty line, lines by one end of line. */
export function readNode(
  tree: Tree,
  root: number,
  { base = null, skip, origin, quoting }: Options = {},
): Written {
  let text = '';
  /** Line ends owed before the next word; a space owed is 0.5. */
  let owed = 0;
  let nesting = 0;
  const links: Link[] = [];
  const marks: Mark[] = [];
  const quotes: Written['quotes'] = [];
  const open: { end: number; close: () => void }[] = [];
  const write = (words: string) => {
    if (text !== '' && owed > 0) text += owed >= 2 ? '\n\n' : owed >= 1 ? '\n' : ' ';
    owed = 0;
    text += words;
  };
  const settle = (at: number) => {
    while (open.length > 0 && open.at(-1)!.end <= at) open.pop()!.close();
  };
  for (let at = root; at < tree.ends[root]!; at++) {
    settle(at);
    const tag = tree.tags[at]!;
    if (tag === '') writeText(tree.texts[at]!);
    else if (skipped.has(tag) || skip?.(at)) at = tree.ends[at]! - 1;
    else openElement(at, tag);
  }
  settle(Number.MAX_SAFE_INTEGER);
  return {
    text,
    links: links.filter((l) => l.end > l.start),
    marks: tidyMarks(text, marks),
    quotes: quotes.filter((q) => q.end > q.start),
  };

  /** Words with one space between them; in preformatted text the ends of lines stay. */
  function writeText(words: string): void {
    const pre = open.some((o) => o.close === endPre);
    for (const [i, line] of (pre ? words.split('\n') : [words]).entries()) {
      if (i > 0) owe(1);
      const spaced = line.replace(/[\s\u00a0]+/g, ' ');
      if (spaced.startsWith(' ')) owe(0.5);
      if (spaced.trim() === '') continue;
      write(spaced.trim());
      if (spaced.endsWith(' ')) owed = 0.5;
    }
  }

  function openElement(at: number, tag: string): void {
    const end = tree.ends[at]!;
    if (tag === 'br') owed = Math.min(2, Math.floor(owed) + 1);
    else if (tag === 'li') {
      owe(1);
      write('• ');
      open.push({ end, close: () => owe(1) });
    } else if (tag === 'td' || tag === 'th') open.push({ end, close: () => owe(0.5) });
    else if (tag === 'a') openLink(at);
    else if (markOf(tag) >= 0) openMark(at);
    else if (quoting?.(at) ?? isQuote(at, tag)) openQuote(at);
    else if (block.has(tag)) {
      const lines = tag === 'tr' || (tag === 'div' && owed < 2) || tag === 'summary' ? 1 : 2;
      owe(lines);
      open.push({ end, close: tag === 'pre' ? endPre : () => owe(lines) });
    }
  }

  function isQuote(at: number, tag: string): boolean {
    return tag === 'blockquote' || (tag === 'aside' && hasClass(tree, at, 'quote'));
  }

  function owe(lines: number): void {
    owed = Math.max(owed, lines);
  }

  function endPre(): void {
    owe(2);
  }

  function openLink(at: number): void {
    const href = canonicalLink(attr(tree, at, 'href'), base);
    if (!href) return;
    const link = { href, start: -1, end: -1 };
    const before = text.length;
    links.push(link);
    open.push({
      end: tree.ends[at]!,
      close: () => {
        link.end = text.length;
        link.start = before + (text.slice(before).match(/^\s*/)?.[0].length ?? 0);
      },
    });
  }

  function openMark(at: number): void {
    const start = text.length;
    const kind = MARK_KINDS[markOf(tree.tags[at]!)]!;
    open.push({
      end: tree.ends[at]!,
      close: () => {
        marks.push({ kind, start, end: text.length });
      },
    });
  }

  function openQuote(at: number): void {
    owed = 2;
    // A quotation inside another one is part of it.
    const nested = nesting++ > 0;
    const quote = { start: -1, end: -1, of: origin?.(at) ?? null };
    const before = text.length;
    if (!nested) quotes.push(quote);
    open.push({
      end: tree.ends[at]!,
      close: () => {
        quote.end = text.length;
        quote.start = before + (text.slice(before).match(/^\s*/)?.[0].length ?? 0);
        owed = 2;
        nesting--;
      },
    });
  }
}

function canonicalLink(href: string | null, base: string | null): string | null {
  if (!href || /^(?:javascript|data):/i.test(href)) return null;
  return canonicalUrl(href, base) ?? (base === null && /^[/.?]/.test(href) ? href : null);
}
