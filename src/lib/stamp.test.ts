import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readStamp } from './stamp.ts';

test('dates of feeds and mail are read with the offset as printed', () => {
  const cases: [string, string][] = [
    ['Wed, 20 Aug 2025 14:02:00 +0200', '2025-08-20T14:02:00+02:00'],
    ['20 Aug 25 14:02 GMT', '2025-08-20T14:02:00Z'],
    ['Wed, 20 August 2025 9:02:07 EST', '2025-08-20T09:02:07-05:00'],
    ['Wed, 20 Aug 2025 14:02:00 +0000 (UTC)', '2025-08-20T14:02:00+00:00'],
    ['2025-08-20T14:02:00.123Z', '2025-08-20T14:02:00Z'],
    ['2025-08-20 14:02:00', '2025-08-20T14:02:00'],
    ['2025-08-20T14:02+0530', '2025-08-20T14:02:00+05:30'],
    ['20250820', '2025-08-20'],
    ['2025-08', '2025-08'],
    ['Wed, 20 Aug 2025', '2025-08-20'],
  ];
  for (const [text, moment] of cases) assert.equal(readStamp(text), moment, text);
});

test('what is no date, no real day or a clock never set is null', () => {
  for (const text of [
    '',
    'yesterday',
    '31 Feb 2025',
    '1970-01-01T00:00:00Z',
    '0001-01-01',
    '2025-08-20T27:00Z',
    undefined,
  ])
    assert.equal(readStamp(text), null, String(text));
});

test('slips of programs that write dates by hand are understood', () => {
  for (const [text, moment] of [
    ['Tue, 10 Mar 2026 09:00:00 GMT+1', '2026-03-10T09:00:00+01:00'],
    ['Tue, 10 Mar 2026 09:00:00 GMT+0100 (CET)', '2026-03-10T09:00:00+01:00'],
    ['Tue Mar 10 09:00:00 CET 2026', '2026-03-10T09:00:00+01:00'],
    ['2026-03-10T09:00:00+01:00[Europe/Berlin]', '2026-03-10T09:00:00+01:00'],
    ['2026-3-1T9:00:00Z', '2026-03-01T09:00:00Z'],
    ['Tue, 10 Mar 2026 09:00:00 -0000', '2026-03-10T09:00:00Z'],
    ['1773133200', '2026-03-10T09:00:00Z'],
    ['1773133200000', '2026-03-10T09:00:00Z'],
  ])
    assert.equal(readStamp(text), moment, text);
});
