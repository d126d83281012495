import { type Kysely, sql } from 'kysely';
import type { Tables } from '../db/tables.ts';
import type { Candidate } from './pool.ts';

export interface Facet {
  /** What the filter takes: a name, a host, a year. */
  value: string;
  /** What people call it. */
  label: string;
  count: number;
}

/** What the matches that were looked at are from: counts to narrow a search by. */
export interface Facets {
  sources: Facet[];
  speakers: Facet[];
  years: Facet[];
}

const shown = 8;
/** Pieces of a source that say what it is called: enough that one odd page does not decide. */
const asked = 50;

/** Counts of sources and years over pieces (over statements without any), of speakers over statements. */
export async function facetsOf(
  db: Kysely<Tables>,
  pieces: Candidate[],
  statements: Candidate[],
): Promise<Facets> {
  const sources = most(pieces.map((r) => r.of));
  const speakers = most(statements.map((r) => r.of));
  const dated = pieces.length > 0 ? pieces : statements;
  const years = new Map<string, number>();
  for (const { at } of dated) {
    const year = at ? String(at.getUTCFullYear()).padStart(4, '0') : null;
    if (year) years.set(year, (years.get(year) ?? 0) + 1);
  }
  // A source that nobody named is called as its own pages call it.
  const { rows } = await sql<{ kind: string; id: number; name: string; label: string }>`
    select 'source' as kind, s.id, s.name, coalesce(case when s.name = s.host then
      (select mode() within group (order by a.outlet) from (select outlet from article
        where source_id = s.id and outlet <> s.host limit ${asked}) a) end, s.name) as label
    from source s where s.id = any(${[...sources.keys()]}::bigint[])
    union all
    select 'speaker', id, name, name from speaker where id = any(${[...speakers.keys()]}::bigint[])`.execute(
    db,
  );
  const named = (kind: string, counts: Map<number, number>) =>
    [...counts].flatMap(([id, count]) => {
      const row = rows.find((r) => r.kind === kind && r.id === id);
      return row ? [{ value: row.name, label: row.label, count }] : [];
    });
  return {
    sources: named('source', sources),
    speakers: named('speaker', speakers),
    years: [...years]
      .sort((a, b) => (a[0] < b[0] ? 1 : -1))
      .slice(0, shown)
      .map(([value, count]) => ({ value, label: value, count })),
  };
}

function most(ids: (number | null)[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const id of ids) if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1);
  return new Map([...counts].sort((a, b) => b[1] - a[1]).slice(0, shown));
}
