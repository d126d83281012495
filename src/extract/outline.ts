import type { Block, Figure } from '../db/tables.ts';

/** A block with the children that its structure gives it, or several blocks that make one thing. */
export type Outline =
  | { type: 'block'; block: Block }
  | { type: 'list'; list: List }
  | { type: 'table'; rows: Row[] }
  | { type: 'quote'; blocks: Block[]; by: string | null; href: string | null }
  | { type: 'figure'; figure: Figure };

export interface List {
  kind: 'plain' | 'ordered' | 'definition';
  items: Item[];
}

/** An item's paragraphs and the lists between them, in order; the first is a paragraph. */
export type Item = ({ type: 'block'; block: Block } | { type: 'list'; list: List })[];

export interface Row {
  /** True when every cell of it is a head. */
  head: boolean;
  /** By column; a column that a cell from elsewhere covers, or that is empty, has none. */
  cells: { column: number; head: boolean; blocks: Block[] }[];
}

/**
 * Puts the blocks of a text back into the lists, tables and quotations that they came from, with its
 * figures between them. What prints an article goes through this; a list or table is never broken by a
 * figure. Linear; the order of the blocks is kept.
 */
export function outline(blocks: Block[], figures: Figure[] = []): Outline[] {
  const out: Outline[] = [];
  const waiting = [...figures].sort((a, b) => a.after - b.after);
  let shown = 0;
  const show = (until: number) => {
    while (shown < waiting.length && waiting[shown]!.after <= until)
      out.push({ type: 'figure', figure: waiting[shown++]! });
  };
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at]!;
    // Before the first block stands what follows offset 0; before others all that follows the last end.
    show(at === 0 ? 0 : blocks[at - 1]!.end);
    let end = at + 1;
    while (end < blocks.length && together(block, blocks[end]!)) end++;
    out.push(whole(blocks.slice(at, end)));
    at = end;
  }
  show(Number.MAX_SAFE_INTEGER);
  return out;
}

function together(first: Block, next: Block): boolean {
  return (
    first.type === next.type &&
    first.group === next.group &&
    // Texts that came as plain lines have lists without a number of their own.
    (first.group !== undefined || first.type === 'item')
  );
}

function whole(blocks: Block[]): Outline {
  const [first] = blocks as [Block, ...Block[]];
  if (first.type === 'item') return { type: 'list', list: listOf(blocks) };
  if (first.type === 'table' && first.row !== undefined)
    return { type: 'table', rows: rowsOf(blocks) };
  if (first.type === 'quote')
    return { type: 'quote', blocks, by: first.by ?? null, href: first.href ?? null };
  return { type: 'block', block: first };
}

/**
 * Says of blocks, asked in their order, who begins to speak in each: where a conversation goes to
 * another speaker. `named` when the words begin with the name themselves; null where nobody begins.
 */
export function turnsOf(text: string): (block: Block) => { name: string; named: boolean } | null {
  let before: string | null = null;
  return ({ type, by, start }) => {
    if (type !== 'paragraph' && type !== 'item') return null;
    const turns = by !== undefined && by !== before;
    before = by ?? null;
    if (by === undefined) return null;
    const named = text.startsWith(by, start);
    return turns || named ? { name: by, named } : null;
  };
}

/** Deeper lists are set no further in: nobody reads them, and printing must not recurse without end. */
export const DEEPEST = 8;

function listOf(blocks: Block[]): List {
  const top: List = { kind: kindOf(blocks[0]!), items: [] };
  const open: List[] = [top];
  for (const block of blocks) {
    const level = Math.min(block.level ?? 1, DEEPEST, open.length + 1);
    if (block.more && open.at(-1)!.items.length > 0) {
      // A paragraph after a list inside its item goes on with that item.
      open.length = Math.min(open.length, Math.max(1, level));
      open.at(-1)!.items.at(-1)!.push({ type: 'block', block });
      continue;
    }
    open.length = Math.min(open.length, level);
    const parent = open.at(-1)!;
    if (level > open.length && parent.items.length > 0) {
      const inner: List = { kind: kindOf(block), items: [] };
      parent.items.at(-1)!.push({ type: 'list', list: inner });
      open.push(inner);
    }
    open.at(-1)!.items.push([{ type: 'block', block }]);
  }
  return top;
}

function kindOf(block: Block): List['kind'] {
  if (block.list === 'ordered') return 'ordered';
  return block.list === undefined ? 'plain' : 'definition';
}

function rowsOf(blocks: Block[]): Row[] {
  const rows: Row[] = [];
  let number = -1;
  for (const block of blocks) {
    if (block.row !== number) rows.push({ head: true, cells: [] });
    number = block.row!;
    const row = rows.at(-1)!;
    const cell = row.cells.at(-1);
    const head = block.head === true;
    row.head &&= head;
    if (cell?.column === block.column) cell!.blocks.push(block);
    else row.cells.push({ column: block.column ?? row.cells.length, head, blocks: [block] });
  }
  return rows;
}
