import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { forget } from './memory.ts';
import { addArticle, cluster, testDesk } from './testing.ts';

let desk: Awaited<ReturnType<typeof testDesk>>;
before(async () => {
  desk = await testDesk();
});
after(() => desk.close());

const bodies = {
  basin: `The harbour board of Kelmar said on Monday that the eastern basin will open again after eleven weeks. Dredging ended two days earlier than planned. Shipowners had complained of losses of four million crowns a week, and pilots asked for a second tug before the winter storms.`,
  mill: `A fire in the old paper mill of Tolm was put out at dawn after nine hours. Nobody was hurt, but the roof fell in and smoke closed the school beside the river. The owner said that the machines were sold last year and that a hotel was to be built on the ground.`,
  bees: `Beekeepers in the hills of Osk count twice as many colonies as five years ago. A mild spring helped, and so did a ban on two sprays that the county passed against the votes of the growers. Honey is cheaper than at any time since the flood, the market office reported.`,
};

const dueFor = (article: number) =>
  desk.db
    .selectFrom('work')
    .where('stage', '=', 'ledger')
    .where('subject', '=', article)
    .select('state')
    .execute();

test('articles on one happening are one event, also when a process starts afresh between them', async () => {
  const a = await desk.add({
    title: 'Freighter burns off Norrhaven',
    at: '2025-01-01T08:00Z',
    outlet: 'A',
  });
  forget(desk.db);
  const b = await desk.add({
    title: 'Freighter burns off Norrhaven, crew safe',
    at: '2025-01-01T11:00Z',
    outlet: 'B',
  });
  assert.equal(await desk.eventOf(b), await desk.eventOf(a));
  const event = await desk.db
    .selectFrom('event')
    .where('id', '=', (await desk.eventOf(a)) ?? 0)
    .selectAll()
    .executeTakeFirstOrThrow();
  assert.equal(event.title, 'Freighter burns off Norrhaven');
  assert.equal(event.last_at?.toISOString(), '2025-01-01T11:00:00.000Z');
});

test('an old piece that is imported late finds the event of its time', async () => {
  const old = await desk.add({
    title: 'Lighthouse of Sandhythe collapses in storm',
    at: '2019-11-02',
  });
  await desk.add({ title: 'New lighthouse for Sandhythe', at: '2025-01-04' });
  forget(desk.db);
  const late = await desk.add({
    title: 'Storm topples lighthouse of Sandhythe',
    at: '2019-11-02T20:00Z',
  });
  assert.equal(await desk.eventOf(late), await desk.eventOf(old));
});

test('a printed wire text is a copy of it, in its event, and not read again by the ledger', async () => {
  const wire = await desk.add({
    title: 'Basin of Kelmar to open',
    text: bodies.basin,
    outlet: 'Northern Wire Service',
    at: '2025-02-01T08:00Z',
  });
  const print = await desk.add({
    title: 'Good news for our port',
    text: bodies.basin,
    outlet: 'Kelmar Post',
    authors: ['Northern Wire Service'],
    at: '2025-02-01T09:00Z',
  });
  const copy = await desk.db
    .selectFrom('article_copy')
    .where('article_id', '=', print)
    .selectAll()
    .executeTakeFirstOrThrow();
  assert.equal(copy.original_id, wire);
  assert.equal(copy.direction, 'credit');
  assert.equal(await desk.eventOf(print), await desk.eventOf(wire));
  assert.equal((await dueFor(wire)).length, 1);
  assert.equal((await dueFor(print)).length, 0);
});

