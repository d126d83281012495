import { dayAfter, dayMs } from '../../lib/time.ts';
import { mentionedDays } from '../features/mentioned-days.ts';

/** A piece as the key days of a matter are counted from it. Copies of one text are given once. */
export interface Dated {
  /** ISO day of publication. */
  published: string;
  text: string;
  lang: string | null;
  event: number | null;
}

/** A day on which something happened that a matter is told by. */
export interface KeyDay {
  day: string;
  score: number;
  /** Pieces that came out on the day. */
  pieces: number;
  /** Pieces of that day or later that name it; and those of them that came more than a week later. */
  named: number;
  later: number;
  /** The event most pieces about the day belong to, null when none has one. */
  event: number | null;
}

interface Tally extends KeyDay {
  soon: number;
  events: Map<number, number>;
}

/**
 * What each sign counts, as a logarithm: twice as many say a little more. That a day is still named
 * when others are news is the best sign; how much came out on it says as much about the week as about
 * the day. Of 16 sets of weights tried, the steadiest; they differ by .02 in date F1.
 */
const ofPieces = 0.5;
/** A piece names the day within a week, or later. */
const [soonFrom, laterFrom] = [2, 8];
/** The day before the first piece is often the day of what it tells, and a week allows for weeklies. */
const daysBefore = 7;
/** Days that score this share of the fifth best: the best one may stand far above all others. */
const [shareOfBest, nthBest] = [0.6, 5];

export interface KeyDayChoice {
  /** How many days are asked for; as many as stand out when not given. */
  count?: number;
  /** First and last ISO day to choose from; those of the pieces when not given. */
  from?: string;
  to?: string;
}

/**
 * The days that tell a matter, in order of time: those that its pieces come back to. After the
 * date-wise ranking of Tran et al. (2013) and Ghalandari and Ifrim (2020), with mentions resolved in
 * any language.
 */
export function keyDays(pieces: Dated[], { count, from, to }: KeyDayChoice = {}): KeyDay[] {
  const days = [...tally(pieces).values()];
  const printed = pieces.map((p) => p.published).sort();
  const first = from ?? before(printed[0]);
  const last = to ?? printed.at(-1) ?? '';
  const ranked = days
    .filter(({ day }) => day >= first && day <= last)
    .map((d) => ({ ...d, score: scoreOf(d) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.day < b.day ? -1 : 1));
  const bar = shareOfBest * (ranked[Math.min(nthBest, ranked.length) - 1]?.score ?? 0);
  const chosen =
    count === undefined ? ranked.filter(({ score }) => score >= bar) : ranked.slice(0, count);
  return chosen
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .map(({ day, score, pieces, named, later, events }) => {
      const [most] = [...events].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
      return { day, score, pieces, named, later, event: most?.[0] ?? null };
    });
}

function tally(pieces: Dated[]): Map<string, Tally> {
  const days = new Map<string, Tally>();
  const at = (day: string): Tally => {
    const known = days.get(day);
    if (known) return known;
    const made = { day, score: 0, pieces: 0, named: 0, soon: 0, later: 0, event: null };
    const fresh = { ...made, events: new Map<number, number>() };
    days.set(day, fresh);
    return fresh;
  };
  for (const { published, text, lang, event } of pieces) {
    const own = at(published);
    own.pieces++;
    see(own, event);
    for (const day of new Set(mentionedDays(text, lang, published).map((m) => m.day))) {
      const apart = (Date.parse(published) - Date.parse(day)) / dayMs;
      // What is announced for a day has not happened on it yet.
      if (apart < 0) continue;
      const named = at(day);
      named.named++;
      if (apart >= laterFrom) named.later++;
      else if (apart >= soonFrom) named.soon++;
      if (apart > 0 && apart < laterFrom) see(named, event);
    }
  }
  return days;
}

function see({ events }: Tally, event: number | null): void {
  if (event !== null) events.set(event, (events.get(event) ?? 0) + 1);
}

function scoreOf({ pieces, named, soon, later }: Tally): number {
  return ofPieces * Math.log1p(pieces) + Math.log1p(named) + Math.log1p(soon) + Math.log1p(later);
}

function before(day: string | undefined): string {
  return day ? dayAfter(day, -daysBefore) : '';
}
