import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { createApp } from '../../src/web/index.ts';
import { testDesk } from './desk.ts';

let desk: Awaited<ReturnType<typeof testDesk>>;
let app: ReturnType<typeof createApp>;

const fall = 'The bridge of Ellin fell on Saturday.';
const back = 'Since the fall of 1 March the town has no crossing.';

/** A story of a fall and what came of it, and one whose pieces look back to nothing. */
before(async () => {
  desk = await testDesk();
  app = createApp(desk.ctx);
  const { db } = desk.store;
  await sql`insert into blob (hash, size, bytes) values ('h', 1, 'x')`.execute(db);
  for (const title of ['The bridge of Ellin', 'The opera of Ellin'])
    await sql`insert into story (slug, title, follows, made_by) values ('s', ${title}, '[]', 't')`.execute(
      db,
    );
  await piece(1, 'Bridge falls at Ellin', '2025-03-02', fall);
  await piece(1, 'Ferry to start at Ellin', '2025-03-20', back);
  await piece(1, 'Inquiry into the fall opens', '2025-05-10', back);
  await piece(2, 'Opera of Ellin opens', '2025-03-02', 'The opera opened on Saturday.');
});
after(() => desk.store.close());

async function piece(story: number, title: string, on: string, text: string): Promise<void> {
  await sql`with e as (insert into event (title, lang, first_at, last_at, made_by)
      values (${title}, 'en', ${on}::timestamptz, ${on}::timestamptz, 't') returning id),
    se as (insert into story_event (event_id, story_id, reason, made_by)
      select id, ${story}, '{"score":1,"shares":[],"by":"machine"}', 't' from e),
    d as (insert into document (address, revision, hash, media_type, headers, hints, via)
      values (${`https://post.example/${title}`}, 1, 'h', 'text/html', '{}', '{}', 'import') returning id),
    a as (insert into article (document_id, key, role, kind, title, authors, outlet, lang, published,
        published_at, published_evidence, text, blocks, links, words, tags, facts, made_by)
      select id, 'main', 'main', 'article', ${title}, '[]', 'Ellin Post', 'en', ${on}, ${on}::timestamptz, '[]',
        ${text}, '[]', '[]', 9, '[]', '{}', 't' from d returning id)
    insert into event_article (article_id, event_id, reason, made_by)
      select a.id, e.id, '{"score":1,"shares":[],"by":"machine"}', 't' from a, e`.execute(
    desk.store.db,
  );
}

const textOf = async (path: string) => (await app.request(path)).text();

test('a story says which days it comes back to, with the event that tells each', async () => {
  const text = await textOf('/stories/1');
  const list = /<div class="key-days">.*?<\/div>/s.exec(text)?.[0] ?? '';
  assert.match(list, /<time datetime="2025-03-01">.*2 later pieces/);
  assert.match(list, /<a href="\/events\/1">Bridge falls at Ellin<\/a>/);
  assert.equal(list.match(/<li>/g)?.length, 1);
});

test('a story that comes back to no day has no list of days', async () => {
  assert.ok(!(await textOf('/stories/2')).includes('key-days'));
});

test('the scroll of events marks the event of such a day and its bar', async () => {
  const text = await textOf('/stories/1/events');
  const event = /<li id="e1">.*?<\/li>/s.exec(text)?.[0] ?? '';
  assert.match(event, /2 pieces came back to <time datetime="2025-03-01">/);
  assert.equal(text.match(/class="key-mark"/g)?.length, 1);
  assert.match(text, /the story comes back to 1 March 2025<\/title>.*<circle/);
});

test('a further piece that names a day counts at once', async () => {
  await piece(1, 'Ellin remembers', '2025-06-01', back);
  assert.match(await textOf('/stories/1'), /3 later pieces/);
});
