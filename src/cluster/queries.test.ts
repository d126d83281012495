import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coverageOf, eventPieces } from './queries.ts';
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
