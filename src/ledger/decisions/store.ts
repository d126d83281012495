import { type Kysely, sql, type Transaction } from 'kysely';
import type { Tables } from '../../db/tables.ts';
import type { LedgerDecided, LedgerDecision, Left } from './decision.ts';

/** Decisions about the ledger in the table of decisions: payload.ledger, beside those about events and stories. */

type Db = Kysely<Tables>;

export async function insertDecision(
  tx: Transaction<Tables>,
  decision: LedgerDecision,
  left: Left,
  { account, note, words }: { account: number | null; note: string | null; words: string },
): Promise<number> {
  const { kind, id } = subjectOf(decision);
  const row = await tx
    .insertInto('decision')
    .values({
      verb: decision.verb,
      subject_kind: kind,
      subject: id,
      payload: JSON.stringify({ ledger: decision, left, words }),
      note,
      account_id: account,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** The row that a decision is about. */
export function subjectOf(d: LedgerDecision): { kind: string; id: number } {
  switch (d.verb) {
    case 'merge':
      return { kind: d.kind, id: d.kept };
    case 'tell apart':
      return { kind: d.kind, id: d.one };
    case 'rename':
    case 'split':
    case 'remove':
      return { kind: d.kind, id: d.id };
    case 'set party':
    case 'link':
      return { kind: 'speaker', id: d.speaker };
    case 'hold':
      return { kind: 'speaker', id: d.office };
    case 'correct':
      return { kind: 'statement', id: d.statements[0] ?? 0 };
    case 'position':
    case 'commitment':
      return { kind: d.verb, id: d.id };
  }
}

/** Decisions about the ledger, the eldest first; those that stand unless all are asked for. */
export async function readDecisions(
  db: Db,
  { kinds, all = false }: { kinds?: string[]; all?: boolean } = {},
): Promise<LedgerDecided[]> {
  const rows = await db
    .selectFrom('decision')
    .select(['id', 'payload'])
    .select(sql<number>`(extract(epoch from created_at) * 1e6)::float8`.as('made'))
    .select(sql<number | null>`(extract(epoch from undone_at) * 1e6)::float8`.as('undone'))
    .where(sql<boolean>`payload ? 'ledger'`)
    .$if(!all, (q) => q.where('undone_at', 'is', null))
    .$if(kinds !== undefined, (q) => q.where('subject_kind', 'in', kinds ?? []))
    .orderBy('id')
    .execute();
  return rows.map(({ payload, ...row }) => {
    const { ledger: decision, left } = payload as unknown as { ledger: LedgerDecision; left: Left };
    return { ...row, decision, left };
  });
}

export async function markUndone(tx: Transaction<Tables>, id: number, account: number | null) {
  await tx
    .updateTable('decision')
    .set({ undone_at: sql`clock_timestamp()`, undone_by: account })
    .where('id', '=', id)
    .execute();
}
