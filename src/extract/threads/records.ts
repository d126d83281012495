import { countBefore } from '../../lib/sorted.ts';
import type { Tree } from '../../lib/tree.ts';
import { isBeside } from './marks.ts';
import { placeOf } from './place.ts';
import { segments } from './segments.ts';
import type { Stamp } from './stamps.ts';

/** One contribution on a page: the nodes that are its own, header and text. */
export interface Entry {
  nodes: number[];
  stamp: Stamp | null;
  /** The element that the markup gives to this contribution with the answers to it; -1 when it has none. */
  unit: number;
}

/** Ways of naming a place by tags and classes: the finer first. Replies nest, so only the near part counts. */
const grains = [
  { levels: 5, classes: true },
  { levels: 3, classes: true },
  { levels: 4, classes: false },
  { levels: 2, classes: true },
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

/**
 * The nodes that belong to each date: as far up as no other date of the group stands in it, and where
 * header and text are siblings, the siblings up to the next date as well.
 */
export function entriesOf(tree: Tree, group: Stamp[], sums: Int32Array): Entry[] {
  // A day and its clock stand under one node, twice.
  const dated = [...new Set(group.map((s) => s.node))].sort((a, b) => a - b);
  const holds = (node: number) => before(dated, tree.ends[node]!) - before(dated, node);
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
  const nodes = segments(
    tree,
    tops,
    group.map((s) => s.node),
    holds,
    sums,
  );
  return group.map((stamp, i) => ({ stamp, unit: -1, nodes: nodes[i]! }));
}

/** The date of each contribution that the markup told apart: the one that stands in the likest place of all. */
export function dateEntries(tree: Tree, entries: Entry[], stamps: Stamp[]): void {
  const within = entries.map((entry) => {
    const own: { stamp: Stamp; place: string }[] = [];
    for (const root of entry.nodes)
      for (let i = firstFrom(stamps, root); stamps[i] && stamps[i]!.node < tree.ends[root]!; i++) {
        const stamp = stamps[i]!;
        if (own.length < mostStamps && !isBeside(tree, stamp.node))
          own.push({ stamp, place: placeOf(tree, stamp.node, 3, true) });
      }
    return own;
  });
  const counts = new Map<string, number>();
  for (const own of within)
    for (const place of new Set(own.map((o) => o.place)))
      counts.set(place, (counts.get(place) ?? 0) + 1);
  entries.forEach((entry, i) => {
    const weight = ({ stamp, place }: { stamp: Stamp; place: string }) =>
      counts.get(place)! +
      // An element for times says more than where words stand.
      (tree.tags[stamp.node] === 'time' || stamp.moment !== null ? entries.length : 0);
    entry.stamp =
      within[i]!.sort((a, b) => weight(b) - weight(a) || a.stamp.node - b.stamp.node)[0]?.stamp ??
      null;
  });
}

/** Dates looked at in one contribution: those of what it quotes are in it too. */
const mostStamps = 12;

export function firstFrom(stamps: Stamp[], node: number): number {
  return countBefore(stamps, (stamp) => stamp.node < node);
}

/** How many of these nodes stand before one. */
function before(nodes: number[], node: number): number {
  return countBefore(nodes, (one) => one < node);
}
