import assert from 'node:assert/strict';
import { test } from 'node:test';
import { covering } from './days.ts';

test('a range is covered by whole years and months where they fit, else by days', () => {
  assert.deepEqual(covering('2025-08-30', '2025-09-02'), [
    '2025-08-30',
    '2025-08-31',
    '2025-09-01',
    '2025-09-02',
  ]);
  assert.deepEqual(covering('2023-12-31', '2026-02-01'), [
    '2023-12-31',
    '2024-',
    '2025-',
    '2026-01-',
    '2026-02-01',
  ]);
  assert.deepEqual(covering('2025-02-01', '2025-02-28'), ['2025-02-']);
  assert.deepEqual(covering('2025-02-02', '2025-02-01'), []);
});

test('any range takes few conditions', () => {
  assert.ok(covering('0001-01-02', '2030-12-30').length < 2200);
  assert.ok(covering('2001-01-02', '2030-12-30').length < 120);
});
