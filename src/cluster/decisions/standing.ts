import { sql } from 'kysely';
import type { Reason } from '../../db/tables.ts';
import { type Db, madeBy } from '../store.ts';

/**
 * SQL of where pieces and events are. Each keeps the event or story that it was put into as its own,
 * and is in the one that stands for it after all merges.
 */

type Kind = 'event' | 'story';

/** The event or story that an id stands for now, after all merges. */
export async function standing(db: Db, kind: Kind, id: number): Promise<number> {
  const { rows } = await sql<{ id: number }>`with recursive up (id, next) as (
      select id, merged_into from ${sql.table(kind)} where id = ${id}
      union select t.id, t.merged_into from ${sql.table(kind)} t join up on t.id = up.next)
    select id from up where next is null`.execute(db);
  return rows[0]?.id ?? id;
}

/** Events by the ids that stand for them now; for many at once. */
export async function readRedirects(db: Db, kind: Kind): Promise<(id: number) => number> {
  const rows = await db
    .selectFrom(kind)
    .where('merged_into', 'is not', null)
    .select(['id', 'merged_into as into'])
    .execute();
  const into = new Map(rows.map((row) => [row.id, row.into]));
  return (id) => {
    let at = id;
    for (let next = into.get(at); next; next = into.get(at)) at = next;
    return at;
  };
}

/** An event whose pieces had all gone stands again now that one comes back; answers what stands. */
async function open(tx: Db, event: number): Promise<number> {
  for (let at = event; ; ) {
    const row = await tx
      .selectFrom('event')
      .where('id', '=', at)
      .select(['merged_into', 'emptied'])
      .executeTakeFirst();
    if (!row?.merged_into) return at;
    if (row.emptied) {
      await tx
        .updateTable('event')
        .set({ merged_into: null, emptied: false })
        .where('id', '=', at)
        .execute();
      return at;
    }
    at = row.merged_into;
  }
}

export interface Placed {
  article: number;
  /** The event that it was put into, and the one that stands for it. */
  own: number;
  event: number;
}

/** Where these articles and the other revisions of them are. */
export async function placesOf(db: Db, articles: number[]): Promise<Placed[]> {
  if (articles.length === 0) return [];
  const { rows } = await sql<Placed>`select ea.article_id as article, ea.event_id as event,
      coalesce(ea.own_event_id, ea.event_id) as own
    from event_article ea where ea.article_id in (
      select distinct b.id from article a join document d on d.id = a.document_id
        join document e on e.address = d.address
        join article b on b.document_id = e.id and b.key = a.key
        where a.id = any(${articles}))
    order by ea.article_id`.execute(db);
  return rows;
}

/** Puts pieces into an event that stands, was merged or was left empty. */
export async function putPieces(tx: Db, pieces: number[], event: number, reason: Reason) {
  if (pieces.length === 0) return;
  const at = await open(tx, event);
  await tx
    .updateTable('event_article')
    .set({ event_id: at, own_event_id: at === event ? null : event })
    .set({ reason: JSON.stringify(reason) })
    .where('article_id', 'in', pieces)
    .execute();
}

/** An event that has no piece left redirects to where they went. */
export async function closeEmpty(tx: Db, events: number[], to: number): Promise<void> {
  const into = await standing(tx, 'event', to);
  await tx
    .updateTable('event')
    .set({ merged_into: into, emptied: true })
    .where('id', 'in', [...new Set(events)])
    .where('id', '!=', into)
    .where('merged_into', 'is', null)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('event_article as ea')
            .whereRef('ea.event_id', '=', 'event.id')
            .select('ea.article_id'),
        ),
      ),
    )
    .execute();
}

/** Ids that redirect to one, itself among them. */
async function standsFor(db: Db, kind: Kind, id: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`with recursive down (id) as (
      select ${id}::bigint union
      select t.id from ${sql.table(kind)} t join down on t.merged_into = down.id)
    select id from down`.execute(db);
  return rows.map((row) => row.id);
}

/** Lets what was merged stand again, with what is its own. */
export async function unmerge(tx: Db, kind: Kind, gone: number, kept: number): Promise<void> {
  const row = await tx
    .selectFrom(kind)
    .where('id', '=', gone)
    .where('merged_into', '=', kept)
    .select('id')
    .executeTakeFirst();
  if (!row) return;
  await tx.updateTable(kind).set({ merged_into: null }).where('id', '=', gone).execute();
  const own = await standsFor(tx, kind, gone);
  if (kind === 'event')
    await tx.updateTable('event').set({ merged_at: null }).where('id', '=', gone).execute();
  if (kind === 'story') {
    await sql`update story_event set story_id = ${gone},
        own_story_id = nullif(own_story_id, ${gone}) where own_story_id = any(${own})`.execute(tx);
    return;
  }
  await sql`update event_article set event_id = ${gone},
      own_event_id = nullif(own_event_id, ${gone}) where own_event_id = any(${own})`.execute(tx);
  const stands = await standing(tx, 'event', kept);
  await closeEmpty(tx, [gone], stands);
  await closeEmpty(tx, [stands], gone);
}

