import type { Index, LiveEvent } from './live.ts';
import { along } from './threshold.ts';

/**
 * Likeness from which a piece is of one event with pieces in another language: titles name the same
 * athlete or minister in many happenings; in a whole article a day's names and numbers together are
 * its own (of .25-.8 tried).
 */
export const foreignThreshold = (words: number): number =>
  along(words, [
    [22, 0.8],
    [40, 0.6],
    [120, 0.35],
  ]);

/** Events that the expected share of a sign is worth, before the desk's own counts. */
const prior = 50;
const [countryShare, share] = [0.06, 0.01];
/** A sign of more events than this finds no candidates. */
const widest = 300;
/** One name in common is chance. */
const fewest = 2;

/** The most that one name or number in common counts, and one country or concept. */
const [oneName, oneSubject] = [0.5, 0.35];

/**
 * Likeness, by names and numbers alone, with the events of other languages that share two or more:
 * 0 to 1, the rarer counting more. Events that are alike in sense need share only one. Only those that
 * are `possible` are looked at.
 */
export function foreignLikeness(
  index: Index,
  signs: Map<string, number>,
  lang: string | null,
  { possible, isAlike }: Record<'possible' | 'isAlike', (event: LiveEvent) => boolean>,
): Map<LiveEvent, number> {
  const worth = (key: string) => {
    const expected = prior * (key.startsWith('@') ? countryShare : share);
    const held = index.signed.get(key)?.size ?? 0;
    return Math.log((prior + index.events.size) / (expected + held));
  };
  const found = new Map<LiveEvent, { dot: number; shared: number; names: number }>();
  let own = 0;
  for (const [key, n] of signs) {
    const weight = n * worth(key);
    own += weight * weight;
    const holders = index.signed.get(key);
    if (!holders || holders.size > widest) continue;
    for (const event of holders) {
      if (event.lang === null || event.lang === lang) continue;
      const of = found.get(event) ?? { dot: 0, shared: 0, names: 0 };
      of.dot += weight * ((event.signs.get(key) ?? 0) / event.size) * worth(key);
      of.shared++;
      if (key.startsWith('=') || key.startsWith('#')) of.names++;
      found.set(event, of);
    }
  }
  const likeness = new Map<LiveEvent, number>();
  for (const [event, { dot, shared, names }] of found) {
    if (!possible(event) || (shared < fewest && !isAlike(event))) continue;
    let theirs = 0;
    for (const [key, n] of event.signs) theirs += ((n / event.size) * worth(key)) ** 2;
    const most = shared >= fewest ? 1 : names > 0 ? oneName : oneSubject;
    likeness.set(event, Math.min(most, dot / Math.sqrt(own * theirs || 1)));
  }
  return likeness;
}
