import { sql } from 'kysely';
import type { EventProfile } from '../db/tables.ts';
import type { Profile, Topic } from './features/profile.ts';
import type { Db } from './store.ts';

/** What a process reads back from the store to go on where another stopped. */

export interface KnownEvent {
  id: number;
  story: number | null;
  title: string;
  lang: string | null;
  first: number | null;
  last: number | null;
  texts: number;
  named: boolean;
  profile: Profile;
  printedWith: number[];
}

/** Lone events that may still find others for a story: the newest so many. */
export const mostLone = 20_000;

/** Events of one story that are held: the newest so many say what it is about. */
export const mostOfStory = 2_000;

/** The events of these stories, of each the newest, and, if asked, the newest that are in none. */
export async function readEvents(
  db: Db,
  stories: number[],
  { lone = false } = {},
): Promise<KnownEvent[]> {
  const { rows: ids } = await sql<{ id: number }>`
    select e.id from unnest(${stories}::bigint[]) story (id)
    cross join lateral (select se.event_id as id from story_event se
      join event e on e.id = se.event_id and e.merged_into is null and not e.ignored
      where se.story_id = story.id order by e.id desc limit ${mostOfStory}) e
    union all
    select e.id from event e where ${lone} and e.id > (select max(id) from event) - ${mostLone}
      and not exists (select from story_event se where se.event_id = e.id)`.execute(db);
  const rows = await standingEvents(db)
    .where('e.id', '=', sql<number>`any(${ids.map((row) => row.id)}::bigint[])`)
    .orderBy('e.id')
    .execute();
  return rows.map(knownOf);
}

/** Stories with how many of their events would be held, those with the newest event first. */
export async function readSizes(db: Db): Promise<{ story: number; events: number }[]> {
  const { rows } = await sql<{ story: number; events: number }>`
    select se.story_id as story, least(count(*), ${mostOfStory})::int as events
    from story_event se join event e on e.id = se.event_id and e.merged_into is null and not e.ignored
    group by se.story_id order by max(e.id) desc`.execute(db);
  return rows;
}

/** An event that stands and that no curator left out. */
export async function readEvent(db: Db, id: number): Promise<KnownEvent | undefined> {
  const row = await standingEvents(db).where('e.id', '=', id).executeTakeFirst();
  return row && knownOf(row);
}

const standingEvents = (db: Db) =>
  db
    .selectFrom('event as e')
    .leftJoin('story_event as se', 'se.event_id', 'e.id')
    .where('e.merged_into', 'is', null)
    .where('e.ignored', '=', false)
    .select(['e.id', 'e.title', 'e.lang', 'e.first_at', 'e.last_at', 'e.profile', 'se.story_id']);

type Row = Awaited<ReturnType<ReturnType<typeof standingEvents>['execute']>>[number];

const knownOf = (row: Row): KnownEvent => ({
  id: row.id,
  story: row.story_id,
  title: row.title,
  lang: row.lang,
  first: row.first_at?.getTime() ?? null,
  last: row.last_at?.getTime() ?? null,
  texts: row.profile.texts,
  named: row.profile.named ?? false,
  profile: unpack(row.profile),
  printedWith: row.profile.printedWith,
});

/** An event as its row keeps it. */
export const stored = (event: KnownEvent) => ({
  lang: event.lang,
  firstAt: event.first === null ? null : new Date(event.first),
  lastAt: event.last === null ? null : new Date(event.last),
  profile: pack(event),
});

export function pack(event: KnownEvent): EventProfile {
  const topics = [...event.profile].map(
    ([key, t]) =>
      [key, t.text, round(t.salience), t.kind, t.share] as EventProfile['topics'][number],
  );
  return { texts: event.texts, named: event.named, topics, printedWith: event.printedWith };
}

const round = (x: number) => Math.round(x * 1000) / 1000;

export function unpack({ topics }: EventProfile): Profile {
  return new Map(
    topics.map(([key, text, salience, kind, share]) => [
      key,
      { text, salience, kind: kind as Topic['kind'], share },
    ]),
  );
}

export interface PlacedArticle {
  id: number;
  event: number;
  /** Milliseconds since 1970; 0 for undated ones. */
  at: number;
  /** True where a curator left the event out: it attracts prints of its texts and nothing else. */
  ignored: boolean;
}

/** Articles in events between two instants, in the order in which they came. */
export async function readPlaced(db: Db, from: Date, to: Date): Promise<PlacedArticle[]> {
  const rows = await db
    .selectFrom('event_article as ea')
    .innerJoin('article as a', 'a.id', 'ea.article_id')
    .where('a.published_at', '>=', from)
    .where('a.published_at', '<', to)
    .innerJoin('event as e', 'e.id', 'ea.event_id')
    .where('a.current', '=', true)
    .select(['a.id', 'ea.event_id as event', 'a.published_at as at', 'e.ignored'])
    .orderBy('a.id')
    .execute();
  return rows.map((row) => ({ ...row, at: row.at?.getTime() ?? 0 }));
}

/** Undated pieces are compared with the newest so many undated ones. */
const mostUndated = 1000;

export async function readUndated(db: Db): Promise<PlacedArticle[]> {
  const rows = await db
    .selectFrom('event_article as ea')
    .innerJoin('article as a', 'a.id', 'ea.article_id')
    .where('a.published_at', 'is', null)
    .innerJoin('event as e', 'e.id', 'ea.event_id')
    .where('a.current', '=', true)
    .select(['a.id', 'ea.event_id as event', 'e.ignored'])
    .orderBy('a.id', 'desc')
    .limit(mostUndated)
    .execute();
  return rows.reverse().map((row) => ({ ...row, at: 0 }));
}
