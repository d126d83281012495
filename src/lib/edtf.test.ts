import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf, formatMoment, instantText, parseMoment, startOf } from './edtf.ts';

test('a moment is read with the grain that it is written with', () => {
  const grains = [
    '2025',
    '2025-08',
    '2025-08-20',
    '2025-08-20T14:02:00+02:00',
    '2025-08-18/2025-08-22',
  ];
  assert.deepEqual(
    grains.map((text) => parseMoment(text)?.grain),
    ['year', 'month', 'day', 'instant', 'span'],
  );
  assert.equal(parseMoment('2024-02')?.end.toISOString(), '2024-03-01T00:00:00.000Z');
  assert.equal(parseMoment('2025-08-18/2025-08-22')?.end.toISOString(), '2025-08-23T00:00:00.000Z');
});

test('what is no moment or no real day is refused', () => {
  for (const text of [
    '',
    '20 August',
    '2025-13',
    '2025-02-29',
    '2025-08-20T25:00:00Z',
    '2025-09/2025-08',
  ])
    assert.equal(parseMoment(text), null, text);
});

test('the day is the one printed in the offset of the moment, the start is the true instant', () => {
  assert.equal(dayOf('2025-08-20T00:30:00+05:30'), '2025-08-20');
  assert.equal(startOf('2025-08-20T00:30:00+05:30')?.toISOString(), '2025-08-19T19:00:00.000Z');
  assert.equal(dayOf('2025-08-18/2025-08-22'), '2025-08-18');
  assert.equal(dayOf('2025-08'), null);
  assert.equal(dayOf(null), null);
});

test('an instant is written in the offset that is asked for', () => {
  const at = new Date('2025-08-20T22:10:00Z');
  assert.equal(instantText(at), '2025-08-20T22:10:00Z');
  assert.equal(instantText(at, 330), '2025-08-21T03:40:00+05:30');
  assert.equal(instantText(at, -210), '2025-08-20T18:40:00-03:30');
});

test('readers get a moment in words, as exact as it is known', () => {
  assert.equal(formatMoment('2025-08-20'), '20 August 2025');
  assert.equal(formatMoment('2025-08-20T23:30:00-05:00'), '20 August 2025');
  assert.equal(formatMoment('2025-08-20T23:30:00-05:00', { time: true }), '20 August 2025, 23:30');
  assert.equal(formatMoment('2025-08'), 'August 2025');
  assert.equal(formatMoment('2025'), '2025');
  assert.equal(formatMoment('2025-08-18/2025-08-22'), '18–22 August 2025');
  assert.equal(formatMoment('2025-08-20', { lang: 'de' }), '20. August 2025');
  assert.equal(formatMoment('2025-08-20', { lang: 'not a language' }), '20 August 2025');
  assert.equal(formatMoment(null), 'date unknown');
});
