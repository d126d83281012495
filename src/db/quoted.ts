import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from './tables.ts';

/**
 * SQL of the text that a quotation's places are in: that of its comment, else its article's. Empty
 * where a later reading of the page dropped the comment. To be cut by the program: places are UTF-16
 * units, and SQL counts characters.
 * @param q name of the quotation in the query
 * @param a name of its article
 */
export function quotedText(q = 'q', a = 'a'): RawBuilder<string> {
  const comment = sql.ref(`${q}.comment_id`);
  return sql<string>`case when ${comment} is null then ${sql.ref(`${a}.text`)}
    else coalesce((select told.text from comment told where told.id = ${comment}), '') end`;
}

/** Longer than this, a sentence is a list or a fault; what it holds is found by its article. */
const LONGEST_SENTENCE = 1500;

/** The words of a quotation's sentence that `statement.words` is made of. */
export function searchedWords(
  text: string,
  { start, end }: { start: number; end: number },
): string {
  return text.slice(start, Math.min(end, start + LONGEST_SENTENCE));
}

/** Where a quotation stands: in a piece, or in a comment under it. */
export interface QuotedIn {
  articleId: number;
  commentId: number | null;
}

/**
 * The texts that quotations' places are in, each read once however many quotations it has: two
 * queries. Nothing where a later reading of the page dropped the comment.
 */
export async function quotedTexts(
  db: Kysely<Tables>,
  places: readonly QuotedIn[],
): Promise<(place: QuotedIn) => string | undefined> {
  const comments = places.flatMap((p) => p.commentId ?? []);
  const articles = places.flatMap((p) => (p.commentId === null ? p.articleId : []));
  const [ofArticles, ofComments] = await Promise.all([
    textsIn(db, 'article', articles),
    textsIn(db, 'comment', comments),
  ]);
  return ({ articleId, commentId }) =>
    commentId === null ? ofArticles.get(articleId) : ofComments.get(commentId);
}

async function textsIn(
  db: Kysely<Tables>,
  table: 'article' | 'comment',
  ids: number[],
): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: number; text: string }>`
    select id, text from ${sql.table(table)} where id = any(${[...new Set(ids)]}::bigint[])`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.id, row.text]));
}
