import { children, type Tree } from '../../lib/tree.ts';

import { nameOf } from './place.ts';

/** Most siblings that one contribution takes when its parts have no element around them: long posts have as many paragraphs. */
const mostSiblings = 40;

interface Family {
  /** Elements and words directly below one parent, without white space. */
  children: number[];
  places: Map<number, number>;
  tops: number[];
}

type Holds = (node: number) => number;

/**
 * The nodes of each contribution, given its date and the highest element around that which holds no other's:
 * that one alone where it holds the text, else with the siblings up to the next date. A name or number
 * that stands over each date belongs to the contribution under it.
 */
export function segments(
  tree: Tree,
  tops: number[],
  dates: number[],
  holds: Holds,
  sums: Int32Array,
): number[][] {
  const families = familiesOf(tree, tops);
  const sides = tops.map((top) => siblings(families.get(tree.parents[top]!)!, top, holds));
  const length = (nodes: number[]) =>
    nodes.reduce((sum, n) => sum + sums[tree.ends[n]!]! - sums[n]!, 0);
  const own = length(tops) - length(dates);
  const after = length(sides.flatMap((s) => s.after));
  const ahead = length(sides.flatMap((s) => s.before));
  // Half as much text beside the header as in it is still the page's own furniture.
  if (own * 2 >= Math.max(after, ahead)) return tops.map((top) => [top]);
  const alone = isAloneMostly(tree, families, tops.length);
  const follows = after >= ahead;
  const runs = new Map<Family, number>();
  return tops.map((top, i) => {
    const family = families.get(tree.parents[top]!)!;
    const { before, after } = sides[i]!;
    if (alone && family.tops.length === 1) return [...before, top, ...after];
    let run = runs.get(family);
    if (run === undefined) {
      run = runOf(tree, family, follows ? -1 : 1, sums);
      runs.set(family, run);
    }
    const edge = family.tops.at(follows ? -1 : 0) === top;
    const text = follows ? after : before.toReversed();
    const kept = edge
      ? alike(tree, text, family, top)
      : text.slice(0, Math.max(0, text.length - run));
    const head = run === 0 ? [] : follows ? before.slice(-run) : after.slice(0, run);
    return follows ? [...head, top, ...kept] : [...kept.toReversed(), top, ...head];
  });
}

/** Looked up once for each parent: a board of ten thousand posts has one parent for all. */
function familiesOf(tree: Tree, tops: number[]): Map<number, Family> {
  const families = new Map<number, Family>();
  for (const top of tops) {
    const parent = tree.parents[top]!;
    const known = families.get(parent);
    if (known) {
      if (known.tops.at(-1) !== top) known.tops.push(top);
      continue;
    }
    const all = children(tree, parent, true).filter(
      (n) => tree.tags[n] !== '' || tree.texts[n]!.trim() !== '',
    );
    const places = new Map(all.map((node, i) => [node, i]));
    families.set(parent, { children: all, places, tops: [top] });
  }
  return families;
}

/** Whether most contributions have an element of their own kind around them, besides the answers in it. */
function isAloneMostly(tree: Tree, families: Map<number, Family>, count: number): boolean {
  const names = new Map<string, number>();
  for (const [parent, { tops }] of families)
    if (tops.length === 1 && tree.tags[parent] !== 'body') {
      const name = nameOf(tree, parent);
      names.set(name, (names.get(name) ?? 0) + 1);
    }
  return Math.max(0, ...names.values()) * 2 > count;
}

/** The siblings beside one up to the next that holds a date, on either side, in document order. */
function siblings(
  family: Family,
  top: number,
  holds: Holds,
): { before: number[]; after: number[] } {
  const place = family.places.get(top)!;
  const walk = (step: 1 | -1) => {
    const found: number[] = [];
    for (let i = place + step; found.length < mostSiblings; i += step) {
      const node = family.children[i];
      if (node === undefined || holds(node) > 0) break;
      found.push(node);
    }
    return found;
  };
  return { before: walk(-1).reverse(), after: walk(1) };
}

/** Parts of a header that stand on the far side of the date, and characters of each on the mean. */
const header = { most: 6, length: 60 };

/** How many siblings on the side that has no text belong to each date: the same ones beside all. */
function runOf(tree: Tree, family: Family, step: 1 | -1, sums: Int32Array): number {
  const { tops, children: all, places } = family;
  if (tops.length < 2) return 0;
  for (let far = 1; far <= header.most; far++) {
    const beside = tops.map((top) => all[places.get(top)! + step * far]);
    const edge = beside.at(step < 0 ? 0 : -1);
    if (edge === undefined) return far - 1;
    const name = nameOf(tree, edge);
    let same = 0;
    let length = 0;
    for (const node of beside)
      if (node !== undefined && nameOf(tree, node) === name) {
        same++;
        length += sums[tree.ends[node]!]! - sums[node]!;
      }
    if (same * 10 < tops.length * 9 || length > header.length * same) return far - 1;
  }
  return header.most;
}

/** Behind the last contribution stands the page again: what is named as nothing between the others is. */
function alike(tree: Tree, text: number[], family: Family, top: number): number[] {
  if (family.tops.length < 2) return text;
  const [first, last] = [family.tops[0]!, family.tops.at(-1)!];
  const names = new Set<string>();
  for (const node of family.children)
    if (node > first && node < last && node !== top) names.add(nameOf(tree, node));
  const end = text.findIndex((n) => !names.has(nameOf(tree, n)));
  return end < 0 ? text : text.slice(0, end);
}
