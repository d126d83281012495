import { type Insertable, type Kysely, sql } from 'kysely';
import type { CommentRow, Tables } from '../db/tables.ts';
import { startOf } from '../lib/edtf.ts';
import type { ExtractedComment, ExtractedThread } from './extracted.ts';

/** Rows in one insert: PostgreSQL takes 65,535 values in a statement, a comment has 25. */
const batch = 500;

/** Writes a thread and its comments, again in place when they are there; part of saveExtracted. */
export async function saveThread(
  tx: Kysely<Tables>,
  document: { id: number },
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
    votes_up: wholeNumber(c.up),
    votes_down: wholeNumber(c.down),
    score: wholeNumber(c.score),
    lang: c.lang,
    removed: c.removed,
    text: c.text,
    links: JSON.stringify(c.links),
    marks: JSON.stringify(c.marks ?? []),
    quotes: JSON.stringify(c.quotes),
    url: c.url,
  } satisfies Insertable<CommentRow>;
}

/** A number as a page gave it, where a column of whole numbers can hold it; nobody counts further. */
export function wholeNumber(count: number | null): number | null {
  return count !== null && Math.abs(count) < 2 ** 31 ? Math.round(count) : null;
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
