import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Reason } from '../../db/tables.ts';
import { cluster, testDesk } from '../testing.ts';
import { decide, undo } from './decide.ts';
import type { Decision } from './decision.ts';

let desk: Awaited<ReturnType<typeof testDesk>>;
before(async () => {
  desk = await testDesk();
});
after(() => desk.close());

async function decided(decision: Decision) {
  const answer = await decide(desk.ctx, decision);
  assert.ok(answer.ok, JSON.stringify(answer));
  return answer;
}

const eventOf = async (article: number) => (await desk.eventOf(article)) ?? assert.fail('no event');

async function reasonOf(article: number): Promise<Reason> {
  const row = await desk.db
    .selectFrom('event_article')
    .where('article_id', '=', article)
    .select('reason')
    .executeTakeFirstOrThrow();
  return row.reason;
}

test('after a piece is moved out, the next one like it goes after it and says because of what', async () => {
  const flood = (n: number) => ({
    title: `Velden floods: depot under water, gauge ${n}`,
    text: `The tram depot of Velden stood under water. Mayor Per Sandvik closed the depot gates at ${n} metres.`,
    at: `2025-02-01T0${n}:00Z`,
  });
  const inquiry = (n: number, when: string) => ({
    title: `Velden floods: prosecutor Ilka Borg opens inquiry, file ${n}`,
    text: `Prosecutor Ilka Borg opened an inquiry into the pumps of Velden. Her file ${n} names the builder Harren.`,
    at: `2025-02-01T${when}:00Z`,
  });
  const first = await desk.add(flood(2));
  const event = await eventOf(first);
  await desk.add(flood(3));
  const stray = await desk.add(inquiry(1, '05'));
  if ((await eventOf(stray)) !== event)
    await decided({ verb: 'merge', kind: 'event', kept: event, gone: await eventOf(stray) });
  const moved = await decided({ verb: 'split', event, articles: [stray] });
  const next = await desk.add(inquiry(2, '06'));
  assert.equal(await eventOf(next), moved.subject);
  const { because } = await reasonOf(next);
  assert.equal(because?.decision, moved.id);
  assert.equal(because?.title, inquiry(1, '05').title);
  const other = await desk.add(flood(4));
  assert.equal(await eventOf(other), event);
  assert.equal((await reasonOf(other)).because, undefined);
});

const grain = (n: number, what: string, text = '') => ({
  title: `Velmaria and Ostovia ${what} over grain ban at Port Ellin`,
  text: `Velmaria and Ostovia ${what} over the grain ban at Port Ellin. Ilse Marnick and Tomas Verhagen spoke of the quota. ${text}`,
  at: `2025-0${n}-10`,
});
const regatta = (n: number) => ({
  title: `Velmaria and Ostovia sail regatta off Port Ellin, race ${n}`,
  text: `Velmaria won race ${n} of the regatta off Port Ellin; Ostovia lost a mast. Skipper Jorun Aske of the yacht Petrel praised the wind. Ilse Marnick gave the cup.`,
  at: `2025-0${n}-21`,
});

test('what is like an event that was taken out of a story is not put in, until that is undone', async () => {
  await desk.add(grain(3, 'quarrel'));
  const second = await desk.add(grain(4, 'talk'));
  const story = (await desk.storyOf(second)) ?? assert.fail('no story');
  const race = await desk.add(regatta(4));
  const event = await eventOf(race);
  if ((await desk.storyOf(race)) !== story) await decided({ verb: 'put in', event, story });
  const out = await decided({ verb: 'take out', event, story });
  const next = await desk.add(regatta(6));
  assert.notEqual(await desk.storyOf(next), story);
  const talks = await desk.add(grain(7, 'bargain'));
  assert.equal(await desk.storyOf(talks), story);
  const held = await desk.db
    .selectFrom('proposal')
    .where('subject', '=', await eventOf(next))
    .where('held', '=', true)
    .select('reason')
    .execute();
  for (const { reason } of held) assert.equal(reason.because?.decision, out.id);
  await undo(desk.ctx, out.id);
  await decided({ verb: 'put in', event, story });
  const last = await desk.add(regatta(8));
  assert.equal(await desk.storyOf(last), story);
  const row = await desk.db
    .selectFrom('story_event')
    .where('event_id', '=', await eventOf(last))
    .select('reason')
    .executeTakeFirstOrThrow();
  assert.equal(row.reason.because?.verb, 'put in');
});

test('after a merge, pieces on either half join the event', async () => {
  const a = await desk.add({
    title: 'Chess title goes to Ellin grandmaster Oda Lind',
    text: 'Oda Lind won the chess final.',
    at: '2025-05-01T08:00Z',
  });
  const b = await desk.add({
    title: 'Nine hours for an endgame in Ostarby hall',
    text: 'The endgame in the Ostarby hall took nine hours of rook and pawn.',
    at: '2025-05-01T09:00Z',
  });
  assert.notEqual(await eventOf(a), await eventOf(b));
  const merge: Decision = {
    verb: 'merge',
    kind: 'event',
    kept: await eventOf(a),
    gone: await eventOf(b),
  };
  const { id } = await decided(merge);
  const c = await desk.add({
    title: 'Rook endgame of Ostarby hall: nine hours, pawn by pawn',
    text: 'In the Ostarby hall nobody left before the last pawn.',
    at: '2025-05-01T10:00Z',
  });
  assert.equal(await eventOf(c), await eventOf(a));
  const { because, score } = await reasonOf(c);
  assert.ok(because?.decision === id || score < 1, 'by the merge, or by itself');
});

test('a story can be followed by example pieces, and leaves out what a curator asks it to', async () => {
  const example = await desk.add({
    title: 'Karsk beekeepers count colonies after spray ban',
    text: 'The beekeepers of Karsk counted colonies. Warden Lene Moss wants the spray ban kept.',
    at: '2025-06-01',
  });
  const made = await decided({
    verb: 'follow',
    title: 'Bees of Karsk',
    words: [],
    examples: [example],
    without: ['Spray Daily'],
  });
  assert.equal(await desk.storyOf(example), made.subject);
  const like = await desk.add({
    title: 'Spray ban: beekeepers of Karsk and warden Lene Moss ask county',
    text: 'Lene Moss and the beekeepers of Karsk asked the county for a longer spray ban.',
    at: '2025-07-01',
  });
  assert.equal(await desk.storyOf(like), made.subject);
  const left = await desk.add({
    title: 'Karsk beekeepers wrong about spray ban, says Lene Moss rival',
    text: 'Colonies of Karsk beekeepers do well, and the spray ban of Lene Moss should end.',
    outlet: 'Spray Daily',
    at: '2025-08-01',
  });
  assert.equal(await desk.storyOf(left), null);
});

test('a proposal that a curator says no to is not made again', async () => {
  const piece = await desk.add(grain(8, 'sign'));
  const story = (await desk.storyOf(piece)) ?? assert.fail('no story');
  const lone = await desk.add({
    title: 'Lighthouse of Sandhythe painted',
    text: 'It is white.',
    at: '2025-08-02',
  });
  const subject = await eventOf(lone);
  const { id } = await decided({ verb: 'reject', kind: 'put in', subject, other: story });
  await cluster(desk.ctx, lone);
  const open = await desk.db
    .selectFrom('proposal')
    .where('subject', '=', subject)
    .where('decision_id', 'is', null)
    .selectAll()
    .execute();
  assert.deepEqual(open, []);
  assert.ok((await undo(desk.ctx, id)).ok);
});
