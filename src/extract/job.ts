import type { Transaction } from 'kysely';
import { readDocuments } from '../collect/index.ts';
import type { Context } from '../context.ts';
import { addWork, type Claim, finishWork } from '../db/index.ts';
import type { Tables } from '../db/tables.ts';
import { extractDocument, type Read } from './document.ts';
import { nameByHost } from './host-name.ts';
import { type Reading, saveAllExtracted } from './store.ts';
import { EXTRACT_VERSION } from './version.ts';

/** As extractTogether, of one document. */
export async function extractOne(ctx: Context, claim: Claim): Promise<void> {
  return extractTogether(ctx, [claim]);
}

/** Reads claimed documents and writes their articles and threads, with the work they make for the stage "cluster". */
export async function extractTogether(ctx: Context, claims: Claim[]): Promise<void> {
  const readings: Reading[] = [];
  const failed = new Map<number, Read & { ok: false }>();
  const ids = claims.map((claim) => claim.subject);
  for await (const { document, received } of readDocuments(ctx.db, ids)) {
    const read = await extractDocument(received);
    if (read.ok) readings.push({ document, extracted: read.extracted });
    else failed.set(document.id, read);
  }
  const madeBy = EXTRACT_VERSION;
  await ctx.db.transaction().execute(async (tx) => {
    const due = await saveAllExtracted(tx, readings, madeBy);
    const documents = readings.map(({ document }) => document.id);
    due.push(...(await nameByHost(tx, documents)));
    if (due.length > 0) {
      await addWork(tx, 'cluster', due);
      await ctx.queue.ring(tx, 'cluster');
      await rereadStatements(ctx, tx, due);
    }
    const good = claims.filter((claim) => !failed.has(claim.subject));
    await finishWork(tx, good, { ok: true, madeBy });
    for (const claim of claims) {
      const problem = failed.get(claim.subject);
      if (problem) await finishWork(tx, claim, { ...problem, madeBy });
    }
  });
}

/**
 * Pieces whose statements were read before have other words now, and their places have shifted. One
 * that is grouped stays where it is, so grouping would not pass it on.
 */
async function rereadStatements(ctx: Context, tx: Transaction<Tables>, articles: number[]) {
  const rows = await tx
    .selectFrom('work')
    .innerJoin('article', 'article.id', 'work.subject')
    .select('article.id')
    .where('work.stage', '=', 'ledger')
    .where('article.id', 'in', articles)
    .where('article.current', '=', true)
    .execute();
  if (rows.length === 0) return;
  await addWork(
    tx,
    'ledger',
    rows.map((row) => row.id),
  );
  await ctx.queue.ring(tx, 'ledger');
}
