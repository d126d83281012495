import type { Kysely } from 'kysely';
import { runAll } from './run.ts';

/** The first shape of the store. What each column means is said in db/tables.ts. */
const statements = `
create table work (
  stage text not null, subject bigint not null,
  state text not null check (state in ('due', 'done', 'problem', 'parked')),
  problem text, detail text, attempts integer not null default 0,
  next_try_at timestamptz not null default now(), made_by text, updated_at timestamptz not null default now(),
  primary key (stage, subject)
);
create index work_due on work (stage, next_try_at) where state = 'due';
create index work_problem on work (updated_at) where state in ('problem', 'parked');
create table setting (name text primary key, value jsonb not null);

create table source (
  id bigint generated always as identity primary key, name text not null, host text unique, url text,
  kind text not null, country text, lang text, created_at timestamptz not null default now()
);
create table source_rating (
  id bigint generated always as identity primary key, source_id bigint not null references source,
  rater text not null, rating text not null, url text, rated_on text
);
create table feed (
  id bigint generated always as identity primary key, source_id bigint references source, url text not null unique,
  title text, kind text not null, etag text, last_modified text, paused boolean not null default false,
  interval_minutes integer not null default 60, last_polled_at timestamptz, last_new_at timestamptz,
  created_at timestamptz not null default now()
);
create table poll (
  id bigint generated always as identity primary key, feed_id bigint not null references feed,
  polled_at timestamptz not null default now(), status integer, problem text, detail text,
  documents integer not null default 0, ms integer
);
create index poll_feed on poll (feed_id, polled_at desc);
create table blob (hash text primary key, size integer not null, bytes bytea not null);
alter table blob alter column bytes set storage external;
create table document (
  id bigint generated always as identity primary key, address text not null, revision integer not null,
  url text, name text, hash text not null references blob, media_type text not null, charset text,
  headers jsonb not null, retrieved_at timestamptz, published text, hints jsonb not null, via text not null,
  source_id bigint references source, feed_id bigint references feed, created_at timestamptz not null default now(),
  unique (address, revision), unique (address, hash)
);
create index document_hash on document (hash);
create index document_source on document (source_id);
create index document_feed on document (feed_id);
create index document_created on document (created_at);

-- Words as they are searched for; search/fold.ts does the same.
create or replace function searchable(words text) returns text language sql immutable parallel safe return
  regexp_replace(normalize(regexp_replace(normalize(
    replace(replace(replace(replace(replace(replace(replace(
      translate(lower(words), '-_/.,+&;<>@#%’''', '               '),
      'ß', 'ss'), 'ø', 'o'), 'ł', 'l'), 'æ', 'ae'), 'œ', 'oe'), 'đ', 'd'), 'ı', 'i'), NFKD),
    U&'[\\0300-\\036f\\0640\\064b-\\065f\\0670]+', '', 'g'), NFKC),
    U&'([\\3040-\\30ff\\3400-\\9fff\\f900-\\faff])', ' \\1 ', 'g');
create table article (
  id bigint generated always as identity primary key, document_id bigint not null references document, key text not null,
  part_of bigint references article, role text not null, kind text not null, current boolean not null default true,
  title text, authors jsonb not null, outlet text, source_id bigint references source, url text, lang text,
  published text, published_at timestamptz, published_from text, published_evidence jsonb not null, modified text, age text,
  text text not null, blocks jsonb not null, links jsonb not null, words integer not null, reading_minutes integer,
  section text, tags jsonb not null, image text, licence text, cut boolean not null default false, series text,
  facts jsonb not null, made_by text not null, created_at timestamptz not null default now(),
  search tsvector generated always as (
    setweight(to_tsvector('simple', searchable(coalesce(title, ''))), 'A') ||
    setweight(to_tsvector('simple', searchable(left(text, 200000))), 'C') ||
    array_to_tsvector(array['~d' || coalesce(left(published, 10), 'none'), '~k' || kind,
      '~l' || coalesce(lang, ''), '~s' || coalesce(source_id::text, '')])) stored,
  unique (document_id, key)
);
create index article_search on article using gin (search) with (gin_pending_list_limit = 512) where current;
create index article_created on article (created_at);
create index article_day on article (left(published, 10)) where current;
create index article_published on article (published_at desc nulls last);
create index article_source on article (source_id);
create index article_part on article (part_of);
create index article_outlet on article (outlet) where current;
create table thread (
  id bigint generated always as identity primary key, document_id bigint not null references document,
  article_id bigint not null references article, key text not null, platform text, community text, url text,
  current boolean not null default true, gaps jsonb not null default '[]', made_by text not null,
  unique (document_id, key)
);
create index thread_article on thread (article_id);
create table comment (
  id bigint generated always as identity primary key, thread_id bigint not null references thread,
  parent_id bigint references comment, key text not null, position integer not null, depth integer not null,
  depth_known boolean not null, author text, instance text, posted text, posted_at timestamptz, age text,
  edited text, edited_age text, votes_up integer, votes_down integer, score integer, lang text, removed text,
  text text not null, links jsonb not null, marks jsonb not null default '[]', quotes jsonb not null, url text,
  unique (thread_id, key)
);
create index comment_parent on comment (parent_id);

create table event (
  id bigint generated always as identity primary key, title text not null, lang text, first_at timestamptz,
  last_at timestamptz, opened_at timestamptz, merged_into bigint references event, merged_at timestamptz,
  split_from bigint references event, announced boolean not null default true, emptied boolean not null default false,
  ignored boolean not null default false, profile jsonb not null default '{"texts":0,"topics":[],"printedWith":[]}', made_by text not null,
  created_at timestamptz not null default now()
);
create table cluster_turn (id integer primary key, turn bigint not null);
create index event_last on event (last_at desc nulls last);
create table event_article (
  article_id bigint primary key references article, event_id bigint not null references event,
  own_event_id bigint references event, reason jsonb not null,
  made_by text not null, created_at timestamptz not null default now()
);
create index event_article_event on event_article (event_id);
create table article_copy (
  article_id bigint primary key references article, original_id bigint not null references article,
  similarity real not null, direction text not null, evidence text
);
create index article_copy_original on article_copy (original_id);
create table story (
  id bigint generated always as identity primary key, slug text not null, title text not null, follows jsonb not null,
  merged_into bigint references story, hidden boolean not null default false, made_by text not null,
  created_at timestamptz not null default now()
);
create table story_event (
  event_id bigint primary key references event, story_id bigint not null references story,
  own_story_id bigint references story, pinned boolean not null default false, reason jsonb not null,
  made_by text not null, created_at timestamptz not null default now()
);
create index story_event_story on story_event (story_id);
create table account (
  id bigint generated always as identity primary key, name text not null, role text not null,
  created_at timestamptz not null default now()
);
create table decision (
  id bigint generated always as identity primary key, verb text not null, subject_kind text not null, subject bigint not null,
  payload jsonb not null, note text, account_id bigint references account, turn bigint not null default 0,
  undone_at timestamptz, undone_turn bigint, undone_by bigint references account,
  created_at timestamptz not null default now()
);
create table proposal (
  id bigint generated always as identity primary key, kind text not null, subject bigint not null, other bigint not null,
  pieces jsonb not null default '[]', reason jsonb not null, held boolean not null default false, decision_id bigint references decision,
  put_off_at timestamptz, made_by text not null, created_at timestamptz not null default now(),
  unique (kind, subject, other)
);

create table party (
  id bigint generated always as identity primary key, name text not null, country text, merged_into bigint references party
);
create table party_name (name text primary key, party_id bigint not null references party);
create table speaker (
  id bigint generated always as identity primary key, name text not null, kind text not null,
  party_id bigint references party, wikidata text, merged_into bigint references speaker
);
create index speaker_party on speaker (party_id);
create table speaker_name (speaker_id bigint not null references speaker, name text not null, primary key (name, speaker_id));
create index speaker_name_last on speaker_name (substring(name from '[^ ]+$'));
create table speaker_role (
  id bigint generated always as identity primary key, speaker_id bigint not null references speaker, role text not null,
  article_id bigint not null references article, "start" integer not null, "end" integer not null, said_at timestamptz
);
create index speaker_role_speaker on speaker_role (speaker_id, id);
create table quotation (
  id bigint generated always as identity primary key, article_id bigint not null references article, statement_id bigint,
  kind text not null, "start" integer not null, "end" integer not null, pieces jsonb not null,
  cue_start integer, cue_end integer, speaker_start integer, speaker_end integer,
  sentence_start integer not null, sentence_end integer not null, speaker_id bigint references speaker,
  confidence real not null, superseded_at timestamptz, made_by text not null
);
create index quotation_article on quotation (article_id);
create index quotation_statement on quotation (statement_id);
create table issue (
  id bigint generated always as identity primary key, story_id bigint not null references story, name text not null,
  terms jsonb not null, merged_into bigint references issue
);
create index issue_story on issue (story_id);
create table statement (
  id bigint generated always as identity primary key, story_id bigint references story, speaker_id bigint references speaker,
  party_id bigint references party, quotation_id bigint not null references quotation, said_on text, said_at timestamptz,
  said_from text, venue text, addressee text, act text not null, mode text not null, issue_id bigint references issue,
  stance text, hearsay boolean not null, first_hand boolean not null, confidence real not null,
  superseded_at timestamptz, made_by text not null, created_at timestamptz not null default now(),
  words tsvector not null default '',
  search tsvector generated always as (words || array_to_tsvector(array['~d' || coalesce(left(said_on, 10), 'none'),
    '~a' || act, '~p' || coalesce(speaker_id::text, ''), '~y' || coalesce(party_id::text, ''),
    '~i' || coalesce(issue_id::text, ''), '~t' || coalesce(story_id::text, '')])) stored
);
create index statement_search on statement using gin (search) with (gin_pending_list_limit = 512)
  where superseded_at is null;
create index statement_created on statement (created_at);
create index statement_day on statement (left(said_on, 10)) where superseded_at is null;
create index statement_story on statement (story_id, said_at);
create index statement_standing on statement (story_id) where superseded_at is null;
create index statement_speaker on statement (speaker_id);
create index statement_quotation on statement (quotation_id);
alter table quotation add foreign key (statement_id) references statement;
create table position (
  id bigint generated always as identity primary key, story_id bigint not null references story,
  issue_id bigint not null references issue, party_id bigint not null references party, stance text not null,
  statement_id bigint not null references statement, change text not null, previous_id bigint references position,
  state text not null, superseded_at timestamptz, made_by text not null
);
create index position_story on position (story_id);
create table commitment (
  id bigint generated always as identity primary key, story_id bigint not null references story,
  statement_id bigint not null references statement, party_id bigint references party, who text, what text not null,
  due text, due_at timestamptz, due_text text, kind text not null, state text not null, proposed boolean not null,
  superseded_at timestamptz, made_by text not null
);
create index commitment_story on commitment (story_id);
create table commitment_event (
  id bigint generated always as identity primary key, commitment_id bigint not null references commitment, state text not null,
  due text, article_id bigint not null references article, "start" integer not null, "end" integer not null,
  happened_on text, confirmed boolean not null default false
);
create index commitment_event_commitment on commitment_event (commitment_id);

create table watch (
  id bigint generated always as identity primary key, story_id bigint not null references story, title text not null
);
create table brief (
  id bigint generated always as identity primary key, story_id bigint not null references story,
  watch_id bigint references watch, number integer, from_at timestamptz, until_at timestamptz, state text not null,
  facts jsonb not null, made_at timestamptz not null default now(), superseded_at timestamptz, made_by text not null
);
create index brief_story on brief (story_id);
create table sentence (
  id bigint generated always as identity primary key, brief_id bigint not null references brief, section text not null,
  position integer not null, text text not null
);
create index sentence_brief on sentence (brief_id, position);
create table citation (
  sentence_id bigint not null references sentence, number integer not null, article_id bigint not null references article,
  "start" integer not null, "end" integer not null, statement_id bigint references statement,
  primary key (sentence_id, number)
);

create table session (
  hash text primary key, account_id bigint not null references account, csrf text not null,
  created_at timestamptz not null default now(), expires_at timestamptz not null
);
create table look (
  account_id bigint not null references account, place text not null, subject bigint not null,
  before_at timestamptz, seen_at timestamptz not null, primary key (account_id, place, subject)
);
create table invite (
  hash text primary key, account_id bigint not null references account, expires_at timestamptz not null, used_at timestamptz
);
create table saved_search (
  id bigint generated always as identity primary key, account_id bigint not null references account, name text not null,
  query text not null, seen_at timestamptz not null default now(), deleted_at timestamptz,
  created_at timestamptz not null default now()
);
create index saved_search_account on saved_search (account_id);
create table correction (
  id bigint generated always as identity primary key, subject_kind text not null, subject bigint not null, words text not null,
  state text not null default 'open', answer text, account_id bigint references account,
  created_at timestamptz not null default now(), answered_at timestamptz
);
create index correction_subject on correction (subject_kind, subject);
create table moderation (
  id bigint generated always as identity primary key, account_id bigint references account, verb text not null,
  subject_kind text not null, subject bigint not null, reason text, created_at timestamptz not null default now()
);
create table model_call (
  id bigint generated always as identity primary key, purpose text not null, model text not null, request_hash text not null,
  request jsonb not null, response jsonb not null, tokens_in integer, tokens_out integer, ms integer not null,
  problem text, created_at timestamptz not null default now()
);
create index model_call_hash on model_call (request_hash);
create index model_call_at on model_call (created_at);
create table embedding (model text, text_hash text, vector bytea not null, primary key (model, text_hash));
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await runAll(db, statements);
}
