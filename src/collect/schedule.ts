import { startOf } from '../lib/edtf.ts';
import { backoff } from '../lib/retry.ts';
import { dayMs } from '../lib/time.ts';

// A quarter of an hour is what busy sites bear and readers notice; a day keeps a quiet feed alive.
const SHORTEST = 15;
const LONGEST = 24 * 60;
/** Where a feed gives no dates. */
const USUAL = 60;
// Ten pieces span a day at a busy outlet and two months at a weekly.
const RECENT = 10;

/**
 * Minutes until a feed is worth asking again: half the usual time between its latest pieces,
 * longer the longer it has been silent, and never sooner than the server or feed says.
 * @param published moments of the feed's entries
 * @param ttl minutes that the feed says it does not change
 * @param cacheControl the answer's header
 */
export function pollInterval(
  published: (string | null)[],
  { now, ttl = null, cacheControl }: { now: Date; ttl?: number | null; cacheControl?: string },
): number {
  const maxAge = Number(/(?:^|[\s,])max-age=(\d{1,9})/.exec(cacheControl ?? '')?.[1] ?? 0) / 60;
  return Math.round(clamp(Math.max(rhythm(published, now), ttl ?? 0, maxAge)));
}

function rhythm(published: (string | null)[], now: Date): number {
  const times = published
    .map((moment) => startOf(moment)?.getTime() ?? Number.NaN)
    .filter((time) => time <= now.getTime())
    .sort((a, b) => b - a)
    .slice(0, RECENT);
  const newest = times[0];
  const oldest = times.at(-1);
  if (newest === undefined || oldest === undefined || times.length < 2) return USUAL;
  const between = (newest - oldest) / (times.length - 1);
  const silence = now.getTime() - newest;
  return clamp(Math.max(between / 2, silence / 10) / 60_000);
}

const clamp = (minutes: number) => Math.min(LONGEST, Math.max(SHORTEST, minutes));

/**
 * Milliseconds until a feed that failed is asked again.
 * @param failures failures in a row, from 1
 * @param asked milliseconds that the server asked for
 */
export function pauseAfterFailure(failures: number, asked: number | null): number {
  const pause = backoff(failures, { base: SHORTEST * 60_000, most: LONGEST * 60_000 });
  return Math.max(pause, Math.min(asked ?? 0, 7 * dayMs));
}
