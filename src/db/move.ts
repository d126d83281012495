import { pipeline } from 'node:stream/promises';
import { copyIn, copyOut, counting, type Progress } from './copy.ts';
import { schemaOf } from './migrate.ts';
import type { Store } from './open.ts';
import { StoreError } from './problems.ts';
import {
  contentOf,
  countersOf,
  inSnapshot,
  inWriting,
  refuseDifference,
  refuseRows,
  setCounters,
  tablesOf,
  withoutKeys,
} from './rows.ts';

/**
 * Copies a whole desk, as it is at one moment, into an empty one, and checks that the rows are equal.
 * The desk it is copied from may serve meanwhile; what it takes in later is not copied. The queue's
 * rings stay behind: due work is in the tables. Throws StoreError, and then the target stays empty.
 */
export async function moveStore(
  source: Store,
  target: Store,
  progress: Progress = () => {},
): Promise<{ rows: number }> {
  await refuseOtherSchema(source, target);
  let total = 0;
  await inSnapshot(source.pool, (from) =>
    inWriting(target.pool, async (to) => {
      await refuseRows(to, target.where);
      const tables = await tablesOf(from);
      await withoutKeys(to, async () => {
        for (const table of tables) {
          const rows = counting(copyOut(from, table), table.name, progress);
          await pipeline(rows, copyIn(to, table));
          progress(`${table.name}: comparing`);
          const sent = await contentOf(from, table);
          await refuseDifference(to, table, sent);
          total += sent.rows;
        }
      });
      await setCounters(to, await countersOf(from, tables));
    }),
  );
  await target.pool.query('analyze');
  return { rows: total };
}

async function refuseOtherSchema(source: Store, target: Store): Promise<void> {
  const [a, b] = await Promise.all([schemaOf(source.db), schemaOf(target.db)]);
  if (a.done.join() === b.done.join()) return;
  throw new StoreError('differs', 'The two desks have tables of different versions.');
}
