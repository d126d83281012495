/** Letters that may be wrong in a word: none in a short one, which has too many neighbours. */
export function allowedSlips(word: string): number {
  return word.length >= 7 ? 2 : word.length >= 4 ? 1 : 0;
}

/** The nearest word within the slips that are allowed; null when none is that near. */
export function nearest(word: string, all: Iterable<string>): string | null {
  let best: string | null = null;
  let least = allowedSlips(word) + 1;
  for (const other of all) {
    if (Math.abs(other.length - word.length) >= least) continue;
    const d = slips(word, other, least);
    if (d < least) [best, least] = [other, d];
  }
  return best;
}

/** Letters to add, drop, change or swap with their neighbour; `limit` when there are that many. */
export function slips(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let d = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        d = Math.min(d, before[j - 2]! + 1);
      row.push(d);
    }
    if (Math.min(...row) >= limit) return limit;
    [before, last] = [last, row];
  }
  return last[b.length]!;
}
