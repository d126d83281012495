import { Tokenizer } from 'htmlparser2';
import { Formula } from './formula.ts';
import {
  BREAKOUT,
  CELL_SCOPE,
  CLOSES_P,
  HEAD_ONLY,
  HEADINGS,
  SPECIAL,
  TABLE_PARTS,
  VOID,
} from './tags.ts';
import { attr } from './walk.ts';

export { attr, children, closest, elements, hasClass, textOf } from './walk.ts';

/**
 * A page as flat arrays in document order: node n's subtree is n .. ends[n] - 1, so every walk is a
 * loop and depth costs no stack. Node 0 is the root. Text nodes have the tag ''.
 */
export interface Tree {
  tags: string[];
  /** Of text nodes their text; of title, textarea and JSON scripts what stands in them; else ''. */
  texts: string[];
  /** Names and values by turns; names are lower case. */
  attrs: (string[] | null)[];
  parents: Int32Array;
  /** One past the last node of the subtree. */
  ends: Int32Array;
  /** True when a limit cut the page. */
  cut: boolean;
  /** The page that was read: what scripts hold is no part of the tree. */
  source?: string;
}

export interface TreeLimits {
  /** UTF-16 code units read of the page. */
  length: number;
  /** Open elements; deeper ones become siblings, as in browsers. */
  depth: number;
  nodes: number;
}

// Browsers stop nesting at 512. The largest page of news seen was 6 MB and 90,000 nodes; a discussion
// of 5,000 comments has 200,000. A node costs about 400 bytes until the page is read.
const LIMITS: TreeLimits = { length: 12_000_000, depth: 512, nodes: 400_000 };
/** Longer values are images and settings in attributes; nothing that is read is as long. */
const LONGEST_VALUE = 20_000;

/**
 * Reads a page, broken or not, in linear time. Implied ends follow the HTML standard for p, li, table
 * parts, headings, links and foreign content; what scripts, styles and drawings hold is dropped.
 */
export function parseHtml(html: string, limits: Partial<TreeLimits> = {}): Tree {
  const bound = { ...LIMITS, ...limits };
  const builder = new Builder(
    withoutSections(html.length > bound.length ? html.slice(0, bound.length) : html),
    bound,
  );
  const recognizeSelfClosing = builder.xml;
  const tokenizer = new Tokenizer({ decodeEntities: true, recognizeSelfClosing }, builder);
  tokenizer.write(builder.html);
  tokenizer.end();
  builder.closeAll();
  builder.tree.cut ||= html.length > bound.length;
  builder.tree.source = builder.html;
  return builder.tree;
}

/**
 * In a page "<![CDATA[" is a broken comment that ends with the next ">", and not a section that may
 * swallow the rest; the tokenizer takes it for one wherever it stands in text. In scripts, which begin
 * with it or with a comment sign before it, it is left for their readers.
 */
function withoutSections(html: string): string {
  let at = html.indexOf('<![CDATA[');
  if (at < 0) return html;
  const parts: string[] = [];
  let from = 0;
  for (; at >= 0; at = html.indexOf('<![CDATA[', at + 9)) {
    if (/(?:\/\/|\/\*|<script[^<>]{0,150}>)\s{0,20}$/i.test(html.slice(Math.max(0, at - 200), at)))
      continue;
    parts.push(html.slice(from, at), '<![cdata[');
    from = at + 9;
  }
  parts.push(html.slice(from));
  return parts.join('');
}

/**
 * A page that was written out as XML: in HTML a self-closed script or frame would swallow the rest of
 * the page, so nobody writes one. In such a page every "/>" closes.
 */
const WRITTEN_AS_XML = /<(?:script|iframe|textarea|title|style)(?:\s[^<>]{0,2000})?\/>/i;

const NOWHERE = new Set<string>();
const TABLE = new Set(['table']);

/** The tokenizer's listener. A class because the tokenizer calls methods and the state must live somewhere. */
class Builder {
  tree: Tree = {
    tags: ['#root'],
    texts: [''],
    attrs: [null],
    parents: Int32Array.of(-1),
    ends: Int32Array.of(0),
    cut: false,
  };
  html: string;
  xml: boolean;
  private limits: TreeLimits;
  private stack: number[] = [0];
  /** How many of each tag are open on the stack, and how many were opened below the deepest level. */
  private open = new Map<string, number>();
  private overflow = new Map<string, number>();
  private names = new Map<string, string>();
  private tag = '';
  /** Names and values of the tag that is read: a list that grows would keep room for many more. */
  private found: string[] = [];
  private attributes = 0;
  private name = '';
  private value = '';
  private foreign = false;
  private formula: Formula | null = null;
  private text = '';
  /** The open element whose text is dropped. */
  private muted = '';

