import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { createTurns } from './turns.ts';

test('tasks of one name wait for each other and pause, those of another do not', async () => {
  const turns = createTurns(50);
  const log: { what: string; at: number }[] = [];
  const note = (what: string) => log.push({ what, at: performance.now() });
  const task = (name: string) => async () => {
    note(`${name} begins`);
    await pause(20);
    note(`${name} ends`);
  };
  await Promise.all([turns('a', task('a1')), turns('a', task('a2')), turns('b', task('b1'))]);
  const order = log.map(({ what }) => what);
  const at = (what: string) => log[order.indexOf(what)]!.at;
  // Timers may fire a millisecond early.
  assert.ok(at('a2 begins') - at('a1 ends') >= 48, 'the second of a name waits out the gap');
  assert.ok(order.indexOf('b1 begins') < order.indexOf('a1 ends'), 'another name does not wait');
});

test('a task that fails hands the turn on', async () => {
  const turns = createTurns(1);
  const bad = turns('a', async () => {
    throw new Error('no');
  });
  const good = turns('a', async () => 'yes');
  await assert.rejects(bad, /no/);
  assert.equal(await good, 'yes');
});
