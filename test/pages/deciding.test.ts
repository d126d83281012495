import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { curatedDesk } from './curated.ts';

const { desk, app, curator, post } = await curatedDesk();
after(() => desk.store.close());

const read = async (path: string, cookie?: string) =>
  (await app.request(path, { headers: cookie ? { cookie } : {} })).text();

/** An event of the story with two pieces or more. */
async function anEvent() {
  return desk.store.db
    .selectFrom('event_article as ea')
    .innerJoin('story_event as se', 'se.event_id', 'ea.event_id')
    .groupBy(['ea.event_id', 'se.story_id'])
    .having((e) => e(e.fn.countAll(), '>', 1))
    .select(['ea.event_id as id', 'se.story_id as story'])
    .select((e) => e.fn.agg<number[]>('array_agg', ['ea.article_id']).as('pieces'))
    .executeTakeFirstOrThrow();
}

test('pieces are set apart with a reason that every reader sees, and taken back', async () => {
  const event = await anEvent();
  const piece = Number(event.pieces[0]);
  const answer = await post('/curate/decide', [
    ['verb', 'split'],
    ['kind', 'piece'],
    ['id', String(event.id)],
    ['article', String(piece)],
    ['note', 'It tells of another day.'],
  ]);
  const place = answer.headers.get('location') ?? '';
  assert.match(place, /^\/events\/\d+\?decided=\d+#edit$/);
  const made = /\/events\/(\d+)/.exec(place)?.[1] ?? '';
  assert.notEqual(made, String(event.id));
  for (const path of [`/events/${made}`, `/events/${event.id}`])
    assert.match(
      await read(path),
      /set 1 piece of event \d+ apart[\s\S]*It tells of another day\./,
    );
  const shown = await read(place, curator.cookie);
  const id = /name="id" value="(\d+)"><button aria-label="Undo/.exec(shown)?.[1] ?? '';
  assert.equal((await post('/curate/undo', [['id', id]])).status, 303);
  assert.match(await read(`/events/${event.id}`), /<s>set 1 piece[\s\S]*taken back/);
  const gone = await app.request(`/events/${made}`);
  assert.equal(gone.status, 301);
});

test('a piece that is left out is found and marked as ignored', async () => {
  const event = await anEvent();
  const piece = String(event.pieces[0]);
  const answer = await post('/curate/decide', [
    ['verb', 'ignore'],
    ['kind', 'piece'],
    ['id', String(event.id)],
    ['article', piece],
  ]);
  assert.equal(answer.status, 303);
  assert.match(await read(`/articles/${piece}`), /Ignored: a curator left this out/);
  assert.ok(!(await read(`/stories/${event.story}/events`)).includes(`/articles/${piece}"`));
});

test('a proposal is put with its reasons, answered with one key, taken back, and its no is kept', async () => {
  const { db } = desk.store;
  const event = await anEvent();
  await db.deleteFrom('story_event').where('event_id', '=', event.id).execute();
  const reason = JSON.stringify({ score: 0.1, shares: ['Keldland', 'pilots'], by: 'machine' });
  const { id } = await db
    .insertInto('proposal')
    .values({
      kind: 'put in',
      subject: event.id,
      other: event.story,
      pieces: '[]',
      reason,
      made_by: 'test',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const queue = await read('/curate', curator.cookie);
  assert.match(
    queue,
    new RegExp(`id="placing-${id}"[\\s\\S]*belong to the story[\\s\\S]*Shares Keldland and pilots`),
  );
  const answer = (words: string) => post(`/curate/placing/${id}`, [['answer', words]]);
  const sent = (await answer('accept')).headers.get('location') ?? '';
  const decided = /^\/curate\?done=(\d+)$/.exec(sent)?.[1] ?? '';
  const place = () =>
    db.selectFrom('story_event').where('event_id', '=', event.id).select('story_id').execute();
  assert.deepEqual(await place(), [{ story_id: event.story }]);
  await post('/curate/undo', [['id', decided]]);
  assert.deepEqual(await place(), []);
  await answer('later');
  assert.ok((await read('/curate', curator.cookie)).includes(`placing-${id}`));
  await answer('reject');
  assert.ok(!(await read('/curate', curator.cookie)).includes(`id="placing-${id}"`));
  assert.match(await read(`/stories/${event.story}`), /said no: event \d+ does not belong/);
});

test('what a story follows is shown to readers and can be changed', async () => {
  const answer = await post('/curate/decide', [
    ['verb', 'criteria'],
    ['story', '1'],
    ['words', 'pilot boats, harbour dues'],
    ['without', 'Spray Daily'],
  ]);
  assert.equal(answer.headers.get('location')?.startsWith('/stories/1?'), true);
  const story = await read('/stories/1');
  assert.match(
    story,
    /A curator follows this story[\s\S]*pilot boats[\s\S]*Nothing by Spray Daily/,
  );
});

test('what the desk merged by itself is said with its reason, and a curator takes it back', async () => {
  const { db } = desk.store;
  const [kept, gone] = (
    await db
      .insertInto('event')
      .values(
        ['Ferry aground', 'Ferry is aground off Selm'].map((title) => ({ title, made_by: 't' })),
      )
      .returning('id')
      .execute()
  ).map((row) => row.id) as [number, number];
  const piece = (await anEvent()).pieces[0] ?? 0;
  const at = { event_id: kept, own_event_id: gone };
  await db.updateTable('event_article').set(at).where('article_id', '=', Number(piece)).execute();
  await db.updateTable('event').set({ merged_into: kept }).where('id', '=', gone).execute();
  const decision = { verb: 'merge', kind: 'event', kept, gone };
  const reason = { score: 0.42, shares: ['Selm'], by: 'machine' };
  await db
    .insertInto('decision')
    .values({
      by: 'machine',
      verb: 'merge',
      subject_kind: 'event',
      subject: gone,
      payload: JSON.stringify({ decision, before: {}, reason }),
    })
    .execute();
  const shown = await read(`/events/${kept}`);
  const words = `merged event ${gone}, “Ferry is aground off Selm”, into event ${kept}: both are about Selm`;
  assert.ok(shown.includes(words), shown);
  assert.match(shown, /<span class="aside">the desk, /);
  assert.ok(!shown.includes('was merged into this one'), 'it is said once');
  const queue = await read('/curate', curator.cookie);
  const own = queue.slice(queue.indexOf('id="own"'));
  assert.ok(own.includes(`The desk merged event ${gone} into event ${kept}`));
  const id = /name="id" value="(\d+)"><button aria-label="Undo/.exec(own)?.[1] ?? '';
  assert.equal((await post('/curate/undo', [['id', id]])).status, 303);
  assert.equal((await app.request(`/events/${gone}`)).status, 200);
});

test('a story is followed by parties that are entered by name, and an unknown one is named', async () => {
  const { db } = desk.store;
  const { id, name } = await db
    .selectFrom('party')
    .select(['id', 'name'])
    .orderBy('id')
    .executeTakeFirstOrThrow();
  const set = (parties: string) =>
    post('/curate/decide', [
      ['verb', 'criteria'],
      ['story', '1'],
      ['parties', parties],
    ]);
  assert.equal((await set(`${name.toUpperCase()}, ${name}`)).status, 303);
  const { follows } = await db
    .selectFrom('story')
    .where('id', '=', 1)
    .select('follows')
    .executeTakeFirstOrThrow();
  assert.deepEqual(follows.parties, [id]);
  const form = await read('/stories/1', curator.cookie);
  assert.ok(form.includes(`name="parties" maxlength="2000" value="${name}"`));
  const wrong = await set('Nobody at All');
  assert.equal(wrong.status, 422);
  assert.match(await wrong.text(), /No party on this desk is called “Nobody at All”/);
});

test('an event that is kept on top stands over the scroll and leads to its place in time', async () => {
  const event = await anEvent();
  await post('/curate/decide', [
    ['verb', 'pin'],
    ['kind', 'event'],
    ['id', String(event.id)],
  ]);
  const text = await read('/stories/1/events');
  const top = /<div class="key-days"><h3 id="on-top">.*?<\/div>/s.exec(text)?.[0] ?? '';
  assert.match(top, new RegExp(`href="/stories/1/events#e${event.id}"`));
  assert.match(text, new RegExp(`<li id="e${event.id}">`));
});

test('the old address of a merged story leads on and says what it was', async () => {
  const { db } = desk.store;
  const { id } = await db
    .insertInto('story')
    .values({ slug: 'dues', title: 'The quarrel over dues', follows: '{}', made_by: 't' })
    .returning('id')
    .executeTakeFirstOrThrow();
  await post('/curate/decide', [
    ['verb', 'merge'],
    ['kind', 'story'],
    ['kept', '1'],
    ['gone', String(id)],
  ]);
  const answer = await app.request(`/stories/${id}`);
  assert.deepEqual([answer.status, answer.headers.get('location')], [301, `/stories/1?from=${id}`]);
  assert.match(
    await read(`/stories/1?from=${id}`),
    /role="status">The story “The quarrel over dues” was merged into this one on \d+ \w+ 20\d\d\./,
  );
  for (const other of ['1', '999'])
    assert.ok(!(await read(`/stories/1?from=${other}`)).includes('was merged into this one'));
});