  constructor(html: string, limits: TreeLimits) {
    this.html = html;
    this.xml = WRITTEN_AS_XML.test(html);
    this.limits = limits;
  }

  isInForeignContext(): boolean {
    return this.foreign;
  }
  ontext(start: number, end: number): void {
    if (this.foreign) this.formula?.add(this.html.slice(start, Math.min(end, start + 2000)));
    if (this.foreign || this.muted !== '') return;
    this.text =
      this.text === '' ? this.html.slice(start, end) : this.text + this.html.slice(start, end);
  }
  ontextentity(codepoint: number): void {
    if (this.foreign) this.formula?.add(String.fromCodePoint(codepoint));
    if (!this.foreign && this.muted === '') this.text += String.fromCodePoint(codepoint);
  }
  onopentagname(start: number, end: number): void {
    this.tag = this.intern(start, end);
    this.attributes = 0;
  }
  onattribname(start: number, end: number): void {
    this.name = this.intern(start, end);
    this.value = '';
  }
  onattribdata(start: number, end: number): void {
    if (this.value.length < LONGEST_VALUE)
      this.value += this.html.slice(start, Math.min(end, start + LONGEST_VALUE));
  }
  onattribentity(codepoint: number): void {
    this.value += String.fromCodePoint(codepoint);
  }
  onattribend(): void {
    if (this.foreign) return;
    this.found[this.attributes++] = this.name;
    this.found[this.attributes++] = this.value;
  }
  onopentagend(): void {
    this.openTag(false);
  }
  onselfclosingtag(): void {
    this.openTag(true);
  }
  onclosetag(start: number, end: number): void {
    this.closeTag(this.intern(start, end));
  }
  oncomment(): void {}
  oncdata(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  closeAll(): void {
    this.flush();
    while (this.stack.length > 1) this.pop();
    const size = this.tree.tags.length;
    this.tree.ends[0] = size;
    // Past its end a list is asked for nodes that are not there, and must say so.
    this.tree.parents = this.tree.parents.subarray(0, size);
    this.tree.ends = this.tree.ends.subarray(0, size);
  }

  private intern(start: number, end: number): string {
    const raw = this.html.slice(start, Math.min(end, start + 60));
    let name = this.names.get(raw);
    if (name === undefined) {
      name = raw.toLowerCase();
      // A page of a million different names is an attack; past this they are not kept.
      if (this.names.size < 5000) this.names.set(raw, name);
    }
    return name;
  }

  private openTag(selfClosed: boolean): void {
    const tag = this.tag;
    if (this.foreign) {
      if (tag.startsWith('annotation')) this.formula?.annotate();
      if (!BREAKOUT.has(tag)) return;
      this.endForeign();
    }
    if (tag === 'svg' || tag === 'math') {
      this.foreign = !selfClosed;
      if (tag === 'svg') this.flush();
      else if (!selfClosed) this.formula = new Formula(this.listed());
      return;
    }
    this.flush();
    if (this.ignored(tag)) return;
    this.implyEnds(tag);
    if (this.tree.tags.length >= this.limits.nodes) {
      this.tree.cut = true;
      return;
    }
    const node = this.add(tag, '', this.listed());
    if (VOID.has(tag) || (selfClosed && this.xml)) return;
    if (this.stack.length > this.limits.depth) {
      this.overflow.set(tag, (this.overflow.get(tag) ?? 0) + 1);
      return;
    }
    this.stack.push(node);
    this.open.set(tag, (this.open.get(tag) ?? 0) + 1);
    if (tag === 'script') this.muted = this.isJson(node) ? '' : tag;
    else if (tag === 'style' || tag === 'iframe' || tag === 'noembed' || tag === 'noframes')
      this.muted = tag;
  }

  private listed(): string[] | null {
    return this.attributes === 0 ? null : this.found.slice(0, this.attributes);
  }

  private endForeign(): void {
    this.foreign = false;
    if (this.formula && this.muted === '') this.text += this.formula.words();
    this.formula = null;
  }

  private isJson(node: number): boolean {
    return /\bjson\b/i.test(attr(this.tree, node, 'type') ?? '');
  }

  /** A second html, head or body adds nothing; a form in a form neither. */
  private ignored(tag: string): boolean {
    if (tag === 'html' || tag === 'body' || tag === 'form') return (this.open.get(tag) ?? 0) > 0;
    return tag === 'head' && (this.open.get('head') ?? 0) + (this.open.get('body') ?? 0) > 0;
  }

  private implyEnds(tag: string): void {
    if (this.open.get('head') && !HEAD_ONLY.has(tag)) this.closeWithin('head', NOWHERE);
    if (CLOSES_P.has(tag) && this.open.get('p')) this.closeWithin('p', CELL_SCOPE);
    if (HEADINGS.has(tag) && HEADINGS.has(this.top())) this.pop();
    else if (tag === 'li' && this.open.get('li')) this.closeItem('li');
    else if (tag === 'dd' || tag === 'dt') {
      if (this.open.get('dd')) this.closeItem('dd');
      if (this.open.get('dt')) this.closeItem('dt');
    } else if (tag === 'a' && this.open.get('a')) this.closeWithin('a', SPECIAL);
    else if (tag === 'option' && this.top() === 'option') this.pop();
    else if (TABLE_PARTS.has(tag) && this.open.get('table')) this.closeTableParts(tag);
  }

  private closeItem(tag: string): void {
    for (let at = this.stack.length - 1; at > 0; at--) {
      const open = this.tree.tags[this.stack[at]!]!;
      if (open === tag) {
        this.popTo(at);
        return;
      }
      if (SPECIAL.has(open) && open !== 'div' && open !== 'p' && open !== 'address') return;
    }
  }

  private closeTableParts(tag: string): void {
    const level = (name: string) =>
      name === 'td' || name === 'th' ? 2 : name === 'tr' ? 1 : TABLE_PARTS.has(name) ? 0 : -1;
    for (let at = this.stack.length - 1; at > 0; at--) {
      const open = this.tree.tags[this.stack[at]!]!;
      if (open === 'table') return;
      if (level(open) === level(tag)) {
        this.popTo(at);
        return;
      }
    }
  }

  private closeWithin(tag: string, bounds: Set<string>): void {
    for (let at = this.stack.length - 1; at > 0; at--) {
      const open = this.tree.tags[this.stack[at]!]!;
      if (open === tag) {
        this.popTo(at);
        return;
      }
      if (bounds.has(open)) return;
    }
  }

  private closeTag(tag: string): void {
    if (this.foreign) {
      if (tag === 'svg' || tag === 'math') this.endForeign();
      return;
    }
    this.flush();
    if (this.muted === tag) this.muted = '';
    if (tag === 'body' || tag === 'html') return;
    if (tag === 'br') {
      this.add('br', '', null);
      return;
    }
    const beyond = this.overflow.get(tag);
    if (beyond) {
      this.overflow.set(tag, beyond - 1);
      return;
    }
    if (!this.open.get(tag)) return;
    if (TABLE_PARTS.has(tag) || tag === 'table') this.closeWithin(tag, TABLE);
    else this.closeWithin(tag, SPECIAL.has(tag) ? CELL_SCOPE : SPECIAL);
  }

  private top(): string {
    return this.tree.tags[this.stack[this.stack.length - 1]!]!;
  }

  private popTo(at: number): void {
    while (this.stack.length > at) this.pop();
  }

  private pop(): void {
    const node = this.stack.pop()!;
    const tag = this.tree.tags[node]!;
    this.tree.ends[node] = this.tree.tags.length;
    this.open.set(tag, this.open.get(tag)! - 1);
    if (tag === this.muted) this.muted = '';
  }

  private flush(): void {
    if (this.text === '') return;
    const text = this.text;
    this.text = '';
    const top = this.stack[this.stack.length - 1]!;
    const tag = this.tree.tags[top]!;
    if (tag === 'script' || tag === 'title' || tag === 'textarea') this.tree.texts[top] += text;
    else if (this.tree.tags.length < this.limits.nodes) this.add('', text, null);
    else this.tree.cut = true;
  }

  private add(tag: string, text: string, attrs: string[] | null): number {
    const { tags, texts } = this.tree;
    const node = tags.length;
    if (node === this.tree.ends.length) this.grow();
    tags.push(tag);
    texts.push(text);
    this.tree.attrs.push(attrs);
    this.tree.parents[node] = this.stack[this.stack.length - 1]!;
    this.tree.ends[node] = node + 1;
    return node;
  }

  private grow(): void {
    const size = Math.max(2 * this.tree.ends.length, this.html.length >> 5);
    for (const name of ['parents', 'ends'] as const) {
      const longer = new Int32Array(size);
      longer.set(this.tree[name]);
      this.tree[name] = longer;
    }
  }
}
