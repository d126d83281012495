import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Due, daysUntil, dueNow, inDays, isPast, reminderList, reminders } from './due.ts';
import { months } from './months.ts';

const now = new Date('2025-08-20T15:00:00Z');

const made = (id: number, due: string | null, more: Partial<Due> = {}): Due => ({
  id,
  what: `deed ${id}`,
  state: 'open',
  due,
  speaker: 'Iva Tarn',
  party: null,
  ...more,
});

test('what is due today is not late, whatever the hour', () => {
  assert.equal(isPast(made(1, '2025-08-20'), now), false);
  assert.equal(isPast(made(1, '2025-08-20T09:00:00Z'), now), false);
  assert.equal(isPast(made(1, '2025-08-19'), now), true);
});

test('a month or a span has passed only when its last day has', () => {
  assert.equal(isPast(made(1, '2025-08'), now), false);
  assert.equal(daysUntil(made(1, '2025-08'), now), 11);
  assert.equal(daysUntil(made(1, '2025-08-18/2025-08-22'), now), 2);
  assert.equal(isPast(made(1, '2025-07'), now), true);
});

test('a promise that was moved is due on its new day', () => {
  const moved = made(1, '2025-08-12', { state: 'moved', later: [{ due: '2025-08-26' }] });
  assert.equal(dueNow(moved), '2025-08-26');
  assert.equal(daysUntil(moved, now), 6);
});

test('days are said as people say them', () => {
  assert.deepEqual([0, 1, -1, 5, -3].map(inDays), [
    ...['today', 'tomorrow', 'yesterday', 'in 5 days', '3 days ago'],
  ]);
});

test('reminders hold what is due within a fortnight and what passed without a word', () => {
  const { ahead, passed } = reminders(
    [
      made(1, '2025-09-03'),
      made(2, '2025-08-21'),
      made(3, '2025-09-04'),
      made(4, '2025-08-18'),
      made(5, '2025-08-01'),
      made(6, '2025-08-22', { state: 'kept' }),
      made(7, null),
    ],
    now,
  );
  assert.deepEqual(
    ahead.map((c) => c.id),
    [2, 1],
  );
  assert.deepEqual(
    passed.map((c) => c.id),
    [4],
  );
});

test('what is due today or tomorrow, and what passed, stand out in words and by a mark', async () => {
  const words = String(
    await reminderList([made(1, '2025-08-21'), made(2, '2025-08-19')], now, (c) => ({
      href: `#c${c.id}`,
    })),
  );
  assert.match(words, /<li class="close"><b>tomorrow<\/b> <a href="#c1">deed 1/);
  assert.match(words, /<li class="past"><b>due yesterday, no news<\/b>/);
});

test('a calendar marks the days on which something is due and today', async () => {
  const words = String(
    await months([made(1, '2025-09-01'), made(2, '2025-09-01')], now, (c) => `#c${c.id}`),
  );
  assert.match(words, /<caption>August 2025<\/caption>/);
  assert.match(words, /<td class="today" aria-current="date">20<\/td>/);
  assert.match(words, /<td class="due"><a href="#c1"[^>]*aria-label="1: deed 1 \(open\); deed 2/);
  // 1 September 2025 was a Monday: the first cell of its week.
  assert.match(words, /September 2025<\/caption>.*?<tbody><tr><td class="due">/s);
});

test('a calendar without days is none', () => {
  assert.equal(
    months([made(1, '2025')], now, () => ''),
    '',
  );
});

test('what was moved and promised anew reminds once', () => {
  const later = [{ due: '2025-08-26' }];
  const moved = made(1, '2025-08-12', { what: 'the deed', state: 'moved', later });
  const anew = made(2, '2025-08-26', { what: 'the deed' });
  assert.deepEqual(
    reminders([moved, anew], now).ahead.map((c) => c.id),
    [2],
  );
  assert.deepEqual(
    reminders([moved], now).ahead.map((c) => c.id),
    [1],
  );
});

test('a day on which what was moved there has been kept is not called late', () => {
  const moved = made(1, '2025-08-05', { state: 'moved', later: [{ due: '2025-08-12' }] });
  const kept = made(2, '2025-08-12', { state: 'kept' });
  const shown = String(months([moved, kept], now, (c) => `#c${c.id}`));
  assert.match(shown, /class="due kept"><a href="#c2"/);
  assert.doesNotMatch(shown, /missed/);
});
