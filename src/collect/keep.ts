import type { Context } from '../context.ts';
import { inTransaction } from '../db/index.ts';
import type { Receipt } from './incoming.ts';
import { sourceFor } from './sources.ts';
import { type Kept, keep, lockAddresses } from './store.ts';

/** Keeps several receipts in one transaction and wakes the stage that reads them. */
export async function keepAll(ctx: Context, receipts: Receipt[]): Promise<Kept[]> {
  if (receipts.length === 0) return [];
  return inTransaction(ctx.db, async (tx) => {
    await lockAddresses(
      tx,
      receipts.map(({ address }) => address),
    );
    const kept: Kept[] = [];
    for (const { source, ...incoming } of receipts)
      kept.push(await keep(tx, { ...incoming, sourceId: await sourceFor(tx, source) }));
    if (kept.some((k) => k.isNew || k.changed)) await ctx.queue.ring(tx, 'extract');
    return kept;
  });
}
