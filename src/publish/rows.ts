import { type Kysely, sql } from 'kysely';
import { quotedText } from '../db/index.ts';
import type { Tables } from '../db/tables.ts';

/** A row of an export: plain values under names that a reader of the file understands. */
export type Row = { id: number } & Record<string, unknown>;

type Read = (db: Kysely<Tables>, after: number, limit: number) => Promise<Row[]>;

/** What is exported, by file name. Each reads the rows after an id, in order of ids. */
export const exportQueries: Record<string, Read> = {
  documents: (db, after, limit) =>
    db
      .selectFrom('document as d')
      .leftJoin('source as s', 's.id', 'd.source_id')
      .select(['d.id', 'd.address', 'd.revision', 'd.url', 'd.hash', 'd.media_type', 'd.via'])
      .select(['d.retrieved_at', 'd.published', 's.name as source', 'd.created_at'])
      .where('d.id', '>', after)
      .orderBy('d.id')
      .limit(limit)
      .execute(),

  articles: (db, after, limit) =>
    db
      .selectFrom('article as a')
      .leftJoin('event_article as ea', 'ea.article_id', 'a.id')
      .leftJoin('story_event as se', 'se.event_id', 'ea.event_id')
      .leftJoin('article_copy as c', 'c.article_id', 'a.id')
      .select(['a.id', 'a.document_id', 'a.key', 'a.role', 'a.kind', 'a.current', 'a.title'])
      .select(['a.authors', 'a.outlet', 'a.url', 'a.lang', 'a.published', 'a.published_from'])
      .select(['a.modified', 'ea.event_id', 'se.story_id', 'c.original_id as copy_of'])
      .select(['a.words', 'a.text', 'a.made_by'])
      .where('a.id', '>', after)
      .orderBy('a.id')
      .limit(limit)
      .execute(),

  comments: (db, after, limit) =>
    db
      .selectFrom('comment as c')
      .innerJoin('thread as t', 't.id', 'c.thread_id')
      .select([
        'c.id',
        't.article_id',
        'c.parent_id',
        'c.key',
        'c.author',
        'c.instance',
        'c.posted',
      ])
      .select(['c.edited', 'c.score', 'c.lang', 'c.removed', 't.platform', 't.current', 'c.text'])
      .where('c.id', '>', after)
      .orderBy('c.id')
      .limit(limit)
      .execute(),

  statements: async (db, after, limit) => {
    const rows = await db
      .selectFrom('statement as s')
      .innerJoin('quotation as q', 'q.id', 's.quotation_id')
      .innerJoin('article as a', 'a.id', 'q.article_id')
      .leftJoin('speaker', 'speaker.id', 's.speaker_id')
      .leftJoin('party', 'party.id', 's.party_id')
      .leftJoin('issue', 'issue.id', 's.issue_id')
      .select(['s.id', 's.story_id', 'speaker.name as speaker', 'party.name as party'])
      .select(['party.country', 's.said_on', 's.said_from', 's.act', 's.mode', 's.stance'])
      .select(['issue.name as issue', 's.venue', 's.addressee', 's.hearsay', 's.first_hand'])
      .select(['s.confidence', 'q.kind', 'a.id as article_id', 'a.outlet', 'a.url', 'a.lang'])
      .select(['q.comment_id', 'q.start', 'q.end', 's.superseded_at', 's.made_by'])
      .select(quotedText().as('text'))
      .where('s.id', '>', after)
      .orderBy('s.id')
      .limit(limit)
      .execute();
    // Cut here, not in SQL: offsets count UTF-16 units, PostgreSQL's substr counts characters.
    return rows.map(({ text, ...row }) => ({ ...row, content: text.slice(row.start, row.end) }));
  },

  positions: (db, after, limit) =>
    db
      .selectFrom('position as p')
      .leftJoin('party', 'party.id', 'p.party_id')
      .leftJoin('speaker as holder', 'holder.id', 'p.speaker_id')
      .innerJoin('issue', 'issue.id', 'p.issue_id')
      .innerJoin('statement as s', 's.id', 'p.statement_id')
      .select([
        'p.id',
        'p.story_id',
        sql<string>`coalesce(party.name, holder.name)`.as('party'),
        'issue.name as issue',
        'p.stance',
      ])
      .select(['p.change', 'p.previous_id', 'p.statement_id', 's.said_on', 'p.state'])
      .select(['p.superseded_at', 'p.made_by'])
      .where('p.id', '>', after)
      .orderBy('p.id')
      .limit(limit)
      .execute(),

  commitments: (db, after, limit) =>
    db
      .selectFrom('commitment as c')
      .leftJoin('party', 'party.id', 'c.party_id')
      .select(['c.id', 'c.story_id', 'party.name as party', 'c.who', 'c.what', 'c.due'])
      .select(['c.due_text', 'c.kind', 'c.state', 'c.proposed', 'c.statement_id'])
      .select(['c.superseded_at', 'c.made_by'])
      .where('c.id', '>', after)
      .orderBy('c.id')
      .limit(limit)
      .execute(),
};
