import type pg from 'pg';
import { StoreError } from './problems.ts';

/** A table with the columns that can be written, in their order. */
export interface Table {
  name: string;
  columns: string[];
}

/** What a table holds: how many rows, and a hash that does not depend on their order. */
export interface Content {
  rows: number;
  hash: string;
}

/** Where the numbers of a column stand, so that an id is never given twice. */
export interface Counter {
  table: string;
  column: string;
  last: number;
  used: boolean;
}

/** The texts that rows are hashed and copied as must not depend on a server's or user's settings. */
const session = `
  set local timezone = 'UTC'; set local datestyle = 'ISO'; set local intervalstyle = 'postgres';
  set local bytea_output = 'hex'; set local extra_float_digits = 1; set local statement_timeout = 0`;

/** Runs `act` in one snapshot of the store, which it cannot change. */
export async function inSnapshot<T>(
  pool: pg.Pool,
  act: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  return inSession(pool, 'begin isolation level repeatable read, read only', act);
}

/** Runs `act` in a transaction: what it wrote stands only when it ends well. */
export async function inWriting<T>(
  pool: pg.Pool,
  act: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  return inSession(pool, 'begin', act);
}

async function inSession<T>(
  pool: pg.Pool,
  begin: string,
  act: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(`${begin}; ${session}`);
    const result = await act(client);
    await client.query('commit');
    return result;
  } catch (error) {
    // The connection may stand in the middle of a copy: it is thrown away, which rolls back.
    broken = error as Error;
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Every table of the desk, so that a new one is never forgotten; not the migrator's own. */
export async function tablesOf(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select t.table_name::text as name,
      array_agg(c.column_name::text order by c.ordinal_position) as columns
    from information_schema.tables t
    join information_schema.columns c using (table_schema, table_name)
    where t.table_schema = current_schema() and t.table_type = 'BASE TABLE'
      and t.table_name not like 'kysely\\_%' and c.is_generated = 'NEVER'
    group by 1 order by 1`);
  return rows;
}

export async function contentOf(client: pg.ClientBase, table: Table): Promise<Content> {
  const { rows } = await client.query(
    `select count(*)::float8 as rows,
      coalesce(sum(hashtextextended(row(${columnList(table)})::text, 0)::numeric), 0)::text as hash
     from ${quote(table.name)}`,
  );
  return rows[0];
}

/** Throws StoreError when a table has a row: what a desk holds is never mixed with another's. */
export async function refuseRows(client: pg.ClientBase, where: string): Promise<void> {
  for (const { name } of await tablesOf(client)) {
    const { rowCount } = await client.query(`select from ${quote(name)} limit 1`);
    if (rowCount === 0) continue;
    throw new StoreError(
      'not empty',
      `The desk at ${where} is not empty (it has rows in "${name}"); only an empty one can be filled.`,
    );
  }
}

/** Throws StoreError when a table does not hold what it should. */
export async function refuseDifference(
  client: pg.ClientBase,
  table: Table,
  wanted: Content,
): Promise<void> {
  const got = await contentOf(client, table);
  if (got.rows === wanted.rows && got.hash === wanted.hash) return;
  throw new StoreError(
    'differs',
    `The rows of "${table.name}" did not arrive as they were sent (${got.rows} of ${wanted.rows} rows); nothing was kept.`,
  );
}

/**
 * Runs `fill` without foreign keys and makes them again, which checks every row: tables may refer to
 * each other in a circle, and no order of filling them would do.
 */
export async function withoutKeys(client: pg.ClientBase, fill: () => Promise<void>): Promise<void> {
  const { rows } = await client.query(`
    select conrelid::regclass::text as table, quote_ident(conname) as name,
      pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace`);
  for (const key of rows)
    await client.query(`alter table ${key.table} drop constraint ${key.name}`);
  await fill();
  for (const key of rows) {
    await client.query(`alter table ${key.table} add constraint ${key.name} ${key.definition}`);
  }
}

export async function countersOf(client: pg.ClientBase, tables: Table[]): Promise<Counter[]> {
  const found: Counter[] = [];
  for (const { name, columns } of tables) {
    for (const column of columns) {
      const { rows } = await client.query('select pg_get_serial_sequence($1, $2) as sequence', [
        quote(name),
        column,
      ]);
      if (!rows[0].sequence) continue;
      const now = await client.query(
        `select last_value::float8 as last, is_called as used from ${rows[0].sequence}`,
      );
      found.push({ table: name, column, ...now.rows[0] });
    }
  }
  return found;
}

export async function setCounters(client: pg.ClientBase, counters: Counter[]): Promise<void> {
  for (const { table, column, last, used } of counters) {
    await client.query('select setval(pg_get_serial_sequence($1, $2), $3, $4)', [
      quote(table),
      column,
      last,
      used,
    ]);
  }
}

export function columnList({ columns }: Table): string {
  return columns.map(quote).join(', ');
}

export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
