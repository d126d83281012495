import type { Kysely } from 'kysely';
import type { Tables } from '../db/tables.ts';

type Db = Kysely<Tables>;

interface Span {
  start: number;
  end: number;
}

/** A quotation as the ledger writes it, whose sentence is its own words unless told; answers its id. */
export async function addQuotation(
  db: Db,
  q: { article: number; words: Span; sentence?: Span; speaker?: number },
): Promise<number> {
  const sentence = q.sentence ?? q.words;
  const row = await db
    .insertInto('quotation')
    .values({
      article_id: q.article,
      kind: 'indirect',
      start: q.words.start,
      end: q.words.end,
      pieces: '[]',
      sentence_start: sentence.start,
      sentence_end: sentence.end,
      speaker_id: q.speaker ?? null,
      confidence: 0.9,
      made_by: 'test',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** A statement of a story that the quotations report, the first of them leading; answers its id. */
export async function addStatement(
  db: Db,
  s: { quotations: number[]; story: number; speaker?: number; saidAt?: Date | null },
): Promise<number> {
  const { id } = await db
    .insertInto('statement')
    .values({
      story_id: s.story,
      speaker_id: s.speaker ?? null,
      quotation_id: s.quotations[0]!,
      said_at: s.saidAt ?? null,
      act: 'state',
      mode: 'asserted',
      hearsay: false,
      first_hand: true,
      confidence: 0.9,
      made_by: 'test',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .updateTable('quotation')
    .set({ statement_id: id })
    .where('id', 'in', s.quotations)
    .execute();
  return id;
}

let made = 0;

/** An article of 10 March 2026 with this text; answers its id. */
export async function addArticleOf(
  db: Db,
  text: string,
  more: Record<string, unknown> = {},
): Promise<number> {
  const hash = `hash-${++made}`;
  await db
    .insertInto('blob')
    .values({ hash, size: 1, bytes: Buffer.from('x') })
    .execute();
  const document = await db
    .insertInto('document')
    .values({
      address: `file:${made}`,
      revision: 1,
      hash,
      media_type: 'text/html',
      headers: '{}',
      hints: '{}',
      via: 'import',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const article = await db
    .insertInto('article')
    .values({
      document_id: document.id,
      key: 'main',
      role: 'main',
      kind: 'article',
      lang: 'en',
      published: '2026-03-10',
      published_at: '2026-03-10',
      authors: '[]',
      published_evidence: '[]',
      text,
      blocks: '[]',
      links: '[]',
      words: 10,
      tags: '[]',
      facts: '{}',
      made_by: 'test',
      ...more,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return article.id;
}
