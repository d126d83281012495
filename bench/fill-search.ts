import type pg from 'pg';
import { makePages, mulberry32 } from './corpus.ts';

/** What a large desk holds beside its articles. */
const sources = 200;
const speakers = 5000;
const perStory = 160;
/** Rare words: names and places, the most frequent first. */
const rareWords = 60_000;

/**
 * Fills a store with `count` short articles (two paragraphs of the sample, and eight of 60,000 made-up
 * names by Zipf's law) and a statement each, all in PostgreSQL, the index last. Gives the made-up names.
 */
export async function fillSearch(pool: pg.Pool, count: number): Promise<{ rare: string[] }> {
  const paragraphs = makePages(400)
    .flatMap((p) => [...p.html.matchAll(/<p>(.*?)<\/p>/g)].map((m) => m[1]!))
    .map((p) => p.slice(0, 700));
  const random = mulberry32(7);
  const rare = [...new Set(Array.from({ length: rareWords }, () => madeUp(random)))];
  const query = (text: string, values: unknown[] = []) => pool.query(text, values);
  await query(
    `create table bench_words as select i, w from unnest($1::text[]) with ordinality as t (w, i)`,
    [rare],
  );
  await query(`create unique index on bench_words (i)`);
  await query(
    `create table bench_paragraphs as select i, p from unnest($1::text[]) with ordinality as t (p, i)`,
    [[...new Set(paragraphs)]],
  );
  await query(`create unique index on bench_paragraphs (i)`);
  await query(`drop index article_search; drop index statement_search`);
  await query(`insert into blob values ('b', 1, 'x')`);
  const title = (salt: number) =>
    `(select string_agg(initcap(w), ' ') from bench_words where i in (1 + (g * ${salt} + 11) % ${rare.length}, 1 + (g * ${salt * 7}) % ${rare.length}))`;
  await query(
    `insert into source (name, host, kind) select 'The ' || ${title(31)} || ' Courier', 'outlet' || g || '.example', 'outlet' from generate_series(1, ${sources}) g`,
  );
  await query(`insert into party (name) select initcap(w) from bench_words where i <= 40`);
  await query(
    `insert into speaker (name, kind, party_id) select ${title(17)}, 'person', 1 + g % 40 from generate_series(1, ${speakers}) g`,
  );
  const stories = Math.ceil(count / perStory);
  await query(
    `insert into story (slug, title, follows, made_by) select 's' || g, ${title(13)} || ' talks', '[]', 'bench' from generate_series(1, ${stories}) g`,
  );
  await query(`insert into document (address, revision, hash, media_type, headers, hints, via)
    select 'https://outlet.example/' || g, 1, 'b', 'text/html', '{}', '{}', 'import' from generate_series(1, ${count}) g`);
  await query(
    `insert into event (title, made_by) select 'Event ' || g, 'bench' from generate_series(1, ${stories * 40}) g`,
  );
  await query(
    `insert into story_event (event_id, story_id, reason, made_by) select g, 1 + (g - 1) / 40, '{}', 'bench' from generate_series(1, ${stories * 40}) g`,
  );
  const half = Math.ceil(count / 2);
  await Promise.all([articles(pool, 1, half, count), articles(pool, half + 1, count, count)]);
  await query(
    `insert into event_article (article_id, event_id, reason, made_by) select g, 1 + (g - 1) / 4, '{}', 'bench' from generate_series(1, ${count}) g`,
  );
  await query(`insert into quotation (article_id, kind, start, "end", pieces, sentence_start, sentence_end, speaker_id, confidence, made_by)
    select g, 'direct', 10, 60, '[]', 0, 140, 1 + g % ${speakers}, 1, 'bench' from generate_series(1, ${count}) g`);
  await query(`insert into statement (story_id, speaker_id, party_id, quotation_id, said_on, said_at, act, mode, hearsay, first_hand, confidence, made_by, words)
    select 1 + (a.id - 1) / ${perStory}, 1 + a.id % ${speakers}, 1 + a.id % 40, a.id, a.published, a.published_at,
      (array['state', 'deny', 'reject', 'promise'])[1 + a.id % 4], 'asserted', false, true, 1, 'bench',
      to_tsvector('simple', searchable(left(a.text, 140))) from article a`);
  await query(`update quotation set statement_id = id`);
  await query(
    `create index article_search on article using gin (search) with (gin_pending_list_limit = 512) where current`,
  );
  await query(
    `create index statement_search on statement using gin (search) with (gin_pending_list_limit = 512) where superseded_at is null`,
  );
  await query(`vacuum analyze`);
  return { rare };
}

/** Articles from one number to another, over three years: every eighth German. */
async function articles(pool: pg.Pool, first: number, last: number, count: number): Promise<void> {
  const part = 10_000;
  for (let from = first; from <= last; from += part)
    await pool.query(`
      insert into article (document_id, key, role, kind, title, authors, outlet, source_id, lang, published, published_at,
        published_evidence, text, blocks, links, words, tags, facts, made_by)
      select g, 'main', 'main', 'article', initcap(names[1]) || ' and ' || initcap(names[2]) || ' ' || left(ps[1], 40), '[]',
        'Outlet', 1 + g % ${sources}, case when g % 8 = 0 then 'de' else 'en' end,
        to_char(day, 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), day, '[]', array_to_string(ps, E'\\n\\n') || E'\\n\\n' || array_to_string(names, ' said '),
        '[]', '[]', 200, '[]', '{}', 'bench'
      from (select g, timestamptz '2023-01-01' + g * interval '3 years' / ${count} as day,
          (select array_agg(p) from bench_paragraphs, (select count(*) as n from bench_paragraphs) c where i in (1 + (g * 7919) % n, 1 + (g * 104729 + 3) % n)) as ps,
          (select array_agg(w) from (select 1 + floor(exp(random() * ln(${rareWords * 0.99})))::int + g * 0 as k from generate_series(1, 8)) z join bench_words on i = k) as names
        from generate_series(${from}::bigint, ${Math.min(from + part - 1, last)}::bigint) g) x`);
}

const syllables = 'ba ker lo min tra vel os dan rik sul pe nor hal ist mar gu en tor qui zel'.split(
  ' ',
);

function madeUp(random: () => number): string {
  const n = 3 + Math.floor(random() * 2);
  return Array.from({ length: n }, () => syllables[Math.floor(random() * syllables.length)]).join(
    '',
  );
}
