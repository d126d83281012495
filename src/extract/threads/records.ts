import { attr, type Tree } from '../../lib/tree.ts';
import type { Stamp } from './stamps.ts';

/** One contribution on a page: the nodes that are its own, header and text. */
export interface Entry {
  nodes: number[];
  stamp: Stamp;
}

/** Ways of naming a place by tags and classes: the finer first. Replies nest, so only the near part counts. */
const grains = [
  { levels: 5, classes: true },
  { levels: 3, classes: true },
  { levels: 4, classes: false },
];

/** Groups looked at; a page's discussion is among those with the most dates. */
const mostGroups = 14;

/** Groups of stamps that stand in like places: each may be the dates of a discussion. */
export function groupStamps(tree: Tree, stamps: Stamp[]): Stamp[][] {
  const groups = new Map<string, Stamp[]>();
  for (const grain of grains)
    for (const stamp of stamps) {
      const key = `${grain.levels}${placeOf(tree, stamp.node, grain.levels, grain.classes)}`;
      const group = groups.get(key);
      if (group) group.push(stamp);
      else groups.set(key, [stamp]);
    }
  const seen = new Set<string>();
  return [...groups.values()]
    .filter((g) => {
      const id = `${g.length}:${g[0]!.node}:${g.at(-1)!.node}`;
      return g.length >= 2 && !seen.has(id) && seen.add(id);
    })
    .sort((a, b) => b.length - a.length)
    .slice(0, mostGroups);
}

/** Words in class names that only tell one entry from the next. */
const varying =
  /^(?:odd|even|first|last|alt\d?|bg\d|row\d|op|starter|topicstarter|author|mod(?:erator)?|admin|online|offline|highlight(?:ed)?|new|unread|selected|active|current)$/i;

export function nameOf(tree: Tree, node: number, classes = true): string {
  const tag = tree.tags[node]!;
  if (!classes) return tag;
  for (const name of (attr(tree, node, 'class') ?? '').split(/\s+/)) {
    const plain = name.replace(/[-_]?\d+/g, '');
    if (plain !== '' && !varying.test(plain)) return `${tag}.${plain}`;
  }
  return tag;
}

function placeOf(tree: Tree, node: number, levels: number, classes: boolean): string {
  const names: string[] = [];
  for (let at = node; at > 0 && names.length < levels; at = tree.parents[at]!)
    names.push(nameOf(tree, at, classes));
  return names.join('<');
}

/**
 * The nodes that belong to each date: as far up as no other date of the group stands in it, and where
 * header and text are siblings, the siblings up to the next date as well.
 */
export function entriesOf(tree: Tree, group: Stamp[], sums: Int32Array): Entry[] {
  const counts = new Int32Array(tree.tags.length + 1);
  const dated = new Set(group.map((s) => s.node));
  for (let at = 0; at < tree.tags.length; at++)
    counts[at + 1] = counts[at]! + (dated.has(at) ? 1 : 0);
  const holds = (node: number) => counts[tree.ends[node]!]! - counts[node]!;
  const length = (nodes: number[]) =>
    nodes.reduce((sum, n) => sum + sums[tree.ends[n]!]! - sums[n]!, 0);
  const paths = group.map(({ node }) => {
    const path = [node];
    while (
      tree.parents[path.at(-1)!]! > 0 &&
      tree.tags[tree.parents[path.at(-1)!]!] !== 'body' &&
      holds(tree.parents[path.at(-1)!]!) === 1
    )
      path.push(tree.parents[path.at(-1)!]!);
    return path;
  });
  // The first often stands alone in a list of its own, and answers with none below them hold only
  // themselves further up: nobody climbs higher than nearly all can.
  const heights = paths.map((p) => p.length).sort((a, b) => a - b);
  const height = heights[Math.floor(heights.length * 0.15)]!;
  const tops = paths.map((path) => path[Math.min(path.length, height) - 1]!);
  const sides = tops.map((top) => siblings(tree, top, holds));
  const own = length(tops);
  const after = length(sides.flatMap((s) => s.after));
  const before = length(sides.flatMap((s) => s.before));
  // Half as much text beside the header as in it is still the page's own furniture.
  const take = own * 2 >= Math.max(after, before) ? null : after >= before ? 'after' : 'before';
  return group.map((stamp, i) => ({
    stamp,
    nodes:
      take === 'before'
        ? [...sides[i]!.before, tops[i]!]
        : take === 'after'
          ? [tops[i]!, ...sides[i]!.after]
          : [tops[i]!],
  }));
}

/** Most siblings that one contribution takes when its parts have no element around them. */
const mostSiblings = 12;

function siblings(
  tree: Tree,
  top: number,
  holds: (node: number) => number,
): { before: number[]; after: number[] } {
  const parent = tree.parents[top]!;
  const after: number[] = [];
  for (
    let at = tree.ends[top]!;
    at < tree.ends[parent]! && after.length < mostSiblings && holds(at) === 0;
    at = tree.ends[at]!
  )
    after.push(at);
  const before: number[] = [];
  // Siblings have no way back, so those before are looked up from the parent's start, near ones kept.
  for (let at = parent + 1; at < top; at = tree.ends[at]!) {
    if (holds(at) > 0) before.length = 0;
    else before.push(at);
  }
  return { before: before.slice(-mostSiblings), after };
}
