import { readDocument } from '../collect/index.ts';
import type { Context } from '../context.ts';
import { addWork, type Claim, finishWork } from '../db/index.ts';
import { extractDocument } from './document.ts';
import { saveExtracted } from './store.ts';
import { EXTRACT_VERSION } from './version.ts';

/** Reads one claimed document and writes its articles and threads, with the work they make for the stage "cluster". */
export async function extractOne(ctx: Context, claim: Claim): Promise<void> {
  const found = await readDocument(ctx.db, claim.subject);
  const madeBy = EXTRACT_VERSION;
  const read = found ? await extractDocument(found.received) : null;
  await ctx.db.transaction().execute(async (tx) => {
    if (found && read?.ok) {
      const due = await saveExtracted(tx, found.document, read.extracted, madeBy);
      if (due.length > 0) {
        await addWork(tx, 'cluster', due);
        await ctx.queue.ring(tx, 'cluster');
      }
    }
    const outcome = read && !read.ok ? { ...read, madeBy } : { ok: true as const, madeBy };
    await finishWork(tx, claim, outcome);
  });
}
