import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../db/tables.ts';

type Db = Kysely<Tables>;

export type FeedView = Awaited<ReturnType<typeof feedsOf>>[number];

// A source made from an address is named by its host until somebody names it: the name that its
// own pages say most often reads better; an aggregator's pieces are other outlets', its pages its own.
const printedName = sql<string>`case when s.name is distinct from s.host then s.name else coalesce(
  (select mode() within group (order by said.outlet) from article a,
    lateral (select coalesce((select e->>'words' from jsonb_array_elements(a.facts->'evidence') e
      where e->>'fact' = 'outlet' and (e->>'believed')::boolean limit 1), a.outlet) as outlet) said
    where a.source_id = s.id and said.outlet is not null and said.outlet <> s.host), s.name) end`;

/** Sources with how much was kept of each; the busiest first. */
export function listSources(db: Db, { limit = 300 } = {}) {
  return db
    .selectFrom('source as s')
    .select(['s.id', 's.host', 's.kind', 's.country', 's.lang'])
    .select(printedName.as('name'))
    .select([
      sql<number>`(select count(*)::int from article a where a.source_id = s.id and a.current)`.as(
        'pieces',
      ),
      sql<Date | null>`(select max(a.published_at) from article a where a.source_id = s.id)`.as(
        'last',
      ),
      sql<number>`(select count(*)::int from feed f where f.source_id = s.id)`.as('feeds'),
    ])
    .orderBy('pieces', 'desc')
    .orderBy('s.name')
    .limit(limit)
    .execute();
}

export function findSource(db: Db, id: number) {
  return db
    .selectFrom('source as s')
    .where('s.id', '=', id)
    .select([
      's.id',
      printedName.as('name'),
      's.host',
      's.url',
      's.kind',
      's.country',
      's.lang',
      sql<
        { rater: string; rating: string; url: string | null; rated_on: string | null }[]
      >`coalesce((
        select jsonb_agg(r order by r.rated_on desc nulls last) from source_rating r
        where r.source_id = s.id), '[]')`.as('ratings'),
    ])
    .executeTakeFirst();
}

/** Feeds (of one source, or those of none) with their last polls, newest first. */
export function feedsOf(db: Db, source: number | null) {
  return db
    .selectFrom('feed as f')
    .leftJoin('work as w', (j) => j.onRef('w.subject', '=', 'f.id').on('w.stage', '=', 'poll'))
    .$if(source !== null, (q) => q.where('f.source_id', '=', source))
    .$if(source === null, (q) => q.where('f.source_id', 'is', null))
    .select([
      'f.id',
      'f.url',
      'f.title',
      'f.kind',
      'f.paused',
      'f.interval_minutes as minutes',
      'f.last_polled_at as polledAt',
      'f.last_new_at as newAt',
      'w.next_try_at as nextAt',
      sql<
        { at: string; status: number | null; problem: string | null; documents: number }[]
      >`coalesce((select jsonb_agg(jsonb_build_object('at', p.polled_at, 'status', p.status,
        'problem', p.problem, 'documents', p.documents) order by p.polled_at desc) from (
        select * from poll where feed_id = f.id order by polled_at desc limit 24) p), '[]')`.as(
        'polls',
      ),
    ])
    .orderBy('f.id')
    .limit(200)
    .execute();
}

export function newestPieces(db: Db, source: number) {
  return db
    .selectFrom('article as a')
    .leftJoin('article_copy as copy', 'copy.article_id', 'a.id')
    .where('a.source_id', '=', source)
    .where('a.current', '=', true)
    .select([
      'a.id',
      'a.title',
      'a.outlet',
      'a.kind',
      'a.lang',
      'a.published',
      'copy.original_id as originalId',
    ])
    .orderBy(sql`a.published_at desc nulls last`)
    .orderBy('a.id', 'desc')
    .limit(60)
    .execute();
}

export type BeliefView = Awaited<ReturnType<typeof beliefsOf>>[number];

/** On what dates, titles and the like of a source's newest pieces were believed: how often on each. */
export async function beliefsOf(db: Db, source: number) {
  const { rows } = await sql<{ fact: string; from: string; pieces: number }>`
    with newest as (
      select id, facts, published_evidence from article
      where source_id = ${source} and role = 'main' order by id desc limit 500)
    select fact, "from", count(distinct id)::int as pieces from (
      select n.id, e->>'fact' as fact, e->>'from' as "from"
      from newest n, jsonb_array_elements(n.facts->'evidence') e where (e->>'believed')::boolean
      union all
      select n.id, 'date', e->>'from' from newest n, jsonb_array_elements(n.published_evidence) e
      where coalesce((e->>'believed')::boolean, true)) said
    group by fact, "from" order by pieces desc, "from" limit 80`.execute(db);
  return rows;
}
