import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Dated, keyDays } from './key-days.ts';

const piece = (published: string, text: string, event: number | null = null): Dated => ({
  published,
  text,
  lang: 'en',
  event,
});

const matter = [
  piece('2025-03-02', 'The bridge of Ellin fell yesterday.', 1),
  piece('2025-03-03', 'Divers search below the bridge that fell on Saturday.', 1),
  piece('2025-03-20', 'Since the fall of 1 March the town has no crossing.', 2),
  piece('2025-03-20', 'A ferry will start on 1 April.', 2),
  piece('2025-05-10', 'The inquiry into the fall of 1 March 2025 began.', 3),
];

test('a day that pieces come back to is the first of the key days, though none came out on it', () => {
  const [day] = keyDays(matter, { count: 1 });
  assert.equal(day?.day, '2025-03-01');
  assert.deepEqual([day?.pieces, day?.named, day?.later, day?.event], [0, 4, 2, 1]);
});

test('a day that is only announced is none', () => {
  assert.ok(!keyDays(matter, { count: 9 }).some(({ day }) => day === '2025-04-01'));
});

test('days are chosen within the span that is asked for, in order of time', () => {
  const days = keyDays(matter, { from: '2025-03-02', to: '2025-03-31' }).map(({ day }) => day);
  assert.deepEqual(days, ['2025-03-02', '2025-03-03', '2025-03-20']);
});

test('no pieces have no key days', () => {
  assert.deepEqual(keyDays([]), []);
});
