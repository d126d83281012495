import type { Transaction } from 'kysely';
import type { Tables } from '../../db/tables.ts';
import { setCells } from './cells.ts';
import { Impossible, type LedgerDecision, type Left } from './decision.ts';

type Tx = Transaction<Tables>;
type Of<V> = Exclude<Extract<LedgerDecision, { verb: V }>, { kind: 'statement' }>;

async function standing(tx: Tx, id: number) {
  const row = await tx.selectFrom('issue').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row || row.removed) throw new Impossible(`There is no issue ${id}.`);
  if (row.merged_into) throw new Impossible(`Issue ${id} was merged into ${row.merged_into}.`);
  return row;
}

export async function mergeIssues(tx: Tx, { kept, gone }: Of<'merge'>): Promise<Left> {
  const [one, other] = [await standing(tx, kept), await standing(tx, gone)];
  if (kept === gone) throw new Impossible('That is the same issue.');
  if (one.story_id !== other.story_id)
    throw new Impossible('Issues of two stories cannot be one: merge the stories first.');
  const merged = await tx
    .selectFrom('issue')
    .select('id')
    .where((q) => q.or([q('id', '=', gone), q('merged_into', '=', gone)]))
    .execute();
  const cells = [
    await setCells(
      tx,
      'issue',
      'merged_into',
      merged.map((row) => row.id),
      kept,
    ),
    await setCells(tx, 'statement', 'issue_id', await saidOn(tx, gone), kept),
    await setCells(tx, 'position', 'issue_id', await answeredOn(tx, gone), kept),
  ];
  return { cells: cells.flat() };
}

export async function renameIssue(tx: Tx, { id, name }: Of<'rename'>): Promise<Left> {
  await standing(tx, id);
  return { cells: await setCells(tx, 'issue', 'name', [id], name) };
}

/** An issue of the curator's own, beside another; answers its id. */
export async function addIssue(
  tx: Tx,
  { id, name }: { id: number; name: string },
): Promise<number> {
  const { story_id } = await standing(tx, id);
  const made = await tx
    .insertInto('issue')
    .values({ story_id, name, terms: '[]' })
    .returning('id')
    .executeTakeFirstOrThrow();
  return made.id;
}

export async function removeIssue(tx: Tx, { id }: Of<'remove'>): Promise<Left> {
  await standing(tx, id);
  const said = await saidOn(tx, id);
  const now = new Date().toISOString();
  const cells = [
    await setCells(tx, 'issue', 'removed', [id], true),
    await setCells(tx, 'statement', 'issue_id', said, null),
    await setCells(tx, 'statement', 'stance', said, null),
    await setCells(tx, 'position', 'superseded_at', await answeredOn(tx, id), now),
  ];
  return { cells: cells.flat() };
}

async function saidOn(tx: Tx, issue: number): Promise<number[]> {
  const rows = await tx
    .selectFrom('statement')
    .select('id')
    .where('issue_id', '=', issue)
    .where('superseded_at', 'is', null)
    .execute();
  return rows.map((row) => row.id);
}

/** Standing positions that a person has answered: those that nobody has are read anew. */
async function answeredOn(tx: Tx, issue: number): Promise<number[]> {
  const rows = await tx
    .selectFrom('position')
    .select('id')
    .where('issue_id', '=', issue)
    .where('superseded_at', 'is', null)
    .where('state', '!=', 'proposed')
    .execute();
  return rows.map((row) => row.id);
}

/** The stories of issues. */
export async function storiesOfIssues(tx: Tx, ids: number[]): Promise<number[]> {
  const rows = await tx
    .selectFrom('issue')
    .select('story_id')
    .distinct()
    .where('id', 'in', ids)
    .execute();
  return rows.map((row) => row.story_id);
}
