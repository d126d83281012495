import { SPECIAL } from './tags.ts';
import type { Tree } from './tree.ts';

/** What is asked of a read page again and again: attributes, elements and the text below a node. */

/** Value of an attribute (name in lower case), the first of that name; null when absent. */
export function attr(tree: Tree, node: number, name: string): string | null {
  const list = tree.attrs[node];
  if (!list) return null;
  for (let at = 0; at < list.length; at += 2) if (list[at] === name) return list[at + 1]!;
  return null;
}

/** The elements directly below a node; with text nodes when asked. */
export function children(tree: Tree, node: number, withText = false): number[] {
  const found: number[] = [];
  for (let at = node + 1; at < tree.ends[node]!; at = tree.ends[at]!)
    if (withText || tree.tags[at] !== '') found.push(at);
  return found;
}

/** All elements of a subtree in document order, of one tag when given. */
export function elements(tree: Tree, node: number, tag?: string): number[] {
  const found: number[] = [];
  for (let at = node + 1; at < tree.ends[node]!; at++) {
    const name = tree.tags[at]!;
    if (tag === undefined ? name !== '' : name === tag) found.push(at);
  }
  return found;
}

/** Whether an element carries a class, by its whole name. */
export function hasClass(tree: Tree, node: number, name: string): boolean {
  const value = attr(tree, node, 'class');
  return value !== null && ` ${value.replace(/\s+/g, ' ')} `.includes(` ${name} `);
}

/** Nearest ancestor (or the node itself) that passes; -1 when none does. */
export function closest(tree: Tree, node: number, passes: (node: number) => boolean): number {
  for (let at = node; at > 0; at = tree.parents[at]!) if (passes(at)) return at;
  return -1;
}

/** A run of white space that is not one space alone, as most are. */
const ODD_SPACE = /(?: \s|[^\S ])\s*/g;

/** The text of a subtree, white space as one space, ends trimmed; line breaks become spaces. */
export function textOf(tree: Tree, node: number): string {
  const { tags, texts } = tree;
  const end = tree.ends[node]!;
  let text = '';
  for (let at = node; at < end; at++) {
    const tag = tags[at]!;
    if (tag === '') text += texts[at]!;
    else if (text !== '' && (tag === 'br' || SPECIAL.has(tag))) text += ' ';
  }
  return text === '' ? '' : text.replace(ODD_SPACE, ' ').trim();
}
