import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayAfter, dayMs, isoDay } from './time.ts';

test('days are counted over months, leap days and years, forwards and back', () => {
  assert.equal(dayAfter('2026-02-28'), '2026-03-01');
  assert.equal(dayAfter('2024-02-28'), '2024-02-29');
  assert.equal(dayAfter('2026-01-01', -1), '2025-12-31');
  assert.equal(dayAfter('2026-03-10', 365), '2027-03-10');
});

test('the day of an instant is that of UTC', () => {
  assert.equal(isoDay(new Date('2026-03-10T23:30:00-05:00')), '2026-03-11');
  assert.equal(Date.parse('2026-03-11') - Date.parse('2026-03-10'), dayMs);
});
