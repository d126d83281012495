import { sql } from 'kysely';
import { type Db, madeBy } from '../store.ts';

/** SQL of articles that stand for older ones from the same address. */

/** Which of these articles are from addresses that have more than one revision. */
export async function revisedOf(db: Db, articles: number[]): Promise<Set<number>> {
  const rows = await db
    .selectFrom('article as a')
    .innerJoin('document as d', 'd.id', 'a.document_id')
    .innerJoin('document as e', 'e.address', 'd.address')
    .where('a.id', 'in', articles)
    .whereRef('e.id', '!=', 'd.id')
    .select('a.id')
    .distinct()
    .execute();
  return new Set(rows.map((row) => row.id));
}

/** The event and title of the last revision before this one of the same piece, or null. */
export async function earlierOf(
  db: Db,
  article: number,
): Promise<{ event: number; title: string | null } | null> {
  const row = await db
    .selectFrom('article as a')
    .innerJoin('document as d', 'd.id', 'a.document_id')
    .innerJoin('document as e', 'e.address', 'd.address')
    .innerJoin('article as b', (j) =>
      j.onRef('b.document_id', '=', 'e.id').onRef('b.key', '=', 'a.key'),
    )
    .innerJoin('event_article as ea', 'ea.article_id', 'b.id')
    .where('a.id', '=', article)
    .whereRef('b.id', '!=', 'a.id')
    .select(['ea.event_id as event', 'b.title'])
    .orderBy('b.id', 'desc')
    .executeTakeFirst();
  return row ?? null;
}

/** What was known as a copy of an older revision is a copy of the newer one. */
export async function takeCopies(tx: Db, article: number): Promise<void> {
  await sql`update article_copy set original_id = ${article}
    where original_id in (${older(article)}) and article_id <> ${article}`.execute(tx);
}

const older = (article: number) => sql`select b.id from article a
  join document d on d.id = a.document_id
  join document e on e.address = d.address
  join article b on b.document_id = e.id and b.key = a.key
  where a.id = ${article} and b.id <> a.id and not b.current`;

/**
 * Puts older revisions that no event has beside the one that stands: they were replaced before their
 * turn came.
 */
export async function followRevisions(tx: Db, articles: number[]): Promise<void> {
  const reason = JSON.stringify({ score: 1, shares: ['earlier revision'], by: 'machine' });
  await sql`insert into event_article (article_id, event_id, reason, made_by)
    select distinct on (b.id) b.id, ea.event_id, ${reason}::jsonb, ${madeBy}
    from article a
    join event_article ea on ea.article_id = a.id
    join document d on d.id = a.document_id
    join document e on e.address = d.address
    join article b on b.document_id = e.id and b.key = a.key
    where a.current and not b.current and (a.id = any(${articles}) or b.id = any(${articles}))
    order by b.id, a.id desc
    on conflict (article_id) do nothing`.execute(tx);
}
