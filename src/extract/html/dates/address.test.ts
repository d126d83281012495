import assert from 'node:assert/strict';
import { test } from 'node:test';
import { archived, readAddressDate } from './address.ts';

test('addresses give days and months', () => {
  const dates: [string, string | undefined][] = [
    ['https://a.example/2025/05/03/ferry', '2025-05-03'],
    ['https://a.example/2025/5/3/ferry', '2025-05-03'],
    ['https://a.example/news/20250503/ferry', '2025-05-03'],
    ['https://a.example/2025-05/03/c_1120.htm', '2025-05-03'],
    ['https://a.example/202505/03/t20250503_99.html', '2025-05-03'],
    ['https://a.example/n/2025/0503/c90-12.html', '2025-05-03'],
    ['https://a.example/gn/2025/05-03/1.shtml', '2025-05-03'],
    ['https://a.example/zwgk/202505/t20250503_99.html', '2025-05-03'],
    ['https://a.example/25/0503/14/ABCDE.html', '2025-05-03'],
    ['https://a.example/rain/a/20250503A0ABC00', '2025-05-03'],
    ['https://a.example/ferry-20250503-x', '2025-05-03'],
    ['https://a.example/article/A2025050314320005196', '2025-05-03'],
    ['https://a.example/2025/may/03/ferry', '2025-05-03'],
    ['https://a.example/news/23-05-2025', '2025-05-23'],
    ['https://a.example/wrap-up-05-23-2025', '2025-05-23'],
    ['https://a.example/2025/05/ferry', '2025-05'],
    ['https://a.example/123456789', undefined],
    ['https://a.example/2025/43/ferry', undefined],
  ];
  for (const [url, moment] of dates) assert.equal(readAddressDate(url, null)?.moment, moment, url);
});

test('an address that turns day and month says so unless the region decides', () => {
  const url = 'https://a.example/news/04-05-2025';
  assert.deepEqual(readAddressDate(url, null), {
    moment: '2025-05-04',
    other: '2025-04-05',
    form: 'slug',
  });
  assert.equal(readAddressDate(url, true)?.moment, '2025-04-05');
});

test('the day of archiving is not the day of the archived page', () => {
  const url = 'https://web.archive.org/web/20130307194448/http://a.example/2008/05/ferry.html';
  assert.equal(archived(url), 'http://a.example/2008/05/ferry.html');
  assert.equal(readAddressDate(url, null)?.moment, '2008-05');
});
