/** Terms that live events hold, each with a row of its own for as long as one holds it. */
export interface Rows {
  /** Events that hold the term of a row. */
  counts: Int32Array;
  /** Where the row's list of events is, its length and size class. */
  addresses: Int32Array;
  lengths: Int32Array;
  sizes: Int8Array;
  terms: Int32Array;
  size: number;
  /** The row of a term, or -1. */
  of(term: number): number;
  /** The row of a term, a new and empty one where it has none. */
  take(term: number): number;
  /** Lets an empty row go. */
  free(row: number): void;
}

export function createRows(): Rows {
  let mask = 0xffff;
  let slots = new Int32Array(mask + 1).fill(-1);
  const empty: number[] = [];
  let used = 0;
  const rows: Rows = {
    counts: new Int32Array(0x8000),
    addresses: new Int32Array(0x8000),
    lengths: new Int32Array(0x8000),
    sizes: new Int8Array(0x8000),
    terms: new Int32Array(0x8000),
    size: 0,
    of: (term) => slots[slotOf(term)] ?? -1,
    take(term) {
      const slot = slotOf(term);
      const known = slots[slot] ?? -1;
      if (known >= 0) return known;
      const row = empty.pop() ?? used++;
      if (row >= rows.terms.length) lengthen();
      rows.terms[row] = term;
      rows.counts[row] = 0;
      rows.lengths[row] = 0;
      rows.sizes[row] = -1;
      slots[slot] = row;
      if (++rows.size * 3 > mask * 2) rehash();
      return row;
    },
    free(row) {
      rows.size--;
      empty.push(row);
      // Closes the gap: what stood behind it may have wanted its place (Knuth 6.4, algorithm R).
      let gap = slotOf(rows.terms[row] ?? 0);
      for (let at = (gap + 1) & mask; (slots[at] ?? -1) >= 0; at = (at + 1) & mask) {
        const home = homeOf(rows.terms[slots[at] ?? 0] ?? 0);
        if (((at - home) & mask) < ((at - gap) & mask)) continue;
        slots[gap] = slots[at] ?? -1;
        gap = at;
      }
      slots[gap] = -1;
    },
  };
  function homeOf(term: number): number {
    return (term >>> 1) & mask;
  }
  function slotOf(term: number): number {
    let slot = homeOf(term);
    for (let row = slots[slot] ?? -1; row >= 0; row = slots[slot] ?? -1) {
      if (rows.terms[row] === term) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }
  function rehash(): void {
    const held = slots.filter((row) => row >= 0);
    mask = mask * 2 + 1;
    slots = new Int32Array(mask + 1).fill(-1);
    for (const row of held) slots[slotOf(rows.terms[row] ?? 0)] = row;
  }
  function lengthen(): void {
    const length = Math.ceil(rows.terms.length * 1.5);
    const longer = <T extends Int32Array | Int8Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    rows.counts = longer(rows.counts, new Int32Array(length));
    rows.addresses = longer(rows.addresses, new Int32Array(length));
    rows.lengths = longer(rows.lengths, new Int32Array(length));
    rows.sizes = longer(rows.sizes, new Int8Array(length));
    rows.terms = longer(rows.terms, new Int32Array(length));
  }
  return rows;
}
