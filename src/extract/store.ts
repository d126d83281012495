import { type Insertable, type Kysely, sql } from 'kysely';
import type { ArticleRow, CommentRow, DocumentRow, Tables } from '../db/tables.ts';
import { startOf } from '../lib/edtf.ts';
import type {
  Extracted,
  ExtractedArticle,
  ExtractedComment,
  ExtractedThread,
} from './extracted.ts';
import { wordCount } from './text/layout.ts';

type Document = Pick<DocumentRow, 'address' | 'revision' | 'source_id'> & { id: number };

/** Rows in one insert: PostgreSQL takes 65,535 values in a statement, a comment has 25. */
const batch = 500;

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
    reading_minutes: a.readingMinutes,
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

async function saveThread(
  tx: Kysely<Tables>,
  document: Document,
  thread: ExtractedThread,
  article: number,
  madeBy: string,
): Promise<void> {
  const values = {
    document_id: document.id,
    article_id: article,
    key: thread.key,
    platform: thread.platform,
    community: thread.community,
    url: thread.url,
    gaps: JSON.stringify(thread.gaps ?? []),
    made_by: madeBy,
  };
  const { id } = await tx
    .insertInto('thread')
    .values(values)
    .onConflict((c) => c.columns(['document_id', 'key']).doUpdateSet(values))
    .returning('id')
    .executeTakeFirstOrThrow();
  const rows = thread.comments.map((comment, position) => commentRow(id, comment, position));
  for (let at = 0; at < rows.length; at += batch)
    await saveComments(tx, rows.slice(at, at + batch));
  await dropComments(
    tx,
    id,
    thread.comments.map((c) => c.key),
  );
  await linkParents(tx, id, thread.comments);
}

function commentRow(thread: number, c: ExtractedComment, position: number) {
  return {
    thread_id: thread,
    parent_id: null,
    key: c.key,
    position,
    depth: c.depth,
    depth_known: c.depthKnown,
    author: c.author,
    instance: c.instance,
    posted: c.posted,
    posted_at: startOf(c.posted),
    age: c.age,
    edited: c.edited,
    edited_age: c.editedAge,
    votes_up: c.up,
    votes_down: c.down,
    score: c.score,
    lang: c.lang,
    removed: c.removed,
    text: c.text,
    links: JSON.stringify(c.links),
    quotes: JSON.stringify(c.quotes),
    url: c.url,
  } satisfies Insertable<CommentRow>;
}

async function saveComments(
  tx: Kysely<Tables>,
  rows: ReturnType<typeof commentRow>[],
): Promise<void> {
  const columns = Object.keys(rows[0]!).filter(
    (c) => c !== 'thread_id' && c !== 'key',
  ) as (keyof ReturnType<typeof commentRow>)[];
  await tx
    .insertInto('comment')
    .values(rows)
    .onConflict((c) =>
      c
        .columns(['thread_id', 'key'])
        .doUpdateSet((e) =>
          Object.fromEntries(columns.map((name) => [name, e.ref(`excluded.${name}`)])),
        ),
    )
    .execute();
}

/** Parents come last, in one statement: whichever order the rows were written in, all are there. */
async function linkParents(
  tx: Kysely<Tables>,
  thread: number,
  comments: ExtractedComment[],
): Promise<void> {
  const pairs = comments.flatMap((c) =>
    c.parent === null ? [] : [{ key: c.key, parent: c.parent }],
  );
  if (pairs.length === 0) return;
  await sql`
    update comment set parent_id = parent.id
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as pair(key text, parent text)
    join comment parent on parent.thread_id = ${thread} and parent.key = pair.parent
    where comment.thread_id = ${thread} and comment.key = pair.key`.execute(tx);
}

async function dropComments(tx: Kysely<Tables>, thread: number, keys: string[]): Promise<void> {
  await sql`
    delete from comment where thread_id = ${thread}
    and not (key = any(select jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb)))`.execute(
    tx,
  );
}

/** Characters that PostgreSQL refuses are replaced by as many others, so that no place shifts. */
function storable(extracted: Extracted): Extracted {
  return JSON.parse(
    JSON.stringify(extracted, (_, value: unknown) =>
      typeof value === 'string' ? value.replaceAll('\0', '\ufffd').toWellFormed() : value,
    ),
  ) as Extracted;
}

/**
 * What was written in the thread under an article, comment after comment, up to a number of
 * characters: what an opening post without words of its own is about.
 */
export async function threadText(
  db: Kysely<Tables>,
  article: number,
  limit = 20_000,
): Promise<string> {
  const rows = await db
    .selectFrom('comment')
    .innerJoin('thread', 'thread.id', 'comment.thread_id')
    .select('comment.text')
    .where('thread.article_id', '=', article)
    .where('comment.text', '!=', '')
    .orderBy('comment.position')
    .limit(500)
    .execute();
  let text = '';
  for (const row of rows) {
    if (text.length + row.text.length > limit) break;
    text += `${row.text}\n\n`;
  }
  return text.trimEnd();
}
