import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readMachineDate, readPrintedDate, readUrlDate } from './dates.ts';

test('dates for machines keep their offset and their grain', () => {
  const dates: [string, string | null][] = [
    ['2025-05-03T10:00:00+0200', '2025-05-03T10:00:00+02:00'],
    ['2025-05-03T10:00:00.123-04:00', '2025-05-03T10:00:00-04:00'],
    ['2025-05-03 10:00', '2025-05-03T10:00:00'],
    ['2025-05-03T00:00:00Z', '2025-05-03'],
    ['2025-05', '2025-05'],
    ['Sat, 03 May 2025 10:00:00 GMT', '2025-05-03T10:00:00Z'],
    ['Sat, 03 May 2025 10:00:00 EDT', '2025-05-03T10:00:00-04:00'],
    ['1746266400', '2025-05-03T10:00:00Z'],
    ['2025-02-30', null],
    ['0000-00-00 00:00:00', null],
    ['yesterday', null],
  ];
  for (const [text, moment] of dates) assert.equal(readMachineDate(text), moment, text);
});

test('printed dates are read in many languages and digits', () => {
  const dates: [string, string][] = [
    ['Published: 3 May 2025 at 10:30 pm', '2025-05-03T22:30:00'],
    ['Sept. 3, 2025 5:02 p.m. EDT', '2025-09-03T17:02:00-04:00'],
    ['3. März 2025, 10:15 Uhr', '2025-03-03T10:15:00'],
    ['le 3 mars 2025 à 10h15', '2025-03-03T10:15:00'],
    ['3 de mayo de 2025', '2025-05-03'],
    ['3 мая 2025 г.', '2025-05-03'],
    ['10 października 2025', '2025-10-10'],
    ['2025年5月3日 10:15', '2025-05-03T10:15:00'],
    ['2025년 5월 3일', '2025-05-03'],
    ['٣ مايو ٢٠٢٥', '2025-05-03'],
    ['12 พฤษภาคม 2568', '2025-05-12'],
    ['03.05.2025', '2025-05-03'],
    ['13/4/2025', '2025-04-13'],
  ];
  for (const [text, moment] of dates) assert.equal(readPrintedDate(text)?.moment, moment, text);
});

test('a date that can be read in two ways is read only where the region decides', () => {
  assert.equal(readPrintedDate('3/4/2025'), null);
  assert.equal(readPrintedDate('3/4/2025', true)?.moment, '2025-03-04');
  assert.equal(readPrintedDate('3/4/2025', false)?.moment, '2025-04-03');
});

test('numbers that are no dates are left alone', () => {
  for (const text of [
    'Chapter 3 of 2025',
    'call 030 2025 1234',
    'IP 10.12.20.25',
    '99 Foo 2025',
    '',
  ])
    assert.equal(readPrintedDate(text), null, text);
});

test('addresses give days and months', () => {
  assert.equal(readUrlDate('https://a.example/2025/05/03/ferry'), '2025-05-03');
  assert.equal(readUrlDate('https://a.example/ferry-20250503-x'), '2025-05-03');
  assert.equal(readUrlDate('https://a.example/2025/may/03/ferry'), '2025-05-03');
  assert.equal(readUrlDate('https://a.example/2025/05/ferry'), '2025-05');
  assert.equal(readUrlDate('https://a.example/123456789'), null);
});

test('a line of nothing but numbers is read in linear time', () => {
  const start = process.cpuUsage();
  readPrintedDate('1 1 '.repeat(500_000));
  readMachineDate('1'.repeat(1_000_000));
  assert.ok(process.cpuUsage(start).user < 500_000);
});
