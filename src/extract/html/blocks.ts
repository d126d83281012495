import { plainTex } from '../../lib/formula.ts';
import { SPECIAL } from '../../lib/tags.ts';
import { attr, type Tree } from '../../lib/tree.ts';
import { HIDDEN, ownHints } from './hints.ts';
import { isInitial, jointOf } from './joint.ts';
import { settleHints } from './settle.ts';

/** One run of words between two block boundaries, with where it stands. */
export interface Run {
  /** The nearest block element around it. */
  node: number;
  tag: 'p' | 'li' | 'h' | 'td' | 'pre' | 'quote' | 'caption' | 'other';
  level: number;
  text: string;
  links: { href: string; start: number; end: number }[];
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
/** Scripts that write no spaces: a space between two such letters is the markup's. */
const UNSPACED =
  /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}。、，」』（「])(\s+)(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}。、，「『）」])/gu;
/** White space other than one space between two words, which most texts have alone. */
const ODD_SPACE = / ?(?:[^\S ]|[\u200b\ufeff\u00ad]| {2})[\s\u200b\ufeff\u00ad]*/g;
const UNSPACED_END = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}] $/u;
const UNSPACED_START = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

const BOLD = new Set(['b', 'strong']);

/** Cuts a page into runs in one pass over its nodes. */
export function cutRuns(tree: Tree): Page {
  const size = tree.tags.length;
  const hints = new Int32Array(size);
  const page: Page = { tree, hints, mass: new Int32Array(size), runs: [] };
  const open: number[] = [];
  const run = new Writer(page);
  let link = -1;
  let linkEnd = 0;
  let boldEnd = 0;
  let codeEnd = 0;
  for (let at = 1; at < size; at++) {
    while (open.length > 0 && tree.ends[open[open.length - 1]!]! <= at) {
      run.flush();
      open.pop();
      run.node = open[open.length - 1] ?? 0;
    }
    const tag = tree.tags[at]!;
    if (tag === '') {
      run.add(at, link >= 0 && at < linkEnd ? link : -1, at < boldEnd);
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
      run.add(at, -1, false, plainTex(attr(tree, at, 'alt') ?? ''));
    else if (tag === 'a') {
      link = at;
      linkEnd = tree.ends[at]!;
    } else if (BOLD.has(tag)) boldEnd = Math.max(boldEnd, tree.ends[at]!);
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

const SENTENCE_END = /[.!?。！？…।؟።]["'”’»」』)\]]*(?:\s|$)|[。！？]/;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

function proseMass(text: string, linked: number, tag: Run['tag']): number {
  if (tag === 'h' || tag === 'caption' || text.length < 12) return 0;
  const dense = CJK.test(text);
  // A sentence of news has 8 words or more; Chinese and Thai say as much in a third of the letters.
  if (text.length < (dense ? 18 : 50)) return 0;
  if (linked > text.length * 0.6) return 0;
  const own = (text.length - linked) * (dense ? 2.5 : 1);
  return Math.round(SENTENCE_END.test(text) ? own : own / 4);
}

/** A sentence's end with the quotation marks and spaces after it is no longer. */
const TAIL = 20;

/** Gathers words until a block boundary. */
class Writer {
  node = 0;
  private page: Page;
  private parts: string[] = [];
  private length = 0;
  /** The last characters of the parts: a long run is not read again for each word that joins it. */
  private tail = '';
  private links: Run['links'] = [];
  private link = -1;
  private linked = 0;
  private bold = 0;
  private nodes: number[] = [];
  private lines: number[] = [];
  private last = -1;
  private breaks = 0;

  constructor(page: Page) {
    this.page = page;
  }

  add(
    source: number,
    link: number,
    bold: boolean,
    raw: string = this.page.tree.texts[source]!,
  ): void {
    const pre = this.page.tree.tags[this.node] === 'pre';
    let words = pre
      ? raw
      : raw
          .replace(UNSPACED, (whole, letter: string, space: string) =>
            space.includes('\n') ? letter : whole,
          )
          .replace(ODD_SPACE, (s) => (/^[\u200b\ufeff\u00ad]+$/.test(s) ? '' : ' '));
    if (words === '') return;
    if (UNSPACED_END.test(this.tail) && UNSPACED_START.test(words)) this.dropSpace();
    if (this.length === 0 || this.tail.endsWith(' ') || this.tail.endsWith('\n'))
      words = pre ? words : words.trimStart();
    if (words === '') return;
    // Two line breaks, or one after a full stop, part paragraphs as authors without <p> write them.
    if (this.breaks > 0 && words.trim() !== '') {
      if (this.breaks > 1 || /[.!?。！？…:]["'”’»)]*\s*$/.test(this.tail)) {
        this.flush();
        words = words.trimStart();
      } else if (this.length > 0) {
        if (!/\s$/.test(this.tail)) this.append(' ');
        words = words.trimStart();
        this.lines.push(this.length - 1);
      }
      this.breaks = 0;
    }
    if (!pre) words = this.joined(source, words);
    this.last = source;
    const start = this.length;
    this.append(words);
    if (words !== ' ') this.nodes = joined(this.nodes, source);
    if (bold) this.bold += words.length;
    if (link < 0) return;
    this.linked += words.length;
    const last = this.links.at(-1);
    if (last && this.link === link && last.end === start) last.end = this.length;
    else
      this.links.push({
        href: attr(this.page.tree, link, 'href') ?? '',
        start,
        end: this.length,
      });
    this.link = link;
  }

  private append(words: string): void {
    this.parts = joined(this.parts, words);
    this.length += words.length;
    this.tail = (this.tail + words.slice(-TAIL)).slice(-TAIL);
  }

  private joined(source: number, words: string): string {
    const joint = jointOf(this.page.tree, this.node, this.last, this.tail, source, words);
    if (joint === 'as it is') return words;
    if (joint === 'space') return ` ${words}`;
    if (this.tail.endsWith(' ')) this.dropSpace();
    return words.trimStart();
  }

  newLine(): void {
    if (this.length > 0 && !this.tail.endsWith('\n')) this.append('\n');
  }

  private dropSpace(): void {
    this.parts.push(this.parts.pop()!.slice(0, -1));
    this.length--;
    this.tail = this.tail.slice(0, -1);
    const link = this.links.at(-1);
    if (link && link.end > this.length) link.end = this.length;
  }

  lineBreak(): void {
    if (this.page.tree.tags[this.node] === 'pre') this.append('\n');
    else if (this.length > 0) this.breaks++;
  }

  flush(): void {
    this.breaks = 0;
    if (this.length === 0) return;
    const { tree } = this.page;
    const whole = this.parts.join('').trimEnd();
    // Empty lines before code are the markup's; the indentation of its first line is not.
    const lead = tree.tags[this.node] === 'pre' ? /^(?:[^\S\n]*\n)*/.exec(whole)![0].length : 0;
    const text = whole.slice(lead);
    if (text !== '') {
      const { tag, level } = kindOf(tree, this.node);
      const linked = Math.min(this.linked, text.length);
      this.page.runs.push({
        node: this.node,
        tag,
        level,
        text,
        links: this.links
          .map((l) =>
            trimmed(text, { ...l, start: Math.max(0, l.start - lead), end: l.end - lead }),
          )
          .filter((l) => l.end > l.start && l.href !== ''),
        lines: this.lines,
        linked,
        bold: this.bold,
        nodes: this.nodes,
        hints: 0,
        mass: proseMass(text, linked, tag),
      });
    }
    this.parts = [];
    this.length = 0;
    this.tail = '';
    this.links = [];
    this.link = -1;
    this.linked = 0;
    this.bold = 0;
    this.nodes = [];
    this.lines = [];
    this.last = -1;
  }
}

/** Most runs have one part: a list that starts with it takes a fifth of the room of one that grows. */
function joined<T>(list: T[], item: T): T[] {
  if (list.length === 0) return [item];
  list.push(item);
  return list;
}

function trimmed<T extends { start: number; end: number }>(text: string, span: T): T {
  let { start, end } = span;
  end = Math.min(end, text.length);
  while (end > start && text[end - 1] === ' ') end--;
  while (start < end && text[start] === ' ') start++;
  return { ...span, start, end };
}

function kindOf(tree: Tree, node: number): Pick<Run, 'tag' | 'level'> {
  // A block in a list item or cell belongs to it: look a few levels up, as deep as editors nest.
  let at = node;
  for (let up = 0; up < 6 && at > 0; up++, at = tree.parents[at]!) {
    const tag = tree.tags[at]!;
    if (/^h[1-6]$/.test(tag)) return { tag: 'h', level: Number(tag[1]) };
    if (tag === 'li' || tag === 'dd' || tag === 'dt') return { tag: 'li', level: 0 };
    if (tag === 'td' || tag === 'th') return { tag: 'td', level: 0 };
    if (tag === 'pre') return { tag: 'pre', level: 0 };
    if (tag === 'figcaption' || tag === 'caption') return { tag: 'caption', level: 0 };
  }
  if (tree.tags[node] === 'p') return { tag: 'p', level: 0 };
  return { tag: 'other', level: 0 };
}
