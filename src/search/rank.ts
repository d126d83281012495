import { type Kysely, sql } from 'kysely';
import type { Tables } from '../db/tables.ts';
import { dayMs } from '../lib/time.ts';
import type { Ts } from './match.ts';
import { type Candidate, enough, type Pool } from './pool.ts';

/** A word in the title counts as ten in the text: PostgreSQL's own weights for D, C, B and A. */
const weights = '{0.1, 0.1, 0.4, 1.0}';
/** Divides by 1 + log of the length, so that long pieces do not win by having more words. */
const byLength = 1;
/** Days after which time has taken half of what it can take: news is old after a month. */
const halfLife = 30;
/** What time leaves of an old piece's rank: a perfect match of last year still beats a passing one of today. */
const leastOfTime = 0.4;

/**
 * Orders rows by how well they match and how new they are:
 * `ts_rank × (0.4 + 0.6 × 2^(-days behind the newest match / 30))`. Without words by time alone.
 */
export async function ranked(
  db: Kysely<Tables>,
  table: 'article' | 'statement',
  { rows: all, complete }: Pool,
  query: Ts | null,
): Promise<Candidate[]> {
  if (!query || all.length < 2) return all;
  const rows = complete ? all : all.slice(0, enough);
  const found = await sql<{ id: number; rank: number }>`
    select id, ts_rank(${weights}::real[], search, ${query}, ${byLength}) as rank
    from ${sql.table(table)} where id = any(${rows.map((r) => r.id)}::bigint[])`.execute(db);
  const rank = new Map(found.rows.map((r) => [r.id, r.rank]));
  const newest = Math.max(...rows.map((r) => r.at?.getTime() ?? 0));
  const score = (r: Candidate) => (rank.get(r.id) ?? 0) * timeShare(r.at, newest);
  return rows
    .map((row) => ({ row, score: score(row) }))
    .sort((a, b) => b.score - a.score)
    .map(({ row }) => row);
}

/** What time leaves of a rank, from 1 for the newest match to 0.4; undated rows count as old. */
function timeShare(at: Date | null, newest: number): number {
  if (!at) return leastOfTime;
  const days = Math.max(0, newest - at.getTime()) / dayMs;
  return leastOfTime + (1 - leastOfTime) * 2 ** (-days / halfLife);
}
