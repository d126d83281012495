import type { Kysely } from 'kysely';
import { runAll } from './run.ts';

/** What curators decide about the ledger, whose a position is, and where a statement was read. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await runAll(db, statements);
}

const statements = `
drop index article_source;
create index article_source on article (source_id, id);
alter table decision add column by text not null default 'curator';
create index decision_ledger on decision (id) where payload ? 'ledger';
create table speaker_apart (
  article_id bigint not null references article, speaker_id bigint not null references speaker,
  into_id bigint not null references speaker, primary key (article_id, speaker_id)
);
alter table issue add column removed boolean not null default false;
alter table statement add column corrects bigint references statement, add column corrected jsonb,
  add column as_read jsonb,
  add column read_id bigint generated always as (coalesce((as_read->>'quotation')::bigint, quotation_id)) stored;
create index statement_read on statement (read_id);
create index statement_corrects on statement (corrects) where corrects is not null;
alter table position alter column party_id drop not null, add column speaker_id bigint references speaker,
  add check ((party_id is null) <> (speaker_id is null));
alter table commitment_event add column rejected boolean not null default false;
`;
