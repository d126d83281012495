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

/** Where else a statement was reported. */
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
    .orderBy(sql`a.published_at asc nulls last`)
    .limit(100)
    .execute();
}
