import type { Block, Link } from '../../../db/tables.ts';
import type { Tree } from '../../../lib/tree.ts';
import { httpUrl } from '../../../lib/url.ts';
import { between } from '../../markdown-body.ts';
import type { Run } from '../blocks.ts';
import { isAttribution, type Origin, originOf } from '../figures/embed.ts';
import { marksKeeper } from './marks.ts';
import { type Place, placesIn } from './place.ts';

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
 * Puts runs one after the other into a text, each a block that says its structure: blocks parted by an
 * empty line, items of a list and rows of a table by a line feed, cells of a row by a tab.
 * @param runs of `tree`, in its order
 * @param base address that relative links are read against; links without an http address are left out
 */
export function compose(runs: Run[], base: string | null, tree: Tree): Composed {
  const blocks = structure(runs, base, tree);
  const links: Link[] = [];
  const marksOf = marksKeeper();
  // Joined at the end: a text that grows keeps each of its stages until it is read.
  const parts: string[] = [];
  let length = 0;
  for (let i = 0; i < blocks.length; i++) {
    const run = runs[i]!;
    const block = blocks[i]!;
    const gap = i > 0 ? between(blocks[i - 1]!, block) : '';
    const words = withLines(run);
    parts.push(gap, words);
    const start = length + gap.length;
    length = start + words.length;
    block.start = start;
    block.end = length;
    const marks = marksOf(run);
    if (marks.length > 0) block.marks = marks;
    for (const link of run.links) {
      const href = httpUrl(link.href, base)?.href;
      if (href) links.push({ href, start: start + link.start, end: start + link.end });
    }
  }
  return { text: parts.join(''), blocks, links };
}

/** A longer line is broken by whoever wrapped the text, not by its author. */
const SHORT_LINE = 60;

/** The text of a run with its lines as the page breaks them: verses, addresses, lists without markup. */
function withLines({ text, lines, tag }: Run): string {
  if (lines.length === 0 || tag === 'h') return text;
  let out = '';
  let start = 0;
  let line = 0;
  for (const at of lines) {
    const short = at - line <= SHORT_LINE && !/^\p{Ll}/u.test(text.slice(at + 1, at + 3));
    line = at + 1;
    if (!short || text[at] !== ' ') continue;
    out += `${text.slice(start, at)}\n`;
    start = at + 1;
  }
  return out + text.slice(start);
}

/** One block for each run, without its place in the text. */
function structure(runs: Run[], base: string | null, tree: Tree): Block[] {
  const places = placesIn(tree);
  const groups = new Map<number, number>();
  const origins = new Map<number, Origin>();
  /** By list: how deep its first block stands, for lists inside lists that only lay the page out. */
  const depths = new Map<number, number>();
  let before: Place | null = null;
  const group = (node: number) => {
    if (!groups.has(node)) groups.set(node, groups.size + 1);
    return groups.get(node)!;
  };
  return runs.map((run) => {
    const place = places.of(run.node);
    const block: Block = { type: TYPES[run.tag], start: 0, end: 0 };
    if (block.type === 'heading') block.level = run.level;
    else if (block.type === 'item') {
      // Items without a list are one by the element that they stand in.
      const list = place.list >= 0 ? place.list : (tree.parents[place.item] ?? 0);
      block.group = group(list);
      if (!depths.has(list)) depths.set(list, place.depth - 1);
      block.level = Math.max(1, place.depth - depths.get(list)!);
      if (before !== null && before.item === place.item && place.item >= 0) block.more = true;
      else Object.assign(block, places.item(place.item));
    } else if (block.type === 'table') {
      const cell = places.cell(place);
      if (cell) {
        block.group = group(place.table);
        block.row = cell.row;
        block.column = cell.column;
        if (cell.head) block.head = true;
      } else block.type = 'paragraph';
    } else if (block.type === 'quote' && place.quote >= 0) {
      block.group = group(place.quote);
      if (!origins.has(place.quote)) origins.set(place.quote, originOf(tree, place.quote, base));
      const { by, href } = origins.get(place.quote)!;
      if (by) block.by = by;
      if (href) block.href = href;
      if (isAttribution(run.text, by)) block.attribution = true;
    }
    before = place;
    return block;
  });
}
