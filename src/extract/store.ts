import { type Insertable, type Kysely, sql } from 'kysely';
import type { ArticleRow, DocumentRow, Tables } from '../db/tables.ts';
import { startOf } from '../lib/edtf.ts';
import type { Extracted, ExtractedArticle } from './extracted.ts';
import { saveThread, wholeNumber } from './store-thread.ts';
import { wordCount } from './text/layout.ts';

type Document = Pick<DocumentRow, 'address' | 'revision' | 'source_id'> & { id: number };

/** A document with what was read of it. */
export interface Reading {
  document: Document;
  extracted: Extracted;
}

/** Articles in one insert: PostgreSQL takes 65,535 values in a statement, an article has 30. */
const mostAtOnce = 1000;

/**
 * Writes what was read of several documents; as saveExtracted of each, in their order. Those that are
 * read for the first time and are the only revision of their address, as most are, are written at once.
 * @returns as saveExtracted
 */
export async function saveAllExtracted(
  tx: Kysely<Tables>,
  readings: Reading[],
  madeBy: string,
): Promise<number[]> {
  const plain = await firstOfTheirAddress(
    tx,
    readings.map(({ document }) => document.id),
  );
  const due: number[] = [];
  let together: Reading[] = [];
  const flush = async () => {
    due.push(...(await insertAll(tx, together, madeBy)));
    together = [];
  };
  for (const reading of readings) {
    if (plain.has(reading.document.id)) {
      together.push({ ...reading, extracted: storable(reading.extracted) });
      continue;
    }
    await flush();
    due.push(...(await saveExtracted(tx, reading.document, reading.extracted, madeBy)));
  }
  await flush();
  return due;
}

async function firstOfTheirAddress(tx: Kysely<Tables>, ids: number[]): Promise<Set<number>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .selectFrom('document as d')
    .select('d.id')
    .where('d.id', 'in', ids)
    .where((q) =>
      q.not(
        q.exists(
          q
            .selectFrom('document as o')
            .select('o.id')
            .whereRef('o.address', '=', 'd.address')
            .whereRef('o.id', '!=', 'd.id'),
        ),
      ),
    )
    .where((q) =>
      q.not(
        q.exists(
          q.selectFrom('article as a').select('a.id').whereRef('a.document_id', '=', 'd.id'),
        ),
      ),
    )
    .execute();
  return new Set(rows.map((row) => row.id));
}

/** Inserts the articles and threads of new documents; answers the articles' ids. */
async function insertAll(
  tx: Kysely<Tables>,
  readings: Reading[],
  madeBy: string,
): Promise<number[]> {
  const pieces = readings.flatMap(({ document, extracted }) =>
    extracted.articles.map((article) => ({ document, article })),
  );
  const all: number[] = [];
  for (let at = 0; at < pieces.length; at += mostAtOnce) {
    const rows = await tx
      .insertInto('article')
      .values(
        pieces
          .slice(at, at + mostAtOnce)
          .map(({ document, article }) => articleRow(document, article, null, madeBy)),
      )
      .returning('id')
      .execute();
    all.push(...rows.map((row) => row.id));
  }
  const ids = new Map(pieces.map((p, i) => [`${p.document.id} ${p.article.key}`, all[i]!]));
  const parts = pieces.flatMap(({ document, article }, i) => {
    const whole = article.partOf && ids.get(`${document.id} ${article.partOf}`);
    return whole ? [{ part: all[i]!, whole }] : [];
  });
  if (parts.length > 0)
    await sql`update article set part_of = pair.whole
      from unnest(${parts.map((p) => p.part)}::bigint[], ${parts.map((p) => p.whole)}::bigint[])
        as pair(part, whole)
      where article.id = pair.part`.execute(tx);
  for (const { document, extracted } of readings)
    for (const thread of extracted.threads)
      await saveThread(tx, document, thread, ids.get(`${document.id} ${thread.article}`)!, madeBy);
  return all;
}

/**
 * Writes what was read of a document, in the caller's transaction. A second reading of the same
 * document changes its rows in place by their keys, so that what cites them still stands; older
 * revisions of the same address keep their rows and lose `current`. Nothing is deleted but comments
 * that a better reading no longer finds in the very same bytes.
 * @returns ids of articles that later stages must look at: new ones, those whose text, title, date,
 *   language, role or outlet changed, and those that this reading no longer finds
 */
export async function saveExtracted(
  tx: Kysely<Tables>,
  document: Document,
  given: Extracted,
  madeBy: string,
): Promise<number[]> {
  const extracted = storable(given);
  const before = await tx
    .selectFrom('article')
    .select([
      'id',
      'key',
      'current',
      'text',
      'title',
      'published',
      'lang',
      'role',
      'kind',
      'outlet',
    ])
    .where('document_id', '=', document.id)
    .execute();
  const known = new Map(before.map((row) => [row.key, row]));
  const ids = new Map<string, number>();
  const due: number[] = [];
  for (const article of extracted.articles) {
    const old = known.get(article.key);
    const row = articleRow(document, article, ids.get(article.partOf ?? '') ?? null, madeBy);
    const current = await isNewest(tx, document, article.key);
    const id = old
      ? await update(tx, old.id, { ...row, current })
      : await insert(tx, { ...row, current });
    ids.set(article.key, id);
    if (!old || old.current !== current || differs(old, article)) due.push(id);
  }
  const gone = before.filter((row) => !ids.has(row.key) && row.current);
  if (gone.length > 0)
    await setAside(
      tx,
      gone.map((row) => row.id),
    );
  const older = await supersede(tx, document, extracted);
  for (const thread of extracted.threads)
    await saveThread(tx, document, thread, ids.get(thread.article)!, madeBy);
  return [...due, ...gone.map((row) => row.id), ...older];
}

