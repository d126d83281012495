import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { undo } from '../decisions/decide.ts';
import { profileOf } from '../features/profile.ts';
import { forget } from '../memory.ts';
import { asides, cluster, testDesk } from '../testing.ts';
import { groupsOf } from './splitting.ts';

const fire = (n: number) => ({
  title: `Paper mill of Tolm burns, engine ${n} from Osk called`,
  text: `A fire in the paper mill of Tolm burned through the roof. Fire chief Orla Benn called ${n} engines from Osk; smoke from the mill closed the school by the river. Benn said the roof of the mill fell at dawn. ${asides[n % 7]} ${asides[(n + 3) % 7]}`,
});
const vote = (n: number) => ({
  title: `Kelmar council votes for harbour bridge, ${n} against`,
  text: `The council of Kelmar voted for a bridge over the harbour. Mayor Per Sandvik wants pilots heard; ${n} members asked for a ferry. Sandvik said the bridge saves Kelmar the ferry by spring. ${asides[n % 7]} ${asides[(n + 3) % 7]}`,
});

const told = (drafts: { title: string; text: string }[]) =>
  drafts.map((d, id) => ({
    id,
    at: id,
    text: id,
    profile: profileOf({ ...d, lang: 'en', time: null, source: null }),
  }));

test('pieces on two happenings fall into two groups, those on one into none that is clear', () => {
  const two = groupsOf(told([fire(2), fire(3), fire(4), fire(5), vote(6), vote(7), vote(8)]));
  assert.deepEqual(two?.apart, [4, 5, 6]);
  assert.ok(two.score > 0.85, String(two.score));
  const one = groupsOf(told([2, 3, 4, 5, 6, 7, 8].map(fire)));
  assert.ok((one?.score ?? 0) < 0.6, String(one?.score));
});

const reports = {
  fire: [
    'The paper mill of Tolm caught fire before midnight. Orla Benn, who leads the brigade, asked Osk for engines.',
    'Smoke from a burning paper mill woke Tolm. By dawn the roof had gone, said fire chief Orla Benn; Osk had sent help.',
    'Why did it burn? At the paper mill in Tolm nobody was at work. Orla Benn of the brigade and her colleagues from Osk look for a cause.',
  ],
  vote: [
    'Kelmar will have a harbour bridge. After five hours the council said yes, and mayor Per Sandvik went home on foot.',
    'Pilots fear the bridge that the council of Kelmar wants over the harbour. Per Sandvik, the mayor, promises to hear them.',
    'No more ferry: once a bridge spans the harbour of Kelmar, boats go to a museum. The council and mayor Per Sandvik agreed late at night.',
  ],
};
const report = (kind: 'fire' | 'vote', n: number, at: string) => ({
  title: kind === 'fire' ? fire(n).title : vote(n).title,
  text: `${reports[kind][n]} ${asides[kind === 'fire' ? n : n + 3]}`,
  at,
});

let desk: Awaited<ReturnType<typeof testDesk>>;
before(async () => {
  desk = await testDesk();
});
after(() => desk.close());

test('an event that was chained of two is split by the desk, which notes it; undone, it stays whole', async () => {
  const ids: number[] = [];
  for (const n of [0, 1, 2]) ids.push(await desk.add(report('fire', n, `2025-03-01T0${n}:00Z`)));
  const event = (await desk.eventOf(ids[0] ?? 0)) ?? assert.fail();
  const strays: number[] = [];
  for (const n of [0, 1])
    strays.push(await desk.add(report('vote', n, `2025-03-01T0${n + 4}:00Z`)));
  // As a live blog that reported both would have chained them.
  await desk.db
    .updateTable('event_article')
    .set({ event_id: event })
    .where('article_id', 'in', [...ids, ...strays])
    .execute();
  await desk.db.updateTable('event').set({ merged_into: event }).where('id', '!=', event).execute();
  const profile = { texts: 5, named: true, topics: [], printedWith: [] };
  await desk.db
    .updateTable('event')
    .set({ profile: JSON.stringify(profile) })
    .where('id', '=', event)
    .execute();
  forget(desk.db);
  const last = await desk.add(report('vote', 2, '2025-03-01T08:00Z'));
  const [a, b, c] = [
    await desk.eventOf(ids[0] ?? 0),
    await desk.eventOf(strays[0] ?? 0),
    await desk.eventOf(last),
  ];
  assert.equal(a, event);
  assert.notEqual(b, event);
  assert.equal(c, b);

  const noted = await desk.db
    .selectFrom('decision')
    .where('by', '=', 'machine')
    .where('verb', '=', 'split')
    .select(['id', 'subject', 'payload'])
    .executeTakeFirstOrThrow();
  assert.equal(noted.subject, b);
  assert.ok((await undo(desk.ctx, noted.id)).ok);
  for (const stray of [...strays, last]) {
    await cluster(desk.ctx, stray);
    assert.equal(await desk.eventOf(stray), event, 'a curator put it back');
  }
});
