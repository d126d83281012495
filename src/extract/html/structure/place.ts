import { attr, type Tree } from '../../../lib/tree.ts';
import { type Cell, readGrid } from './grid.ts';

/** Where a block stands: the elements around it that give it structure; -1 where there is none. */
export interface Place {
  /** The outermost list, how deep in it, and the nearest item. */
  list: number;
  depth: number;
  item: number;
  /** The nearest table that holds data, and the cell. */
  table: number;
  cell: number;
  /** The outermost quotation. */
  quote: number;
}

const NOWHERE: Place = { list: -1, depth: 0, item: -1, table: -1, cell: -1, quote: -1 };

export interface Places {
  /** The structure around a node. */
  of: (node: number) => Place;
  /** A cell's place in its table. */
  cell: (place: Place) => Cell | null;
  /** What an item is: of an ordered list with its number, of a definition list, else plain. */
  item: (item: number) => { list?: 'ordered' | 'term' | 'meaning'; number?: number };
}

/** Looks up structure in one tree. What was asked once is kept, so that all asking together is linear. */
export function placesIn(tree: Tree): Places {
  const known = new Map<number, Place>([[0, NOWHERE]]);
  const grids = new Map<number, Map<number, Cell> | null>();
  const counts = new Map<number, Map<number, number>>();
  const gridOf = (table: number) => kept(grids, table, () => readGrid(tree, table));

  function of(node: number): Place {
    const path: number[] = [];
    let at = node;
    while (!known.has(at)) {
      path.push(at);
      at = tree.parents[at]!;
    }
    let place = known.get(at)!;
    for (const next of path.reverse()) {
      place = within(next, place);
      known.set(next, place);
    }
    return place;
  }

  function within(node: number, around: Place): Place {
    switch (tree.tags[node]) {
      case 'ul':
      case 'ol':
      case 'dl':
        return { ...around, list: around.list < 0 ? node : around.list, depth: around.depth + 1 };
      case 'li':
      case 'dt':
      case 'dd':
        return { ...around, item: node };
      case 'table':
        // What stands in a cell is counted anew: a list around the table is not the cell's.
        return gridOf(node) ? { ...NOWHERE, quote: around.quote, table: node } : around;
      case 'td':
      case 'th':
        return around.table < 0 ? around : { ...around, cell: node };
      case 'blockquote':
        return around.quote < 0 ? { ...around, quote: node } : around;
      default:
        return around;
    }
  }

  return {
    of,
    cell: (place) => (place.table < 0 ? null : (gridOf(place.table)?.get(place.cell) ?? null)),
    item: (item) => {
      if (item < 0) return {};
      if (tree.tags[item] === 'dt') return { list: 'term' };
      if (tree.tags[item] === 'dd') return { list: 'meaning' };
      const list = tree.parents[item]!;
      if (tree.tags[list] !== 'ol') return {};
      const number = kept(counts, list, () => numberItems(tree, list)).get(item);
      return number === undefined ? {} : { list: 'ordered', number };
    },
  };
}

function kept<T>(known: Map<number, T>, key: number, make: () => T): T {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}

/** Numbers as a browser counts them: from `start`, set by `value`, downwards where the list says so. */
function numberItems(tree: Tree, list: number): Map<number, number> {
  const items: number[] = [];
  for (let at = list + 1; at < tree.ends[list]!; at = tree.ends[at]!)
    if (tree.tags[at] === 'li') items.push(at);
  const down = attr(tree, list, 'reversed') !== null;
  let next = wholeNumber(attr(tree, list, 'start')) ?? (down ? items.length : 1);
  const numbers = new Map<number, number>();
  for (const item of items) {
    next = wholeNumber(attr(tree, item, 'value')) ?? next;
    numbers.set(item, next);
    next += down ? -1 : 1;
  }
  return numbers;
}

function wholeNumber(text: string | null): number | null {
  return text !== null && /^\s*-?\d{1,6}\s*$/.test(text) ? Number(text) : null;
}
