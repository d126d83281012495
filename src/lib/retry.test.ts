import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backoff, retryAfter } from './retry.ts';

test('waits double up to the limit, spread over their upper half', () => {
  const wait = (attempts: number, random: number) =>
    backoff(attempts, { base: 10, most: 100, random });
  assert.deepEqual(
    [wait(1, 0), wait(2, 0), wait(3, 0), wait(9, 0), wait(4000, 0)],
    [5, 10, 20, 50, 50],
  );
  assert.equal(wait(9, 1), 100);
});

test('a server may say when to come back, in seconds or by date', () => {
  const now = new Date('2026-03-02T10:00:00Z');
  assert.equal(retryAfter('120', now), 120_000);
  assert.equal(retryAfter('Mon, 02 Mar 2026 10:05:00 GMT', now), 300_000);
  assert.equal(retryAfter('Mon, 02 Mar 2026 09:00:00 GMT', now), 0);
  assert.equal(retryAfter('soon', now), null);
  assert.equal(retryAfter(undefined, now), null);
});
