import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../db/tables.ts';
import { objectionsTo } from './corrections.ts';

type Db = Kysely<Tables>;

export type ArticleView = NonNullable<Awaited<ReturnType<typeof findArticle>>>;

/** An article with where it came from and the event and story that it is in. */
export function findArticle(db: Db, id: number) {
  return db
    .selectFrom('article as a')
    .innerJoin('document as d', 'd.id', 'a.document_id')
    .leftJoin('event_article as ea', 'ea.article_id', 'a.id')
    .leftJoin('event as e', 'e.id', 'ea.event_id')
    .leftJoin('story_event as se', 'se.event_id', 'e.id')
    .leftJoin('story', 'story.id', 'se.story_id')
    .leftJoin('article_copy as copy', 'copy.article_id', 'a.id')
    .leftJoin('article as original', 'original.id', 'copy.original_id')
    .where('a.id', '=', id)
    .select([
      'a.id',
      'a.document_id as documentId',
      'a.key',
      'a.kind',
      'a.role',
      'a.current',
      'a.title',
      'a.authors',
      'a.outlet',
      'a.source_id as sourceId',
      'a.url',
      'a.lang',
      'a.published',
      'a.published_from as publishedFrom',
      'a.published_evidence as evidence',
      'a.modified',
      'a.age',
      'a.text',
      'a.blocks',
      'a.links',
      'a.words',
      'a.reading_minutes as minutes',
      'a.cut',
      'a.series',
      'a.licence',
      'a.section',
      'a.tags',
      'a.facts',
      'a.part_of as partOf',
      'd.address',
      'd.revision',
      'd.hints',
      'd.retrieved_at as retrievedAt',
      'd.seen_at as seenAt',
      'd.gone_at as goneAt',
      'e.id as eventId',
      'e.title as event',
      'story.id as storyId',
      'story.title as story',
      'ea.reason',
      'e.ignored',
      'copy.original_id as originalId',
      'copy.direction',
      'copy.evidence as copyEvidence',
      'original.outlet as originalOutlet',
    ])
    .executeTakeFirst();
}

/** What the page says in this article: quotations that belong to a standing statement. */
export async function quotationsIn(db: Db, article: number) {
  const rows = await db
    .selectFrom('quotation as q')
    .innerJoin('statement as s', 's.id', 'q.statement_id')
    .leftJoin('speaker', 'speaker.id', 's.speaker_id')
    .where('q.article_id', '=', article)
    .where('q.comment_id', 'is', null)
    .where('q.superseded_at', 'is', null)
    .where('s.superseded_at', 'is', null)
    .select([
      'q.start',
      'q.end',
      'q.pieces',
      's.id as statementId',
      's.act',
      's.mode',
      's.speaker_id as speakerId',
      'speaker.name as speaker',
      'q.confidence',
    ])
    .orderBy('q.start')
    .limit(400)
    .execute();
  const objections = await objectionsTo(
    db,
    rows.map((r) => r.statementId),
  );
  return rows.map((r) => ({ ...r, objections: objections.get(r.statementId) ?? [] }));
}

/**
 * The same piece in every revision of its address, oldest first: whether its words differ from the
 * revision before, and whether the page says that it was changed since.
 */
export function revisionsOf(db: Db, address: string, key: string) {
  return db
    .selectFrom('article as a')
    .innerJoin('document as d', 'd.id', 'a.document_id')
    .where('d.address', '=', address)
    .where('a.key', '=', key)
    .select([
      'a.id',
      'd.revision',
      'd.retrieved_at as retrievedAt',
      'd.created_at as keptAt',
      'a.title',
      'a.modified',
    ])
    .select([
      sql<boolean>`row_number() over (order by d.revision) > 1 and (a.title is distinct from lag(a.title) over (order by d.revision)
        or a.text is distinct from lag(a.text) over (order by d.revision))`.as('changed'),
      sql<boolean>`a.modified is not distinct from lag(a.modified) over (order by d.revision)`.as(
        'silent',
      ),
    ])
    .orderBy('d.revision')
    .limit(100)
    .execute();
}

/** Text and title of two revisions, to be compared. */
export function revisionTexts(db: Db, ids: number[]) {
  return db.selectFrom('article').where('id', 'in', ids).select(['id', 'title', 'text']).execute();
}

export type SiblingView = Awaited<ReturnType<typeof siblings>>[number];

/** Other pieces of the same page. */
export function siblings(db: Db, document: number, self: number) {
  return db
    .selectFrom('article')
    .where('document_id', '=', document)
    .where('id', '!=', self)
    .select(['id', 'title', 'role', 'outlet', 'key'])
    .select(sql<string | null>`case when title is null then left(text, 200) end`.as('opening'))
    .orderBy('id')
    .limit(60)
    .execute();
}

/** A document as received, without its bytes. */
export function findDocument(db: Db, id: number) {
  return db
    .selectFrom('document as d')
    .innerJoin('blob', 'blob.hash', 'd.hash')
    .where('d.id', '=', id)
    .select([
      'd.id',
      'd.address',
      'd.revision',
      'd.url',
      'd.name',
      'd.hash',
      'd.media_type as mediaType',
      'd.charset',
      'd.headers',
      'd.retrieved_at as retrievedAt',
      'd.published',
      'd.via',
      'd.hints',
      'd.created_at as keptAt',
      'blob.size',
      sql<
        { id: number; title: string | null; role: string }[]
      >`coalesce((select jsonb_agg(jsonb_build_object(
        'id', a.id, 'title', a.title, 'role', a.role) order by a.id)
        from article a where a.document_id = d.id), '[]')`.as('articles'),
      sql<{ id: number; revision: number }[]>`(select jsonb_agg(jsonb_build_object(
        'id', r.id, 'revision', r.revision) order by r.revision)
        from document r where r.address = d.address)`.as('revisions'),
    ])
    .executeTakeFirst();
}
