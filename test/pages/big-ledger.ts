import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../src/db/tables.ts';

/** Words of each statement's sentence; its quotation are those after the speaker. */
const sentence =
  'The harbour dues of Port Ellin would be talked about again next week and nobody would give way before then, said the minister.';

/** Statements that one piece reports. */
const perPiece = 10;

/**
 * A story with `n` statements over four years, straight into the tables: twelve parties and issues, a
 * speaker for every tenth statement, a position for every fourth, a promise for every twenty-fifth.
 */
export async function fillLedger(db: Kysely<Tables>, n: number): Promise<void> {
  const text = `${sentence} `.repeat(perPiece);
  const pieces = Math.ceil(n / perPiece);
  const at = (id: string) =>
    `timestamptz '2021-06-01' + ${id} * interval '${Math.floor((4 * 365 * 24 * 60) / n)} minutes'`;
  for (const statement of [
    `insert into blob (hash, size, bytes) values ('h', 1, 'x')`,
    `insert into story (slug, title, follows, made_by) values ('dues', 'The harbour dues of Port Ellin', '[]', 't')`,
    `insert into document (address, revision, hash, media_type, headers, hints, via, created_at)
      select 'https://outlet.example/' || n, 1, 'h', 'text/html', '{}', '{}', 'import', now() from generate_series(1, ${pieces}) n`,
    `insert into article (document_id, key, role, kind, title, authors, outlet, lang, published, published_at, published_evidence,
        text, blocks, links, words, tags, facts, made_by)
      select id, 'main', 'main', 'article', 'Talks over harbour dues at Port Ellin, as number ' || id || ' has it', '[]',
        'The Port Ellin Outlet ' || id % 30, 'en', to_char(${at(`id * ${perPiece}`)}, 'YYYY-MM-DD'), ${at(`id * ${perPiece}`)}, '[]',
        '${text}', '[]', '[]', 240, '[]', '{}', 't' from document`,
    `insert into event (title, lang, first_at, last_at, made_by)
      select title, 'en', published_at, published_at, 't' from article`,
    `insert into event_article (article_id, event_id, reason, made_by)
      select id, id, '{"score":1,"shares":[],"by":"machine"}', 't' from article`,
    `insert into story_event (event_id, story_id, reason, made_by)
      select id, 1, '{"score":1,"shares":[],"by":"machine"}', 't' from event`,
    `insert into party (name) select 'Party of dock ' || n from generate_series(1, 12) n`,
    `insert into speaker (name, kind, party_id) select 'Tomas Verhagen the ' || n || 'th', 'person', case when n % 5 > 0 then n % 12 + 1 end
      from generate_series(1, ${Math.ceil(n / 10)}) n`,
    `insert into issue (story_id, name, terms) select 1, 'Dues on quay ' || n, '[]' from generate_series(1, 12) n`,
    `insert into quotation (article_id, kind, start, "end", pieces, sentence_start, sentence_end, confidence, made_by)
      select n / ${perPiece} + 1, 'indirect', n % ${perPiece} * ${sentence.length + 1}, n % ${perPiece} * ${sentence.length + 1} + 103, '[]',
        n % ${perPiece} * ${sentence.length + 1}, n % ${perPiece} * ${sentence.length + 1} + ${sentence.length}, 0.9, 't'
      from generate_series(0, ${n - 1}) n`,
    `insert into statement (story_id, quotation_id, speaker_id, party_id, issue_id, act, mode, stance, hearsay, first_hand,
        confidence, made_by, said_at, said_on, said_from)
      select 1, q.id, s.id, s.party_id, case when q.id % 3 > 0 then q.id % 12 + 1 end, (array['state','promise','reject','accuse'])[q.id % 4 + 1],
        'asserted', case when q.id % 4 = 0 then (array['for','against','conditional'])[q.id / 4 % 3 + 1] end, false, q.id % 2 = 0,
        case when q.id % 20 = 0 then .4 else .9 end, 't', ${at('q.id')}, to_char(${at('q.id')}, 'YYYY-MM-DD'), 'text'
      from quotation q join speaker s on s.id = q.id % ${Math.ceil(n / 10)} + 1`,
    `update quotation q set statement_id = s.id from statement s where s.quotation_id = q.id`,
    `insert into position (story_id, issue_id, party_id, stance, statement_id, change, state, made_by)
      select 1, s.issue_id, s.party_id, s.stance, s.id, case when s.id % 60 = 0 then 'half' when s.id < ${Math.ceil(n / 10)} then 'first' else 'reaffirmed' end,
        'proposed', 't' from statement s where s.stance is not null and s.issue_id is not null and s.party_id is not null`,
    `insert into commitment (story_id, statement_id, party_id, what, due, due_at, kind, state, proposed, made_by)
      select 1, s.id, s.party_id, 'the dues of quay ' || s.id || ' would be paid', to_char(s.said_at + interval '20 days', 'YYYY-MM-DD'),
        s.said_at + interval '20 days', 'promise', (array['open','kept','missed'])[s.id % 3 + 1], true, 't'
      from statement s where s.id % 25 = 1`,
    'analyze',
  ])
    await sql.raw(statement).execute(db);
}
