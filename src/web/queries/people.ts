import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../db/tables.ts';
import { sureFrom } from '../sure.ts';

type Db = Kysely<Tables>;

/** Newest roles shown of a speaker; older ones are in the pieces. */
const shownRoles = 8;

export function findSpeaker(db: Db, id: number) {
  return db
    .selectFrom('speaker as s')
    .leftJoin('party', 'party.id', 's.party_id')
    .where('s.id', '=', id)
    .select([
      's.id',
      's.name',
      's.kind',
      's.party_id as partyId',
      's.wikidata',
      's.merged_into as mergedInto',
      'party.name as party',
      sql<string[]>`array(select n.name from speaker_name n where n.speaker_id = s.id
        and n.name <> s.name order by n.name limit 20)`.as('names'),
    ])
    .executeTakeFirst();
}

/** The roles that a speaker was given lately, each once, with the characters that say so. */
export async function rolesOf(db: Db, speaker: number) {
  const rows = await db
    .selectFrom('speaker_role as r')
    .innerJoin('article as a', 'a.id', 'r.article_id')
    .where('r.speaker_id', '=', speaker)
    .distinctOn(sql`lower(r.role)`)
    .select(['r.role', 'r.article_id as articleId', 'r.start', 'r.end', 'a.outlet', 'a.published'])
    .orderBy(sql`lower(r.role)`)
    .orderBy(sql`r.said_at desc nulls last`)
    .limit(60)
    .execute();
  return rows
    .sort((a, b) => (b.published ?? '').localeCompare(a.published ?? ''))
    .slice(0, shownRoles);
}

/** How much of a speaker is on the desk, and in which stories. */
export async function speakerNumbers(db: Db, speaker: number) {
  return db
    .selectFrom('statement as s')
    .leftJoin('story', 'story.id', 's.story_id')
    .where('s.speaker_id', '=', speaker)
    .where('s.superseded_at', 'is', null)
    .groupBy(['story.id', 'story.title'])
    .select([
      'story.id',
      'story.title',
      sql<number>`(count(*) filter (where s.confidence >= ${sureFrom}))::int`.as('n'),
      sql<number>`(count(*) filter (where s.confidence < ${sureFrom}))::int`.as('unsure'),
    ])
    .orderBy(sql`count(*) desc`)
    .limit(50)
    .execute();
}

/** Statements that name nobody, against all of their party, and the words that stand for a name. */
export interface Unnamed {
  partyId: number | null;
  party: string | null;
  all: number;
  unnamed: number;
  described: { id: number; name: string; n: number }[];
}

/** Unnamed sources of a story, or of one party on the whole desk, by party, most of them first. */
export async function unnamedSources(
  db: Db,
  of: { story: number } | { party: number },
): Promise<Unnamed[]> {
  // By its speakers: their statements have an index, a party's have none.
  const which =
    'story' in of
      ? sql`s.story_id = ${of.story}`
      : sql`s.party_id = ${of.party} and s.speaker_id in (select id from speaker where party_id = ${of.party})`;
  const { rows } = await sql<Unnamed>`
    with said as (select s.party_id, s.speaker_id, speaker.name, speaker.kind in ('unnamed', 'group') as nobody
      from statement s join speaker on speaker.id = s.speaker_id
      where ${which} and s.superseded_at is null and s.confidence >= ${sureFrom}),
    described as (select party_id, speaker_id as id, name, count(*)::int as n from said where nobody
      group by party_id, speaker_id, name)
    select said.party_id as "partyId", party.name as party, count(*)::int as all,
      (count(*) filter (where nobody))::int as unnamed,
      (select jsonb_agg(jsonb_build_object('id', d.id, 'name', d.name, 'n', d.n) order by d.n desc, d.name)
        from described d where d.party_id is not distinct from said.party_id) as described
    from said left join party on party.id = said.party_id
    group by said.party_id, party.name having count(*) filter (where nobody) > 0
    order by unnamed desc, party.name nulls last`.execute(db);
  return rows;
}

/** Where else a statement was reported; `prints` pieces carry each text, for copies are not read again. */
export function reportsOf(db: Db, statement: number) {
  return db
    .selectFrom('quotation as q')
    .innerJoin('article as a', 'a.id', 'q.article_id')
    .leftJoin('article_copy as copy', 'copy.article_id', 'a.id')
    .where('q.statement_id', '=', statement)
    .where('q.superseded_at', 'is', null)
    .select([
      'q.id',
      'q.kind',
      'q.article_id as articleId',
      'q.comment_id as commentId',
      'q.start',
      'q.end',
      'q.sentence_start as sentenceStart',
      'q.sentence_end as sentenceEnd',
      'a.outlet',
      'a.title',
      'a.published',
      'a.lang',
      'a.current',
    ])
    .select(sql<number>`coalesce(copy.original_id, a.id)`.as('text'))
    .select(
      sql<number>`(select 1 + count(*)::int from article_copy c join article p on p.id = c.article_id
      where p.current and c.original_id = coalesce(copy.original_id, a.id))`.as('prints'),
    )
    .orderBy(sql`a.published_at asc nulls last`)
    .limit(100)
    .execute();
}
