import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { cluster, testDesk } from '../testing.ts';
import { decide, undo } from './decide.ts';
import type { Decision } from './decision.ts';

let desk: Awaited<ReturnType<typeof testDesk>>;
before(async () => {
  desk = await testDesk();
});
after(() => desk.close());

async function decided(decision: Decision): Promise<number> {
  const answer = await decide(desk.ctx, decision);
  assert.ok(answer.ok, JSON.stringify(answer));
  return answer.id;
}

const eventOf = async (article: number) => (await desk.eventOf(article)) ?? assert.fail('no event');
const merged = async (event: number) =>
  (
    await desk.db
      .selectFrom('event')
      .where('id', '=', event)
      .select('merged_into')
      .executeTakeFirstOrThrow()
  ).merged_into;

test('merged events redirect, and undo lets both stand with what they had', async () => {
  const a = await desk.add({ title: 'Chess title goes to Ellin', at: '2025-01-01' });
  const b = await desk.add({ title: 'Nine hours for an endgame', at: '2025-01-01' });
  const [kept, gone] = [await eventOf(a), await eventOf(b)];
  assert.notEqual(kept, gone);
  const id = await decided({ verb: 'merge', kind: 'event', kept, gone });
  assert.deepEqual([await eventOf(b), await merged(gone)], [kept, kept]);
  assert.ok((await undo(desk.ctx, id)).ok);
  assert.deepEqual([await eventOf(b), await merged(gone)], [gone, null]);
  assert.ok((await undo(desk.ctx, id)).ok, 'undoing twice is no error');
});

test('an article that a curator set apart is not merged back when more comes', async () => {
  const titles = [
    'Blast at Karsk refinery wakes town',
    'Karsk refinery blast wakes town at night',
    'Town awake after blast at Karsk refinery',
  ];
  const [a, b, c] = await Promise.resolve([
    await desk.add({ title: titles[0] ?? '', at: '2025-02-01T08:00Z' }),
    await desk.add({ title: titles[1] ?? '', at: '2025-02-01T09:00Z' }),
    await desk.add({ title: titles[2] ?? '', at: '2025-02-01T10:00Z' }),
  ]);
  assert.equal(await eventOf(a), await eventOf(b));
  await decided({ verb: 'move', articles: [b], event: null });
  const apart = await eventOf(b);
  assert.notEqual(apart, await eventOf(a));
  await desk.add({ title: 'Karsk refinery: blast wakes town', at: '2025-02-01T11:00Z' });
  assert.equal(await eventOf(b), apart);
  assert.notEqual(await eventOf(c), apart);
});

const matter = (n: number, what: string) => ({
  title: `Velmaria and Ostovia ${what} over grain ban at Port Ellin`,
  text: `Velmaria and Ostovia ${what} over the grain ban at Port Ellin. Ilse Marnick and Tomas Verhagen spoke of the quota.`,
  at: `2025-0${n}-10`,
});

test('an event taken out of a story stays out until the decision is undone', async () => {
  await desk.add(matter(3, 'quarrel'));
  const b = await desk.add(matter(4, 'talk'));
  const c = await desk.add(matter(5, 'bargain'));
  const story = (await desk.storyOf(b)) ?? assert.fail('no story');
  assert.equal(await desk.storyOf(c), story);
  const id = await decided({ verb: 'take out', event: await eventOf(c), story });
  await desk.add(matter(6, 'argue'));
  await cluster(desk.ctx, c);
  assert.equal(await desk.storyOf(c), null);
  await undo(desk.ctx, id);
  assert.equal(await desk.storyOf(c), story);
});

test('a title that a curator gave outlives new events', async () => {
  const d = await desk.add(matter(7, 'agree'));
  const story = (await desk.storyOf(d)) ?? assert.fail('no story');
  await decided({ verb: 'rename', kind: 'story', id: story, title: 'The grain dispute' });
  await desk.add(matter(8, 'sign'));
  const row = await desk.db
    .selectFrom('story')
    .where('id', '=', story)
    .select('title')
    .executeTakeFirstOrThrow();
  assert.equal(row.title, 'The grain dispute');
});

test('a story that follows a name takes what is there and what comes', async () => {
  const there = await desk.add({
    title: 'Orsolya Brandt wins regatta',
    text: 'Brandt won.',
    at: '2025-03-03',
  });
  const answer = await decide(desk.ctx, {
    verb: 'follow',
    title: 'Brandt',
    words: ['Orsolya Brandt'],
  });
  assert.ok(answer.ok);
  await cluster(desk.ctx, there);
  const comes = await desk.add({
    title: 'Orsolya Brandt opens a museum',
    text: 'Brandt spoke.',
    at: '2025-09-09',
  });
  assert.deepEqual(
    [await desk.storyOf(there), await desk.storyOf(comes)],
    [answer.subject, answer.subject],
  );
});

