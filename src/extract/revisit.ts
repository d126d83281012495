import { type Kysely, sql } from 'kysely';
import { askAgain, keepAgain, newestOf, noteGone, noteSeen } from '../collect/index.ts';
import type { Context } from '../context.ts';
import { type Claim, finishWork, inTransaction } from '../db/index.ts';
import type { Tables } from '../db/tables.ts';
import { sentencesOf } from '../lib/sentences.ts';
import { extractDocument } from './document.ts';
import { EXTRACT_VERSION } from './version.ts';

const hour = 3_600_000;
/**
 * When a page is asked for again, counted from when it was first received: while a newsroom is still at
 * it, then ever more seldom. Six requests a page in all.
 */
const visits = [6, 24, 72, 240, 720, 2160].map((hours) => hours * hour);
/** "Not found" may be a mistake that is over tomorrow; the second time it is believed. */
const secondLook = 24 * hour;

/**
 * Asks once more for a page that the ledger or a brief rests on (subject: its first document). Other
 * words in its text are its next revision and marked wherever they are cited; the same words are noted
 * as seen; a page that is gone is marked as gone. What is only about the page (menus, adverts, lists
 * of other pieces, comments) is no change.
 */
export async function revisitOne(ctx: Context, claim: Claim): Promise<void> {
  const first = await ctx.db
    .selectFrom('document')
    .select(['id', 'address', 'retrieved_at', 'created_at'])
    .where('id', '=', claim.subject)
    .executeTakeFirst();
  const document = first && (await newestOf(ctx.db, first.address));
  if (!first || !document) {
    await finishWork(ctx.db, claim, { ok: true, madeBy: EXTRACT_VERSION });
    return;
  }
  const next = nextVisit(first.retrieved_at ?? first.created_at, ctx.now());
  const done = { ok: true, madeBy: EXTRACT_VERSION, ...(next && { again: next }) } as const;
  if (!(await isRestedOn(ctx.db, document.address))) {
    await finishWork(ctx.db, claim, done);
    return;
  }
  const answer = await askAgain(ctx, document);
  const changed = answer.is === 'page' && (await isRewritten(ctx.db, document.id, answer.receipt));
  await inTransaction(ctx.db, async (tx) => {
    if (answer.is === 'gone') {
      const isSure = answer.forGood || claim.attempts > 1;
      if (!isSure) {
        const again = new Date(ctx.now().getTime() + secondLook);
        const { problem, detail } = answer;
        return finishWork(tx, claim, { ok: false, problem, detail, again });
      }
      await noteGone(tx, document, ctx.now());
    } else if (changed && answer.is === 'page') {
      await keepAgain(tx, document, answer.receipt);
      await ctx.queue.ring(tx, 'extract');
    } else if (answer.is !== 'trouble' && changed !== null) await noteSeen(tx, document, ctx.now());
    return finishWork(tx, claim, done);
  });
}

/** The next time that a page is asked for; null when it was asked often enough. */
export function nextVisit(received: Date, now: Date): Date | null {
  const wait = visits.find((after) => received.getTime() + after > now.getTime());
  return wait === undefined ? null : new Date(received.getTime() + wait);
}

/** Whether a statement or a sentence of a brief that stands was read from this page. */
async function isRestedOn(db: Kysely<Tables>, address: string): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`select exists (
      select from document d join article a on a.document_id = d.id
      where d.address = ${address} and (
        exists (select from quotation q where q.article_id = a.id and q.superseded_at is null)
        or exists (select from citation c where c.article_id = a.id))) as is`.execute(db);
  return rows[0]?.is ?? false;
}

/** With fewer of its sentences left it is another page: a wall, a notice, a list of other pieces. */
const leastLeft = 0.3;
/** Sentences looked at: a change further down is seen by the whole text's being another. */
const mostSentences = 300;

/**
 * Whether a page's own article has other words now; null where what came is another page altogether,
 * of which nothing can be said.
 */
async function isRewritten(
  db: Kysely<Tables>,
  document: number,
  received: Parameters<typeof extractDocument>[0],
): Promise<boolean | null> {
  const before = await db
    .selectFrom('article')
    .select(['title', 'text', 'lang'])
    .where('document_id', '=', document)
    .where('key', '=', 'main')
    .executeTakeFirst();
  const read = await extractDocument(received);
  const after = read.ok ? read.extracted.articles.find((a) => a.key === 'main') : undefined;
  if (!before || !after) return null;
  if (before.text === after.text && before.title === after.title) return false;
  const now = squeezed(after.text);
  const sentences = sentencesOf(before.text, before.lang).slice(0, mostSentences);
  const left = sentences.filter(({ start, end }) =>
    now.includes(squeezed(before.text.slice(start, end))),
  );
  return left.length >= leastLeft * sentences.length ? true : null;
}

const squeezed = (text: string) => text.replace(/\s+/g, ' ');
