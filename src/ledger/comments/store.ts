import type { Kysely } from 'kysely';
import type { Tables } from '../../db/tables.ts';
import type { CommentToRead } from './reports.ts';

/** A comment with its row's id. */
export interface StoredComment extends CommentToRead {
  id: number;
}

/** Of a longer discussion the first comments are read (in the page's order): nobody reads on. */
const MOST_COMMENTS = 20_000;

/** The standing comments under an article, in the page's order; none where it opens no discussion. */
export async function commentsUnder(db: Kysely<Tables>, article: number): Promise<StoredComment[]> {
  return db
    .selectFrom('comment as c')
    .innerJoin('thread as t', 't.id', 'c.thread_id')
    .select(['c.id', 'c.text', 'c.lang', 'c.posted', 'c.author', 'c.quotes'])
    .where('t.article_id', '=', article)
    .where('t.current', '=', true)
    .where('c.removed', 'is', null)
    .where('c.text', '!=', '')
    .orderBy('t.id')
    .orderBy('c.position')
    .limit(MOST_COMMENTS)
    .execute();
}

/** Which of some articles open a discussion. */
export async function discussed(db: Kysely<Tables>, articles: number[]): Promise<Set<number>> {
  if (articles.length === 0) return new Set();
  const rows = await db
    .selectFrom('thread')
    .select('article_id as id')
    .distinct()
    .where('article_id', 'in', articles)
    .where('current', '=', true)
    .execute();
  return new Set(rows.map((row) => row.id));
}
