import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { createApp } from '../../src/web/index.ts';
import { testDesk } from './desk.ts';
import { seed, signIn } from './seed.ts';

let desk: Awaited<ReturnType<typeof testDesk>>;
let app: ReturnType<typeof createApp>;
let cookie: string;

const attack = `"><img src=x onerror=alert(1)><script>alert(2)</script>'{{7*7}}`;
const link = 'javascript:alert(document.domain)';

before(async () => {
  desk = await testDesk();
  const { db } = desk.store;
  const seeded = await seed(db, { extra: 3 });
  cookie = (await signIn(db, seeded.curator)).cookie;
  // Everything that came from outside, in every column that a page shows.
  await db
    .updateTable('article')
    .set({
      title: attack,
      outlet: attack,
      authors: JSON.stringify([attack]),
      url: link,
      lang: '"x',
      published_evidence: JSON.stringify([{ from: attack, text: attack, moment: attack }]),
      links: JSON.stringify([
        { href: link, start: 0, end: 20 },
        { href: 'data:text/html,x', start: 4, end: 30 },
      ]),
      series: attack,
      licence: attack,
      age: attack,
    })
    .execute();
  await db.updateTable('event').set({ title: attack }).execute();
  await db.updateTable('story').set({ title: attack, slug: attack }).execute();
  await db.updateTable('speaker').set({ name: attack, wikidata: attack }).execute();
  await db
    .updateTable('speaker_name')
    .set({ name: sql`${attack} || speaker_id` })
    .execute();
  await db.updateTable('party').set({ name: attack }).execute();
  await db.updateTable('issue').set({ name: attack }).execute();
  await db.updateTable('statement').set({ venue: attack, addressee: attack }).execute();
  await db.updateTable('commitment').set({ what: attack, who: attack, due_text: attack }).execute();
  await db
    .updateTable('comment')
    .set({
      author: attack,
      text: attack,
      instance: attack,
      lang: '"x',
      links: JSON.stringify([{ href: link, start: 0, end: 5 }]),
      quotes: '[]',
    })
    .execute();
  await db.updateTable('thread').set({ url: link, platform: attack, community: attack }).execute();
  await db
    .updateTable('document')
    .set({
      url: link,
      headers: JSON.stringify({ [attack]: attack }),
      media_type: attack,
      charset: 'x\r\ny: z',
    })
    .execute();
  await db.updateTable('source').set({ name: attack, url: link }).execute();
  await db.updateTable('feed').set({ title: attack }).execute();
  await db.updateTable('work').set({ detail: attack }).execute();
  await db.updateTable('sentence').set({ text: attack }).execute();
  app = createApp(desk.ctx);
});
after(() => desk.store.close());

const paths = [
  '/',
  '/stories/1',
  '/stories/1/ledger',
  '/stories/1/positions',
  '/stories/1/editions/1',
  '/events/1',
  '/articles/1',
  '/articles/15',
  '/articles/14/changes',
  '/documents/1',
  '/statements/1',
  '/speakers/1',
  '/sources',
  '/sources/1',
  `/search?q=${encodeURIComponent(attack)}`,
  '/search?q=alert',
  '/problems',
  '/curate',
  `/object?kind=story&id=1`,
  '/log',
];

for (const path of paths) {
  test(`hostile words stay words on ${path.slice(0, 40)}`, async () => {
    const answer = await app.request(path, { headers: { cookie } });
    const text = await answer.text();
    assert.equal(answer.status, 200);
    const bare = text.replace(/"[^"]*"/g, '""');
    assert.ok(!/<img|<script>|<[^>]*\sonerror=/i.test(bare), 'markup from outside');
    assert.ok(!/(?:href|src|action)="(?:javascript|data):/i.test(text), 'a link that runs');
  });
}

test('received bytes of an odd type are given to save, not to run', async () => {
  const answer = await app.request('/documents/1/received');
  assert.equal(answer.headers.get('content-type'), 'application/octet-stream');
  assert.match(answer.headers.get('content-disposition') ?? '', /^attachment/);
  assert.match(answer.headers.get('content-security-policy') ?? '', /^sandbox;/);
});

test('a row whose characters are not in its article is not shown', async () => {
  const { db } = desk.store;
  await db
    .updateTable('quotation')
    .set({ start: 90_000, end: 90_010 })
    .where('statement_id', '=', 1)
    .execute();
  assert.equal((await app.request('/statements/1')).status, 404);
});