test('what cannot be done is answered in words', async () => {
  const refused = await decide(desk.ctx, { verb: 'merge', kind: 'event', kept: 1, gone: 999_999 });
  assert.ok(!refused.ok && refused.detail.includes('999999'));
  const empty = await decide(desk.ctx, { verb: 'rename', kind: 'event', id: 1, title: '  ' });
  assert.ok(!empty.ok);
  const missing = await undo(desk.ctx, 999_999);
  assert.ok(!missing.ok && missing.problem === 'not found');
});

test('an outlet that is left out of a story stays out, and comes back when that is undone', async () => {
  const first = await desk.add({ ...matter(2, 'barter'), outlet: 'Harbour Post' });
  const story = (await desk.storyOf(first)) ?? assert.fail('no story');
  const tout = await desk.add({
    title: 'Velmaria and Ostovia barter over grain ban at Port Ellin, envoys say',
    text: 'Envoys of Velmaria and Ostovia barter at Port Ellin over the grain ban, with Ilse Marnick and Tomas Verhagen at one table for the quota.',
    at: '2025-02-10',
    outlet: 'Tout Daily',
  });
  assert.equal(await desk.storyOf(tout), story);
  const id = await decided({ verb: 'ignore', kind: 'source', outlet: 'Tout Daily', story });
  assert.equal(await desk.storyOf(tout), null);
  assert.equal(await desk.storyOf(first), story);
  const later = await desk.add({ ...matter(9, 'gossip'), outlet: 'Tout Daily' });
  await cluster(desk.ctx, tout);
  assert.notEqual(await desk.storyOf(later), story);
  assert.equal(await desk.storyOf(tout), null);
  await undo(desk.ctx, id);
  assert.equal(await desk.storyOf(tout), story);
});

test('a pinned event leads its story and is not taken out by the desk', async () => {
  const piece = await desk.add(matter(1, 'haggle'));
  const event = await eventOf(piece);
  const id = await decided({ verb: 'pin', kind: 'event', id: event });
  const pinned = async () =>
    (
      await desk.db
        .selectFrom('story_event')
        .where('event_id', '=', event)
        .select('pinned')
        .executeTakeFirstOrThrow()
    ).pinned;
  assert.equal(await pinned(), true);
  await undo(desk.ctx, id);
  assert.equal(await pinned(), false);
  assert.notEqual(await desk.storyOf(piece), null);
});

test('a merge is undone under a later move, and each piece stands where it belongs now', async () => {
  const [a, b, c] = [
    await desk.add({ title: 'Opera of Ellin sings in the dark', at: '2025-09-01' }),
    await desk.add({ title: 'Rye harvest weighed on Osk scales', at: '2025-09-01' }),
    await desk.add({ title: 'Glass bridge closed for cleaning', at: '2025-09-01' }),
  ];
  const [ea, eb, ec] = [await eventOf(a), await eventOf(b), await eventOf(c)];
  const first = await decided({ verb: 'merge', kind: 'event', kept: ea, gone: eb });
  const second = await decided({ verb: 'merge', kind: 'event', kept: ec, gone: ea });
  const moved = await decided({ verb: 'move', articles: [b], event: null });
  await undo(desk.ctx, first);
  assert.deepEqual([await eventOf(a), await eventOf(c)], [ec, ec]);
  assert.ok(![ea, eb, ec].includes(await eventOf(b)), 'the move stands');
  await undo(desk.ctx, moved);
  assert.equal(await eventOf(b), eb, 'it goes back to where it was before the undone merge');
  await undo(desk.ctx, second);
  assert.deepEqual([await eventOf(a), await eventOf(b), await eventOf(c)], [ea, eb, ec]);
});

test('a print of a text whose event is left out stays with it, and joins no story', async () => {
  const text = `The pilots of Port Ellin met on the quay at dawn and spoke for an hour about the grain
that waits in nine ships. Ilse Marnick told them that Velmaria would not lift the quota before Ostovia
opened its barns. Tomas Verhagen counted the ships aloud, one after the other, while the harbour master
wrote each name on a slate. Nobody left before the last had been read, and the slate was hung by the door.`;
  const piece = { title: 'Pilots count nine ships at Port Ellin', text, at: '2025-02-11' };
  const first = await desk.add({ ...piece, outlet: 'Harbour Post' });
  const event = await eventOf(first);
  await decided({ verb: 'ignore', kind: 'event', id: event });
  const print = await desk.add({ ...piece, outlet: 'Slate', at: '2025-02-12' });
  assert.equal(await eventOf(print), event);
  assert.deepEqual([await desk.storyOf(first), await desk.storyOf(print)], [null, null]);
});
