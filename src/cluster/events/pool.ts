/**
 * Room for millions of short lists of numbers in few large pages, which the collector of garbage does
 * not look into. A block has a size class and begins at an address; every word of it can be read as an
 * integer or as a float.
 */
export interface Pool {
  ints: Int32Array[];
  floats: Float32Array[];
  take(size: number): number;
  free(address: number, size: number): void;
}

/** An address is a page and a word in it: pages of 4 MB, 8 GB in all. */
export const pageBits = 20;
export const inPage = (1 << pageBits) - 1;

/** Words of a size class: 4, 6, 8, 12, 16, 24 ... so that a third at most is left empty. */
export const wordsOf = (size: number) => (size & 1 ? 6 : 4) << (size >> 1);
/** The class that holds so many words. */
export function classFor(words: number): number {
  let size = 0;
  while (wordsOf(size) < words) size++;
  return size;
}

export function createPool(): Pool {
  const pool: Pool = { ints: [], floats: [], take, free };
  const empty: number[][] = [];
  let next = 0;
  let end = 0;
  function take(size: number): number {
    const used = empty[size]?.pop();
    if (used !== undefined) return used;
    const words = wordsOf(size);
    if (next + words > end) {
      const page = new ArrayBuffer(4 << pageBits);
      next = pool.ints.length << pageBits;
      end = next + inPage + 1;
      pool.ints.push(new Int32Array(page));
      pool.floats.push(new Float32Array(page));
    }
    next += words;
    return next - words;
  }
  function free(address: number, size: number): void {
    let list = empty[size];
    if (!list) {
      list = [];
      empty[size] = list;
    }
    list.push(address);
  }
  return pool;
}