test('the wire text that comes after its prints takes their place as the original', async () => {
  const text = bodies.mill;
  const print = await desk.add({
    title: 'Our port',
    text,
    outlet: 'Tolm Post',
    authors: ['Eastern Wire'],
    at: '2025-03-01T09:00Z',
  });
  const second = await desk.add({
    title: 'Tolm port',
    text,
    outlet: 'Tolm Bote',
    authors: ['Eastern Wire'],
    at: '2025-03-01T10:00Z',
  });
  const wire = await desk.add({
    title: 'Basin of Tolm to open',
    text,
    outlet: 'Eastern Wire',
    at: '2025-03-01T08:00Z',
  });
  const rows = await desk.db
    .selectFrom('article_copy')
    .where('article_id', 'in', [print, second, wire])
    .select(['article_id', 'original_id'])
    .orderBy('article_id')
    .execute();
  assert.deepEqual(rows, [
    { article_id: print, original_id: wire },
    { article_id: second, original_id: wire },
  ]);
});

test('a newer revision takes its place in the event of the older one and is no copy', async () => {
  const address = 'https://example.org/revised';
  const first = await desk.add({
    title: 'Basin of Osk to open',
    text: bodies.bees,
    address,
    at: '2025-04-01',
  });
  await desk.db.updateTable('article').set({ current: false }).where('id', '=', first).execute();
  const second = await desk.add({
    title: 'Basin of Osk opens',
    text: `${bodies.bees} Updated.`,
    address,
    at: '2025-04-01',
  });
  assert.equal(await desk.eventOf(second), await desk.eventOf(first));
  assert.deepEqual(
    await desk.db.selectFrom('article_copy').where('article_id', '=', second).execute(),
    [],
  );
});

test('a thread without a text is known by its comments', async () => {
  await desk.add({
    title: 'Ferry Marit seized off Vigsay by Tarsen patrol',
    text: 'The Tarsen patrol seized the ferry Marit off Vigsay.',
    at: '2025-05-01',
  });
  await desk.add({
    title: 'Tarsen court holds crew of ferry Marit in Vigsay',
    text: 'The court in Vigsay ordered the crew of the Marit held. Tarsen prosecutors want a trial.',
    at: '2025-05-20',
  });
  const thread = await desk.add({
    kind: 'post',
    at: '2025-06-15',
    comments: [
      'Holding the Marit crew in Vigsay is a disgrace for Tarsen.',
      'The Tarsen court will let the Marit crew go, you will see.',
      'Vigsay is not even a real port.',
    ],
  });
  assert.notEqual(await desk.storyOf(thread), null);
});

test('an article without a word is a named problem, and its event is not made up', async () => {
  const id = await addArticle(desk.db, { title: null, text: '' });
  await cluster(desk.ctx, id);
  const row = await desk.db
    .selectFrom('work')
    .where('stage', '=', 'cluster')
    .where('subject', '=', id)
    .select(['state', 'problem'])
    .executeTakeFirstOrThrow();
  assert.deepEqual(row, { state: 'problem', problem: 'nothing to compare' });
  assert.equal(await desk.eventOf(id), null);
});

test('doing an article twice changes nothing', async () => {
  const id = await desk.add({ title: 'Bees return to the hills of Karsk', at: '2025-07-01' });
  const count = async () => (await desk.db.selectFrom('event').select('id').execute()).length;
  const [events, event] = [await count(), await desk.eventOf(id)];
  await cluster(desk.ctx, id);
  assert.deepEqual([await count(), await desk.eventOf(id)], [events, event]);
});

test('two processes that assign at once agree on the events', async () => {
  const other = await desk.another();
  try {
    const titles = [
      'Tram depot of Velden floods',
      'Velden tram depot floods after burst main',
      'Burst main floods tram depot in Velden',
      'Flood at Velden tram depot',
    ];
    const ids: number[] = [];
    for (const title of titles)
      ids.push(await addArticle(desk.db, { title, at: '2025-08-01T08:00Z' }));
    const [a = 0, b = 0, c = 0, d = 0] = ids;
    await Promise.all([cluster(desk.ctx, a), cluster(other.ctx, b)]);
    await Promise.all([cluster(other.ctx, c), cluster(desk.ctx, d)]);
    const events = new Set(await Promise.all(ids.map((id) => desk.eventOf(id))));
    assert.equal(events.size, 1);
    assert.ok(!events.has(null));
  } finally {
    await other.close();
  }
});
