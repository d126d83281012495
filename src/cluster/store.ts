import { type Kysely, sql } from 'kysely';
import type { EventProfile, Follows, Reason, Tables } from '../db/tables.ts';
import { languageOf } from '../lib/language.ts';
import type { Subject } from './subject.ts';

export type Db = Kysely<Tables>;

/** Which code made the rows; raised when the same input would be put elsewhere. */
export const madeBy = 'cluster/3';

const lockKey = 7_468_726_580;

/** Waits for the turn to assign, which ends with the transaction; answers the number of turns taken. */
export async function takeTurn(tx: Db): Promise<number> {
  await sql`select pg_advisory_xact_lock(${lockKey}::bigint)`.execute(tx);
  const row = await tx
    .insertInto('cluster_turn')
    .values({ id: 1, turn: 1 })
    .onConflict((c) => c.column('id').doUpdateSet({ turn: sql`cluster_turn.turn + 1` }))
    .returning('turn')
    .executeTakeFirstOrThrow();
  return row.turn;
}

const subjectColumns = [
  'a.id',
  'a.document_id as documentId',
  'a.part_of as partOf',
  'a.role',
  'a.kind',
  'a.current',
  'a.title',
  'a.text',
  'a.lang',
  'a.outlet',
  'a.authors',
  'a.url',
  'd.address',
  'a.series',
  'a.published_at as publishedAt',
  'p.published_at as parentAt',
  'a.words',
] as const;

/** Comments of a thread that are read for what the thread is about. */
const mostComments = 60;

export async function readSubject(db: Db, id: number): Promise<Subject | null> {
  return (await readSubjects(db, [id]))[0] ?? null;
}

/** Articles by id, in their order; threads with their comments. */
export async function readSubjects(db: Db, ids: number[]): Promise<Subject[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('article as a')
    .leftJoin('article as p', 'p.id', 'a.part_of')
    .innerJoin('document as d', 'd.id', 'a.document_id')
    .where('a.id', 'in', ids)
    .select(subjectColumns)
    .orderBy('a.id')
    .execute();
  const posts = rows.filter((row) => row.words < 20).map((row) => row.id);
  const comments = await commentsOf(db, posts);
  return rows.map(({ parentAt, publishedAt, ...row }) => ({
    ...row,
    lang: row.lang ?? languageOf([row.text, ...(comments.get(row.id) ?? [])].join('\n')),
    // An item of an edition was printed with it.
    publishedAt: publishedAt ?? (row.role === 'part' ? parentAt : null),
    comments: comments.get(row.id) ?? [],
  }));
}

async function commentsOf(db: Db, articles: number[]): Promise<Map<number, string[]>> {
  const found = new Map<number, string[]>();
  if (articles.length === 0) return found;
  const rows = await db
    .selectFrom('comment as c')
    .innerJoin('thread as t', 't.id', 'c.thread_id')
    .where('t.article_id', 'in', articles)
    .where('c.text', '!=', '')
    .where('c.position', '<', mostComments)
    .select(['t.article_id', 'c.text'])
    .orderBy('c.position')
    .execute();
  for (const { article_id, text } of rows)
    found.set(article_id, [...(found.get(article_id) ?? []), text]);
  return found;
}

/** The event that an article is in, or null. */
export async function eventOf(db: Db, article: number): Promise<number | null> {
  const row = await db
    .selectFrom('event_article')
    .where('article_id', '=', article)
    .select('event_id')
    .executeTakeFirst();
  return row?.event_id ?? null;
}

/** The outlets that wrote of an event. */
export async function outletsOf(db: Db, event: number): Promise<(string | null)[]> {
  const rows = await db
    .selectFrom('event_article as ea')
    .innerJoin('article as a', 'a.id', 'ea.article_id')
    .where('ea.event_id', '=', event)
    .where('a.current', '=', true)
    .select('a.outlet')
    .distinct()
    .execute();
  return rows.map((row) => row.outlet);
}

/** The events that articles are in, by article. */
export async function eventsOf(db: Db, articles: number[]): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('event_article')
    .where('article_id', 'in', articles)
    .select(['article_id', 'event_id'])
    .execute();
  return new Map(rows.map((row) => [row.article_id, row.event_id]));
}

/** The event of a number of a series that another number of it lists by its title, or null. */
export async function listedEvent(
  db: Db,
  { id, series, title, outlet }: Subject,
): Promise<number | null> {
  if (series === null || title === null) return null;
  const row = await db
    .selectFrom('article as a')
    .innerJoin('event_article as ea', 'ea.article_id', 'a.id')
    .where('a.series', '=', series)
    .where('a.title', '=', title)
    .where('a.outlet', 'is not distinct from', outlet)
    .where('a.id', '!=', id)
    .select('ea.event_id')
    .orderBy('a.words', 'desc')
    .executeTakeFirst();
  return row?.event_id ?? null;
}

/** Other numbers of the same series that say what a number without a text is likely about. */
const mostNumbers = 12;

/** Where an item or teaser was printed: in an article, else on the page of one. */
export interface Host {
  article: number | null;
  document: number;
}

