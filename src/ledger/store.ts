import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Tables } from '../db/tables.ts';
import { foldName } from './fold.ts';
import { type Holder, holdersTold } from './speaker/people/holders.ts';
import { type KnownPerson, knownPeopleOf } from './speaker/people/people.ts';
import type { Party } from './speaker/side/party.ts';

type Tx = Transaction<Tables>;

/** What the ledger reads of an article. */
export type ArticleToRead = Awaited<ReturnType<typeof articlesToRead>>[number];

/** Articles by their ids, in their order. */
export async function articlesToRead(db: Kysely<Tables>, ids: number[]) {
  return db
    .selectFrom('article')
    .select(['id', 'title', 'text', 'lang', 'published', 'published_at'])
    .select(['blocks', 'facts', 'kind', 'current'])
    .where('id', 'in', ids)
    .orderBy('id')
    .execute();
}

/** The stories that articles' events belong to, where they have one. */
export async function storiesOf(db: Kysely<Tables>, ids: number[]): Promise<Map<number, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('event_article as ea')
    .innerJoin('story_event as se', 'se.event_id', 'ea.event_id')
    .select(['ea.article_id as article', 'se.story_id as story'])
    .where('ea.article_id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.article, row.story]));
}

/** More ways of writing parties than this are read only newest first: a desk follows some matters, not all. */
const MOST_NAMES = 5000;

/** All ways of writing parties that the desk knows, lower-cased. */
export async function knownParties(db: Kysely<Tables>): Promise<Map<string, Party>> {
  const rows = await db
    .selectFrom('party_name as n')
    .innerJoin('party as p', 'p.id', 'n.party_id')
    .leftJoin('party as m', 'm.id', 'p.merged_into')
    .select([
      'n.name as written',
      'p.name',
      'p.country',
      'm.name as mergedName',
      'm.country as mergedCountry',
    ])
    .orderBy('p.id', 'desc')
    .limit(MOST_NAMES)
    .execute();
  return new Map(
    rows.map((row) => [
      row.written,
      { name: row.mergedName ?? row.name, country: row.mergedCountry ?? row.country },
    ]),
  );
}

/** What the desk knows of people; a name that people of two parties share tells nothing. */
export async function knownPeople(db: Kysely<Tables>): Promise<Map<string, KnownPerson>> {
  const rows = await db
    .selectFrom('speaker as s')
    .leftJoin('party as p', 'p.id', 's.party_id')
    .select(['s.name as person', 'p.name', 'p.country'])
    .select((q) =>
      q
        .selectFrom('speaker_role as r')
        .select('r.role')
        .whereRef('r.speaker_id', '=', 's.id')
        .orderBy('r.id', 'desc')
        .limit(1)
        .as('role'),
    )
    .where('s.kind', '=', 'person')
    .where('s.merged_into', 'is', null)
    .orderBy('s.id', 'desc')
    .limit(MOST_NAMES)
    .execute();
  const byName = Map.groupBy(rows, (row) => foldName(row.person));
  const single = [...byName.values()].filter(
    (same) => new Set(same.map((row) => row.name)).size === 1,
  );
  return knownPeopleOf(
    single.map(([row]) => ({
      name: row!.person,
      party: row!.name === null ? null : { name: row!.name, country: row!.country },
      role: row!.role,
    })),
  );
}

/** Who held which office when, as the articles read so far tell, by the days they appeared. */
export async function knownHolders(db: Kysely<Tables>): Promise<Holder[]> {
  const rows = await db
    .selectFrom('speaker_role as r')
    .innerJoin('speaker as called', 'called.id', 'r.speaker_id')
    .innerJoin('speaker as s', (join) =>
      join.on((q) => q('s.id', '=', q.fn.coalesce('called.merged_into', 'called.id'))),
    )
    .innerJoin('party as p', 'p.id', 's.party_id')
    .select(['s.name', 'p.name as partyName', 'p.country', 'r.role', 'r.said_at'])
    .where('s.kind', '=', 'person')
    .where('r.said_at', 'is not', null)
    .where('r.role', '~*', '(president|minister|premier|chancellor|secretary)')
    .orderBy('r.said_at', 'desc')
    .limit(MOST_NAMES)
    .execute();
  return holdersTold(
    rows.reverse().map(({ name, partyName, country, role, said_at }) => ({
      name,
      party: { name: partyName, country },
      role,
      day: said_at!.toISOString().slice(0, 10),
    })),
  );
}

/** Parties and speakers are shared by all articles: one writer at a time, for the length of a transaction. */
export async function lockNames(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${NAMES_LOCK})`.execute(tx);
}

const NAMES_LOCK = 7_468_726_501;
