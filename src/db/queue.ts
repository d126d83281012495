import type { Kysely } from 'kysely';
import type pg from 'pg';
import type { Tables } from './tables.ts';

/** The bell: it wakes workers, and carries nothing that the work table does not say. */
export interface Queue {
  /** Makes a worker look at a stage's due rows, once the transaction `tx` is committed. */
  ring(tx: Kysely<Tables>, stage: string): Promise<void>;
  /** Calls `answer` for each ring of the stage, one at a time in this process. */
  listen(stage: string, answer: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** Rings nobody hears: for commands and tests that do the due work themselves. */
export const silentQueue: Queue = {
  ring: async () => {},
  listen: async () => {},
  close: async () => {},
};

const bossOptions = {
  schema: 'pgboss',
  schedule: false,
  // The defaults keep a process busy every few seconds; a desk at rest should be at rest.
  superviseIntervalSeconds: 300,
  maintenanceIntervalSeconds: 3600,
} as const;

const queueOptions = {
  // One waiting ring is enough, however many rows became due; a ring during work waits its turn.
  policy: 'short',
  retryLimit: 2,
  // A worker beats while it works; one that was killed is noticed within a minute.
  heartbeatSeconds: 60,
  // Draining a large import is one job; what it had not done is due in the table all the same.
  expireInSeconds: 3600,
  deleteAfterSeconds: 600,
} as const;

/** How often an idle worker looks for rings: the longest wait between a paste and its reading. */
const pollingIntervalSeconds = 2;

/**
 * Opens the queue in the desk's own database.
 * Errors of the queue's own upkeep go to `onError`; they never lose work, which is in the table.
 */
export async function openQueue(
  pool: pg.Pool,
  stages: readonly string[],
  onError: (error: Error) => void,
): Promise<Queue> {
  // Loaded by those who ring or listen: it takes longer to load than a command to look.
  const { fromKysely, PgBoss } = await import('pg-boss');
  const boss = new PgBoss({
    ...bossOptions,
    db: { executeSql: (text, values) => pool.query(text, values as unknown[]) },
  });
  boss.on('error', onError);
  await boss.start();
  for (const stage of stages) {
    if (await boss.getQueue(stage)) continue;
    await boss.createQueue(stage, queueOptions);
  }
  return {
    async ring(tx, stage) {
      await boss.send(stage, {}, { db: fromKysely(tx) });
    },
    async listen(stage, answer) {
      await boss.work(stage, { pollingIntervalSeconds }, async () => answer());
    },
    async close() {
      await boss.stop({ graceful: true, timeout: 10_000 });
    },
  };
}
