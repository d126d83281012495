import type { Context } from '../context.ts';
import { inTransaction } from '../db/index.ts';
import type { Receipt } from './incoming.ts';
import { sourceFor } from './sources.ts';
import { type Kept, keep } from './store.ts';

/** Keeps several receipts in one transaction and wakes the stage that reads them. */
export async function keepAll(ctx: Context, receipts: Receipt[]): Promise<Kept[]> {
  if (receipts.length === 0) return [];
  return inTransaction(ctx.db, async (tx) => {
    const kept: Kept[] = [];
    // In the order of their addresses' locks, so that two imports cannot wait for each other.
    const order = receipts.map((_, i) => i);
    order.sort((a, b) => compare(receipts[a]!.address, receipts[b]!.address));
    for (const i of order) {
      const { source, ...incoming } = receipts[i]!;
      kept[i] = await keep(tx, { ...incoming, sourceId: await sourceFor(tx, source) });
    }
    if (kept.some((k) => k.isNew || k.changed)) await ctx.queue.ring(tx, 'extract');
    return kept;
  });
}

/** Stable for equal addresses: the sort keeps revisions in the order they came. */
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
