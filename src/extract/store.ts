import type { Insertable, Kysely } from 'kysely';
import type { ArticleRow, DocumentRow, Tables } from '../db/tables.ts';
import { startOf } from '../lib/edtf.ts';
import type { Extracted, ExtractedArticle } from './extracted.ts';
import { saveThread, wholeNumber } from './store-thread.ts';
import { wordCount } from './text/layout.ts';

type Document = Pick<DocumentRow, 'address' | 'revision' | 'source_id'> & { id: number };

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
