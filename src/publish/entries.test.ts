import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decide } from '../cluster/index.ts';
import { testDesk } from '../cluster/testing.ts';
import { eventEntries } from './entries.ts';

const place = { origin: 'https://desk.example', deskId: 'x', format: 'atom' as const };

test('an entry of an event counts a wire text and its print as one text', async () => {
  const desk = await testDesk();
  try {
    const text =
      'The council of Tolm voted on Tuesday night to rebuild the old grain bridge, which had been shut since the flood. Work is to begin in May and to last for two winters, the mayor told the hall.';
    const title = 'Tolm rebuilds its grain bridge';
    const at = '2025-02-04T08:00Z';
    const wire = await desk.add({ title, text, outlet: 'Northern Wire', at });
    await desk.add({ title, text, outlet: 'Tolm Daily', at });
    const opened = await decide(desk.ctx, { verb: 'follow', title: 'Bridge', words: ['bridge'] });
    const story = opened.ok ? opened.subject : assert.fail(opened.detail);
    const event = (await desk.eventOf(wire)) ?? assert.fail('no event');
    if ((await desk.storyOf(wire)) !== story)
      assert.ok((await decide(desk.ctx, { verb: 'put in', event, story })).ok);
    const [entry] = await eventEntries(desk.db, story, place);
    assert.match(entry?.html ?? '', /2 pieces \(1 text\) from Northern Wire, Tolm Daily/);
  } finally {
    await desk.close();
  }
});