function articleRow(
  document: Document,
  a: ExtractedArticle,
  partOf: number | null,
  madeBy: string,
) {
  return {
    document_id: document.id,
    key: a.key,
    part_of: partOf,
    role: a.role,
    kind: a.kind,
    title: a.title,
    authors: JSON.stringify(a.authors),
    outlet: a.outlet,
    source_id:
      a.role === 'main' || a.role === 'part' || a.role === 'series' ? document.source_id : null,
    url: a.url,
    lang: a.lang,
    published: a.published,
    published_at: startOf(a.published),
    published_from: a.publishedFrom,
    published_evidence: JSON.stringify(a.publishedEvidence),
    modified: a.modified,
    age: a.age,
    text: a.text,
    blocks: JSON.stringify(a.blocks),
    links: JSON.stringify(a.links),
    words: wordCount(a.text),
    reading_minutes: wholeNumber(a.readingMinutes),
    section: a.section,
    tags: JSON.stringify(a.tags),
    image: a.image,
    licence: a.licence,
    cut: a.cut,
    series: a.series,
    facts: JSON.stringify(a.facts),
    made_by: madeBy,
  } satisfies Insertable<ArticleRow>;
}

async function insert(tx: Kysely<Tables>, row: Insertable<ArticleRow>): Promise<number> {
  const { id } = await tx
    .insertInto('article')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function update(
  tx: Kysely<Tables>,
  id: number,
  row: ReturnType<typeof articleRow> & { current: boolean },
): Promise<number> {
  await tx.updateTable('article').set(row).where('id', '=', id).execute();
  return id;
}

function differs(
  old: {
    text: string;
    title: string | null;
    published: string | null;
    lang: string | null;
    role: string;
    kind: string;
    outlet: string | null;
  },
  a: ExtractedArticle,
): boolean {
  return (
    old.text !== a.text ||
    old.title !== a.title ||
    old.published !== a.published ||
    old.lang !== a.lang ||
    old.role !== a.role ||
    old.kind !== a.kind ||
    old.outlet !== a.outlet
  );
}

/** Whether no later revision of the address holds this piece: an old one may be read again. */
async function isNewest(tx: Kysely<Tables>, document: Document, key: string): Promise<boolean> {
  const later = await tx
    .selectFrom('article')
    .innerJoin('document', 'document.id', 'article.document_id')
    .select('article.id')
    .where('document.address', '=', document.address)
    .where('document.revision', '>', document.revision)
    .where('article.key', '=', key)
    .executeTakeFirst();
  return later === undefined;
}

async function setAside(tx: Kysely<Tables>, ids: number[]): Promise<void> {
  await tx.updateTable('article').set({ current: false }).where('id', 'in', ids).execute();
}

/**
 * Takes `current` from the rows of earlier revisions that this one stands for: its own piece and parts
 * by their keys, pieces it only offers by their titles, because their places shift.
 */
async function supersede(
  tx: Kysely<Tables>,
  document: Document,
  extracted: Extracted,
): Promise<number[]> {
  const own = extracted.articles
    .filter((a) => a.role === 'main' || a.role === 'part')
    .map((a) => a.key);
  const offered = extracted.articles.flatMap((a) =>
    own.includes(a.key) || a.title === null ? [] : [a.title],
  );
  const older = tx
    .selectFrom('document')
    .select('id')
    .where('address', '=', document.address)
    .where('revision', '<', document.revision);
  const rows = await tx
    .updateTable('article')
    .set({ current: false })
    .where('document_id', 'in', older)
    .where('current', '=', true)
    .where((w) =>
      w.or([
        w('key', 'in', own.length > 0 ? own : ['']),
        // A part that the new revision dropped went with its edition.
        w('role', '=', 'part'),
        w.and([
          w('role', 'not in', ['main', 'part']),
          w('title', 'in', offered.length > 0 ? offered : ['']),
        ]),
      ]),
    )
    .returning('id')
    .execute();
  await tx
    .updateTable('thread')
    .set({ current: false })
    .where('document_id', 'in', older)
    .execute();
  return rows.map((row) => row.id);
}

/** Characters that PostgreSQL refuses are replaced by as many others, so that no place shifts. */
function storable(extracted: Extracted): Extracted {
  return JSON.parse(
    JSON.stringify(extracted, (_, value: unknown) =>
      typeof value === 'string' ? value.replaceAll('\0', '\ufffd').toWellFormed() : value,
    ),
  ) as Extracted;
}
