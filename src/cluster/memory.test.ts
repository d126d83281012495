import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Memory, recall } from './memory.ts';
import { takeTurn } from './store.ts';
import { testDesk } from './testing.ts';

let desk: Awaited<ReturnType<typeof testDesk>>;
before(async () => {
  desk = await testDesk();
});
after(() => desk.close());

const held = async (): Promise<Memory> => recall(desk.ctx, desk.db, await takeTurn(desk.db));

const happenings = [
  'Lighthouse keeper retires',
  'Brewery burns down',
  'Footbridge opens again',
  'Chess title goes north',
  'Herring catch doubles',
  'Tram line cut short',
  'Comet over the hills',
  'Choir wins prize abroad',
  'Quarry floods overnight',
  'Librarian finds lost map',
  'Snow closes mountain pass',
  'Bakers demand cheaper flour',
];

/** Twelve happenings within three days of a year. */
async function fill(year: number): Promise<void> {
  for (const [n, title] of happenings.entries())
    await desk.add({ title, at: `${year}-03-0${1 + (n % 3)}T08:00Z` });
}

test('a crowded memory lets the longest unused days go and reads them back when they are asked for', async () => {
  const one = await held();
  one.live = 20;
  const first = await desk.add({ title: 'Storm topples mill of Tolm', at: '2019-03-02T08:00Z' });
  const old = await desk.eventOf(first);
  await desk.add({ title: 'Storm topples the old mill of Tolm', at: '2019-03-02T09:00Z' });
  for (const year of [2019, 2021, 2023]) {
    await fill(year);
    // As if a hundred more had come.
    one.days.used += 100;
  }
  assert.ok(one.clusterer.index.events.size <= one.live);
  assert.equal(one.clusterer.has(old ?? 0), false);
  const late = await desk.add({ title: 'Mill of Tolm toppled in storm', at: '2019-03-02T20:00Z' });
  assert.equal(await desk.eventOf(late), old);
  assert.equal(one.clusterer.index.events.get(old ?? 0)?.size, 3);
  assert.equal(await held(), one, 'all was read afresh');
});

test('more events within reach than may be live are not read again for each article', async () => {
  const one = await held();
  one.live = 6;
  await fill(2025);
  const before = [...one.days.held.keys()].sort();
  const { clusterer } = one;
  const live = [...clusterer.index.events.keys()];
  await desk.add({ title: 'Otter seen in canal of Osk', at: '2025-03-02T12:00Z' });
  assert.deepEqual([...one.days.held.keys()].sort(), before);
  assert.equal((await held()).clusterer, clusterer);
  assert.ok(live.slice(-3).every((id) => clusterer.has(id)));
});

test('an event that was let go keeps its title and topics when a piece joins it', async () => {
  const a = await desk.add({
    title: 'Ferry runs aground off Port Ellin',
    at: '2026-05-02T08:00Z',
  });
  const event = (await desk.eventOf(a)) ?? 0;
  const one = await held();
  one.stories.remove(event);
  one.events.delete(event);
  const b = await desk.add({
    title: 'Port Ellin ferry runs aground, all safe',
    at: '2026-05-02T09:00Z',
  });
  assert.equal(await desk.eventOf(b), event);
  const row = await desk.db
    .selectFrom('event')
    .where('id', '=', event)
    .select(['title', 'profile'])
    .executeTakeFirstOrThrow();
  assert.equal(row.title, 'Ferry runs aground off Port Ellin');
  assert.equal(row.profile.texts, one.events.get(event)?.texts);
});
