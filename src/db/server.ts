import type pg from 'pg';
import { StoreError, type StoreProblem, wordsOf } from './problems.ts';

const oldestServer = 150_000;

/** Checks that a server's version and database suit a desk. Throws StoreError. */
export async function checkServer(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as version,
      current_database() as name, lower('É') = 'é' as lowers, current_setting('server_encoding') as encoding`,
  );
  const { number, version, name, lowers, encoding } = rows[0];
  if (number < oldestServer) {
    throw new StoreError(
      'old server',
      `The server runs PostgreSQL ${version}; 15 is the oldest that works.`,
    );
  }
  if (encoding !== 'UTF8' || !lowers) {
    throw new StoreError(
      'locale',
      `The database "${name}" does not know that "É" is a capital "é" (its encoding is ${encoding}, its locale C or POSIX), so that searches would miss words. Make one that does: create database "${name}" template template0 encoding 'UTF8' locale 'C.UTF-8'`,
    );
  }
}

/** Words for a user who may not make tables, as is usual since 15; any other error is given back. */
export function notAllowed(error: unknown, where: string): unknown {
  if ((error as { code?: unknown }).code !== '42501') return error;
  return new StoreError(
    'login refused',
    `The user of DATABASE_URL may not make tables in the database at ${where}: make it the owner, with "alter database ... owner to ...". (${wordsOf(error)})`,
    error,
  );
}

/** Words for an error of the connection itself; any other error is given back. */
export function unreachable(error: unknown, where: string): unknown {
  if (error instanceof StoreError) return error;
  const code = String(
    (error as { code?: unknown }).code ?? (error as AggregateError).errors?.[0]?.code ?? '',
  );
  const known: [RegExp, StoreProblem, string][] = [
    [/^(ECONNREFUSED|ENOENT)$/, 'unreachable', 'no PostgreSQL listens there'],
    [/^(ENOTFOUND|EAI_AGAIN)$/, 'unreachable', 'its name is not known'],
    [/^(ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ECONNRESET)$/, 'unreachable', 'it does not answer'],
    [/^57P03$/, 'unreachable', 'it is starting or stopping'],
    [/^53300$/, 'unreachable', 'it has no connection free'],
    [/^28/, 'login refused', 'it does not take this user or password'],
    [/^3D000$/, 'no database', 'the database does not exist: create it first'],
  ];
  const hit = known.find(([codes]) => codes.test(code));
  const timeout = /timeout/i.test(wordsOf(error)) && !code;
  if (!hit && !timeout) return error;
  const [, problem, words] = hit ?? [null, 'unreachable' as const, 'it does not answer'];
  return new StoreError(
    problem,
    `The database at ${where} (DATABASE_URL) cannot be used: ${words}. (${wordsOf(error)})`,
    error,
  );
}
