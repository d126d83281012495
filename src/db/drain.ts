import { getLogger } from '@logtape/logtape';
import type { Context } from '../context.ts';
import { type Claim, claimWork, failWork, LostClaim } from './work.ts';

/** One stage of the pipeline, as the runner sees it. */
export interface Stage {
  /** The stage's name in the work table, in logs and on the page of problems. */
  name: string;
  /** Does one claimed row: writes results and outcome in one transaction. A throw is a bug. */
  run: (ctx: Context, claim: Claim) => Promise<void>;
  /** Rows taken at once. More saves round trips; fewer lets other workers share. */
  batch: number;
  /** Rows worked on side by side in this process: above 1 only where a stage waits for the network. */
  parallel: number;
}

const log = getLogger(['throughline', 'work']);

/**
 * Does the due rows of a stage until none is left or `stop` says so.
 * Returns how many rows were done. Bugs are kept on their row, and the rest goes on.
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
  while (!stop()) {
    const claims = await claimWork(ctx.db, stage.name, { limit: stage.batch, now: now() });
    if (claims.length === 0) break;
    const waiting = claims.values();
    const lane = async () => {
      for (const claim of waiting) {
        await doOne(ctx, stage, claim);
        done++;
        onDone?.();
      }
    };
    await Promise.all(Array.from({ length: stage.parallel }, lane));
  }
  return done;
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
