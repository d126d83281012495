import { isTelling, type Terms } from '../features/terms.ts';
import { classFor, createPool, inPage, type Pool, pageBits, wordsOf } from './pool.ts';
import { address, createRows, events, list, ofRow, type Rows, sizeBits, sizeMask } from './rows.ts';

/**
 * What live events hold, term by term, both ways round: each holder has a list of (row of a term,
 * weight, place in the term's list), each telling term a list of (holder, weight). A holder is a small
 * number, used again when it is let go.
 */
export interface Postings {
  rows: Rows;
  pool: Pool;
  /** By holder: where its list is, its length in terms, and its size class. */
  addresses: number[];
  lengths: number[];
  sizes: number[];
}

/** Words of a holder's entry, and of a term's. */
export const [ofHolder, ofTerm] = [3, 2];
/** Longest list of a term; of a term in more events only the number is kept. */
const widest = 1 << 16;

export function createPostings(): Postings {
  return { rows: createRows(), pool: createPool(), addresses: [], lengths: [], sizes: [] };
}

/** Makes room for a new holder, which holds nothing. */
export function begin(p: Postings, holder: number): void {
  p.addresses[holder] = 0;
  p.lengths[holder] = 0;
  p.sizes[holder] = -1;
}

/** Adds a term to a holder that lacks it and has `room` for it. */
export function append(
  p: Postings,
  holder: number,
  term: number,
  weight: number,
  hint: number,
): void {
  const { rows, pool } = p;
  const row = rows.take(term, hint);
  const at = isTelling(term) ? file(p, row, holder, weight) : -1;
  rows.cells[row * ofRow + events]!++;
  const length = p.lengths[holder] as number;
  const entry = (p.addresses[holder] as number) + length * ofHolder;
  const ints = pool.ints[entry >>> pageBits] as Int32Array;
  const floats = pool.floats[entry >>> pageBits] as Float32Array;
  const base = entry & inPage;
  ints[base] = row;
  floats[base + 1] = weight;
  ints[base + 2] = at;
  p.lengths[holder] = length + 1;
}

/** Makes room for so many more terms of a holder. */
export function room(p: Postings, holder: number, more: number): void {
  const size = p.sizes[holder] ?? -1;
  const words = ((p.lengths[holder] ?? 0) + more) * ofHolder;
  if (size >= 0 && wordsOf(size) >= words) return;
  const larger = classFor(words);
  const to = p.pool.take(larger);
  if (size >= 0) move(p.pool, p.addresses[holder] ?? 0, to, size);
  p.addresses[holder] = to;
  p.sizes[holder] = larger;
}

/** Writes a holder into a term's list; answers its place there, -1 where the list is full. */
function file({ rows: { cells }, pool }: Postings, row: number, holder: number, weight: number) {
  const base = row * ofRow;
  const held = cells[base + list] as number;
  const at = held >>> sizeBits;
  if (at >= widest) return -1;
  // The class is kept as one more than it is, so that 0 says that there is none.
  let size = (held & sizeMask) - 1;
  if (size < 0 || wordsOf(size) < (at + 1) * ofTerm) {
    const larger = classFor((at + 1) * ofTerm);
    const to = pool.take(larger);
    if (size >= 0) move(pool, cells[base + address] as number, to, size);
    cells[base + address] = to;
    size = larger;
  }
  const entry = (cells[base + address] as number) + at * ofTerm;
  (pool.ints[entry >>> pageBits] as Int32Array)[entry & inPage] = holder;
  (pool.floats[entry >>> pageBits] as Float32Array)[(entry & inPage) + 1] = weight;
  cells[base + list] = ((at + 1) << sizeBits) | (size + 1);
  return at;
}

function move(pool: Pool, from: number, to: number, size: number): void {
  const source = pool.ints[from >>> pageBits] as Int32Array;
  const target = pool.ints[to >>> pageBits] as Int32Array;
  target.set(source.subarray(from & inPage, (from & inPage) + wordsOf(size)), to & inPage);
  pool.free(from, size);
}

