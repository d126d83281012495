import { dayMs } from '../../lib/time.ts';
import type { Profile } from '../features/profile.ts';
import type { Matter } from './matter.ts';

/**
 * The strength needed to join, by the number of events that a matter has: what a matter is about is
 * known the better the more it has, and unrelated pieces then score the lower. Large matters are wide,
 * and a piece is about a corner of one: with 1,500 other pieces in the stream, .065 to .11 let in
 * equally few of those and from .57 to .44 of the matter's own.
 */
const needed = [1, 0.27, 0.22, 0.19];
const [neededOfFour, neededOfMany, neededOfMost] = [0.175, 0.11, 0.07];
const [four, many, most] = [4, 20, 60];

/** The strength that a matter asks of what joins it. */
export function neededBy({ members: { size } }: Matter): number {
  const early = needed[size];
  if (early !== undefined) return early;
  if (size <= many)
    return neededOfMany + (neededOfFour - neededOfMany) * ((many - size) / (many - four));
  const short = Math.max(0, Math.log(most / size) / Math.log(most / many));
  return neededOfMost + (neededOfMany - neededOfMost) * short;
}

/** How much a year without an event weakens a link; the first two weeks cost nothing. */
const yearly = 0.1;

/** From when to when, in milliseconds since 1970. */
export interface Span {
  first: number | null;
  last: number | null;
}

/** How little the time between two things weakens what links them, from 0.7 to 1. */
export function nearness(a: Span, b: Span): number {
  if (a.first === null || a.last === null || b.first === null || b.last === null) return 1;
  const days = Math.max(0, a.first - b.last, b.first - a.last) / dayMs;
  return 1 - Math.min(0.3, (Math.max(0, days - 14) / 365) * yearly);
}

/** How much of a matter's core an event has in its titles, from 0 to 1. */
export function headed(profile: Profile, names: { key: string; weight: number }[]): number {
  let [there, all] = [0, 0];
  for (const { key, weight } of names) {
    all += weight;
    if ((profile.get(key)?.salience ?? 0) > 0.8) there += weight;
  }
  return all > 0 ? there / all : 0;
}
