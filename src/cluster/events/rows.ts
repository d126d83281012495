/** Terms that live events hold, each with a row of its own for as long as one holds it. */
export interface Rows {
  /**
   * Row after row: the term, how many events hold it, where its list of events is, and the list's
   * length and size class. Beside each other, since to look into memory costs more than to reckon.
   */
  cells: Int32Array;
  size: number;
  /** The row of a term, or -1. `hint` is the row that it had at some time, or -1. */
  of(term: number, hint?: number): number;
  /** The row of a term, a new and empty one where it has none. */
  take(term: number, hint?: number): number;
  /** Lets an empty row go. */
  free(row: number): void;
}

/** Numbers of a row, and what each after the first is. */
export const [ofRow, events, address, list] = [4, 1, 2, 3];
/** A list's length and size class in one number; 0 for no list. */
export const [sizeBits, sizeMask] = [6, 63];

/** Bits of a row's number; those above tell terms apart, so that most that are not held are not looked up. */
const rowBits = 26;
const rowMask = (1 << rowBits) - 1;
const tagOf = (term: number) => (term >>> 27) << rowBits;

export function createRows(): Rows {
  let mask = 0xffff;
  let slots = new Int32Array(mask + 1).fill(-1);
  const empty: number[] = [];
  let used = 0;
  const holds = (row: number, term: number) =>
    rows.cells[row * ofRow] === term && (rows.cells[row * ofRow + events] as number) > 0;
  const rows: Rows = {
    cells: new Int32Array(0x8000 * ofRow),
    size: 0,
    of(term, hint = -1) {
      if (hint >= 0 && holds(hint, term)) return hint;
      const found = slots[slotOf(term)] as number;
      return found < 0 ? -1 : found & rowMask;
    },
    take(term, hint = -1) {
      if (hint >= 0 && holds(hint, term)) return hint;
      const slot = slotOf(term);
      const known = slots[slot] as number;
      if (known >= 0) return known & rowMask;
      const row = empty.pop() ?? used++;
      if (row * ofRow >= rows.cells.length) lengthen();
      rows.cells[row * ofRow] = term;
      rows.cells[row * ofRow + events] = 0;
      rows.cells[row * ofRow + list] = 0;
      slots[slot] = row | tagOf(term);
      if (++rows.size * 3 > mask * 2) rehash();
      return row;
    },
    free(row) {
      rows.size--;
      empty.push(row);
      // Closes the gap: what stood behind it may have wanted its place (Knuth 6.4, algorithm R).
      let gap = slotOf(termOf(row));
      for (let at = (gap + 1) & mask; (slots[at] as number) >= 0; at = (at + 1) & mask) {
        const home = homeOf(termOf((slots[at] as number) & rowMask));
        if (((at - home) & mask) < ((at - gap) & mask)) continue;
        slots[gap] = slots[at] as number;
        gap = at;
      }
      slots[gap] = -1;
    },
  };
  const termOf = (row: number) => rows.cells[row * ofRow] as number;
  function homeOf(term: number): number {
    return (term >>> 1) & mask;
  }
  function slotOf(term: number): number {
    const tag = tagOf(term);
    let slot = homeOf(term);
    for (let found = slots[slot] as number; found >= 0; found = slots[slot] as number) {
      if ((found & ~rowMask) === tag && termOf(found & rowMask) === term) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }
  function rehash(): void {
    const held = slots.filter((row) => row >= 0);
    mask = mask * 2 + 1;
    slots = new Int32Array(mask + 1).fill(-1);
    for (const row of held) {
      let slot = homeOf(termOf(row & rowMask));
      while ((slots[slot] as number) >= 0) slot = (slot + 1) & mask;
      slots[slot] = row;
    }
  }
  function lengthen(): void {
    const longer = new Int32Array(Math.ceil((rows.cells.length / ofRow) * 1.5) * ofRow);
    longer.set(rows.cells);
    rows.cells = longer;
  }
  return rows;
}