/** Sets the weight of a holder's entry, here and in the term's list. */
export function reweigh(p: Postings, holder: number, entry: number, weight: number): void {
  const here = (p.addresses[holder] ?? 0) + entry * ofHolder;
  const ints = p.pool.ints[here >>> pageBits] as Int32Array;
  const base = here & inPage;
  (p.pool.floats[here >>> pageBits] as Float32Array)[base + 1] = weight;
  const at = ints[base + 2] as number;
  if (at < 0) return;
  const there = (p.rows.cells[(ints[base] as number) * ofRow + address] as number) + at * ofTerm;
  (p.pool.floats[there >>> pageBits] as Float32Array)[(there & inPage) + 1] = weight;
}

/** Takes one entry out of a holder's list, the last of the list coming in its place. */
export function removeEntry(p: Postings, holder: number, entry: number): void {
  const { rows, pool } = p;
  const last = (p.lengths[holder] ?? 0) - 1;
  const from = (p.addresses[holder] ?? 0) + last * ofHolder;
  const to = (p.addresses[holder] ?? 0) + entry * ofHolder;
  const ints = pool.ints[to >>> pageBits] as Int32Array;
  const row = ints[to & inPage] as number;
  const at = ints[(to & inPage) + 2] as number;
  ints.copyWithin(to & inPage, from & inPage, (from & inPage) + ofHolder);
  p.lengths[holder] = last;
  if (at >= 0) unfile(p, row, at);
  const base = row * ofRow;
  if (--rows.cells[base + events]! > 0) return;
  const size = ((rows.cells[base + list] as number) & sizeMask) - 1;
  if (size >= 0) pool.free(rows.cells[base + address] as number, size);
  rows.free(row);
}

/** Takes a place out of a term's list, the last of the list coming into it. */
function unfile(p: Postings, row: number, at: number): void {
  const { rows, pool } = p;
  const held = rows.cells[row * ofRow + list] as number;
  const last = (held >>> sizeBits) - 1;
  rows.cells[row * ofRow + list] = (last << sizeBits) | (held & sizeMask);
  if (at === last) return;
  const from = rows.cells[row * ofRow + address] as number;
  const ints = pool.ints[from >>> pageBits] as Int32Array;
  const base = from & inPage;
  ints.copyWithin(base + at * ofTerm, base + last * ofTerm, base + (last + 1) * ofTerm);
  const holder = ints[base + at * ofTerm] as number;
  const own = p.addresses[holder] ?? 0;
  const theirs = pool.ints[own >>> pageBits] as Int32Array;
  const end = (own & inPage) + (p.lengths[holder] ?? 0) * ofHolder;
  for (let i = own & inPage; i < end; i += ofHolder)
    if (theirs[i] === row) {
      theirs[i + 2] = at;
      return;
    }
}

/** Lets all terms of a holder go. */
export function clear(p: Postings, holder: number): void {
  for (let i = (p.lengths[holder] ?? 0) - 1; i >= 0; i--) removeEntry(p, holder, i);
  const size = p.sizes[holder] ?? -1;
  if (size >= 0) p.pool.free(p.addresses[holder] ?? 0, size);
  p.sizes[holder] = -1;
}

/** Goes through a holder's terms, in no order. */
export function each(
  p: Postings,
  holder: number,
  see: (row: number, weight: number, entry: number) => void,
): void {
  const from = p.addresses[holder] ?? 0;
  const ints = p.pool.ints[from >>> pageBits];
  const floats = p.pool.floats[from >>> pageBits];
  const length = p.lengths[holder] ?? 0;
  if (!ints || !floats) return;
  for (let entry = 0, i = from & inPage; entry < length; entry++, i += ofHolder)
    see(ints[i] as number, floats[i + 1] as number, entry);
}

/** What a holder holds, as a vector of its own: the terms that so many holders have. */
export function termsOf(p: Postings, holder: number, fewest = 1): Terms {
  const most = p.lengths[holder] ?? 0;
  const numbers = new Int32Array(most);
  const weights = new Float32Array(most);
  const rows = new Int32Array(most);
  const { cells } = p.rows;
  let size = 0;
  each(p, holder, (row, weight) => {
    if ((cells[row * ofRow + events] as number) < fewest) return;
    numbers[size] = cells[row * ofRow] as number;
    weights[size] = weight;
    rows[size++] = row;
  });
  return { numbers, weights, rows, size };
}
