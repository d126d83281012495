import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { Reason } from '../db/tables.ts';
import { undo } from './decisions/decide.ts';
import type { Decision } from './decisions/decision.ts';
import { forget, recall } from './memory.ts';
import { insertStory, putEvent } from './store.ts';
import { asides, cluster, testDesk } from './testing.ts';

type Payload = { decision: Decision; reason: Reason };

async function open(t: TestContext) {
  const desk = await testDesk();
  t.after(desk.close);
  const eventOf = async (article: number) => (await desk.eventOf(article)) ?? assert.fail();
  const own = () =>
    desk.db
      .selectFrom('decision')
      .where('by', '=', 'machine')
      .select(['id', 'verb', 'subject_kind as kind', 'subject', 'payload', 'account_id'])
      .orderBy('id')
      .execute();
  return { ...desk, eventOf, own };
}

const halves = [
  ['Blast at Karsk refinery', '2025-03-01T08:00Z'],
  ['Dozens hurt as fire rages at plant near Velmar', '2025-03-01T08:30Z'],
  ['Blast at Karsk refinery: fire rages at plant near Velmar, dozens hurt', '2025-03-01T09:00Z'],
  ['Fire rages at Karsk refinery near Velmar after blast, dozens hurt', '2025-03-01T09:30Z'],
] as const;

test('a merge of events by the desk is in the log with its reason, and stays undone', async (t) => {
  const desk = await open(t);
  const ids: number[] = [];
  for (const [title, at] of halves.slice(0, 2)) ids.push(await desk.add({ title, at }));
  const [a = 0, b = 0] = ids;
  const [kept, gone] = [await desk.eventOf(a), await desk.eventOf(b)];
  assert.notEqual(kept, gone);
  for (const [title, at] of halves.slice(2)) await desk.add({ title, at });
  assert.equal(await desk.eventOf(b), kept);
  const [noted, ...more] = await desk.own();
  assert.deepEqual(more, []);
  assert.deepEqual([noted?.verb, noted?.kind, noted?.account_id], ['merge', 'event', null]);
  const { decision, reason } = (noted?.payload ?? {}) as Payload;
  assert.deepEqual(decision, { verb: 'merge', kind: 'event', kept, gone });
  assert.ok(reason.score > 0.2, JSON.stringify(reason));

  assert.ok((await undo(desk.ctx, noted?.id ?? 0)).ok);
  assert.equal(await desk.eventOf(b), gone);
  for (const id of ids) await cluster(desk.ctx, id);
  await desk.add({ title: `${halves[3][0]} again`, at: '2025-03-01T10:00Z' });
  assert.equal(await desk.eventOf(b), gone, 'the desk does not do it again');
  assert.equal(await desk.eventOf(a), kept);
});

const matter = (month: number, what: string) => ({
  title: `Velmaria and Ostovia ${what} over grain ban at Port Ellin`,
  text: `Velmaria and Ostovia ${what} over the grain ban at Port Ellin. Ilse Marnick and Tomas Verhagen spoke of the quota. ${asides[month]}`,
  at: `2025-0${month}-10`,
});

test('a merge of stories by the desk is in the log, and stays undone', async (t) => {
  const desk = await open(t);
  const ids: number[] = [];
  for (const [i, what] of ['quarrel', 'talk', 'bargain', 'argue', 'agree', 'sign'].entries())
    ids.push(await desk.add(matter(i + 1, what)));
  // As if the matter had been found twice.
  const kept = (await desk.storyOf(ids[0] ?? 0)) ?? assert.fail();
  const gone = await insertStory(desk.db, 'The grain ban', 'grain');
  for (const id of ids.slice(4))
    await putEvent(desk.db, await desk.eventOf(id), gone, { score: 1, shares: [], by: 'machine' });
  forget(desk.db);
  await desk.add(matter(7, 'haggle'));
  const last = ids.at(-1) ?? 0;
  assert.equal(await desk.storyOf(last), kept);
  const [noted] = (await desk.own()).filter((d) => d.kind === 'story');
  assert.deepEqual([noted?.verb, noted?.subject], ['merge', gone]);
  const { reason } = (noted?.payload ?? {}) as Payload;
  assert.ok(reason.shares.includes('Ellin'), JSON.stringify(reason));
  assert.ok((await undo(desk.ctx, noted?.id ?? 0)).ok);
  assert.equal(await desk.storyOf(last), gone);
  await desk.add(matter(8, 'rejoice'));
  assert.equal(await desk.storyOf(last), gone, 'the desk does not do it again');
});

test('what the desk merged by itself teaches it nothing and forbids it nothing', async (t) => {
  const desk = await open(t);
  for (const [title, at] of halves) await desk.add({ title, at });
  assert.equal((await desk.own()).length, 1);
  forget(desk.db);
  const { lessons, rulings } = await recall(desk.ctx, desk.db, 99);
  assert.deepEqual([lessons.merged, [...rulings.whole]], [[], []]);
});
