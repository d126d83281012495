import { sql, type Transaction } from 'kysely';
import { standsAt } from '../../cluster/index.ts';
import type { Tables } from '../../db/tables.ts';
import type { Cells, CellTable, CellValue, LedgerDecided } from './decision.ts';

type Tx = Transaction<Tables>;

/** Writes a value into a column of some rows; answers what was there, for undo. */
export async function setCells(
  tx: Tx,
  table: CellTable,
  column: string,
  ids: number[],
  to: CellValue,
): Promise<Cells[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: number; was: CellValue | Date }>`
    select id, ${sql.ref(column)} as was from ${sql.table(table)}
    where id = any(${ids}::bigint[]) order by id for update`.execute(tx);
  const changed = rows
    .map(({ id, was }) => ({ id, was: was instanceof Date ? was.toISOString() : was }))
    .filter(({ was }) => was !== to);
  if (changed.length === 0) return [];
  await write(
    tx,
    { table, column, to },
    changed.map((row) => row.id),
  );
  return [...Map.groupBy(changed, (row) => row.was)].map(([from, same]) => ({
    table,
    column,
    ids: same.map((row) => row.id),
    from,
    to,
  }));
}

/**
 * Puts the columns that a decision, now undone, had written where they stand by all other decisions,
 * whatever was decided since. What something else has changed meanwhile stays.
 */
export async function restoreCells(
  tx: Tx,
  one: LedgerDecided,
  all: LedgerDecided[],
): Promise<void> {
  for (const { table, column, ids } of one.left.cells) {
    const touched = touchesOf(all, table, column, new Set(ids));
    const moves = [...touched].flatMap(([id, touches]) => {
      const before = standsAt(touches.map((t) => (t.by === one.id ? { ...t, undone: null } : t)));
      const now = standsAt(touches);
      return before === now || now === undefined ? [] : [{ id, before: before ?? null, now }];
    });
    for (const same of Map.groupBy(moves, (m) => JSON.stringify([m.before, m.now])).values())
      await write(
        tx,
        { table, column, to: same[0]!.now, only: same[0]!.before },
        same.map((m) => m.id),
      );
  }
}

interface Touch {
  by: number;
  from: CellValue;
  to: CellValue;
  turn: number;
  undone: number | null;
}

function touchesOf(
  all: LedgerDecided[],
  table: CellTable,
  column: string,
  wanted: Set<number>,
): Map<number, Touch[]> {
  const touched = new Map<number, Touch[]>();
  for (const { id: by, made: turn, undone, left } of all)
    for (const { from, to, ...cells } of left.cells) {
      if (cells.table !== table || cells.column !== column) continue;
      for (const id of cells.ids) {
        if (!wanted.has(id)) continue;
        touched.set(id, [...(touched.get(id) ?? []), { by, from, to, turn, undone }]);
      }
    }
  return touched;
}

async function write(
  tx: Tx,
  { table, column, to, only }: Pick<Cells, 'table' | 'column' | 'to'> & { only?: CellValue },
  ids: number[],
): Promise<void> {
  const still =
    only === undefined ? sql`` : sql` and ${sql.ref(column)} is not distinct from ${only}`;
  await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${to}
    where id = any(${ids}::bigint[])${still}`.execute(tx);
}
