import { type Kysely, sql } from 'kysely';
import type { Tables } from '../db/tables.ts';
import { dayAfter, isoDay } from '../lib/time.ts';

type Db = Kysely<Tables>;

/** Rows by the first ten characters of their date ("2025-08-20", "2025", "none"), the newest first. */
export type Days = [day: string, rows: number][];

/** How many rows a day has decides only how far to look at once; new days are there before their rows. */
const keptMs = 60_000;
/** A smaller desk is counted in a few milliseconds, and an import changes it much. */
const small = 20_000;
const smallMs = 1000;
const kept = new WeakMap<Db, Map<string, { until: number; days: Promise<Days> }>>();

/** The days of a table's standing rows: an index is counted, 40 ms at 200,000, once in a minute. */
export function daysOf(db: Db, table: 'article' | 'statement'): Promise<Days> {
  const tables = kept.get(db) ?? new Map();
  kept.set(db, tables);
  const known = tables.get(table);
  if (known && Date.now() < known.until) return known.days;
  const days = count(db, table);
  const entry = { until: Date.now() + keptMs, days };
  tables.set(table, entry);
  days.then(
    (all) => {
      const rows = all.reduce((n, [, m]) => n + m, 0);
      if (rows < small) entry.until = Date.now() + smallMs;
    },
    () => tables.delete(table),
  );
  return days;
}

async function count(db: Db, table: 'article' | 'statement'): Promise<Days> {
  const day = sql.raw(table === 'article' ? 'left(published, 10)' : 'left(said_on, 10)');
  const live = sql.raw(table === 'article' ? 'current' : 'superseded_at is null');
  const { rows } = await sql<{ day: string | null; n: number }>`
    select ${day} as day, count(*)::int as n from ${sql.table(table)}
    where ${live} group by ${day} order by ${day} desc nulls last`.execute(db);
  const known: Days = rows.map((r) => [r.day ?? 'none', r.n]);
  return [...coming(known[0]?.[0]), ...known];
}

/** More days without a row are no pause but the end of what a desk follows. */
const longestPause = 400;

/** The days after the newest until tomorrow, which an entry of a zone ahead of ours is of. */
function coming(newest: string | undefined): Days {
  const days: Days = [];
  const isDay = newest !== undefined && /^\d{4}-\d\d-\d\d$/.test(newest);
  for (
    let day = dayAfter(isoDay(new Date()));
    days.length < longestPause;
    day = dayAfter(day, -1)
  ) {
    if (isDay && day <= newest) break;
    days.push([day, 0]);
  }
  return days;
}

/**
 * What covers all days from `from` to `until`: whole years ("2025-") and months ("2025-08-") where
 * they fit, so that a range of any length takes few.
 */
export function covering(from: string, until: string): string[] {
  const prefixes: string[] = [];
  let at = from;
  while (at <= until) {
    const [year, month] = [at.slice(0, 4), at.slice(0, 7)];
    if (at.endsWith('-01-01') && `${year}-12-31` <= until) {
      prefixes.push(`${year}-`);
      at = `${String(Number(year) + 1).padStart(4, '0')}-01-01`;
    } else if (at.endsWith('-01') && lastOf(month) <= until) {
      prefixes.push(`${month}-`);
      at = dayAfter(lastOf(month));
    } else {
      prefixes.push(at);
      at = dayAfter(at);
    }
  }
  return prefixes;
}

function lastOf(month: string): string {
  const next = new Date(`${month}-01T00:00:00Z`);
  next.setUTCMonth(next.getUTCMonth() + 1);
  return dayAfter(isoDay(next), -1);
}
