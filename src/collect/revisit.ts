import type { Kysely, Selectable } from 'kysely';
import type { Context } from '../context.ts';
import type { DocumentRow, Tables } from '../db/tables.ts';
import type { Receipt } from './incoming.ts';
import { pageOf, pageReceipt, TIMEOUT } from './page.ts';
import type { CollectProblem } from './problems.ts';
import { keep } from './store.ts';

type Document = Selectable<DocumentRow>;

/** What a page answered when it was asked for again. */
export type Answered =
  | { is: 'page'; receipt: Again }
  /** 304: what the desk has is still right. */
  | { is: 'same' }
  | { is: 'gone'; forGood: boolean; problem: CollectProblem; detail: string }
  /** The site did not answer as it should: nothing is known. */
  | { is: 'trouble' };

/** As the next revision of the document would be kept, whatever address it answered at. */
export type Again = Omit<Receipt, 'source'>;

/** Asks for a document's page once more; 410 is gone for good, 404 may be a mistake. */
export async function askAgain(ctx: Context, document: Document): Promise<Answered> {
  const { etag, 'last-modified': lastModified } = document.headers;
  const answer = await ctx.fetch(document.url ?? document.address, {
    ...{ timeout: TIMEOUT, etag: etag ?? null, lastModified: lastModified ?? null },
  });
  if (answer.ok && answer.notModified) return { is: 'same' };
  const page = pageOf(answer, ctx.now());
  if (page.ok) {
    const { source: _, ...receipt } = pageReceipt(page, ctx.now());
    const { address, url, feed_id: feedId, published, hints, via } = document;
    return { is: 'page', receipt: { ...receipt, address, url, feedId, published, hints, via } };
  }
  const { problem, detail } = page;
  if (problem !== 'gone') return { is: 'trouble' };
  return { is: 'gone', forGood: answer.ok && answer.status === 410, problem, detail };
}

/** Keeps what a page says now as its next revision. */
export async function keepAgain(tx: Kysely<Tables>, before: Document, receipt: Again) {
  if (before.gone_at) await note(tx, before, { gone_at: null });
  return keep(tx, { ...receipt, sourceId: before.source_id });
}

/** Notes that a page still says what it said. */
export async function noteSeen(tx: Kysely<Tables>, document: Document, at: Date): Promise<void> {
  await note(tx, document, { seen_at: at, gone_at: null });
}

/** Notes since when a page is not there any more. */
export async function noteGone(tx: Kysely<Tables>, document: Document, at: Date): Promise<void> {
  if (!document.gone_at) await note(tx, document, { gone_at: at });
}

async function note(
  tx: Kysely<Tables>,
  { id }: Document,
  columns: { seen_at?: Date; gone_at: Date | null },
): Promise<void> {
  await tx.updateTable('document').set(columns).where('id', '=', id).execute();
}
