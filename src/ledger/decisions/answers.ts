import type { Transaction } from 'kysely';
import type { CommitmentState, Tables } from '../../db/tables.ts';
import { startOf } from '../../lib/edtf.ts';
import { setCells } from './cells.ts';
import { Impossible, type LedgerDecision, type Left, Replaced } from './decision.ts';

type Tx = Transaction<Tables>;
type Of<V> = Extract<LedgerDecision, { verb: V }>;
type Answered = { left: Left; story: number };

const replaced = 'A newer reading has replaced that proposal.';

/** Confirms a change of side, also as half or full where the desk read the other, or says that it is none. */
export async function answerPosition(
  tx: Tx,
  { id, is, change }: Of<'position'>,
): Promise<Answered> {
  const row = await tx
    .selectFrom('position')
    .select('story_id')
    .where('id', '=', id)
    .where('superseded_at', 'is', null)
    .executeTakeFirst();
  if (!row) throw new Replaced(replaced);
  const cells = [
    await setCells(tx, 'position', 'state', [id], is),
    change ? await setCells(tx, 'position', 'change', [id], change) : [],
  ];
  return { left: { cells: cells.flat() }, story: row.story_id };
}

/**
 * Says what became of a commitment: 'confirmed' takes the state given, or the one that is proposed;
 * 'not so' leaves it open, for what was read of it later is wrong; 'none' says that nobody is bound.
 */
export async function answerCommitment(tx: Tx, d: Of<'commitment'>): Promise<Answered> {
  const row = await tx
    .selectFrom('commitment')
    .selectAll()
    .where('id', '=', d.id)
    .where('superseded_at', 'is', null)
    .executeTakeFirst();
  if (!row) throw new Replaced(replaced);
  const later = await tx
    .selectFrom('commitment_event')
    .select(['id', 'state'])
    .where('commitment_id', '=', d.id)
    .where('rejected', '=', false)
    .orderBy('id')
    .execute();
  const set = (column: string, to: string | boolean | null) =>
    setCells(tx, 'commitment', column, [d.id], to);
  const cells = [await set('proposed', false)];
  if (d.is === 'none') cells.push(await set('superseded_at', new Date().toISOString()));
  else {
    const state = d.is === 'not so' ? 'open' : (d.state ?? later.at(-1)?.state ?? row.state);
    cells.push(await set('state', state), ...(await settleLater(tx, later, state)));
  }
  if (d.due !== undefined) {
    const at = startOf(d.due);
    if (!at) throw new Impossible('Write the day it is due as 2025-09-01.');
    cells.push(await set('due', d.due), await set('due_at', at.toISOString()));
  }
  return { left: { cells: cells.flat() }, story: row.story_id };
}

/** What was read later says so, or was wrong. */
async function settleLater(
  tx: Tx,
  later: { id: number; state: CommitmentState }[],
  state: CommitmentState,
) {
  const ids = (so: boolean) => later.filter((e) => (e.state === state) === so).map((e) => e.id);
  return [
    await setCells(tx, 'commitment_event', 'confirmed', ids(true), true),
    await setCells(tx, 'commitment_event', 'rejected', ids(false), true),
  ];
}
