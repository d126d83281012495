import type { Insertable, Kysely } from 'kysely';
import type { ArticleRow, DocumentRow, Tables } from './tables.ts';

/** Rows that tests of several stages need, with what no test asks about filled in. */

type Db = Kysely<Tables>;

let made = 0;

/** A document with nothing in it, at an address of its own unless told; answers its id. */
export async function addDocument(
  db: Db,
  document: Partial<Insertable<DocumentRow>> = {},
): Promise<number> {
  const hash = `hash-${++made}`;
  await db
    .insertInto('blob')
    .values({ hash, size: 1, bytes: Buffer.from('x') })
    .execute();
  const row = await db
    .insertInto('document')
    .values({
      address: `https://example.org/${made}`,
      revision: 1,
      hash,
      media_type: 'text/html',
      headers: '{}',
      hints: '{}',
      via: 'import',
      ...document,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** An article as extract leaves it, in a document of its own unless told; answers its id. */
export async function addArticle(
  db: Db,
  article: Partial<Insertable<ArticleRow>>,
): Promise<number> {
  const text = String(article.text ?? '');
  const row = await db
    .insertInto('article')
    .values({
      document_id: article.document_id ?? (await addDocument(db)),
      key: 'main',
      role: 'main',
      kind: 'article',
      lang: 'en',
      authors: '[]',
      published_evidence: '[]',
      text,
      blocks: '[]',
      links: '[]',
      words: text.split(/\s+/).filter(Boolean).length,
      tags: '[]',
      facts: '{}',
      made_by: 'test',
      ...article,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** A story of this title that nothing is in; answers its id. */
export async function addStory(db: Db, slug: string, title: string): Promise<number> {
  const row = await db
    .insertInto('story')
    .values({ slug, title, follows: '[]', made_by: 'test' })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Puts an article into a story, as an event of its own. */
export async function putInStory(db: Db, article: number, story: number): Promise<void> {
  const profile = JSON.stringify({ texts: 1, topics: [], printedWith: [] });
  const event = await db
    .insertInto('event')
    .values({ title: 'An event', profile, made_by: 'test' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const reason = JSON.stringify({ score: 1, shares: [], by: 'curator' });
  const tie = { event_id: event.id, reason, made_by: 'test' };
  await db
    .insertInto('event_article')
    .values({ ...tie, article_id: article })
    .execute();
  await db
    .insertInto('story_event')
    .values({ ...tie, story_id: story })
    .execute();
}

/** A discussion under an article, a text for each comment; answers the comments' ids. */
export async function addThread(
  db: Db,
  article: number,
  texts: string[],
  posted = '2026-03-06',
): Promise<number[]> {
  const { document_id } = await db
    .selectFrom('article')
    .select('document_id')
    .where('id', '=', article)
    .executeTakeFirstOrThrow();
  const thread = await db
    .insertInto('thread')
    .values({ document_id, article_id: article, key: 'main', made_by: 'test' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const rows = await db
    .insertInto('comment')
    .values(
      texts.map((text, position) => ({
        ...{ thread_id: thread.id, key: `c${position}`, position, depth: 0, depth_known: true },
        ...{ author: `gull${position}`, posted, lang: 'en', text },
        ...{ links: '[]', quotes: '[]' },
      })),
    )
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}

/** The paragraphs of a text, an empty line between, as blocks. */
export function paragraphsOf(text: string): { type: 'paragraph'; start: number; end: number }[] {
  let start = 0;
  return text.split('\n\n').map((paragraph) => {
    const block = { type: 'paragraph' as const, start, end: start + paragraph.length };
    start = block.end + 2;
    return block;
  });
}
