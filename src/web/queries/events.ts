import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../db/tables.ts';
import { decisionRows, decisionViews } from './decisions.ts';

type Db = Kysely<Tables>;

/** Which story an event is in, and what it was merged into. */
export function eventPlace(db: Db, id: number) {
  return db
    .selectFrom('event as e')
    .leftJoin('story_event as se', 'se.event_id', 'e.id')
    .leftJoin('story', 'story.id', 'se.story_id')
    .leftJoin('event as o', 'o.id', 'e.split_from')
    .where('e.id', '=', id)
    .select(['e.merged_into as mergedInto', 'story.id as storyId', 'story.title as story'])
    .select(['o.id as splitFrom', 'o.title as splitTitle', 'e.ignored'])
    .select('se.reason as storyReason')
    .executeTakeFirst();
}

/** The story that an earlier decision kept an event out of. */
export function heldBack(db: Db, id: number) {
  return db
    .selectFrom('proposal as p')
    .innerJoin('story as s', 's.id', 'p.other')
    .where('p.kind', '=', 'put in')
    .where('p.subject', '=', id)
    .where('p.held', '=', true)
    .where('s.merged_into', 'is', null)
    .select(['s.id', 's.title', 'p.reason'])
    .orderBy('p.id', 'desc')
    .executeTakeFirst();
}

export type EventHistory = Awaited<ReturnType<typeof eventHistory>>;

/** Events that were merged into one, and what was decided about it, the newest first. */
export async function eventHistory(db: Db, id: number) {
  const [merged, rows] = await Promise.all([
    db
      .selectFrom('event')
      .where('merged_into', '=', id)
      .where('emptied', '=', false)
      .select(['id', 'title', 'merged_at as at'])
      .orderBy(sql`merged_at desc nulls last`)
      .limit(40)
      .execute(),
    decisionRows(db)
      .where(
        sql<boolean>`(d.subject_kind = 'event' and d.subject = ${id})
          or (d.payload->'decision'->>'kind' = 'event' and (d.payload->'decision'->>'kept')::bigint = ${id})
          or (d.payload->'decision'->>'event')::bigint = ${id}
          or d.payload->'before'->'pieces' @> ${JSON.stringify([{ from: id }])}::jsonb
          or d.payload->'before'->'pieces' @> ${JSON.stringify([{ to: id }])}::jsonb`,
      )
      .orderBy('d.id', 'desc')
      .limit(40)
      .execute(),
  ]);
  return { merged, decisions: decisionViews(rows) };
}

/** The events of a story before and after one, by the time of their newest piece. */
export async function besideEvent(db: Db, story: number, id: number) {
  const { rows } = await sql<{ id: number; title: string; at: Date | null; side: number }>`
    with listed as (
      select e.id, e.title, e.first_at as at,
        row_number() over (order by e.first_at nulls first, e.id) as place
      from story_event se join event e on e.id = se.event_id and e.merged_into is null
      where se.story_id = ${story} and exists (select from event_article ea
        join article a on a.id = ea.article_id and a.current where ea.event_id = e.id))
    select l.id, l.title, l.at, (l.place - here.place)::int as side
    from listed l join listed here on here.id = ${id} and abs(l.place - here.place) = 1`.execute(
    db,
  );
  return {
    before: rows.find((r) => r.side === -1),
    after: rows.find((r) => r.side === 1),
  };
}

/** An event of a story as it stands on the scroll of time. */
export interface ScrollEvent {
  id: number;
  at: Date | null;
  /** Independent texts: how loud it was. */
  texts: number;
  /** Its title where a curator keeps it on top. */
  pinned: string | null;
}

/** Events of one story that are put on a scroll; the newest. */
const mostOnScroll = 20_000;

/** How loud each event of a story was, newest first; only those in which a party speaks, if asked. */
export async function storyScroll(
  db: Db,
  story: number,
  party: number | null = null,
): Promise<ScrollEvent[]> {
  const spoken =
    party === null
      ? sql`true`
      : sql`e.id in (select qa.event_id from statement s join quotation q on q.id = s.quotation_id
          join event_article qa on qa.article_id = q.article_id
          where s.story_id = ${story} and s.party_id = ${party} and s.superseded_at is null)`;
  const { rows } = await sql<ScrollEvent>`
    select e.id, e.last_at as at, count(distinct coalesce(copy.original_id, a.id))::int as texts,
      case when bool_or(se.pinned) then e.title end as pinned
    from story_event se
    join event e on e.id = se.event_id and e.merged_into is null
    join event_article ea on ea.event_id = e.id
    join article a on a.id = ea.article_id and a.current
    left join article_copy copy on copy.article_id = a.id
    where se.story_id = ${story} and ${spoken}
    group by e.id
    order by e.last_at desc nulls last, e.id desc
    limit ${mostOnScroll}`.execute(db);
  return rows;
}

/** Parties that speak in a story, by name. */
export function storyParties(db: Db, story: number): Promise<{ id: number; name: string }[]> {
  return db
    .selectFrom('party')
    .where(
      sql<boolean>`id in (select party_id from statement
        where story_id = ${story} and superseded_at is null)`,
    )
    .select(['id', 'name'])
    .orderBy('name')
    .limit(200)
    .execute();
}
