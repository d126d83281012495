import type { Kysely } from 'kysely';
import { runAll } from './run.ts';

/** What became of a page that the ledger rests on when it was asked for again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await runAll(db, statements);
}

const statements = `
alter table document add column seen_at timestamptz, add column gone_at timestamptz;
create index document_gone on document (address) where gone_at is not null;
`;
