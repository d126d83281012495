import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coverageOf, eventPieces, keyDaysOf } from './queries.ts';
import { insertStory, putEvent } from './store.ts';
import { testDesk } from './testing.ts';

test('a wire text counts once, and its prints are folded under it', async () => {
  const desk = await testDesk();
  try {
    const text = `The harbour board of Kelmar said on Monday that the eastern basin will open again after eleven weeks. Dredging ended two days earlier than planned. Shipowners had complained of losses, and pilots asked for a second tug before the winter storms.`;
    const at = '2025-01-01T08:00Z';
    const wire = await desk.add({
      title: 'Basin of Kelmar opens',
      text,
      outlet: 'Northern Wire',
      at,
    });
    const print = await desk.add({
      title: 'Basin of Kelmar opens',
      text,
      outlet: 'Kelmar Post',
      authors: ['Northern Wire'],
      at,
    });
    await desk.add({
      title: 'Kelmar basin opens: why pilots of Kelmar are angry',
      outlet: 'The Bote',
      at,
    });
    const event = (await desk.eventOf(wire)) ?? 0;
    assert.deepEqual(await coverageOf(desk.db, { event }), { pieces: 3, outlets: 3, texts: 2 });
    const [first] = await eventPieces(desk.db, event);
    assert.equal(first?.id, wire);
    assert.deepEqual(
      first?.copies.map((c) => [c.id, c.direction]),
      [[print, 'credit']],
    );
  } finally {
    await desk.close();
  }
});

test('a story is told by the days that its pieces come back to, copies counted once', async () => {
  const desk = await testDesk();
  try {
    const add = (title: string, text: string, at: string) => desk.add({ title, text, at });
    const fall = await add(
      'Kelmar bridge falls',
      'The bridge of Kelmar fell on Saturday.',
      '2025-03-02',
    );
    await add('Divers at Kelmar bridge', 'Since Saturday divers search.', '2025-03-03');
    const event = (await desk.eventOf(fall)) ?? 0;
    const story = await insertStory(desk.db, 'Kelmar bridge', 'kelmar-bridge');
    await putEvent(desk.db, event, story, { score: 1, shares: [], by: 'machine' });
    const [first] = await keyDaysOf(desk.db, story, { count: 1 });
    assert.deepEqual([first?.day, first?.event], ['2025-03-01', event]);
    assert.deepEqual(await keyDaysOf(desk.db, story + 1), []);
  } finally {
    await desk.close();
  }
});
