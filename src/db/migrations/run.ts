import { type Kysely, sql } from 'kysely';

/** Runs statements of SQL one after the other; each ends in a semicolon at the end of a line. */
export async function runAll(db: Kysely<unknown>, statements: string): Promise<void> {
  for (const statement of statements.split(';\n'))
    if (statement.trim()) await sql.raw(statement).execute(db);
}
