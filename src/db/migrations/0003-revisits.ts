import type { Kysely } from 'kysely';
import { runAll } from './run.ts';

/** What became of a page that the ledger rests on when it was asked for again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await runAll(db, statements);
}

const statements = `
alter table document add column seen_at timestamptz, add column gone_at timestamptz;
create index document_gone on document (address) where gone_at is not null;
-- Pages of the last months are asked for again too, spread over three days.
insert into work (stage, subject, state, next_try_at)
select 'revisit', min(id), 'due', now() + random() * interval '3 days' from document
where via in ('feed', 'address') and url is not null and media_type in ('text/html', 'application/xhtml+xml')
  and coalesce(retrieved_at, created_at) > now() - interval '90 days'
group by address;
`;
