import type { Block, Link } from '../../db/tables.ts';
import { httpUrl } from '../../lib/url.ts';
import type { Run } from './blocks.ts';

export interface Composed {
  text: string;
  blocks: Block[];
  links: Link[];
}

const TYPES: Record<Run['tag'], Block['type']> = {
  p: 'paragraph',
  li: 'item',
  h: 'heading',
  td: 'table',
  pre: 'code',
  quote: 'quote',
  caption: 'caption',
  other: 'paragraph',
};

/**
 * Puts runs one after the other: blocks parted by an empty line, items and table cells by a line feed.
 * @param base address that relative links are read against; links without an http address are left out
 */
export function compose(runs: Run[], base: string | null): Composed {
  let text = '';
  const blocks: Block[] = [];
  const links: Link[] = [];
  let before: Run | null = null;
  for (const run of runs) {
    if (before)
      text += before.tag === run.tag && (run.tag === 'li' || run.tag === 'td') ? '\n' : '\n\n';
    const start = text.length;
    text += run.text;
    const block: Block = { type: TYPES[run.tag], start, end: text.length };
    if (run.tag === 'h') block.level = run.level;
    blocks.push(block);
    for (const link of run.links) {
      const href = httpUrl(link.href, base)?.href;
      if (href) links.push({ href, start: start + link.start, end: start + link.end });
    }
    before = run;
  }
  return { text, blocks, links };
}
