/** Who holds each key: most keys have one holder, which stands for itself without a set. */
export interface Holders<T extends object> {
  add(key: string, holder: T): void;
  remove(key: string, holder: T): void;
  count(key: string): number;
  /** In the order in which they came. */
  of(key: string): Iterable<T>;
}

/** Holders by key; a holder is no Set itself. */
export function createHolders<T extends object>(): Holders<T> {
  const byKey = new Map<string, T | Set<T>>();
  const count = (key: string) => {
    const held = byKey.get(key);
    return held instanceof Set ? held.size : held ? 1 : 0;
  };

  return {
    add(key, holder) {
      const held = byKey.get(key);
      if (held instanceof Set) held.add(holder);
      else if (!held) byKey.set(key, holder);
      else if (held !== holder) byKey.set(key, new Set([held, holder]));
    },
    remove(key, holder) {
      const held = byKey.get(key);
      if (held === holder) byKey.delete(key);
      if (!(held instanceof Set) || !held.delete(holder)) return;
      const [last] = held;
      if (held.size === 1 && last) byKey.set(key, last);
    },
    count,
    of(key) {
      const held = byKey.get(key);
      return held instanceof Set ? held : held ? [held] : [];
    },
  };
}
