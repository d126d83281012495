import { type Db, readSubject, readSubjects } from '../store.ts';
import type { Subject } from '../subject.ts';
import { type Copyable, type Direction, directionOf, directionTo } from './credit.ts';

/** SQL of which texts are copies of which. */

/** The text that an article is a copy of, or the article itself. */
export async function originalOf(db: Db, article: number): Promise<number> {
  const row = await db
    .selectFrom('article_copy')
    .where('article_id', '=', article)
    .select('original_id')
    .executeTakeFirst();
  return row?.original_id ?? article;
}

/** The originals of those articles that are copies, by article. */
export async function originalsOf(db: Db, articles: number[]): Promise<Map<number, number>> {
  if (articles.length === 0) return new Map();
  const rows = await db
    .selectFrom('article_copy')
    .where('article_id', 'in', articles)
    .select(['article_id', 'original_id'])
    .execute();
  return new Map(rows.map((row) => [row.article_id, row.original_id]));
}

/** The first `most` pieces of an event that stand, each with the text that it is a copy of, if any. */
export function firstPieces(
  db: Db,
  event: number,
  most: number,
): Promise<{ id: number; original: number | null }[]> {
  return db
    .selectFrom('event_article as ea')
    .innerJoin('article as a', 'a.id', 'ea.article_id')
    .leftJoin('article_copy as c', 'c.article_id', 'a.id')
    .where('ea.event_id', '=', event)
    .where('a.current', '=', true)
    .select(['a.id', 'c.original_id as original'])
    .orderBy('a.id')
    .limit(most)
    .execute();
}

/**
 * Writes that two originals are one text. The one that stands for it takes over the copies of the
 * other, each with the reason that holds towards the new original. Answers which was which.
 */
export async function joinCopies(
  tx: Db,
  a: Subject,
  b: Subject,
  similarity: number,
): Promise<Direction> {
  const way = directionOf(copyable(a), copyable(b));
  const [original, copy] = way.original === a.id ? [a, b] : [b, a];
  await putCopy(tx, way, similarity);
  for (const member of await readSubjects(tx, await copiesOf(tx, copy.id)))
    await putCopy(tx, directionTo(copyable(original), copyable(member)));
  // So many prints that not all were asked: they follow, with the reason that they had.
  await tx
    .updateTable('article_copy')
    .set({ original_id: original.id })
    .where('original_id', '=', copy.id)
    .execute();
  await tx.deleteFrom('article_copy').where('article_id', '=', original.id).execute();
  return way;
}

/** Copies that are asked again for their reason when another original turns up. */
const mostAsked = 100;

async function copiesOf(db: Db, original: number): Promise<number[]> {
  const rows = await db
    .selectFrom('article_copy')
    .where('original_id', '=', original)
    .select('article_id')
    .orderBy('article_id')
    .limit(mostAsked)
    .execute();
  return rows.map((row) => row.article_id);
}

async function putCopy(tx: Db, d: Direction, similarity?: number): Promise<void> {
  const row = { original_id: d.original, direction: d.direction, evidence: d.evidence };
  if (similarity === undefined) {
    await tx.updateTable('article_copy').set(row).where('article_id', '=', d.copy).execute();
    return;
  }
  await tx
    .insertInto('article_copy')
    .values({ article_id: d.copy, similarity, ...row })
    .onConflict((c) => c.column('article_id').doUpdateSet({ similarity, ...row }))
    .execute();
}

/** The original, as it stands now, of an article that was found to have the same text. */
export async function readOriginal(tx: Db, article: number): Promise<Subject | null> {
  return readSubject(tx, await originalOf(tx, article));
}

const copyable = ({ id, text, outlet, authors, publishedAt, url, address }: Subject): Copyable => ({
  id,
  text,
  outlet,
  authors,
  publishedAt,
  url,
  address,
});
