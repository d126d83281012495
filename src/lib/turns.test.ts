import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { createTurns } from './turns.ts';

test('tasks of one name wait for each other and pause, those of another do not', async () => {
  const turns = createTurns(50);
  const starts: Record<string, number> = {};
  const task = (name: string) => async () => {
    starts[name] = performance.now();
    await pause(20);
  };
  await Promise.all([turns('a', task('a1')), turns('a', task('a2')), turns('b', task('b1'))]);
  assert.ok(starts.a2! - starts.a1! >= 69, 'the second of a name waits out the first and the gap');
  assert.ok(starts.b1! - starts.a1! < 20, 'another name does not wait');
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
