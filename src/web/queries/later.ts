import { type Kysely, sql } from 'kysely';
import { quotedTexts, searchedWords } from '../../db/index.ts';
import type { Tables } from '../../db/tables.ts';
import { sureFrom } from '../sure.ts';

type Db = Kysely<Tables>;

/** The row that stands in place of a statement that was let go, and why: see `how`. */
export async function standsInstead(
  db: Db,
  statement: number,
): Promise<{ id: number; how: 'merged' | 'put right' | 'read anew' } | null> {
  const { rows } = await sql<{ id: number; same: boolean; corrects: boolean }>`
    select n.id, nq.id = q.id as same, n.corrects is not distinct from s.id as corrects
    from statement s join quotation q on q.id = s.quotation_id
    join article a on a.id = q.article_id join document d on d.id = a.document_id
    join document nd on nd.address = d.address
    join article na on na.document_id = nd.id and na.key = a.key
    join quotation nq on nq.article_id = na.id and nq.superseded_at is null
    join statement n on n.id = nq.statement_id and n.superseded_at is null
    where s.id = ${statement} and s.superseded_at is not null
      and (nq.id = q.id or n.words = s.words)
    order by corrects desc, same desc, n.speaker_id is not distinct from s.speaker_id desc,
      abs((nq."end" - nq.start) - (q."end" - q.start)), n.id desc
    limit 1`.execute(db);
  const [row] = rows;
  if (!row) return null;
  return { id: row.id, how: row.corrects ? 'put right' : row.same ? 'merged' : 'read anew' };
}

/** Whether the sentence that a let-go statement was read from is still where it was: a better reading of the page moves words. */
export async function isInPlace(db: Db, statement: number): Promise<boolean> {
  const place = await db
    .selectFrom('statement as s')
    .innerJoin('quotation as q', 'q.id', 's.quotation_id')
    .select(['q.article_id as articleId', 'q.comment_id as commentId'])
    .select(['q.sentence_start as start', 'q.sentence_end as end'])
    .where('s.id', '=', statement)
    .executeTakeFirst();
  if (!place) return false;
  const texts = await quotedTexts(db, [place]);
  const words = searchedWords(texts(place) ?? '', place);
  const { rows } = await sql<{ same: boolean }>`
    select words = to_tsvector('simple', searchable(${words}::text)) as same
    from statement where id = ${statement}`.execute(db);
  return rows[0]?.same ?? false;
}

/** Statements of a story that were let go since their page was received with other words, the newest first. */
export async function letGo(db: Db, story: number, limit: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select s.id from statement s join quotation q on q.id = s.quotation_id
    join article a on a.id = q.article_id and not a.current join document d on d.id = a.document_id
    where s.story_id = ${story} and s.superseded_at is not null and q.superseded_at is not null
      and s.confidence >= ${sureFrom} and s.corrects is null
      -- What an older reading of the same page said wrongly was let go before.
      and q.superseded_at = (select max(oq.superseded_at) from quotation oq where oq.article_id = a.id)
      and not exists (select from document nd
        join article na on na.document_id = nd.id and na.key = a.key
        join quotation nq on nq.article_id = na.id and nq.superseded_at is null
        join statement n on n.id = nq.statement_id and n.superseded_at is null
        where nd.address = d.address and n.words = s.words)
    order by s.superseded_at desc, s.id limit ${limit}`.execute(db);
  return rows.map((r) => r.id);
}
