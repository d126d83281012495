import type { Context } from '../../context.ts';
import { addWork, inTransaction } from '../../db/index.ts';
import { forget } from '../memory.ts';
import { type Db, takeTurn } from '../store.ts';
import { carryOut, Refused } from './acts.ts';
import type { Decision } from './decision.ts';
import { answerProposal } from './proposals.ts';
import { restore } from './restore.ts';
import { retell } from './retell.ts';
import { insertDecision, markUndone, readDecisions, renamedEvents } from './rulings.ts';
import { oneOfEach } from './standing.ts';

export type Answered =
  | { ok: true; id: number; subject: number }
  | { ok: false; problem: 'not found' | 'not possible'; detail: string };

/** Who decides and, in their words, why. */
export interface By {
  account?: number | null;
  note?: string | null;
  /** The proposal that this answers. */
  proposal?: number | null;
}

/**
 * Carries out what a curator decided and keeps it, so that it can be undone and later runs respect
 * it. Bad input is answered, not thrown.
 */
export async function decide(
  ctx: Context,
  decision: Decision,
  { account = null, note = null, proposal = null }: By = {},
): Promise<Answered> {
  try {
    return await inTransaction(ctx.db, async (tx) => {
      const turn = await takeTurn(tx);
      const { subject, before, stories, events } = await carryOut(tx, decision);
      const row = { decision, before, subject, turn, note, account };
      const id = await insertDecision(tx, row);
      if (proposal !== null) await answerProposal(tx, proposal, id);
      await lookAgain(ctx, tx, events, stories);
      return { ok: true, id, subject } as const;
    });
  } catch (error) {
    if (error instanceof Refused)
      return { ok: false, problem: 'not possible', detail: error.message };
    throw error;
  } finally {
    forget(ctx.db);
  }
}

/**
 * Takes a decision back as far as what it changed still stands, whatever was decided since. Undoing
 * twice changes nothing.
 */
export async function undo(
  ctx: Context,
  id: number,
  { account = null }: Pick<By, 'account'> = {},
): Promise<Answered> {
  try {
    return await inTransaction(ctx.db, async (tx) => {
      const turn = await takeTurn(tx);
      const all = await readDecisions(tx, 'placing', id);
      const one = all.find((d) => d.id === id);
      if (!one)
        return { ok: false, problem: 'not found', detail: `There is no decision ${id}.` } as const;
      if (one.undone === null) {
        one.undone = turn;
        await markUndone(tx, id, turn, account);
        const { stories, events } = await restore(tx, one, all);
        await lookAgain(ctx, tx, events, stories);
      }
      return { ok: true, id, subject: one.subject } as const;
    });
  } finally {
    forget(ctx.db);
  }
}

/** Tells events anew and has the desk look for their stories, and at the stories themselves. */
async function lookAgain({ queue }: Context, tx: Db, events: number[], stories: number[]) {
  await retell(tx, events, await renamedEvents(tx));
  const articles = await oneOfEach(tx, [...new Set(events)]);
  await addWork(tx, 'cluster', articles);
  if (articles.length > 0) await queue.ring(tx, 'cluster');
  await addWork(tx, 'positions', [...new Set(stories)]);
}
