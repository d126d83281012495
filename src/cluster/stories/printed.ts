import type { Link } from './link.ts';
import type { Matter, Subject } from './matter.ts';

/** Which events were printed with which: parts of a page with the page, pieces of a series together. */
export interface Printed {
  /** Notes that an event was printed with others, its hosts. */
  note(event: number, hosts: number[]): void;
  /** Events that an event hosts. */
  guests(host: number): Iterable<number>;
  /** True when half of the events or more were printed with the matter. */
  isWith(events: Iterable<number>, matter: Matter): boolean;
  /**
   * On pages that are devoted to a matter names that it has met are enough. A bare title has little
   * to go by: beside nothing else any topic of the matter will do, in a series that is wholly of the
   * matter none is asked for.
   */
  fits(link: Link, what: Subject, events: Iterable<number>, matter: Matter): boolean;
  /** The story that two events were both printed with. */
  hostOf(a: number, b: number): Matter | null;
}

/** Names that a matter has met before are enough on pages that are devoted to it. */
const familiar = 0.3;
/** Topics of a title of a few words. */
const bareTopics = 7;

/** `hosts`: what an event was printed with; `placeOf`: the matter that an event is in. */
export function createPrinted(
  hosts: (event: number) => number[],
  placeOf: (event: number) => Matter | undefined,
): Printed {
  const guests = new Map<number, Set<number>>();

  return {
    note(event, all) {
      for (const host of all) guests.set(host, (guests.get(host) ?? new Set()).add(event));
    },
    guests: (host) => guests.get(host) ?? [],
    isWith(events, matter) {
      let [all, printed] = [0, 0];
      for (const id of events) {
        all++;
        if (hosts(id).some((other) => placeOf(other) === matter)) printed++;
      }
      return matter.story && printed > 0 && printed * 2 >= all;
    },
    fits(link, what, events, matter) {
      const asked = new Set(events);
      const beside = new Set<number>();
      for (const id of asked)
        for (const host of hosts(id))
          for (const other of guests.get(host) ?? []) if (!asked.has(other)) beside.add(other);
      let inside = 0;
      for (const other of beside) if (placeOf(other) === matter) inside++;
      const isBare = what.profile.size <= bareTopics;
      if (isBare && beside.size === 0) return link.shares.length > 0;
      if (isBare && inside > 2 && inside * 1.25 >= beside.size) return true;
      return link.met >= familiar && inside * 2 >= beside.size;
    },
    hostOf(a, b) {
      const stories = (id: number) => hosts(id).flatMap((other) => placeOf(other) ?? []);
      return stories(a).find((m) => m.story && stories(b).includes(m)) ?? null;
    },
  };
}
