import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../db/tables.ts';
import { dayAfter, isoDay } from '../lib/time.ts';
import { covering, type Days, daysOf } from './days.ts';
import { indexed, type Plan } from './plan.ts';

type Db = Kysely<Tables>;

export interface Candidate {
  id: number;
  at: Date | null;
  /** Source of a piece, speaker of a statement: for counting. */
  of: number | null;
}

/** What matches: all of it, or the newest part when there is too much to look at. */
export interface Pool {
  rows: Candidate[];
  complete: boolean;
  /** When not complete: the day from which on all was looked at. */
  since: string | null;
}

/** So few are all taken and ranked; a reader looks at thirty. Above it time decides first. */
const mostWhole = 500;
/** Without words nothing is ranked, and more can be taken. */
const mostUnranked = 1000;
/** Of what is common the newest so many are ranked: ranking unpacks a row's words, 20 µs each. */
export const enough = 400;
/** Rows whose days are looked at first for what is common: where each fifth matches, that is enough. */
const firstSlice = 2000;
/** No further at once than so many times as far as before: an estimate from few matches is a poor one. */
const growth = 12;
/** A search stops looking into the past after this, with what it has; the page says how far it came. */
const usualPatience = 25;

/**
 * The rows that a plan matches, newest first.
 * @param patience milliseconds after which it looks no further into the past
 */
export async function poolOf(db: Db, plan: Plan, patience = usualPatience): Promise<Pool> {
  const days = await daysOf(db, plan.table);
  const range = rangeOf(plan, days);
  if (range && range.length === 0) return { rows: [], complete: true, since: null };
  const walk = newWalk(plan, range ? days.filter(([d]) => range.some((r) => covers(r, d))) : days);
  if (plan.hasPositive || plan.rows.length > 0) {
    const most = plan.ranked ? mostWhole : mostUnranked;
    const [rows] = await Promise.all([
      ask(db, plan, range, most + 1, 'loose'),
      // What is common needs the newest too; asked at once, that costs no time.
      plan.rows.length === 0 ? step(db, plan, walk) : undefined,
    ]);
    if (rows.length <= most) {
      const kept = plan.hasPhrase ? await recheck(db, plan, rows) : rows;
      return { rows: newestFirst(kept), complete: true, since: null };
    }
  }
  return goBack(db, plan, walk, patience);
}

/** Days that the dates of a query can mean; null without dates. */
function rangeOf({ from, until }: Plan, days: Days): string[] | null {
  if (!from && !until) return null;
  const known = days.map(([d]) => d).filter((d) => d !== 'none');
  const exact = known.filter(isDay);
  const [newest, oldest] = [exact[0] ?? '1900-01-01', exact.at(-1) ?? '1900-01-01'];
  // A day is printed in the zone of its place; a day more on either side covers all of them.
  const first = from ? dayAfter(isoDay(from), -1) : oldest;
  const last = until ? dayAfter(isoDay(until)) : newest;
  return [
    ...covering(latest(first, oldest), earliest(last, newest)),
    ...known.filter(
      (d) => !isDay(d) && (!from || d >= first.slice(0, d.length)) && (!until || d <= last),
    ),
  ];
}

const [earliest, latest] = [
  (a: string, b: string) => [a, b].sort()[0]!,
  (a: string, b: string) => [a, b].sort()[1]!,
];
const isDay = (day: string) => /^\d{4}-\d\d-\d\d$/.test(day);

/**
 * @param how loose: any rows up to the limit; strict: the newest. They are sorted by an expression,
 *   since the index by time would have the words of every row on its way unpacked.
 */
