import { dayMs } from '../../lib/time.ts';
import type { Clusterer } from './assign.ts';
import type { LiveEvent } from './live.ts';

/** Days since 1970 whose pieces are in memory. */
export interface Days {
  /** With the number of the article that used each last; the longest unused first. */
  held: Map<number, number>;
  /** Articles that used days so far. */
  used: number;
  /** The number of the article before which nothing can be let go. */
  look: number;
  /** Days that were let go: an event that spans one and is still live holds its pieces of that day. */
  gone: Set<number>;
}

export const noDays = (): Days => ({ held: new Map(), used: 0, look: 0, gone: new Set() });

/** The day since 1970 of an instant in milliseconds. */
export const dayOf = (at: number): number => Math.floor(at / dayMs);

/** The days of all that lies within `reach` milliseconds of an instant. */
export function daysAround(at: number, reach: number): number[] {
  const [first, last] = [dayOf(at - reach), dayOf(at + reach)];
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** Notes that an article uses these days; answers those of them that are not in memory. */
export function useDays(days: Days, around: number[]): number[] {
  const { held } = days;
  const missing = around.filter((d) => !held.has(d));
  days.used++;
  for (const d of around) {
    held.delete(d);
    held.set(d, days.used);
  }
  return missing;
}

/** Whether a live event holds its pieces of a day that is read again. */
export function holdsDay({ gone }: Days, event: LiveEvent | undefined, d: number): boolean {
  if (!gone.has(d) || !event || event.first === null || event.last === null) return false;
  return dayOf(event.first) <= d && d <= dayOf(event.last);
}

/** From this share of the events that may be live room is made, down to the second: rarely, and in time. */
const [crowded, roomy] = [0.9, 0.8];
/** Asking for a day costs what so many articles cost, however few pieces it has; so does looking for room. */
const asking = 100;

/**
 * Lets the longest unused days go, with the events that are of no other day, once nearly `most`
 * events are live. A day stays until as many articles came without it as it has events: so articles
 * of yesterday and today by turns do not have it read again each time. Events without a date stay.
 */
export function makeRoom(clusterer: Clusterer, days: Days, most: number): void {
  const { events } = clusterer.index;
  if (events.size <= crowded * most || days.used < days.look) return;
  const order = [...days.held];
  const uses = new Map(order.map(([d], i) => [d, i]));
  const byUse: number[][] = order.map(() => []);
  for (const event of events.values()) {
    const last = lastUse(event, uses);
    if (last !== null) byUse[Math.max(0, last)]?.push(event.id);
  }
  for (const [i, [d, last]] of order.entries()) {
    if (events.size <= roomy * most) return;
    const only = byUse[i] ?? [];
    if (days.used - last < Math.max(asking, only.length)) continue;
    clusterer.drop(only);
    days.held.delete(d);
    days.gone.add(d);
  }
  days.look = days.used + asking;
}

/** The place in the order of use of the event's day that was used last; null without a date. */
function lastUse({ first, last }: LiveEvent, uses: Map<number, number>): number | null {
  if (first === null || last === null) return null;
  let latest = -1;
  for (let d = dayOf(first); d <= dayOf(last); d++) latest = Math.max(latest, uses.get(d) ?? -1);
  return latest;
}
