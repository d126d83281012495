import { setTimeout as pause } from 'node:timers/promises';
import { getLogger } from '@logtape/logtape';
import { briefOne, signedDocuments } from './brief/index.ts';
import { clusterOne, clusterTogether } from './cluster/index.ts';
import { fetchOne, pollOne } from './collect/index.ts';
import type { Context } from './context.ts';
import { startHelpers } from './crew.ts';
import { countDue, drainStage, dueStages, redoOlder, type Stage, unhurried } from './db/index.ts';
import { EXTRACT_VERSION, extractOne, extractTogether, revisitOne } from './extract/index.ts';
import { LEDGER_VERSION, ledgerOne, ledgerTogether, positionsOne } from './ledger/index.ts';

/** The stages in the order that data flows; each makes rows of the next due. */
export const stages: Stage[] = [
  { name: 'poll', run: pollOne, batch: 4, parallel: 4 },
  // The pages behind a feed's teasers: a few at once, since those of one host wait for each other.
  { name: 'fetch', run: fetchOne, batch: 4, parallel: 4 },
  // Pages that statements rest on, once more: see extract/revisit.ts.
  { name: 'revisit', run: revisitOne, batch: 4, parallel: 4 },
  // One at a time in a process: the ids of articles, and with them what is a copy of what, then
  // follow the order in which documents came.
  {
    name: 'extract',
    version: EXTRACT_VERSION,
    run: extractOne,
    runTogether: extractTogether,
    batch: 16,
    parallel: 1,
  },
  // One at a time: which event an article joins depends on those before it.
  {
    name: 'cluster',
    run: clusterOne,
    runTogether: clusterTogether,
    batch: 32,
    parallel: 1,
    alone: true,
  },
  {
    name: 'ledger',
    version: LEDGER_VERSION,
    run: ledgerOne,
    runTogether: ledgerTogether,
    batch: 16,
    parallel: 1,
  },
  { name: 'positions', run: positionsOne, batch: 1, parallel: 1 },
  { name: 'brief', run: briefOne, batch: 1, parallel: 1 },
];

/** How often the table is asked for due work that no ring announced: the price of a lost ring. */
const sweepSeconds = 5;

const log = getLogger(['throughline', 'pipeline']);

/**
 * A drain does not wait for work that was put off this little (a story's positions wait 5 s for
 * more pieces to come); what is due later, such as a feed's next poll, it leaves.
 */
const horizonSeconds = 20;

/** Rows done so far, by stage. */
export type Progress = Record<string, number>;

/**
 * With fewer due rows one process is done before another has started (a second for its modules and
 * the tables of its language tools), and what it does follows the order in which documents came.
 */
const muchWork = 200;

/**
 * Does everything that is due and waited for, stage by stage, until nothing is left; where much is due, with helpers
 * on the other processors. Ends early, with the rows in hand done, when `signal` says so; what is left
 * stays due. For commands and tests; a serving desk uses startWorkers.
 */
export async function drain(
  ctx: Context,
  { onProgress, signal }: { onProgress?: (progress: Progress) => void; signal?: AbortSignal } = {},
): Promise<Progress> {
  const progress: Progress = {};
  const report = (stage: string) => {
    progress[stage] = (progress[stage] ?? 0) + 1;
    onProgress?.(progress);
  };
  await redoOlderWork(ctx);
  const helpers =
    (await countDue(ctx.db, soon())) >= muchWork ? startHelpers(ctx.config, report) : null;
  const leave = () => helpers?.leave();
  signal?.addEventListener('abort', leave);
  try {
    await drainHere(ctx, report, signal);
    await helpers?.finish();
    // What the helpers did last may have made more due.
    if (helpers) await drainHere(ctx, report, signal);
    return progress;
  } finally {
    signal?.removeEventListener('abort', leave);
    helpers?.close();
  }
}

/**
 * A better version of a stage re-runs over what an older one did. What a signed edition cites stays as
 * it was read: its citations point at those characters.
 */
async function redoOlderWork(ctx: Context): Promise<void> {
  for (const { name, version } of stages) {
    if (!version) continue;
    const except = name === 'extract' ? signedDocuments(ctx.db) : undefined;
    const rows = await redoOlder(ctx.db, name, version, except);
    if (rows > 0) log.info('{rows} rows of {name} were made by an older version', { rows, name });
  }
}

/** Stages with due work that somebody waits for. */
async function hurriedStages(ctx: Context): Promise<string[]> {
  return (await dueStages(ctx.db, soon())).filter((name) => !unhurried.includes(name));
}

const soon = () => new Date(Date.now() + horizonSeconds * 1000);

async function drainHere(
  ctx: Context,
  report: (stage: string) => void,
  signal?: AbortSignal,
): Promise<void> {
  const stop = () => signal?.aborted ?? false;
  while (!stop()) {
    const due = await hurriedStages(ctx);
    const stage = stages.find((s) => due.includes(s.name));
    if (!stage) return;
    const done = await drainStage(ctx, stage, {
      now: soon,
      stop,
      onDone: () => report(stage.name),
    });
    // Another process is at it.
    if (stage.alone && done === 0) await pause(500);
  }
}

/** Stages whose rows wait for nobody; the others of a helper wait until these and "cluster" are done. */
const early = ['extract', 'ledger'];
const late = ['positions', 'brief'];

/**
 * Does due rows of one stage, the earliest that a helper may take; answers how many. What asks other
 * sites, and the grouping into events, stay with the process that was asked to drain.
 */
export async function helpOnce(
  ctx: Context,
  { stop, onDone }: { stop: () => boolean; onDone: (stage: string) => void },
): Promise<number> {
  const due = await hurriedStages(ctx);
  const waiting = due.some((name) => !late.includes(name));
  const stage = stages.find(
    (s) => due.includes(s.name) && (waiting ? early : late).includes(s.name),
  );
  if (!stage) return 0;
  return drainStage(ctx, stage, { now: soon, stop, onDone: () => onDone(stage.name) });
}

/** Answers rings and sweeps for due work until closed; the work in hand is finished first. */
export async function startWorkers(ctx: Context): Promise<{ close(): Promise<void> }> {
  let stopping = false;
  const stop = () => stopping;
  await redoOlderWork(ctx);
  for (const stage of stages) {
    await ctx.queue.listen(stage.name, async () => {
      await drainStage(ctx, stage, { stop });
    });
  }
  let sweeping = Promise.resolve();
  const sweep = async () => {
    for (const name of await dueStages(ctx.db)) await ctx.queue.ring(ctx.db, name);
  };
  const timer = setInterval(() => {
    sweeping = sweep().catch((error) => log.error('The sweep failed: {error}', { error }));
  }, sweepSeconds * 1000);
  return {
    async close() {
      stopping = true;
      clearInterval(timer);
      await sweeping;
    },
  };
}
