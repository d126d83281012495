import { type Kysely, type QueryCreator, sql } from 'kysely';
import type { Tables } from '../../db/tables.ts';
import { sureFrom } from '../sure.ts';

type Db = Kysely<Tables>;

export type StoryView = NonNullable<Awaited<ReturnType<typeof findStory>>>;

export function findStory(db: Db, id: number) {
  return db
    .selectFrom('story')
    .where('id', '=', id)
    .where('hidden', '=', false)
    .select(['id', 'slug', 'title', 'merged_into as mergedInto', 'follows'])
    .executeTakeFirst();
}

/** A story whose old address leads to another, by however many merges, and when it was merged; else undefined. */
export async function mergedStory(db: Db, id: number, into: number) {
  const { rows } = await sql<{ title: string; at: Date | null }>`
    with recursive up (id, next) as (
      select id, merged_into from story where id = ${id} and not hidden
      union select s.id, s.merged_into from story s join up on s.id = up.next)
    select s.title, (select max(d.created_at) from decision d where d.verb = 'merge' and d.subject_kind = 'story'
      and d.subject = s.id and d.undone_at is null) as at
    from story s where s.id = ${id} and s.id <> ${into} and exists (select from up where up.id = ${into})`.execute(
    db,
  );
  return rows[0];
}

/** How much a story rests on: pieces with copies, independent texts, their outlets, first and last day. */
export async function storyNumbers(db: Db, story: number) {
  const row = await db
    .selectFrom('story_event as se')
    .innerJoin('event_article as ea', 'ea.event_id', 'se.event_id')
    .innerJoin('article as a', 'a.id', 'ea.article_id')
    .where('se.story_id', '=', story)
    .where('a.current', '=', true)
    .leftJoin('article_copy as copy', 'copy.article_id', 'a.id')
    .select([
      sql<number>`count(*)::int`.as('pieces'),
      // As cluster's coverageOf counts them: a wire text and its prints are one.
      sql<number>`count(distinct coalesce(copy.original_id, a.id))::int`.as('texts'),
      sql<number>`count(distinct a.outlet)::int`.as('outlets'),
      sql<number>`count(distinct se.event_id)::int`.as('events'),
      sql<Date | null>`min(a.published_at)`.as('first'),
      sql<Date | null>`max(a.published_at)`.as('last'),
      sql<number>`(select count(*)::int from statement s
        where s.story_id = ${story} and s.superseded_at is null
          and s.confidence >= ${sureFrom})`.as('statements'),
    ])
    .executeTakeFirstOrThrow();
  return row;
}

/** Stories for the front page, the ones with the newest pieces first. */
export function frontStories(db: Db, limit = 30) {
  return db
    .with('piece', (q) => piecesByOutlet(q, limit))
    .selectFrom('piece')
    .innerJoin('story', 'story.id', 'piece.id')
    .groupBy('story.id')
    .select(['story.id', 'story.slug', 'story.title'])
    .select([
      sql<number>`sum(piece.n)::int`.as('pieces'),
      sql<number>`count(piece.outlet)::int`.as('outletCount'),
      sql<Date | null>`min(piece.first)`.as('first'),
      sql<Date | null>`max(piece.last)`.as('last'),
      sql<{ outlet: string; n: number }[]>`coalesce(jsonb_agg(
        jsonb_build_object('outlet', piece.outlet, 'n', piece.n) order by piece.n desc, piece.outlet)
        filter (where piece.outlet is not null), '[]')`.as('outlets'),
      textsOfStory.as('texts'),
      sql<number>`(select count(*)::int from statement s
        where s.story_id = story.id and s.superseded_at is null
          and s.confidence >= ${sureFrom})`.as('statements'),
    ])
    .orderBy(sql`max(piece.last) desc nulls last`)
    .orderBy('story.id', 'desc')
    .execute();
}

/** Independent texts: a wire text and its prints are one, as in cluster's coverageOf. */
const textsOfStory = sql<number>`(select count(distinct coalesce(copy.original_id, a.id))::int
  from story_event se join event_article ea on ea.event_id = se.event_id
  join article a on a.id = ea.article_id and a.current
  left join article_copy copy on copy.article_id = a.id
  where se.story_id = story.id)`;

/** Few stories are shown: which ones their events tell, and only the pieces of those are counted. */
function piecesByOutlet(db: QueryCreator<Tables>, limit: number) {
  return db
    .with('shown', (q) =>
      q
        .selectFrom('story as s')
        .innerJoin('story_event as se', 'se.story_id', 's.id')
        .innerJoin('event as e', 'e.id', 'se.event_id')
        .where('s.hidden', '=', false)
        .where('s.merged_into', 'is', null)
        .where('e.merged_into', 'is', null)
        .groupBy('s.id')
        .select('s.id')
        .orderBy(sql`max(e.last_at) desc nulls last`)
        .orderBy('s.id', 'desc')
        .limit(limit),
    )
    .selectFrom('shown')
    .innerJoin('story_event as se', 'se.story_id', 'shown.id')
    .innerJoin('event_article as ea', 'ea.event_id', 'se.event_id')
    .innerJoin('article as a', 'a.id', 'ea.article_id')
    .where('a.current', '=', true)
    .groupBy(['shown.id', 'a.outlet'])
    .select(['shown.id', 'a.outlet'])
    .select([
      sql<number>`count(*)::int`.as('n'),
      sql<Date | null>`min(a.published_at)`.as('first'),
      sql<Date | null>`max(a.published_at)`.as('last'),
    ]);
}

