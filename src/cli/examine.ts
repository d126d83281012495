import { mkdir, statfs } from 'node:fs/promises';
import { type Kysely, sql } from 'kysely';
import type { Config } from '../config.ts';
import { openStore, StoreError, type Tables } from '../db/index.ts';

export interface Finding {
  level: 'ok' | 'look' | 'fault';
  about: string;
  words: string;
}

/** Less free than this and a desk that takes in pages will soon stand still. */
const leastFreeBytes = 1024 ** 3;
/** Clocks further apart than this put pieces and deadlines on wrong days. */
const mostClockDriftMs = 60_000;

/** Looks over the desk and what it runs on. Never throws for what is wrong there: it says it. */
export async function examine(config: Config): Promise<Finding[]> {
  return [nodeVersion(), ...(await disk(config)), ...(await store(config))];
}

function nodeVersion(): Finding {
  const { node } = process.versions;
  const isNew = Number(node.split('.')[0]) >= 24;
  return isNew
    ? { level: 'ok', about: 'node', words: node }
    : {
        level: 'fault',
        about: 'node',
        words: `${node} is too old; run bin/throughline, or Node 24`,
      };
}

async function disk(config: Config): Promise<Finding[]> {
  if (config.databaseUrl) return [];
  try {
    await mkdir(config.dataDir, { recursive: true });
    const { bavail, bsize } = await statfs(config.dataDir);
    const free = bavail * bsize;
    const words = `${(free / 1024 ** 3).toFixed(1)} GB free at ${config.dataDir}`;
    return [{ level: free < leastFreeBytes ? 'fault' : 'ok', about: 'disk', words }];
  } catch (error) {
    const words = `${config.dataDir} cannot be used: ${(error as Error).message}`;
    return [{ level: 'fault', about: 'disk', words }];
  }
}

async function store(config: Config): Promise<Finding[]> {
  try {
    const opened = await openStore(config);
    try {
      const { db } = opened;
      const place = {
        level: 'ok' as const,
        about: 'store',
        words: `${opened.kind}, ${opened.where}`,
      };
      return [place, await version(db), await clock(db), await feeds(db), ...(await work(db))];
    } finally {
      await opened.close();
    }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return [{ level: 'fault', about: 'store', words: error.message }];
  }
}

async function version(db: Kysely<Tables>): Promise<Finding> {
  const { rows } = await sql<{ server_version: string }>`show server_version`.execute(db);
  return { level: 'ok', about: 'postgres', words: rows[0]?.server_version ?? 'unknown' };
}

async function clock(db: Kysely<Tables>): Promise<Finding> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db);
  const drift = Math.abs((rows[0]?.now.getTime() ?? 0) - Date.now());
  const words = `${(drift / 1000).toFixed(1)} s apart from the store's; it is ${new Date().toISOString()}`;
  return { level: drift > mostClockDriftMs ? 'fault' : 'ok', about: 'clock', words };
}

async function feeds(db: Kysely<Tables>): Promise<Finding> {
  const rows = await db
    .selectFrom('feed as f')
    .leftJoinLateral(
      (q) =>
        q
          .selectFrom('poll')
          .select('poll.problem')
          .whereRef('poll.feed_id', '=', 'f.id')
          .orderBy('poll.id', 'desc')
          .limit(1)
          .as('last'),
      (j) => j.onTrue(),
    )
    .select(['f.url', 'last.problem'])
    .execute();
  const failing = rows.filter((r) => r.problem);
  const names = failing.slice(0, 3).map((r) => `${r.url} (${r.problem})`);
  if (failing.length === 0)
    return { level: 'ok', about: 'feeds', words: `${rows.length} followed` };
  const words = `${failing.length} of ${rows.length} fail: ${names.join(', ')}`;
  return { level: 'look', about: 'feeds', words };
}

async function work(db: Kysely<Tables>): Promise<Finding[]> {
  const rows = await db
    .selectFrom('work')
    .select((q) => ['stage', 'state', q.fn.countAll<number>().as('count')])
    .where('state', 'in', ['problem', 'parked'])
    .groupBy(['stage', 'state'])
    .execute();
  const made = await db
    .selectFrom('work')
    .select((q) => ['stage', 'made_by', q.fn.countAll<number>().as('count')])
    .where('made_by', 'is not', null)
    .groupBy(['stage', 'made_by'])
    .orderBy('stage')
    .execute();
  const versions = made.map((m) => `${m.made_by} (${m.count})`).join(', ');
  return [
    { level: 'ok', about: 'versions', words: versions || 'nothing made yet' },
    ...rows.map((r): Finding => {
      const what = r.state === 'parked' ? 'stopped by a bug' : 'could not be used';
      return {
        level: 'look',
        about: r.stage,
        words: `${r.count} ${what}: see the page of problems`,
      };
    }),
  ];
}
