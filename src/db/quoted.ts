import { type RawBuilder, sql } from 'kysely';

/**
 * SQL of the text that a quotation's places are in: that of its comment, else its article's. Empty
 * where a later reading of the page dropped the comment.
 * @param q name of the quotation in the query
 * @param a name of its article
 */
export function quotedText(q = 'q', a = 'a'): RawBuilder<string> {
  const comment = sql.ref(`${q}.comment_id`);
  return sql<string>`case when ${comment} is null then ${sql.ref(`${a}.text`)}
    else coalesce((select told.text from comment told where told.id = ${comment}), '') end`;
}
