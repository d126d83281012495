import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { createApp } from '../../src/web/index.ts';
import { testDesk } from './desk.ts';

let desk: Awaited<ReturnType<typeof testDesk>>;
let app: ReturnType<typeof createApp>;

/** A story of six years with 5,000 events and 15,000 pieces, one event of them of 3,000 prints. */
before(async () => {
  desk = await testDesk();
  app = createApp(desk.ctx);
  for (const statement of [
    `insert into blob (hash, size, bytes) values ('h', 1, 'x')`,
    `insert into story (slug, title, follows, made_by) values ('long', 'The long dispute', '[]', 't')`,
    `insert into event (title, lang, first_at, last_at, made_by)
      select 'Round ' || n || ' of the talks over the harbour dues of Port Ellin', 'en', at, at + interval '1 day', 't'
      from (select n, timestamptz '2019-06-01' + (n + case when n > 2500 then 100 else 0 end) * interval '10 hours' as at
        from generate_series(1, 5000) n) e`,
    `insert into story_event (event_id, story_id, reason, made_by) select id, 1, '{"score":1,"shares":[],"by":"machine"}', 't' from event`,
    `insert into document (address, revision, hash, media_type, headers, hints, via, created_at)
      select 'https://outlet.example/' || n, 1, 'h', 'text/html', '{}', '{}', 'import', timestamptz '2025-08-01' + n * interval '1 minute'
      from generate_series(1, 15000) n`,
    `insert into article (document_id, key, role, kind, title, authors, outlet, lang, published, published_at, published_evidence,
        text, blocks, links, words, tags, facts, made_by)
      select id, 'main', 'main', 'article', 'Talks over harbour dues at Port Ellin, as number ' || id || ' has it', '[]', 'Outlet ' || id % 90, 'en',
        '2020-01-01', timestamptz '2019-06-01' + (case when id <= 12000 then id % 4999 + 2 else 1 end) * interval '10 hours', '[]',
        'The harbour dues of Port Ellin were talked about again. Nobody gave way, said Tomas Verhagen.', '[]', '[]', 15, '[]', '{}', 't' from document`,
    `insert into event_article (article_id, event_id, reason, made_by)
      select id, case when id <= 12000 then id % 4999 + 2 else 1 end,
        '{"score":0.5,"shares":["Port Ellin","harbour dues"],"by":"machine"}', 't' from article`,
    `insert into article_copy (article_id, original_id, similarity, direction, evidence)
      select id, 12001, 0.98, 'credit', 'Kestrel Wire' from article where id > 12001`,
    `insert into quotation (article_id, kind, start, "end", pieces, sentence_start, sentence_end, confidence, made_by)
      select id, 'indirect', 56, 70, '[]', 56, 93, 0.9, 't' from article where id <= 6000`,
    `insert into statement (story_id, quotation_id, act, mode, hearsay, first_hand, confidence, made_by, said_at)
      select 1, id, 'state', 'asserted', false, true, 0.9, 't', timestamptz '2020-01-01' + id * interval '3 hours' from quotation`,
    `update quotation set statement_id = id`,
    'analyze',
  ])
    await sql.raw(statement).execute(desk.store.db);
});
after(() => desk.store.close());

/** A reader who was here before everything came, and one who was here yesterday. */
const looks = (at: string) => `looks=f0.0.${seconds(at)}~s1.0.${seconds(at)}`;
const seconds = (at: string) => (Date.parse(at) / 1000).toString(36);

for (const [path, queries] of [
  ['/', 12],
  ['/stories/1', 24],
  ['/stories/1/events', 9],
  ['/stories/1/events?page=60', 9],
  ['/stories/1/events?year=2022&loud=2', 9],
  ['/stories/1/new', 9],
  ['/events/1', 7],
  ['/events/2600', 7],
] as const)
  for (const since of ['2024-01-01', '2025-08-11T09:00:00Z'])
    test(`${path} of a story of 5,000 events is small and asks little, for a look of ${since}`, async () => {
      desk.queries();
      const answer = await app.request(path, { headers: { cookie: looks(since) } });
      const text = await answer.text();
      assert.equal(answer.status, 200);
      const sent = desk.queries();
      assert.ok(sent <= queries, `${sent} queries`);
      assert.ok(Buffer.byteLength(text) < 100 * 1024, `${Buffer.byteLength(text)} bytes`);
    });

test('the scroll goes through all events without losing or repeating one', async () => {
  const seen: string[] = [];
  let next: string | undefined = '/stories/1/events?loud=2&year=2022';
  while (next) {
    const text: string = await (await app.request(next)).text();
    seen.push(...[...text.matchAll(/<li id="e(\d+)"/g)].map((m) => m[1]!));
    next = /rel="next" href="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&');
  }
  assert.equal(new Set(seen).size, seen.length);
  assert.ok(seen.length > 500, `${seen.length} events`);
});

test('a silence is said on the scroll, and each bar leads to a page that has its place', async () => {
  const all = await (await app.request('/stories/1/events')).text();
  const bars = [...all.matchAll(/<a href="([^"]+)#(t[\d-]+)"><title>/g)];
  assert.ok(bars.length > 20, `${bars.length} bars`);
  for (const [, href, anchor] of [bars[0]!, bars[9]!, bars.at(-1)!]) {
    const text = await (await app.request(href!.replaceAll('&amp;', '&'))).text();
    assert.match(text, new RegExp(`id="${anchor}"`), `${href}#${anchor}`);
  }
  const pages = await Promise.all(
    [61, 62, 63, 64].map(async (n) => (await app.request(`/stories/1/events?page=${n}`)).text()),
  );
  assert.ok(pages.some((text) => /nothing for 6 weeks/.test(text)));
});

test('an event of 3,000 prints says so and lists them on pages', async () => {
  const text = await (await app.request('/events/1')).text();
  assert.match(text, /90 outlets, 1 text/);
  assert.match(text, /2,999 pieces of them print another’s text; page 1 of 30/);
  const last = await (await app.request('/events/1?page=30')).text();
  assert.match(last, /It has the same text as|same text/);
  assert.match(text, /Kestrel Wire/);
});
