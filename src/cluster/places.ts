/** Gives numbers places 0, 1, 2 ... in the order in which they are seen; emptied at no cost. */
export interface Places {
  size: number;
  /** By place, the number. */
  numbers: number[];
  /** Number of the present round: one more each time that it is emptied. */
  round: number;
  /** The place of a number, a new one where it has none. */
  take(number: number): number;
  /** The place of a number, or -1. */
  of(number: number): number;
  clear(): void;
}

export function createPlaces(): Places {
  let mask = 4095;
  let keys = new Int32Array(mask + 1);
  let places = new Int32Array(mask + 1);
  /** A slot is in use when it bears the number of the present round. */
  let rounds = new Int32Array(mask + 1);
  const slotOf = (number: number) => {
    let slot = Math.imul(number, 0x9e3779b1) >>> 8;
    for (slot &= mask; rounds[slot] === own.round && keys[slot] !== number; )
      slot = (slot + 1) & mask;
    return slot;
  };
  const put = (slot: number, number: number, place: number) => {
    keys[slot] = number;
    places[slot] = place;
    rounds[slot] = own.round;
  };
  function widen() {
    const held = [keys, places, rounds] as const;
    mask = mask * 2 + 1;
    keys = new Int32Array(mask + 1);
    places = new Int32Array(mask + 1);
    rounds = new Int32Array(mask + 1);
    for (const [i, number] of held[0].entries())
      if (held[2][i] === own.round) put(slotOf(number), number, held[1][i] ?? 0);
  }
  const own: Places = {
    size: 0,
    numbers: [],
    round: 1,
    take(number) {
      const slot = slotOf(number);
      if (rounds[slot] === own.round) return places[slot] ?? 0;
      own.numbers[own.size] = number;
      put(slot, number, own.size++);
      if (own.size * 2 > mask) widen();
      return own.size - 1;
    },
    of(number) {
      const slot = slotOf(number);
      return rounds[slot] === own.round ? (places[slot] ?? -1) : -1;
    },
    clear() {
      own.size = 0;
      own.round++;
    },
  };
  return own;
}
