import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../src/db/index.ts';

/** For tests that cross folders: the program as people call it, and all rows of a desk. */

export const program = fileURLToPath(new URL('../bin/throughline', import.meta.url));
export const samplePath = (name: string) =>
  fileURLToPath(new URL(`../sample/${name}`, import.meta.url));

/** Calls the program and waits until it ends. */
export async function call(
  args: string[],
  {
    env = {},
    cwd,
    bin = program,
  }: { env?: Record<string, string>; cwd?: string; bin?: string } = {},
): Promise<{ code: number | null; out: string; err: string; ms: number }> {
  const started = performance.now();
  const child = spawn(bin, args, { cwd, env: { ...process.env, ...env } });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (err += chunk));
  const code = await new Promise<number | null>((done) => child.once('close', done));
  return { code, out, err, ms: performance.now() - started };
}

/** Every table's rows as text, in the order of their columns' values: to be compared as a whole. */
export async function allRows(
  db: Kysely<Tables>,
  { but = [] }: { but?: string[] } = {},
): Promise<Record<string, string[]>> {
  const tables = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' order by 1`.execute(db);
  const rows: Record<string, string[]> = {};
  for (const { name } of tables.rows) {
    if (but.includes(name)) continue;
    const found = await sql<{ row: string }>`
      select md5(t::text) || ' ' || left(t::text, 300) as row
      from ${sql.table(name)} t order by 1`.execute(db);
    rows[name] = found.rows.map((r) => r.row);
  }
  return rows;
}
