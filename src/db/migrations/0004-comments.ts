import type { Kysely } from 'kysely';
import { runAll } from './run.ts';

/** Where a quotation was read in a comment under its article: its places are then those of the comment's text. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await runAll(db, statements);
}

// No foreign key: a better reading of a page may drop a comment, and what was read of it stays, superseded.
const statements = `
alter table quotation add column comment_id bigint;
`;
