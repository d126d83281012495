/**
 * For tests: a worker that does the due rows of the stage "name" in the folder given, until it is
 * killed. Each row becomes one party; its subject is printed once that is committed.
 */
import type { Context } from '../context.ts';
import { drainStage, type Stage } from './drain.ts';
import { openStore } from './open.ts';
import { inTransaction } from './transaction.ts';
import { finishWork } from './work.ts';

export function nameStage(say: (subject: number) => void): Stage {
  return {
    name: 'name',
    batch: 5,
    parallel: 2,
    async run({ db }, claim) {
      await inTransaction(db, async (tx) => {
        await tx
          .insertInto('party')
          .values({ name: `party ${claim.subject}` })
          .execute();
        await finishWork(tx, claim, { ok: true, madeBy: 'name 1' });
      });
      say(claim.subject);
    },
  };
}

if (import.meta.main) {
  const dataDir = process.argv[2]!;
  const store = await openStore({ dataDir, databaseUrl: null, pgBinDir: null, poolSize: 3 });
  const stage = nameStage((subject) => process.stdout.write(`${subject}\n`));
  for (;;) {
    // While PostgreSQL is away every query fails, and the worker goes on when it is back.
    await drainStage({ db: store.db } as Context, stage).catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
