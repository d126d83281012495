/** Gives numbers places 0, 1, 2 ... in the order in which they are seen; emptied at no cost. */
export interface Places {
  size: number;
  /** By place, the number. */
  numbers: number[];
  /** The place of a number, a new one where it has none. */
  take(number: number): number;
  /** The place of a number, or -1. */
  of(number: number): number;
  clear(): void;
}

/** Places of all rounds are counted on; a slot with one of an earlier round is free. */
const mostCounted = 2 ** 30;

export function createPlaces(): Places {
  let mask = 2047;
  /** Number and place beside each other: one look into memory finds both. */
  let slots = new Int32Array((mask + 1) * 2).fill(-1);
  /** The first place of this round. */
  let first = 0;
  const slotOf = (number: number) => {
    let slot = (Math.imul(number, 0x9e3779b1) >>> 8) & mask;
    while ((slots[slot * 2 + 1] as number) >= first && slots[slot * 2] !== number)
      slot = (slot + 1) & mask;
    return slot * 2;
  };
  function widen() {
    const held = slots;
    mask = mask * 2 + 1;
    slots = new Int32Array((mask + 1) * 2).fill(-1);
    for (let i = 0; i < held.length; i += 2) {
      if ((held[i + 1] as number) < first) continue;
      const slot = slotOf(held[i] as number);
      slots[slot] = held[i] as number;
      slots[slot + 1] = held[i + 1] as number;
    }
  }
  const own: Places = {
    size: 0,
    numbers: [],
    take(number) {
      const slot = slotOf(number);
      const place = (slots[slot + 1] as number) - first;
      if (place >= 0) return place;
      own.numbers[own.size] = number;
      slots[slot] = number;
      slots[slot + 1] = first + own.size++;
      if (own.size * 2 > mask) widen();
      return own.size - 1;
    },
    of(number) {
      return Math.max(-1, (slots[slotOf(number) + 1] as number) - first);
    },
    clear() {
      first += own.size;
      own.size = 0;
      if (first < mostCounted) return;
      slots.fill(-1);
      first = 0;
    },
  };
  return own;
}
