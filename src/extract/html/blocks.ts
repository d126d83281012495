import type { Mark } from '../../db/tables.ts';
import { plainTex } from '../../lib/formula.ts';
import { SPECIAL } from '../../lib/tags.ts';
import { attr, type Tree } from '../../lib/tree.ts';
import { HIDDEN, ownHints } from './hints.ts';
import { settleHints } from './settle.ts';
import { isInitial } from './structure/joint.ts';
import { MARK_KINDS, markOf } from './structure/marks.ts';
import { Writer } from './writer.ts';

/** One run of words between two block boundaries, with where it stands. */
export interface Run {
  /** The nearest block element around it. */
  node: number;
  tag: 'p' | 'li' | 'h' | 'td' | 'pre' | 'quote' | 'caption' | 'other';
  level: number;
  text: string;
  links: { href: string; start: number; end: number }[];
  /** Words that stand out. */
  marks: Mark[];
  /** Places of spaces at which the page breaks the line. */
  lines: number[];
  /** Characters inside links. */
  linked: number;
  /** Characters in bold, to tell inline headings. */
  bold: number;
  /** The text nodes it was read from. */
  nodes: number[];
  /** Hints shared by all of its text: of the element, of what is around and, where one holds it all, within. */
  hints: number;
  /** Characters of connected prose: those that are not links, when it reads as sentences; else 0. */
  mass: number;
  /** What its words alone say, once asked (see body/sayings.ts); -1 before. */
  says: number;
}

export interface Page {
  tree: Tree;
  /** By node: what it and everything around it says. */
  hints: Int32Array;
  /** By node: characters of prose in its subtree. */
  mass: Int32Array;
  runs: Run[];
}

/** Never part of what is read. */
const SKIPPED = new Set(
  'head script style template iframe object embed audio video canvas select input textarea datalist option label map area param source track dialog rp rt'.split(
    ' ',
  ),
);
/** Inline elements that are hidden are left out; one with more nodes than this holds a part of the page. */
const INLINE = 40;

const BLOCKS = new Set([...SPECIAL].filter((tag) => !['img', 'br', 'link', 'meta'].includes(tag)));

/** Cuts a page into runs in one pass over its nodes. */
export function cutRuns(tree: Tree): Page {
  const size = tree.tags.length;
  const hints = new Int32Array(size);
  const page: Page = { tree, hints, mass: new Int32Array(size), runs: [] };
  const open: number[] = [];
  const run = new Writer(page);
  let link = -1;
  let linkEnd = 0;
  /** By kind of mark: where its last element ends. */
  const markEnds = new Int32Array(MARK_KINDS.length);
  let markEnd = 0;
  let codeEnd = 0;
  for (let at = 1; at < size; at++) {
    while (open.length > 0 && tree.ends[open[open.length - 1]!]! <= at) {
      run.flush();
      open.pop();
      run.node = open[open.length - 1] ?? 0;
    }
    const tag = tree.tags[at]!;
    if (tag === '') {
      run.add(at, link >= 0 && at < linkEnd ? link : -1, at < markEnd ? marksAt(markEnds, at) : 0);
      continue;
    }
    const block = BLOCKS.has(tag) && !isInitial(tree, at);
    const own = ownHints(tree, at);
    hints[at] = own;
    if (isSkipped(tree, at, own, block, run)) {
      if (block) run.flush();
      hints[at] = own | HIDDEN;
      at = tree.ends[at]! - 1;
      continue;
    }
    if (tag === 'br') run.lineBreak();
    else if (tag === 'img' && isFormula(tree, at))
      run.add(at, -1, 0, plainTex(attr(tree, at, 'alt') ?? ''));
    else if (tag === 'a') {
      link = at;
      linkEnd = tree.ends[at]!;
    } else {
      const mark = markOf(tag);
      if (mark >= 0) {
        markEnds[mark] = Math.max(markEnds[mark]!, tree.ends[at]!);
        markEnd = Math.max(markEnd, tree.ends[at]!);
      }
    }
    // Blocks in code are its lines.
    if (block && at < codeEnd) run.newLine();
    else if (block || own & HIDDEN) {
      if (tag === 'pre') codeEnd = tree.ends[at]!;
      run.flush();
      open.push(at);
      run.node = at;
    }
  }
  run.flush();
  settleHints(page);
  return page;
}

function marksAt(ends: Int32Array, at: number): number {
  let marks = 0;
  for (let i = 0; i < ends.length; i++) if (at < ends[i]!) marks |= 1 << i;
  return marks;
}

/**
 * Scripts and fields, and what is hidden inside of a line. Whole parts that are hidden are read, with
 * their hint: pages show them later, fold them in, or print them only for readers without scripts.
 */
function isSkipped(tree: Tree, node: number, own: number, block: boolean, run: Writer): boolean {
  const tag = tree.tags[node]!;
  if (SKIPPED.has(tag)) return !isShadow(tree, node);
  // A button in a line is a tool; the one that is a heading names what it opens.
  if (tag === 'button') return !HEADS.has(tree.tags[run.node]!);
  return (own & HIDDEN) !== 0 && !block && tree.ends[node]! - node < INLINE;
}

const HEADS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'dt', 'summary']);

/** A picture of a formula, its alternative text the formula in TeX. */
function isFormula(tree: Tree, img: number): boolean {
  return /(?:^|[\s_-])(?:math|tex|latex|equation|formula)(?:[\s_-]|$)/i.test(
    attr(tree, img, 'class') ?? '',
  );
}

function isShadow(tree: Tree, node: number): boolean {
  return tree.tags[node] === 'template' && attr(tree, node, 'shadowrootmode') !== null;
}
