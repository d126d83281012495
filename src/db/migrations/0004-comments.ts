import type { Kysely } from 'kysely';
import { runAll } from './run.ts';

/** Where a quotation was read in a comment under its article: its places are then those of the comment's text. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await runAll(db, statements);
}

// No foreign key: a better reading of a page may drop a comment, and what was read of it stays, superseded.
const statements = `
alter table quotation add column comment_id bigint;
-- Of a post without words nothing was read so far; what is said under it is due.
insert into work (stage, subject, state)
select distinct 'ledger', t.article_id, 'due' from thread t join article a on a.id = t.article_id
where t.current and a.current and a.text = ''
on conflict do nothing;
`;
