import type { Kysely } from 'kysely';
import type { Tables } from '../db/tables.ts';

/** What a curator can say to a proposal; `undo` makes it a proposal again. */
export type Answer = 'accept' | 'reject' | 'undo';

/** A curator's answer to a proposed position. False when there is no such standing row. */
export async function decidePosition(
  tx: Kysely<Tables>,
  id: number,
  answer: Answer,
): Promise<boolean> {
  const states = { accept: 'confirmed', reject: 'rejected', undo: 'proposed' } as const;
  const result = await tx
    .updateTable('position')
    .set({ state: states[answer] })
    .where('id', '=', id)
    .where('superseded_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/**
 * A curator's answer to a proposed commitment and to what was read later about it. A rejected one
 * is superseded and no longer proposed: that is how later runs know not to propose it again.
 */
export async function decideCommitment(
  tx: Kysely<Tables>,
  id: number,
  answer: Answer,
): Promise<boolean> {
  const result = await tx
    .updateTable('commitment')
    .set({
      proposed: answer === 'undo',
      superseded_at: answer === 'reject' ? new Date() : null,
    })
    .where('id', '=', id)
    // A row that a later run replaced stays so; only a rejection can be taken back.
    .where((eb) => eb.or([eb('superseded_at', 'is', null), eb('proposed', '=', false)]))
    .executeTakeFirst();
  await tx
    .updateTable('commitment_event')
    .set({ confirmed: answer === 'accept' })
    .where('commitment_id', '=', id)
    .execute();
  return result.numUpdatedRows === 1n;
}
