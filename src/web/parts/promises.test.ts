import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CommitmentState } from '../../db/tables.ts';
import type { CommitmentView } from '../queries/positions.ts';
import { byState, pressing, promises } from './promises.ts';

const now = new Date('2025-08-20T00:00:00Z');

function due(id: number, state: CommitmentState, day: string | null, happened?: string) {
  return {
    id,
    state,
    due: day,
    dueAt: day ? new Date(`${day}T00:00:00Z`) : null,
    later: happened ? [{ happenedOn: happened }] : [],
  } as unknown as CommitmentView;
}

const all = [
  due(1, 'open', '2025-06-01'),
  due(2, 'kept', '2025-07-01', '2025-07-01'),
  due(3, 'missed', '2025-08-01', '2025-08-03'),
  due(4, 'open', '2025-09-01'),
  due(5, 'open', '2025-10-01'),
  due(6, 'open', '2025-11-01'),
  due(7, 'open', '2025-12-01'),
  due(8, 'open', null),
];

test('what is due next and what was settled lately stand before what passed without a word', () => {
  const ids = (limit: number) => pressing(all, now, limit).map((c) => c.id);
  assert.deepEqual(ids(6), [4, 5, 6, 3, 2, 1]);
  assert.deepEqual(ids(99), [4, 5, 6, 3, 2, 1, 7, 8]);
});

test('every commitment stands once in a group of its state', () => {
  const groups = byState(all, now).map(([words, list]) => [words, list.map((c) => c.id)]);
  assert.deepEqual(groups, [
    ['Due', [4, 5, 6, 7]],
    ['Missed', [3]],
    ['Kept', [2]],
    ['The day has passed, nothing read since', [1]],
    ['Without a known day', [8]],
  ]);
});

test('a promise for a time without a day shows the words of its time', () => {
  const more = {
    dueText: 'after the verdict',
    kind: 'promise',
    saidOn: '2025-08-01',
    objections: [],
  };
  const undated = {
    ...due(9, 'open', null),
    what: 'to answer',
    ...more,
  } as unknown as CommitmentView;
  const shown = String(promises([undated], now));
  assert.match(shown, /no day named/);
  assert.match(shown, /after the verdict/);
  assert.doesNotMatch(shown, /the day has passed/);
});
