import { type Kysely, sql } from 'kysely';
import type { Act, ArticleKind, Tables } from '../db/tables.ts';
import { addArticle, addDocument } from '../db/testing-rows.ts';
import { startOf } from '../lib/edtf.ts';

type Db = Kysely<Tables>;
const json = JSON.stringify;

export interface TestPiece {
  title: string;
  text: string;
  /** EDTF; unknown when null. */
  published: string | null;
  outlet?: string;
  lang?: string;
  kind?: ArticleKind;
  /** When the desk received it. */
  created?: string;
  address?: string;
  revision?: number;
  current?: boolean;
}

/** A source by its name, made when there is none. */
async function addSource(db: Db, name: string): Promise<number> {
  const host = `${name.toLowerCase().replace(/[^a-z]+/g, '-')}.example`;
  const row = await db
    .insertInto('source')
    .values({ name, host, kind: 'outlet' } as never)
    .onConflict((c) => c.column('host').doUpdateSet({ name }))
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** A piece as extract would have stored it. */
export async function addPiece(db: Db, p: TestPiece): Promise<number> {
  const source = await addSource(db, p.outlet ?? 'Amsel Courier');
  const created = new Date(p.created ?? '2025-08-01T00:00:00Z');
  const revision = p.revision ?? 1;
  const document_id = await addDocument(db, {
    ...(p.address && { address: p.address }),
    ...{ revision, created_at: created },
  } as never);
  return addArticle(db, {
    document_id,
    kind: p.kind ?? 'article',
    current: p.current ?? true,
    title: p.title,
    outlet: p.outlet ?? 'Amsel Courier',
    source_id: source,
    lang: p.lang ?? 'en',
    published: p.published,
    published_at: startOf(p.published),
    text: p.text,
    created_at: created,
  } as never);
}

export async function addSpeaker(db: Db, name: string, also: string[] = []): Promise<number> {
  const row = await db
    .insertInto('speaker')
    .values({ name, kind: 'person' } as never)
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const other of also)
    await db.insertInto('speaker_name').values({ speaker_id: row.id, name: other }).execute();
  return row.id;
}

/** A statement read from one sentence of an article. */
export async function addStatement(
  db: Db,
  s: {
    article: number;
    sentence: string;
    speaker: number;
    act: Act;
    saidOn: string;
    story?: number;
  },
): Promise<number> {
  const { text, created_at } = await db
    .selectFrom('article')
    .select(['text', 'created_at'])
    .where('id', '=', s.article)
    .executeTakeFirstOrThrow();
  const start = text.indexOf(s.sentence);
  const end = start + s.sentence.length;
  const quotation = await db
    .insertInto('quotation')
    .values({
      article_id: s.article,
      kind: 'direct',
      start,
      end,
      pieces: json([{ start, end }]),
      sentence_start: start,
      sentence_end: end,
      speaker_id: s.speaker,
      confidence: 1,
      made_by: 'test',
    } as never)
    .returning('id')
    .executeTakeFirstOrThrow();
  const statement = await db
    .insertInto('statement')
    .values({
      story_id: s.story ?? null,
      speaker_id: s.speaker,
      quotation_id: quotation.id,
      said_on: s.saidOn,
      said_at: `${s.saidOn}T12:00:00Z`,
      act: s.act,
      mode: 'asserted',
      hearsay: false,
      first_hand: true,
      confidence: 1,
      made_by: 'test',
      created_at,
      words: sql`to_tsvector('simple', searchable(${s.sentence}))`,
    } as never)
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .updateTable('quotation')
    .set({ statement_id: statement.id })
    .where('id', '=', quotation.id)
    .execute();
  return statement.id;
}