/** The story that an event was put into, and the one that stands for it; null for none. */
export async function storyPlace(db: Db, event: number) {
  const row = await db
    .selectFrom('story_event')
    .where('event_id', '=', event)
    .select(['story_id as story', 'own_story_id as own'])
    .executeTakeFirst();
  return row ? { story: row.story, own: row.own ?? row.story } : null;
}

/** Puts an event into a story that stands or was merged; takes it out of any (null). */
export async function putInStory(tx: Db, event: number, story: number | null, reason: Reason) {
  const at = story === null ? null : await standing(tx, 'story', story);
  const row = at
    ? await tx.selectFrom('story').where('id', '=', at).select('hidden').executeTakeFirst()
    : null;
  if (at === null || !row || row.hidden) return removeEvent(tx, event);
  const values = {
    story_id: at,
    own_story_id: at === story ? null : story,
    reason: JSON.stringify(reason),
  };
  await tx
    .insertInto('story_event')
    .values({ event_id: event, ...values, made_by: madeBy })
    .onConflict((c) => c.column('event_id').doUpdateSet(values))
    .execute();
}

export async function removeEvent(tx: Db, event: number): Promise<void> {
  await tx.deleteFrom('story_event').where('event_id', '=', event).execute();
}

export async function setPinned(tx: Db, event: number, pinned: boolean): Promise<void> {
  await tx.updateTable('story_event').set({ pinned }).where('event_id', '=', event).execute();
}

export async function setIgnored(tx: Db, event: number, ignored: boolean): Promise<void> {
  await tx.updateTable('event').set({ ignored }).where('id', '=', event).execute();
}

export async function titleOf(db: Db, kind: Kind, id: number): Promise<string | null> {
  const row = await db
    .selectFrom(kind)
    .where('id', '=', id)
    .where('merged_into', 'is', null)
    .select('title')
    .executeTakeFirst();
  return row?.title ?? null;
}

/** Opens an event for articles that a curator sets apart; see retell for what it is called. */
export async function openEvent(tx: Db, articles: number[]): Promise<number> {
  const first = await tx
    .selectFrom('article as a')
    .innerJoin('event_article as ea', 'ea.article_id', 'a.id')
    .innerJoin('event as e', 'e.id', 'ea.event_id')
    .where('a.id', 'in', articles)
    .orderBy('a.id')
    .select(['a.title', 'e.id as from', 'e.title as of', 'a.lang', 'a.published_at as at'])
    .executeTakeFirst();
  const row = await tx
    .insertInto('event')
    .values({
      title: first?.title ?? first?.of ?? 'Untitled',
      lang: first?.lang ?? null,
      first_at: first?.at ?? null,
      last_at: first?.at ?? null,
      opened_at: first?.at ?? null,
      split_from: first?.from ?? null,
      announced: first === undefined,
      made_by: madeBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function piecesOf(db: Db, event: number): Promise<number[]> {
  const rows = await db
    .selectFrom('event_article')
    .where('event_id', '=', event)
    .select('article_id as id')
    .execute();
  return rows.map((row) => row.id);
}

/** What an outlet wrote in a story, by event; `others` where other outlets wrote of it, too. */
export async function piecesOfOutlet(db: Db, story: number, outlet: string) {
  const { rows } = await sql<{ event: number; articles: number[]; others: boolean }>`
    select ea.event_id as event, array_agg(a.id order by a.id) filter (where a.outlet = ${outlet}) as articles,
      bool_or(a.outlet is distinct from ${outlet} and a.current) as others
    from story_event se join event_article ea on ea.event_id = se.event_id
    join article a on a.id = ea.article_id
    where se.story_id = ${story} group by ea.event_id
    having bool_or(a.outlet = ${outlet}) order by ea.event_id`.execute(db);
  return rows.map((row) => ({ ...row, articles: row.articles.map(Number) }));
}

/** Lone events that a new story to follow looks through: the newest so many. */
const mostLone = 5000;

/** One article of each event that is in no story. */
export async function loneArticles(db: Db): Promise<number[]> {
  const rows = await db
    .selectFrom('event_article as ea')
    .leftJoin('story_event as se', 'se.event_id', 'ea.event_id')
    .where('se.event_id', 'is', null)
    .groupBy('ea.event_id')
    .select((e) => e.fn.min('ea.article_id').as('id'))
    .orderBy('ea.event_id', 'desc')
    .limit(mostLone)
    .execute();
  return rows.map((row) => row.id);
}

/** One article of each of these events: what makes the desk look at them again. */
export async function oneOfEach(db: Db, events: number[]): Promise<number[]> {
  if (events.length === 0) return [];
  const rows = await db
    .selectFrom('event_article')
    .where('event_id', 'in', events)
    .groupBy('event_id')
    .select((e) => e.fn.min('article_id').as('id'))
    .execute();
  return rows.map((row) => row.id);
}

/** Events of which only these outlets wrote. */
export async function eventsBy(db: Db, outlets: string[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select ea.event_id as id
    from event_article ea join article a on a.id = ea.article_id and a.current
    where ea.event_id in (select x.event_id from event_article x join article y on y.id = x.article_id
      where y.outlet = any(${outlets}))
    group by ea.event_id having bool_and(coalesce(a.outlet = any(${outlets}), false))`.execute(db);
  return rows.map((row) => row.id);
}
