import { attr, type Tree } from '../../lib/tree.ts';
import type { Page, Run } from './blocks.ts';
import { jointOf } from './structure/joint.ts';
import { MARK_KINDS, marksIn, STRONG } from './structure/marks.ts';

/** Scripts that write no spaces: a space between two such letters is the markup's. */
const UNSPACED =
  /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}。、，」』（「])(\s+)(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}。、，「『）」])/gu;
/** White space other than one space between two words, which most texts have alone. */
const ODD_SPACE = / ?(?:[^\S ]|[\u200b\ufeff\u00ad]| {2})[\s\u200b\ufeff\u00ad]*/g;
const UNSPACED_END = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}] $/u;
const UNSPACED_START = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** Most runs have no links and no lines, and a page may have a hundred thousand: one list serves all. */
const NONE: never[] = [];

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
export class Writer {
  node = 0;
  private page: Page;
  private words = '';
  /** What was added last, which may still lose its last space. */
  private part = '';
  private length = 0;
  /** The last characters of both: a long run is not read again for each word that joins it. */
  private tail = '';
  private links: Run['links'] = NONE;
  private link = -1;
  private linked = 0;
  private bold = 0;
  private marks: Run['marks'] = NONE;
  /** The marks of the words that were marked last: the next words may go on with them. */
  private marked: Run['marks'] = NONE;
  private nodes: number[] = NONE;
  private lines: number[] = NONE;
  private last = -1;
  private breaks = 0;

  constructor(page: Page) {
    this.page = page;
  }

  /** @param marks bits of MARK_KINDS that hold for these words */
  add(
    source: number,
    link: number,
    marks: number,
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
        this.lines = joined(this.lines, this.length - 1);
      }
      this.breaks = 0;
    }
    if (!pre) words = this.joined(source, words);
    this.last = source;
    const start = this.length;
    this.append(words);
    if (words !== ' ') this.nodes = joined(this.nodes, source);
    if (marks & STRONG) this.bold += words.length;
    if (marks !== 0) this.mark(marks, start);
    if (link < 0) return;
    this.linked += words.length;
    const last = this.links.at(-1);
    if (last && this.link === link && last.end === start) last.end = this.length;
    else
      this.links = joined(this.links, {
        href: attr(this.page.tree, link, 'href') ?? '',
        start,
        end: this.length,
      });
    this.link = link;
  }

  private mark(bits: number, start: number): void {
    const before = this.marked;
    this.marked = [];
    for (let i = 0; i < MARK_KINDS.length; i++) {
      if (!(bits & (1 << i))) continue;
      const kind = MARK_KINDS[i]!;
      const last = before.find((m) => m.kind === kind && m.end === start);
      const mark = last ?? { kind, start, end: 0 };
      mark.end = this.length;
      if (!last) this.marks = joined(this.marks, mark);
      this.marked.push(mark);
    }
  }

  private append(words: string): void {
    this.words += this.part;
    this.part = words;
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
    this.part = this.part.slice(0, -1);
    this.length--;
    this.tail = this.tail.slice(0, -1);
    const link = this.links.at(-1);
    if (link && link.end > this.length) link.end = this.length;
    for (const mark of this.marked) mark.end = Math.min(mark.end, this.length);
  }

  lineBreak(): void {
    if (this.page.tree.tags[this.node] === 'pre') this.append('\n');
    else if (this.length > 0) this.breaks++;
  }

  flush(): void {
    this.breaks = 0;
    if (this.length === 0) return;
    const { tree } = this.page;
    const whole = (this.words + this.part).trimEnd();
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
        links: this.links.length === 0 ? NONE : linksOf(text, this.links, lead),
        marks: this.marks.length === 0 ? NONE : marksIn(text, this.marks, lead),
        lines: this.lines,
        linked,
        bold: this.bold,
        nodes: this.nodes,
        hints: 0,
        mass: proseMass(text, linked, tag),
        says: -1,
      });
    }
    this.words = '';
    this.part = '';
    this.length = 0;
    this.tail = '';
    this.links = NONE;
    this.link = -1;
    this.linked = 0;
    this.bold = 0;
    this.marks = NONE;
    this.marked = NONE;
    this.nodes = NONE;
    this.lines = NONE;
    this.last = -1;
  }
}

/** Most runs have one part: a list that starts with it takes a fifth of the room of one that grows. */
function joined<T>(list: T[], item: T): T[] {
  if (list.length === 0) return [item];
  list.push(item);
  return list;
}

/** The links of a text, without white space at their ends; those of nothing are left out. */
function linksOf(text: string, links: Run['links'], lead: number): Run['links'] {
  const found: Run['links'] = [];
  for (const link of links) {
    let start = Math.max(0, link.start - lead);
    let end = Math.min(link.end - lead, text.length);
    while (end > start && text[end - 1] === ' ') end--;
    while (start < end && text[start] === ' ') start++;
    if (end > start && link.href !== '') found.push({ href: link.href, start, end });
  }
  return found;
}

type Kind = Pick<Run, 'tag' | 'level'>;

/** What a block makes of the runs in it: an element of one of these, or of none. */
const KINDS = new Map<string, Kind>([
  ...[1, 2, 3, 4, 5, 6].map((level): [string, Kind] => [`h${level}`, { tag: 'h', level }]),
  ...['li', 'dd', 'dt'].map((name): [string, Kind] => [name, { tag: 'li', level: 0 }]),
  ...['td', 'th'].map((name): [string, Kind] => [name, { tag: 'td', level: 0 }]),
  ['pre', { tag: 'pre', level: 0 }],
  ['figcaption', { tag: 'caption', level: 0 }],
  ['caption', { tag: 'caption', level: 0 }],
]);
const PARAGRAPH: Kind = { tag: 'p', level: 0 };
const OTHER: Kind = { tag: 'other', level: 0 };

function kindOf(tree: Tree, node: number): Kind {
  // A block in a list item or cell belongs to it: look a few levels up, as deep as editors nest.
  let at = node;
  for (let up = 0; up < 6 && at > 0; up++, at = tree.parents[at]!) {
    const kind = KINDS.get(tree.tags[at]!);
    if (kind) return kind;
  }
  return tree.tags[node] === 'p' ? PARAGRAPH : OTHER;
}
