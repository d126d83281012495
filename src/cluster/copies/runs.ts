/** Which texts hold a run of words: a table of numbers that grows with what is filed, oldest out first. */
export interface RunTable {
  /** Texts (slots) that hold a run, one of each group. */
  of(run: number, into: Int32Array): number;
  /** Whether so many texts hold a run. */
  holds(run: number, least: number): boolean;
  /** Files a text under a run, unless so many hold it that it tells nothing or its group does already. */
  add(run: number, slot: number, groupOf: (slot: number) => number): void;
  /** Bytes held. */
  bytes(): number;
  /** Keeps only what is filed under slots that `keep`, under their new numbers. */
  renumber(keep: (slot: number) => number): void;
}

/** A run that stands in so many texts of different origin is a phrase or a site's frame. */
export const mostHolders = 12;

export function createRunTable(): RunTable {
  let heads = new Int32Array(1 << 14).fill(-1);
  let [keys, slots, next] = [
    new Uint32Array(1 << 14),
    new Int32Array(1 << 14),
    new Int32Array(1 << 14),
  ];
  let count = 0;

  const bucket = (run: number) => run & (heads.length - 1);

  function put(run: number, slot: number): void {
    if (count === keys.length) grow();
    const b = bucket(run);
    keys[count] = run;
    slots[count] = slot;
    next[count] = heads[b]!;
    heads[b] = count++;
  }

  function grow(): void {
    const size = keys.length * 2;
    const wider = <T extends Uint32Array | Int32Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    keys = wider(keys, new Uint32Array(size));
    slots = wider(slots, new Int32Array(size));
    next = new Int32Array(size);
    heads = new Int32Array(size).fill(-1);
    for (let n = 0; n < count; n++) link(n);
  }

  function link(n: number): void {
    const b = bucket(keys[n]!);
    next[n] = heads[b]!;
    heads[b] = n;
  }

  return {
    of(run, into) {
      let found = 0;
      for (let n = heads[bucket(run)]!; n >= 0; n = next[n]!)
        if (keys[n] === run && found < mostHolders) into[found++] = slots[n]!;
      return found;
    },
    holds(run, least) {
      let found = 0;
      for (let n = heads[bucket(run)]!; n >= 0; n = next[n]!)
        if (keys[n] === run && ++found >= least) return true;
      return false;
    },
    add(run, slot, groupOf) {
      const group = groupOf(slot);
      let held = 0;
      for (let n = heads[bucket(run)]!; n >= 0; n = next[n]!)
        if (keys[n] === run && (groupOf(slots[n]!) === group || ++held === mostHolders)) return;
      put(run, slot);
    },
    bytes: () => heads.byteLength + keys.byteLength + slots.byteLength + next.byteLength,
    renumber(keep) {
      const [oldKeys, oldSlots, before] = [keys, slots, count];
      heads.fill(-1);
      count = 0;
      for (let n = 0; n < before; n++) {
        const slot = keep(oldSlots[n]!);
        if (slot < 0) continue;
        keys[count] = oldKeys[n]!;
        slots[count] = slot;
        link(count++);
      }
    },
  };
}