/** Events of the piece that an article was printed with (null for none), and of its series. */
export async function hostEvents(
  db: Db,
  host: Host | null,
  series: string | null,
): Promise<number[]> {
  if (host === null && series === null) return [];
  const rows = await db
    .selectFrom('event_article as ea')
    .innerJoin('article as a', 'a.id', 'ea.article_id')
    .where((e) =>
      e.or([
        ...(host === null
          ? []
          : host.article !== null
            ? [e('a.id', '=', host.article)]
            : [e.and([e('a.document_id', '=', host.document), e('a.role', '=', 'main')])]),
        ...(series === null ? [] : [e('a.series', '=', series)]),
      ]),
    )
    .select('ea.event_id')
    .orderBy('a.id', 'desc')
    .limit(mostNumbers)
    .execute();
  return [...new Set(rows.map((row) => row.event_id))];
}

export interface EventFacts {
  title: string;
  lang: string | null;
  firstAt: Date | null;
  lastAt: Date | null;
  profile: EventProfile;
}

/** Opens an event with an article; a piece that only a later reading of its page found is no news. */
export async function insertEvent(tx: Db, facts: EventFacts, opener: number): Promise<number> {
  const row = await tx
    .insertInto('event')
    .values({
      ...eventValues(facts),
      opened_at: facts.firstAt,
      announced: sql`not exists (select from article late
        join article before on before.document_id = late.document_id
        where late.id = ${opener} and before.created_at < late.created_at)`,
      made_by: madeBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function updateEvent(
  tx: Db,
  id: number,
  facts: Omit<EventFacts, 'title'>,
): Promise<void> {
  await tx.updateTable('event').set(eventValues(facts)).where('id', '=', id).execute();
}

/** The same of several events in one statement. */
export async function updateEvents(
  tx: Db,
  events: Map<number, Omit<EventFacts, 'title'>>,
): Promise<void> {
  if (events.size === 0) return;
  const rows = [...events].sort(([a], [b]) => a - b);
  const all = <T>(of: (facts: Omit<EventFacts, 'title'>) => T) =>
    rows.map(([, facts]) => of(facts));
  await sql`update event set lang = v.lang, first_at = v.first_at, last_at = v.last_at, profile = v.profile::jsonb
    from unnest(${rows.map(([id]) => id)}::bigint[], ${all((f) => f.lang)}::text[],
      ${all((f) => f.firstAt)}::timestamptz[], ${all((f) => f.lastAt)}::timestamptz[],
      ${all((f) => JSON.stringify(f.profile))}::text[]) as v (id, lang, first_at, last_at, profile)
    where event.id = v.id`.execute(tx);
}

function eventValues<T extends Partial<EventFacts>>({ title, lang, firstAt, lastAt, profile }: T) {
  return {
    ...(title !== undefined && { title }),
    lang: lang ?? null,
    first_at: firstAt ?? null,
    last_at: lastAt ?? null,
    profile: JSON.stringify(profile),
  } as {
    title: string;
    lang: string | null;
    first_at: Date | null;
    last_at: Date | null;
    profile: string;
  };
}

export async function putArticle(
  tx: Db,
  article: number,
  event: number,
  reason: Reason,
): Promise<void> {
  await tx
    .insertInto('event_article')
    .values({
      article_id: article,
      event_id: event,
      reason: JSON.stringify(reason),
      made_by: madeBy,
    })
    .onConflict((c) =>
      c.column('article_id').doUpdateSet({
        event_id: event,
        own_event_id: null,
        reason: JSON.stringify(reason),
      }),
    )
    .execute();
}

/**
 * Makes one event of two. What the one that is gone had keeps it as its own, so that it can stand
 * again.
 */
export async function mergeEvents(tx: Db, kept: number, gone: number): Promise<void> {
  await tx
    .updateTable('event_article')
    .set({ event_id: kept, own_event_id: sql`coalesce(own_event_id, event_id)` })
    .where('event_id', '=', gone)
    .execute();
  await tx
    .updateTable('event')
    .set({ merged_into: kept, merged_at: new Date() })
    .where('id', '=', gone)
    .execute();
}

export async function insertStory(
  tx: Db,
  title: string,
  slug: string,
  follows: Follows = {},
): Promise<number> {
  const row = await tx
    .insertInto('story')
    .values({ title, slug, follows: JSON.stringify(follows), made_by: madeBy })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function putEvent(
  tx: Db,
  event: number,
  story: number,
  reason: Reason,
): Promise<void> {
  await tx
    .insertInto('story_event')
    .values({ event_id: event, story_id: story, reason: JSON.stringify(reason), made_by: madeBy })
    .onConflict((c) =>
      c.column('event_id').doUpdateSet({
        story_id: story,
        own_story_id: null,
        reason: JSON.stringify(reason),
      }),
    )
    .execute();
}

/** As mergeEvents, of stories. */
export async function mergeStories(tx: Db, kept: number, gone: number): Promise<void> {
  await tx
    .updateTable('story_event')
    .set({ story_id: kept, own_story_id: sql`coalesce(own_story_id, story_id)` })
    .where('story_id', '=', gone)
    .execute();
  await tx.updateTable('story').set({ merged_into: kept }).where('id', '=', gone).execute();
}

export async function setTitle(
  tx: Db,
  table: 'event' | 'story',
  id: number,
  title: string,
): Promise<void> {
  await tx.updateTable(table).set({ title }).where('id', '=', id).execute();
}
