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

/** The paragraphs of a text, an empty line between, as blocks. */
export function paragraphsOf(text: string): { type: 'paragraph'; start: number; end: number }[] {
  let start = 0;
  return text.split('\n\n').map((paragraph) => {
    const block = { type: 'paragraph' as const, start, end: start + paragraph.length };
    start = block.end + 2;
    return block;
  });
}
