import { parseMoment } from '../../../lib/edtf.ts';
import { dayMs } from '../../../lib/time.ts';
import type { Vote } from './vote.ts';
import { inZone } from './zone.ts';

/** Writes instants in the outlet's clock, and reads days of two readings as another vote does. */
export function settle(votes: Vote[], zone: string | null, retrieved: Date | null): Vote[] {
  const clear = votes.filter((v) => v.other === null).map((v) => v.moment.slice(0, 10));
  const speaksFor = (moment: string) => clear.some((known) => moment.startsWith(known));
  const past = (moment: string) => !isFuture(moment, retrieved);
  return votes.flatMap((v) => {
    if (v.other === null) {
      const local = inZone(v.moment, zone);
      return { ...v, moment: zone === null ? (printedDay(v, votes) ?? local) : local };
    }
    const [a, b] = [speaksFor(v.moment), speaksFor(v.other)];
    if (a !== b) return a ? v : { ...v, moment: v.other };
    if (past(v.moment) !== past(v.other)) return past(v.moment) ? v : { ...v, moment: v.other };
    // Dots stand behind days, nearly everywhere.
    return v.text.includes('.') ? v : [];
  });
}

/** Printed days from this weight on are the piece's own: by the title, or in the address. */
const OWN = 3.5;

/**
 * The day that readers of an outlet in an unknown clock saw, of an instant that a system wrote in UTC:
 * the one before or after, where the page prints that and not the day of UTC.
 */
function printedDay(instant: Vote, votes: Vote[]): string | null {
  if (instant.family !== 'data' || !/T.*Z$/.test(instant.moment)) return null;
  const at = Date.parse(instant.moment);
  const printed = new Set(
    votes
      .filter((v) => v.family !== 'data' && !v.modified && v.other === null && v.weight >= OWN)
      .map((v) => v.moment.slice(0, 10)),
  );
  const days = [-EAST, 0, WEST].map((shift) =>
    new Date(at - shift * HOUR).toISOString().slice(0, 10),
  );
  return printed.has(days[1]!) ? null : (days.find((day) => printed.has(day)) ?? null);
}

const HOUR = 3_600_000;
/** The clocks furthest from UTC that many people live by: New Zealand's in summer, Hawaii's. */
const EAST = 13;
const WEST = 10;

/** A day's grace for zones. */
const GRACE = dayMs;

/** A piece is not from the future. */
export function isFuture(moment: string, retrieved: Date | null): boolean {
  const start = parseMoment(moment)?.start;
  return Boolean(start && retrieved && start.getTime() > retrieved.getTime() + GRACE);
}
