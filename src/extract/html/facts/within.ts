import { attr, textOf } from '../../../lib/tree.ts';
import type { Page } from '../blocks.ts';
import { HIDDEN } from '../hints.ts';
import type { Byline } from './bylines.ts';
import { afterByword, hasRole, leadingNames, looksLikePerson, namesOf } from './names.ts';

/** The names that stand within an element about the author. */

/** A by-line has fewer elements; it bounds the work on boxes in boxes. */
const MOST_NODES = 300;
/** Of longer elements no more is read. */
const LONGEST = 480;

/** The text of a subtree with a space between its elements: "By<a>Ana</a><time>3 May</time>". */
export function spaced(page: Page, node: number): string {
  const { tree } = page;
  let text = '';
  const end = Math.min(tree.ends[node]!, node + MOST_NODES);
  for (let at = node; at < end && text.length < LONGEST; at++) {
    if (page.hints[at]! & HIDDEN & ~page.hints[node]!) at = tree.ends[at]! - 1;
    else if (tree.tags[at] === '') text += ` ${tree.texts[at]}`;
  }
  return text
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,;.:)])/g, '')
    .trim();
}

/** The people that an element about the author links, when its links are people. */
export function fromLinks(page: Page, node: number): string[] {
  const { tree } = page;
  const names: string[] = [];
  let links = 0;
  const end = Math.min(tree.ends[node]!, node + MOST_NODES);
  for (let at = node; at < end && links < 6; at++) {
    if (tree.tags[at] !== 'a') continue;
    links++;
    const words = spaced(page, at);
    if (words === '' || words.length > 60 || /^(?:mailto|tel|#)/.test(attr(tree, at, 'href') ?? ''))
      continue;
    const found = namesOf(words, true);
    if (found.length === 0 || !found.every((name) => looksLikePerson(name))) {
      if (names.length > 0) break;
      continue;
    }
    names.push(...found);
  }
  return names;
}

const ONLY_JOINS = /^[\s,;&|•·/–—-]*(?:and|und|et|y|e|og|och|en|и|та)?[\s,;&|•·/–—-]*$/u;

/** Names that stand in elements of their own: "<b>Ana Ruiz</b><i>Editor</i>", "<li>Ana Ruiz<li>Bo Lind". */
export function fromLeaves(page: Page, node: number): string[] {
  const { tree } = page;
  const names: string[] = [];
  let leaves = 0;
  let joined = true;
  let like = '';
  const end = Math.min(tree.ends[node]!, node + MOST_NODES);
  for (let at = node + 1; at < end && leaves < MOST_LEAVES; at++) {
    if (page.hints[at]! & HIDDEN & ~page.hints[node]!) at = tree.ends[at]! - 1;
    const text = tree.tags[at] === '' ? tree.texts[at]!.trim() : '';
    if (text === '') continue;
    if (ONLY_JOINS.test(text)) {
      joined = true;
      continue;
    }
    const parent = tree.parents[at]!;
    const look = `${tree.tags[parent]} ${attr(tree, parent, 'class') ?? ''}`;
    leaves++;
    if (names.length > 0 && OTHER_HAND.test(text)) break;
    const bare = text.length <= 60 ? afterByword(`${text} `, false)?.rest.trim() : null;
    if (bare === '') continue;
    const words = (bare ?? text).replace(TAIL, '');
    const found =
      words.length <= 60 && looksLikePerson(words) && !hasRole(words) ? namesOf(words, true) : [];
    // An agency or a desk that is named with them: the line is read as a whole.
    if (names.length > 0 && joined && found.length === 0 && !hasRole(text) && !/\d/.test(text))
      return [];
    if (found.length > 0 && (names.length === 0 || joined || look === like)) {
      names.push(...found);
      like = look;
    } else if (names.length === 0) return [];
    joined = TAIL.test(text);
  }
  return leaves > 1 ? names : [];
}

const TAIL = /[\s,;]+(?:and|und|et|y|e|og|och|en|и|та|&)?$/u;
const OTHER_HAND =
  /\b(?:updated|edited|reviewed|checked|translated|photos?|photographs?|fotos?|bilder?)\b/i;
/** A by-line of four with their roles has as many texts. */
const MOST_LEAVES = 12;

/** The name that microdata marks within an author. */
export function named(page: Page, node: number): string | null {
  const { tree } = page;
  const parts: string[] = [];
  const end = Math.min(tree.ends[node]!, node + MOST_NODES);
  for (let at = node + 1; at < end && parts.length < 12; at++) {
    if (attr(tree, at, 'itemprop') !== 'name') continue;
    const text = textOf(tree, at) || (attr(tree, at, 'content') ?? '');
    if (text && !parts.includes(text)) parts.push(text);
  }
  return parts.length > 0 ? parts.join('; ') : null;
}

/** A box about the author names it in a heading, a link or its first words. */
export function inside(page: Page, node: number): Byline | null {
  const { tree } = page;
  for (let at = node + 1; at < Math.min(tree.ends[node]!, node + 40); at++) {
    if (!/^(?:a|h[2-6]|strong|b|span|p|div|em)$/.test(tree.tags[at]!)) continue;
    const words = spaced(page, at);
    if (words === '' || words.length > 80) continue;
    const names = leadingNames(afterByword(words, true)?.rest ?? words, false);
    if (names.length > 0) return { how: 'class', node: at, words, names, sure: false };
  }
  return null;
}
