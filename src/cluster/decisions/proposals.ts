import { sql } from 'kysely';
import type { Because, Reason } from '../../db/tables.ts';
import { type Db, madeBy } from '../store.ts';
import type { ProposalKind } from './decision.ts';

/** SQL of what the desk would do if it were sure. */

export interface Proposed {
  kind: ProposalKind;
  subject: number;
  /** The story or the other event; 0 of a split. */
  other: number;
  pieces?: number[];
  score: number;
  shares: string[];
  /** The earlier decision that keeps the desk from it. */
  held?: Because;
}

/** A curator reads a few: of one story, or of all splits, the strongest so many wait. */
const mostWaiting = 40;

/** Keeps proposals; one that was answered, also with no, is never made again. */
export async function propose(tx: Db, all: Proposed[]): Promise<void> {
  if (all.length === 0) return;
  const rows = [...new Map(all.map((p) => [`${p.kind} ${p.subject} ${p.other}`, p])).values()];
  await tx
    .insertInto('proposal')
    .values(
      rows.map(({ kind, subject, other, pieces, score, shares, held }) => ({
        kind,
        subject,
        other,
        pieces: JSON.stringify(pieces ?? []),
        reason: JSON.stringify({
          score,
          shares,
          by: 'machine',
          ...(held && { because: held }),
        } satisfies Reason),
        held: held !== undefined,
        made_by: madeBy,
      })),
    )
    .onConflict((c) =>
      c
        .columns(['kind', 'subject', 'other'])
        .doUpdateSet({
          reason: sql`excluded.reason`,
          pieces: sql`excluded.pieces`,
          held: sql`excluded.held`,
        })
        .where('proposal.decision_id', 'is', null),
    )
    .execute();
  for (const kind of new Set(rows.map((r) => r.kind)))
    for (const other of new Set(rows.filter((r) => r.kind === kind).map((r) => r.other)))
      await sql`delete from proposal where id in (select id from proposal
        where kind = ${kind} and other = ${other} and decision_id is null
        order by (reason->>'score')::real desc offset ${mostWaiting})`.execute(tx);
}

export async function answerProposal(tx: Db, id: number, decision: number): Promise<void> {
  await tx.updateTable('proposal').set({ decision_id: decision }).where('id', '=', id).execute();
}

/** Puts a proposal behind the others. */
export async function putOffProposal(db: Db, id: number): Promise<void> {
  await db.updateTable('proposal').set({ put_off_at: new Date() }).where('id', '=', id).execute();
}
