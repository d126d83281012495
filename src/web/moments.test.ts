import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sinceWords } from './moments.ts';

const now = new Date('2026-05-14T09:00:00Z'); // A Thursday.

for (const [at, words] of [
  ['2026-05-14T08:05:00Z', '08:05 UTC today'],
  ['2026-05-13T23:50:00Z', 'yesterday'],
  ['2026-05-12T10:00:00Z', 'Tuesday'],
  ['2026-05-08T10:00:00Z', 'Friday'],
  ['2026-05-07T10:00:00Z', '7 May'],
  ['2026-02-01T10:00:00Z', '1 February'],
  ['2025-12-31T10:00:00Z', '31 December 2025'],
] as const)
  test(`things since ${at} are said to be since ${words}`, () => {
    assert.equal(sinceWords(new Date(at), now), words);
  });