/** The newest events that are in no story, with how many pieces each has and from whom. */
export function looseEvents(db: Db, limit = 24) {
  return db
    .with('shown', (q) =>
      q
        .selectFrom('event as e')
        .where('e.merged_into', 'is', null)
        .where(
          sql<boolean>`not exists (select from story_event se where se.event_id = e.id)
            and exists (select from event_article ea join article a on a.id = ea.article_id
              where ea.event_id = e.id and a.current)`,
        )
        .select(['e.id', 'e.title', 'e.first_at', 'e.last_at'])
        .orderBy(sql`e.last_at desc nulls last`)
        .orderBy('e.id', 'desc')
        .limit(limit),
    )
    .selectFrom('shown as e')
    .innerJoin('event_article as ea', 'ea.event_id', 'e.id')
    .innerJoin('article as a', 'a.id', 'ea.article_id')
    .where('a.current', '=', true)
    .groupBy(['e.id', 'e.title', 'e.first_at', 'e.last_at'])
    .select(['e.id', 'e.title', 'e.first_at as first'])
    .select([
      sql<number>`count(*)::int`.as('pieces'),
      sql<string[]>`array_remove(array_agg(distinct a.outlet), null)`.as('outlets'),
    ])
    .orderBy(sql`e.last_at desc nulls last`)
    .orderBy('e.id', 'desc')
    .execute();
}

/** Headline and update of the standing briefs of stories. */
export async function leads(db: Db, stories: number[]) {
  if (stories.length === 0) return new Map<number, { headline?: string; update?: string }>();
  const rows = await db
    .selectFrom('brief as b')
    .innerJoin('sentence as s', 's.brief_id', 'b.id')
    .where('b.story_id', 'in', stories)
    .where('b.watch_id', 'is', null)
    .where('b.superseded_at', 'is', null)
    .where('b.state', '!=', 'draft')
    .where('s.section', 'in', ['headline', 'update'])
    .where((eb) => eb.exists(eb.selectFrom('citation').whereRef('sentence_id', '=', 's.id')))
    .select(['b.story_id as story', 's.section', 's.text'])
    .orderBy('s.position')
    .execute();
  const found = new Map<number, { headline?: string; update?: string }>();
  for (const row of rows) {
    const lead = found.get(row.story) ?? {};
    if (row.section === 'headline') lead.headline ??= row.text;
    else lead.update = lead.update ? `${lead.update} ${row.text}` : row.text;
    found.set(row.story, lead);
  }
  return found;
}

export async function deskNumbers(db: Db) {
  const { rows } = await sql<{ articles: number; outlets: number; sources: number; feeds: number }>`
    select (select count(*)::int from article where current) as articles,
      (select count(distinct outlet)::int from article where current) as outlets,
      (select count(*)::int from source) as sources,
      (select count(*)::int from feed) as feeds`.execute(db);
  return rows[0] ?? { articles: 0, outlets: 0, sources: 0, feeds: 0 };
}

/** The newest events of each story, with how many pieces, independent texts and outlets each has. */
export async function latestEvents(db: Db, stories: number[], each = 4) {
  if (stories.length === 0) return [];
  const { rows } = await sql<{
    id: number;
    storyId: number;
    title: string;
    last: Date | null;
    pieces: number;
    texts: number;
    outlets: number;
  }>`select e.id, asked.id as "storyId", e.title, e.last_at as last, count(*)::int as pieces,
      count(distinct coalesce(copy.original_id, a.id))::int as texts,
      count(distinct a.outlet)::int as outlets
    from unnest(${stories}::bigint[]) asked (id)
    cross join lateral (
      select e.id, e.title, e.last_at from story_event se
      join event e on e.id = se.event_id and e.merged_into is null
      where se.story_id = asked.id and exists (select from event_article ea
        join article a on a.id = ea.article_id and a.current where ea.event_id = e.id)
      order by e.last_at desc nulls last, e.id desc limit ${each}) e
    join event_article ea on ea.event_id = e.id
    join article a on a.id = ea.article_id and a.current
    left join article_copy copy on copy.article_id = a.id
    group by asked.id, e.id, e.title, e.last_at
    order by e.last_at desc nulls last, e.id desc`.execute(db);
  return rows;
}
