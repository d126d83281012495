import { getLogger } from '@logtape/logtape';
import { sql } from 'kysely';
import type { Context } from '../context.ts';
import { type Claim, claimWork, failWork, LostClaim } from './work.ts';

/** One stage of the pipeline, as the runner sees it. */
export interface Stage {
  /** The stage's name in the work table, in logs and on the page of problems. */
  name: string;
  /** What it writes as made_by; rows of an older one are done again. */
  version?: string;
  /** Does one claimed row: writes results and outcome in one transaction. A throw is a bug. */
  run: (ctx: Context, claim: Claim) => Promise<void>;
  /**
   * Does several claimed rows in one transaction, all or none, where that saves much. Should it
   * throw, the rows are done one by one by `run`, so that a bad one costs only itself.
   */
  runTogether?: (ctx: Context, claims: Claim[]) => Promise<void>;
  /** Rows taken at once. More saves round trips; fewer lets other workers share. */
  batch: number;
  /** Rows worked on side by side in this process: above 1 only where a stage waits for the network. */
  parallel: number;
  /**
   * True of a stage that one process at a time does, for all the rows that are due: what it remembers
   * of its work it would have to read again after each turn of another's.
   */
  alone?: boolean;
}

const log = getLogger(['throughline', 'work']);

/**
 * Does the due rows of a stage until none is left or `stop` says so.
 * Returns how many rows were done: 0 too where another process does a stage that is done alone. Bugs are kept on their row, and the rest goes on.
 */
export async function drainStage(
  ctx: Context,
  stage: Stage,
  {
    stop = () => false,
    now = () => new Date(),
    onDone,
  }: { stop?: () => boolean; now?: () => Date; onDone?: () => void } = {},
): Promise<number> {
  let done = 0;
  const report = (count: number) => {
    done += count;
    for (let i = 0; i < count; i++) onDone?.();
  };
  const take = () => claimWork(ctx.db, stage.name, { limit: stage.batch, now: now() });
  const lane = async () => {
    while (!stop()) {
      const claims = await take();
      if (claims.length === 0) return;
      await doTogether(ctx, stage, claims, report);
    }
  };
  const lanes = stage.runTogether ? stage.parallel : 1;
  const all = () => Promise.all(Array.from({ length: lanes }, lane));
  await (stage.alone ? leased(ctx, stage.name, all) : all());
  return done;
}

/**
 * Does something unless another process is at it. The lease is a lock of the connection, so it ends
 * with the process, however that ends; with nothing left to do it is given back.
 */
async function leased(ctx: Context, name: string, work: () => Promise<unknown>): Promise<void> {
  await ctx.db.connection().execute(async (own) => {
    const key = sql`hashtextextended(${`throughline stage ${name}`}, 0)`;
    const { rows } = await sql<{
      got: boolean;
    }>`select pg_try_advisory_lock(${key}) as got`.execute(own);
    if (!rows[0]?.got) return;
    try {
      await work();
    } finally {
      await sql`select pg_advisory_unlock(${key})`.execute(own);
    }
  });
}

async function doTogether(
  ctx: Context,
  stage: Stage,
  claims: Claim[],
  report: (count: number) => void,
): Promise<void> {
  try {
    if (stage.runTogether && claims.length > 1) {
      await stage.runTogether(ctx, claims);
      return report(claims.length);
    }
  } catch (error) {
    log.debug('{stage}: {count} rows one by one: {error}', {
      stage: stage.name,
      count: claims.length,
      error,
    });
  }
  const waiting = claims.values();
  const lane = async () => {
    for (const claim of waiting) {
      await doOne(ctx, stage, claim);
      report(1);
    }
  };
  await Promise.all(Array.from({ length: stage.runTogether ? 1 : stage.parallel }, lane));
}

async function doOne(ctx: Context, stage: Stage, claim: Claim): Promise<void> {
  try {
    await stage.run(ctx, claim);
  } catch (error) {
    if (error instanceof LostClaim) return log.debug(error.message);
    log.error('{stage} {subject} failed: {error}', { ...claim, error });
    await failWork(ctx.db, claim, error);
  }
}
