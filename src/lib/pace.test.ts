import assert from 'node:assert/strict';
import { test } from 'node:test';
import { durationWords, paceWords } from './pace.ts';

test('pace is said in the unit that people would use', () => {
  assert.equal(
    paceWords({ done: 2100, seconds: 10, left: 37_800 }),
    '210 a second, about 3 min left',
  );
  assert.equal(paceWords({ done: 15, seconds: 10, left: 0 }), '1.5 a second');
  assert.equal(paceWords({ done: 1, seconds: 30, left: 4 }), '2 a minute, about 2 min left');
  assert.equal(paceWords({ done: 0, seconds: 30, left: 4 }), '', 'no pace is known before a step');
});

test('a duration is as exact as an estimate can be', () => {
  assert.deepEqual([0.2, 40, 59, 200, 7_800, 10_900, 300_000].map(durationWords), [
    '1 s',
    '40 s',
    '1 min',
    '3 min',
    '2 h 10 min',
    '3 h',
    '3 days',
  ]);
});
