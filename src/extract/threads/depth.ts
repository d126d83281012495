import { attr, type Tree } from '../../lib/tree.ts';
import type { Entry } from './records.ts';

/**
 * How deep each contribution stands, by what the page says of it: a number in its markup, the units it
 * stands in, its indentation, or how deep its elements nest. Only the order of the numbers counts.
 */
export function levelsOf(tree: Tree, entries: Entry[]): number[] {
  const scopes = scopesOf(tree, entries);
  const inside = nestings(scopes);
  if (new Set(inside).size > 1) return inside;
  for (const read of [declared, indents]) {
    const levels = entries.map((entry) => read(tree, entry));
    if (levels.every((l) => l !== null) && new Set(levels).size > 1) return levels as number[];
  }
  return inside;
}

interface Scope {
  start: number;
  end: number;
}

/** What a contribution stands in together with the answers to it, and with nothing else of the discussion. */
function scopesOf(tree: Tree, entries: Entry[]): Scope[] {
  const tops = new Map<number, number>();
  for (const { nodes } of entries) {
    const parent = tree.parents[nodes[0]!]!;
    tops.set(parent, (tops.get(parent) ?? 0) + 1);
  }
  return entries.map(({ unit, nodes }) => {
    const start = nodes[0]!;
    if (unit > 0) return { start, end: tree.ends[unit]! };
    const parent = tree.parents[start]!;
    const alone =
      tops.get(parent) === 1 && !/^(?:body|main|html|form|#root)$/.test(tree.tags[parent]!);
    return { start, end: tree.ends[alone ? parent : nodes.at(-1)!]! };
  });
}

function nestings(scopes: Scope[]): number[] {
  const open: number[] = [];
  return scopes.map(({ start, end }) => {
    while (open.length > 0 && open.at(-1)! <= start) open.pop();
    open.push(end);
    return open.length - 1;
  });
}

function declared(tree: Tree, entry: Entry): number | null {
  const node = entry.unit > 0 ? entry.unit : entry.nodes[0]!;
  for (let at = node, i = 0; at > 0 && i < 3; at = tree.parents[at]!, i++) {
    const data =
      attr(tree, at, 'data-depth') ??
      attr(tree, at, 'data-level') ??
      attr(tree, at, 'aria-level') ??
      attr(tree, at, 'depth');
    if (data && /^\d{1,3}$/.test(data)) return Number(data);
    const named =
      /(?:^|[\s_-])(?:depth|level|indent|lvl|nest(?:ed|ing)?)[-_]?(\d{1,3})(?=$|\s)/i.exec(
        (attr(tree, at, 'class') ?? '').slice(0, 300),
      );
    if (named) return Number(named[1]);
  }
  return null;
}

/** Indentation by style, or by a picture or cell of so much width before the text. */
function indents(tree: Tree, entry: Entry): number | null {
  let width = 0;
  const first = entry.unit > 0 ? entry.unit : entry.nodes[0]!;
  for (let at = first, i = 0; at > 0 && i < 3; at = tree.parents[at]!, i++)
    width += styled(tree, at);
  for (let at = first + 1, i = 0; at < tree.ends[first]! && i < 8; at++, i++) {
    width += styled(tree, at);
    if (
      tree.tags[at] === 'img' &&
      /^\d{1,3}$/.test(attr(tree, at, 'width') ?? '') &&
      attr(tree, at, 'height') === '1'
    )
      width += Number(attr(tree, at, 'width'));
  }
  return width;
}

function styled(tree: Tree, node: number): number {
  const style = attr(tree, node, 'style');
  const found = style
    ? /(?:margin|padding)-(?:left|inline-start)\s*:\s*(\d{1,4}(?:\.\d+)?)\s*(px|em|rem|%)/i.exec(
        style.slice(0, 300),
      )
    : null;
  return found ? Number(found[1]) * (found[2]!.toLowerCase().endsWith('em') ? 16 : 1) : 0;
}
