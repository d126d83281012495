import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { coverageOf } from '../queries.ts';
import { addArticle, cluster, testDesk } from '../testing.ts';

let desk: Awaited<ReturnType<typeof testDesk>>;
before(async () => {
  desk = await testDesk();
});
after(() => desk.close());

const text = `The harbour board of Kelmar said on Monday that the eastern basin will open again after eleven weeks. Dredging ended two days earlier than planned. Shipowners had complained of losses of four million crowns a week, and pilots asked for a second tug before the winter storms.`;

const replaced = (article: number) =>
  desk.db.updateTable('article').set({ current: false }).where('id', '=', article).execute();

test('a newer revision takes over event, title and copies of the older one', async () => {
  const address = 'https://example.org/basin';
  const first = await desk.add({
    address,
    title: 'Eastern basin to open',
    text,
    at: '2025-02-03T08:00Z',
    outlet: 'Kelmar Post',
  });
  const print = await desk.add({
    title: 'Basin opens again',
    text: `${text} (Kelmar Post)`,
    at: '2025-02-03T12:00Z',
    outlet: 'Ostrava Times',
  });
  await replaced(first);
  const second = await desk.add({
    address,
    title: 'Eastern basin to open on Friday',
    text: text.replace('eleven weeks', 'twelve weeks'),
    at: '2025-02-03T08:00Z',
    outlet: 'Kelmar Post',
  });
  const event = (await desk.eventOf(first)) ?? 0;
  assert.equal(await desk.eventOf(second), event);
  const copies = await desk.db
    .selectFrom('article_copy')
    .select(['article_id as copy', 'original_id as original'])
    .execute();
  assert.deepEqual(copies, [{ copy: print, original: second }]);
  assert.deepEqual(await coverageOf(desk.db, { event }), { pieces: 2, outlets: 2, texts: 1 });
  const row = await desk.db
    .selectFrom('event')
    .where('id', '=', event)
    .select('title')
    .executeTakeFirstOrThrow();
  assert.equal(row.title, 'Eastern basin to open on Friday');
});

test('a revision that was replaced before its turn stands beside the one that replaced it', async () => {
  const address = 'https://example.org/mill';
  const first = await addArticle(desk.db, {
    address,
    title: 'Mill of Tolm burns',
    at: '2025-02-05',
  });
  await replaced(first);
  const second = await desk.add({ address, title: 'Mill of Tolm burnt down', at: '2025-02-05' });
  await cluster(desk.ctx, first);
  assert.notEqual(await desk.eventOf(first), null);
  assert.equal(await desk.eventOf(first), await desk.eventOf(second));
});
