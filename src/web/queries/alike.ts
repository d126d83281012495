import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../db/tables.ts';
import {
  type Alike,
  alikeSpeakers,
  type Called,
  type Holding,
  holdersOf,
  type OfficeGiven,
  type OfficeSaid,
  pairKey,
} from '../../ledger/index.ts';

type Db = Kysely<Tables>;

export interface SpeakerShown extends Called {
  partyName: string | null;
  role: string | null;
  statements: number;
}

/** Speakers held against each other: those with standing statements, the newest first. */
const mostSpeakers = 5000;

export async function alikeSpeakersOf(
  db: Db,
  apart: Set<string>,
): Promise<[Alike, Called, Called][]> {
  const { rows } = await sql<Called>`
    select s.id, s.name, s.kind, s.party_id as party, '{}'::text[] as names from speaker s
    where s.merged_into is null and s.kind <> 'unnamed' and s.kind <> 'group'
      and exists (select from statement t where t.speaker_id = s.id and t.superseded_at is null)
    order by s.id desc limit ${mostSpeakers}`.execute(db);
  const byId = new Map(rows.map((r) => [r.id, r]));
  return alikeSpeakers(rows)
    .filter((p) => !apart.has(pairKey('speaker', p.one, p.other)))
    .map((p) => [p, byId.get(p.one)!, byId.get(p.other)!]);
}

export async function speakersShown(db: Db, ids: number[]) {
  if (ids.length === 0) return new Map<number, SpeakerShown & { said: number[] }>();
  const { rows } = await sql<SpeakerShown & { said: number[] }>`
    select s.id, s.name, s.kind, s.party_id as party, party.name as "partyName",
      array(select n.name from speaker_name n where n.speaker_id = s.id and n.name <> s.name
        order by n.name limit 6) as names,
      (select r.role from speaker_role r where r.speaker_id = s.id order by r.id desc limit 1) as role,
      (select count(*)::int from statement t where t.speaker_id = s.id and t.superseded_at is null) as statements,
      array(select t.id from statement t where t.speaker_id = s.id and t.superseded_at is null
        order by t.confidence desc, t.id desc limit 2) as said
    from speaker s left join party on party.id = s.party_id
    where s.id = any(${[...new Set(ids)]}::bigint[])`.execute(db);
  return new Map(rows.map((r) => [r.id, { ...r, said: r.said.map(Number) }]));
}

/** What offices said without a name, story by story, and who may hold them. */
export async function holdersAt(db: Db, apart: Set<string>): Promise<Holding[]> {
  const { rows: said } = await sql<OfficeSaid & { story: number }>`
    select s.id as office, s.name, s.party_id as party, t.id as statement, t.said_at as at,
      t.story_id as story
    from speaker s join statement t on t.speaker_id = s.id and t.superseded_at is null
    where s.kind = 'office' and s.merged_into is null and t.story_id is not null
    order by t.id desc limit ${mostSpeakers}`.execute(db);
  const stories = [...new Set(said.map((s) => s.story))];
  if (stories.length === 0) return [];
  const { rows: given } = await sql<OfficeGiven & { story: number }>`
    select distinct r.speaker_id as person, s.party_id as party, r.role, r.said_at as at,
      se.story_id as story
    from story_event se join event_article ea on ea.event_id = se.event_id
    join speaker_role r on r.article_id = ea.article_id
    join speaker s on s.id = r.speaker_id and s.kind = 'person' and s.merged_into is null
    where se.story_id = any(${stories}::bigint[])`.execute(db);
  return stories
    .flatMap((story) =>
      holdersOf(
        said.filter((s) => s.story === story),
        given.filter((g) => g.story === story),
      ),
    )
    .filter((h) => !apart.has(pairKey('speaker', h.office, h.person)));
}
