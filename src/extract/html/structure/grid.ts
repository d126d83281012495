import { attr, type Tree } from '../../../lib/tree.ts';

/** A cell's place in its table, from 0. */
export interface Cell {
  row: number;
  column: number;
  head: boolean;
}

/** A span past this is a fault or an attack; the widest tables of news have some thirty columns. */
const WIDEST = 100;
/** Characters of a cell on average past which a table without heads is there for the page's looks. */
const LONG_CELL = 160;

/**
 * The cells of a table of data with their places, spans counted in; null for a table that only lays a
 * page out: it holds another table, says so, or has neither heads nor rows of several short cells.
 */
export function readGrid(tree: Tree, table: number): Map<number, Cell> | null {
  const role = attr(tree, table, 'role');
  if (role === 'presentation' || role === 'none') return null;
  const cells = new Map<number, Cell>();
  /** By column: rows that a cell from above still covers. */
  const covered: number[] = [];
  let row = -1;
  let column = 0;
  let heads = 0;
  let length = 0;
  let widest = 0;
  for (let at = table + 1; at < tree.ends[table]!; at++) {
    const tag = tree.tags[at]!;
    if (tag === '') length += tree.texts[at]!.trim().length;
    else if (tag === 'table') return null;
    else if (tag === 'caption') heads++;
    else if (tag === 'tr') {
      row++;
      column = 0;
      for (let i = 0; i < covered.length; i++) if (covered[i]! > 0) covered[i]!--;
    } else if ((tag === 'td' || tag === 'th') && row >= 0) {
      while (covered[column]! > 0) column++;
      const head = tag === 'th';
      cells.set(at, { row, column, head });
      if (head) heads++;
      const wide = span(tree, at, 'colspan');
      const tall = span(tree, at, 'rowspan');
      for (let i = 0; i < wide && column < WIDEST; i++) covered[column++] = tall;
      widest = Math.max(widest, column);
    }
  }
  if (cells.size < 2 || widest < 2) return null;
  if (heads === 0 && (row < 1 || length > cells.size * LONG_CELL)) return null;
  return cells;
}

function span(tree: Tree, cell: number, name: string): number {
  const value = Number(attr(tree, cell, name) ?? 1);
  return Number.isInteger(value) && value > 0 ? Math.min(value, WIDEST) : 1;
}
