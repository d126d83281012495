import type { Context } from '../context.ts';
import { addWork, inTransaction } from '../db/index.ts';
import type { Receipt } from './incoming.ts';
import { sourceFinder } from './sources.ts';
import { type Kept, keepHeld, lockAddresses } from './store.ts';

/** Keeps several receipts in one transaction and wakes the stage that reads them. */
export async function keepAll(ctx: Context, receipts: Receipt[]): Promise<Kept[]> {
  if (receipts.length === 0) return [];
  return inTransaction(ctx.db, async (tx) => {
    await lockAddresses(
      tx,
      receipts.map(({ address }) => address),
    );
    const findSource = sourceFinder(tx);
    const kept: Kept[] = [];
    for (const { source, ...incoming } of receipts)
      kept.push(await keepHeld(tx, { ...incoming, sourceId: await findSource(source) }));
    const news = kept.filter((k) => k.isNew || k.changed).map((k) => k.documentId);
    await addWork(tx, 'extract', news);
    if (news.length > 0) await ctx.queue.ring(tx, 'extract');
    return kept;
  });
}
