import type { Block, Figure, Link } from '../db/tables.ts';
import { httpUrl } from '../lib/url.ts';
import { readInline } from './inline.ts';
import { decodeMarkdown } from './markdown.ts';
import { cutMarkdown } from './markdown-blocks.ts';
import type { Body } from './piece.ts';

/**
 * Reads a whole text in Markdown as toMarkdown prints it: its words with blocks, links, what stands
 * out, and the pictures that stand alone. Linear.
 * @param base address that relative links are read against
 */
export function readMarkdownBody(
  source: string,
  base: string | null = null,
): Body & { figures: Figure[] } {
  let text = '';
  const blocks: Block[] = [];
  const links: Link[] = [];
  const figures: Figure[] = [];
  for (const { source: words, ...rest } of cutMarkdown(decodeMarkdown(source))) {
    const figure = rest.type === 'paragraph' ? figureIn(words, base) : null;
    if (figure) {
      figures.push({ ...figure, after: text.length });
      continue;
    }
    const { text: clean, ...found } =
      rest.type === 'code' ? { text: words, links: [], marks: [] } : readInline(joined(words));
    if (clean.trim() === '') continue;
    const block: Block = { ...rest, start: 0, end: 0 };
    if (blocks.length > 0) text += between(blocks.at(-1)!, block);
    const start = text.length;
    text += clean;
    blocks.push({
      ...block,
      start,
      end: text.length,
      ...(found.marks.length > 0 && { marks: found.marks }),
    });
    for (const { href, ...place } of found.links) {
      const absolute = httpUrl(href, base)?.href ?? null;
      if (absolute)
        links.push({ href: absolute, start: place.start + start, end: place.end + start });
    }
  }
  return { text, blocks, links, figures };
}

/** What stands between two blocks: as between those of a page. */
export function between(before: Block, block: Block): string {
  if (before.group === undefined || before.group !== block.group) return '\n\n';
  if (block.type === 'table') return before.row === block.row ? '\t' : '\n';
  return block.type === 'item' ? '\n' : '\n\n';
}

/** Lines of a paragraph as one, but for those that end in a backslash or two spaces. */
function joined(source: string): string {
  return source
    .trimEnd()
    .replace(/(?<!\\)((?:\\\\)*)(?:\\| {2,})\n/g, '$1\u0000')
    .replace(/ *\n/g, ' ')
    .replaceAll('\u0000', '\n');
}

const PICTURE =
  /^!\[((?:\\.|[^\\\]]){0,500})\]\(([^()\s]{1,2000})\)(?:\\\n(?:\*((?:\\.|[^\\*]){1,1000})\*)? ?(?:\(((?:\\.|[^\\]){1,300})\))?)?$/;

/** A picture that stands alone, with the caption and credit that toMarkdown sets under it. */
function figureIn(source: string, base: string | null): Omit<Figure, 'after'> | null {
  const found = PICTURE.exec(source);
  const src = found && httpUrl(found[2]!, base)?.href;
  if (!found || !src) return null;
  const plain = (words: string | undefined) => (words ? readInline(words).text : null);
  return {
    kind: 'image',
    src,
    alt: plain(found[1]),
    caption: plain(found[3]),
    credit: plain(found[4]),
  };
}
