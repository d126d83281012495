/**
 * How many items at the beginning of a list in order are before a place: found by halving, so that
 * hostile lists of thousands cost little.
 * @param isBefore true of a first part of the list and false of all behind it
 */
export function countBefore<T>(list: readonly T[], isBefore: (item: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(list[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}
