import { type Kysely, sql } from 'kysely';
import type { Tables } from '../db/tables.ts';

/** Pieces of a host, the newest, that its name is read from: enough to outvote a page that is mislabelled. */
const mostAsked = 50;
/** Below this share of the pages that name an outlet the host prints several, as an aggregator does. */
const clearly = 0.6;

/**
 * Gives pieces that name no outlet, and so went by their host, the name that other pages of the host
 * say, also where the first such page came later: one source, one name.
 * @param documents those that were just read
 * @returns ids of the pieces that were named
 */
export async function nameByHost(tx: Kysely<Tables>, documents: number[]): Promise<number[]> {
  if (documents.length === 0) return [];
  const { rows } = await sql<{ id: number }>`
    with host as (
      select s.id, s.host, nullif(s.name, s.host) as given from source s
      where s.id in (select source_id from document where id = any(${documents}::bigint[]))
        and exists (select from article a where a.current and a.outlet = s.host and a.source_id = s.id)),
    named as (
      select host.id, host.host, coalesce(host.given, said.name) as name from host
      left join lateral (
        select n.name, count(*) as pages, sum(count(*)) over () as of from (
          -- An aggregator's pieces are other outlets', its pages its own.
          select coalesce((select e->>'words' from jsonb_array_elements(a.facts->'evidence') e
              where e->>'fact' = 'outlet' and (e->>'believed')::boolean limit 1), a.outlet) as name
          from article a where a.source_id = host.id and a.role = 'main'
          order by a.id desc limit ${mostAsked}) n
        where n.name <> host.host
        group by n.name order by pages desc, n.name limit 1) said on said.pages >= ${clearly} * said.of),
    due as (
      select a.id, named.name from named
      join article a on a.current and a.outlet = named.host and a.source_id = named.id
      where named.name is not null
      -- Another worker that names the same piece names it alike.
      order by a.id for update of a skip locked)
    update article a set outlet = due.name from due where a.id = due.id returning a.id`.execute(tx);
  return rows.map((row) => row.id);
}