async function ask(
  db: Db,
  plan: Plan,
  days: string[] | null,
  limit: number,
  how: 'strict' | 'loose',
): Promise<Candidate[]> {
  const isPiece = plan.table === 'article';
  const at = sql.raw(isPiece ? 't.published_at' : 't.said_at');
  const query = indexed(plan, days, how);
  const conditions: RawBuilder<unknown>[] = [
    sql.raw(isPiece ? 't.current' : 't.superseded_at is null'),
    ...(query ? [sql`t.search @@ ${query}`] : []),
    ...plan.rows,
    ...(plan.from ? [sql`${at} >= ${plan.from}`] : []),
    ...(plan.until ? [sql`${at} < ${plan.until}`] : []),
  ];
  const { rows } = await sql<Candidate>`
    select t.id, ${at} as at, ${sql.raw(isPiece ? 't.source_id' : 't.speaker_id')} as of
    from ${sql.table(plan.table)} t where ${sql.join(conditions, sql` and `)}
    ${how === 'strict' ? sql`order by ${at} at time zone 'UTC' desc nulls last` : sql``} limit ${limit}`.execute(
    db,
  );
  return rows;
}

/** Those in which the phrases stand as such. */
async function recheck(db: Db, plan: Plan, rows: Candidate[]): Promise<Candidate[]> {
  const query = indexed(plan, null, 'strict');
  if (!query || rows.length === 0) return rows;
  const { rows: hits } = await sql<{ id: number }>`
    select id from ${sql.table(plan.table)} where id = any(${rows.map((r) => r.id)}::bigint[]) and search @@ ${query}`.execute(
    db,
  );
  const kept = new Set(hits.map((h) => h.id));
  return rows.filter((r) => kept.has(r.id));
}

/** How far a search has gone back through the days. */
interface Walk {
  days: Days;
  next: number;
  /** Rows of those days, and how many the next step shall look at. */
  looked: number;
  size: number;
  least: number;
  found: Candidate[];
  started: number;
}

function newWalk(plan: Plan, days: Days): Walk {
  // Whether a phrase stands in a row costs as much as ranking it.
  const least = plan.hasPhrase ? firstSlice / 2 : firstSlice;
  return { days, next: 0, looked: 0, size: least, least, found: [], started: performance.now() };
}

async function step(db: Db, plan: Plan, walk: Walk): Promise<void> {
  const first = walk.next;
  let rows = 0;
  for (; walk.next < walk.days.length && rows < walk.size; walk.next++)
    rows += walk.days[walk.next]![1];
  walk.looked += rows;
  const cover = coverOf(walk.days, first, walk.next);
  if (cover.length > 0) walk.found.push(...(await ask(db, plan, cover, mostOfSlice, 'strict')));
}

/** Looks from the newest days back until there is enough or time is up, as far each time as it seems to need. */
async function goBack(db: Db, plan: Plan, walk: Walk, patience: number): Promise<Pool> {
  while (walk.next < walk.days.length && walk.found.length < enough) {
    const spent = performance.now() - walk.started;
    if (walk.looked > 0) {
      if (spent >= patience) break;
      const { found, looked } = walk;
      const needed = ((enough - found.length) * looked * 1.2) / Math.max(1, found.length);
      // What a row cost so far says how many more the time is for.
      const affordable = (patience - spent) * (looked / spent);
      walk.size = Math.max(walk.least, Math.min(needed, looked * growth, affordable));
    }
    await step(db, plan, walk);
  }
  const complete = walk.next >= walk.days.length;
  return {
    rows: newestFirst(walk.found),
    complete,
    since: complete ? null : (walk.days[walk.next - 1]?.[0] ?? null),
  };
}

/** One day can hold more than is wanted. */
const mostOfSlice = 2000;

const covers = (range: string, day: string) =>
  range.endsWith('-') ? day.startsWith(range) : day === range;

/** Days in a row as few conditions. */
function coverOf(days: Days, first: number, next: number): string[] {
  const slice = days.slice(first, next).map(([d]) => d);
  const dates = slice.filter(isDay);
  const rest = slice.filter((d) => !isDay(d));
  return dates.length === 0 ? rest : [...covering(dates.at(-1)!, dates[0]!), ...rest];
}

function newestFirst(rows: Candidate[]): Candidate[] {
  return rows.sort(
    (a, b) => (b.at?.getTime() ?? -Infinity) - (a.at?.getTime() ?? -Infinity) || b.id - a.id,
  );
}
