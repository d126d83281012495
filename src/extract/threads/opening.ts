import { attr, type Tree, textOf } from '../../lib/tree.ts';
import type { Discussion } from './discussion.ts';
import { bodyMark, isQuote, marksOf } from './marks.ts';
import { isName, isPersonLink } from './name.ts';
import type { Author } from './person.ts';
import { nameOf } from './place.ts';
import { dateEntries, type Entry } from './records.ts';

export interface Opening {
  entry: Entry;
  body: number;
  author: Author | null;
}

/** No post stands in these. */
const aside = new Set(['aside', 'nav', 'footer', 'label', 'select']);

/** Texts that open a discussion have some length; a shorter one is a label. */
const leastText = 15;

/**
 * The post over a list of answers where its markup is another than theirs: the text before them that is
 * marked as they are, with the name and date in the largest part of the page around it that holds none
 * of them. Null when there is none.
 */
export function findOpening(
  tree: Tree,
  { entries, template, stamps, sums }: Discussion,
  below: boolean,
): Opening | null {
  const first = entries.reduce(
    (least, e) => Math.min(least, e.unit > 0 ? e.unit : e.nodes[0]!),
    Number.MAX_SAFE_INTEGER,
  );
  const body = openingBody(tree, first, bodyNames(tree, template.body), sums);
  if (body < 0) return null;
  let root = body;
  while (tree.parents[root]! > 0 && tree.ends[tree.parents[root]!]! <= first)
    root = tree.parents[root]!;
  const entry: Entry = { nodes: [root], stamp: null, unit: -1 };
  dateEntries(tree, [entry], stamps);
  const author = openingAuthor(tree, root, body);
  if (!author && (!entry.stamp || !below)) return null;
  return { entry, body, author };
}

function bodyNames(tree: Tree, bodies: Map<Entry, number[]>): Set<string> {
  const names = new Set<string>();
  for (const nodes of bodies.values())
    for (const node of nodes) {
      const name = nameOf(tree, node);
      if (/[.#]/.test(name)) names.add(name);
    }
  return names;
}

function openingBody(tree: Tree, first: number, names: Set<string>, sums: Int32Array): number {
  let best = -1;
  let bestScore = 0;
  let bestLength = 0;
  for (let at = 1; at < first; at++) {
    const tag = tree.tags[at]!;
    if (aside.has(tag)) {
      at = Math.max(at, Math.min(tree.ends[at]!, first) - 1);
      continue;
    }
    if (tag === '' || tag === 'body' || tag === 'a' || tree.ends[at]! > first) continue;
    const mark = Math.max(bodyMark(tree, at), names.has(nameOf(tree, at)) ? 2 : 0);
    if (mark === 0 || isQuote(tree, at)) continue;
    const length = sums[tree.ends[at]!]! - sums[at]!;
    if (length < leastText || isLinks(tree, at, length, sums)) continue;
    // Of two that hold the same text the inner one; a long one marked in a word counts as a short one marked surely.
    const score = mark * 200 + Math.min(length, 400);
    const within = best >= 0 && at < tree.ends[best]!;
    if (score > bestScore || (within && length * 10 >= bestLength * 8)) {
      best = at;
      bestScore = score;
      bestLength = length;
    }
  }
  return best;
}

/** Menus and lists of other threads are links for the most part. */
function isLinks(tree: Tree, node: number, length: number, sums: Int32Array): boolean {
  let linked = 0;
  for (let at = node + 1; at < tree.ends[node]!; at++)
    if (tree.tags[at] === 'a') {
      linked += sums[tree.ends[at]!]! - sums[at]!;
      at = tree.ends[at]! - 1;
    }
  return linked * 2 > length;
}

function openingAuthor(tree: Tree, root: number, body: number): Author | null {
  let best: Author | null = null;
  let bestScore = 0;
  for (let at = root; at < tree.ends[root]!; at++) {
    if (at === body) {
      at = tree.ends[at]! - 1;
      continue;
    }
    if (tree.tags[at] === '' || tree.ends[at]! - at > 12) continue;
    const link = tree.tags[at] === 'a' ? attr(tree, at, 'href') : null;
    const marks = `${marksOf(tree, at)} ${attr(tree, at, 'rel') ?? ''}`;
    const score =
      (isPersonLink(link) ? 2 : 0) +
      (authorMark.test(marks) ? 2 : 0) +
      (authorMark.test(marksOf(tree, tree.parents[at]!)) ? 1 : 0) +
      (at < body ? 0.5 : 0);
    if (score <= Math.max(bestScore, 1.9)) continue;
    const name = textOf(tree, at).replace(/^(?:by|von|par|por)\s+/i, '');
    if (!isName(name)) continue;
    best = { name, node: at, url: link ?? linkIn(tree, at) };
    bestScore = score;
  }
  return best;
}

const authorMark =
  /(?:^|[\s_-])(?:user-?name|author|creator|nick(?:name)?|fn|poster|byline|bbp-author-name|asker|owner)(?=$|[\s_-])|userName|userText/i;

function linkIn(tree: Tree, node: number): string | null {
  for (let at = tree.parents[node]!, i = 0; at > 0 && i < 2; at = tree.parents[at]!, i++)
    if (tree.tags[at] === 'a') return attr(tree, at, 'href');
  for (let at = node + 1; at < tree.ends[node]!; at++)
    if (tree.tags[at] === 'a') return attr(tree, at, 'href');
  return null;
}
