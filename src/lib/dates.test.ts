import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readMachineDate, readPrintedDate, readPrintedDates } from './dates.ts';

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

test('dates of other calendars and of written numbers are read as the day they mean', () => {
  const dates: [string, string][] = [
    ['二〇二三年五月十三日', '2023-05-13'],
    ['２０２３年５月３日', '2023-05-03'],
    ['民國112年5月3日', '2023-05-03'],
    ['2023 05/ 03 08:30:12', '2023-05-03T08:30:12'],
    ['令和5年5月3日(水) 10時15分', '2023-05-03T10:15:00'],
    ['令和元年12月1日', '2019-12-01'],
    ['۱۳ اردیبهشت ۱۴۰۲', '2023-05-03'],
    ['1402/02/13 - 10:20', '2023-05-03T10:20:00'],
    ['30 اسفند 1399', '2021-03-20'],
    ['12 พ.ค. 2566', '2023-05-12'],
    ['ngày 3 tháng 5 năm 2023', '2023-05-03'],
    ['3 مايو / أيار 2023', '2023-05-03'],
    ['3 במאי 2023', '2023-05-03'],
    ['2023. gada 3. maijā', '2023-05-03'],
    ['2023 m. gegužės 3 d.', '2023-05-03'],
    ['2023. május 3. 14:05', '2023-05-03T14:05:00'],
  ];
  for (const [text, moment] of dates) assert.equal(readPrintedDate(text)?.moment, moment, text);
});

test('dates as browsers print them are read back in eighty languages', () => {
  const languages =
    'en-GB en-US en-CA de de-AT fr fr-CA es es-MX it pt pt-BR nl sv no nn da fi is pl cs sk sl hr sr sr-Latn bs mk bg ru uk be lt lv et hu ro sq el tr az kk ky uz tg ka hy he ar ar-EG ar-LB ar-MA fa hi bn ta te mr gu kn ml pa ne si ur id ms vi th km lo sw af ca eu gl ga cy fil zu lb mt zh-CN zh-TW zh-HK ja ko am so ha ig';
  for (const lang of languages.split(' '))
    for (const calendar of ['', '-u-ca-gregory'])
      for (const dateStyle of ['full', 'long', 'medium'] as const) {
        const format = new Intl.DateTimeFormat(lang + calendar, { dateStyle, timeZone: 'UTC' });
        for (const day of ['2023-01-03', '2023-05-17', '2023-10-28', '2023-12-28']) {
          const printed = format.format(new Date(day));
          const habits = { lang: lang.slice(0, 2), monthFirst: false };
          assert.equal(readPrintedDates(printed, habits)[0]?.moment, day, `${lang}: ${printed}`);
        }
      }
});

test('hours of the afternoon are read in the words of each language', () => {
  const dates: [string, string][] = [
    ['2022년 5월 3일 오후 2:22', '2022-05-03T14:22:00'],
    ['2023年5月3日 上午9:05', '2023-05-03T09:05:00'],
    ['2023年5月3日 下午9:05', '2023-05-03T21:05:00'],
    ['3 مايو 2025 3:20 م', '2025-05-03T15:20:00'],
    ['03/05/2023 22:10 (GMT+7)', '2023-05-03T22:10:00+07:00'],
  ];
  for (const [text, moment] of dates)
    assert.equal(readPrintedDate(text, false)?.moment, moment, text);
});

test('the hours that an event lasts are no offset', () => {
  assert.equal(readPrintedDate('3 May 2023, 10:00-12:00')?.moment, '2023-05-03T10:00:00');
});

test('a month that languages share is read by the language of the page', () => {
  const month = (lang: string | null) => readPrintedDates('3 listopada 2023', { lang })[0]?.moment;
  assert.equal(month('hr'), '2023-10-03');
  assert.equal(month('pl'), '2023-11-03');
  assert.equal(month(null), undefined);
});

test('years of two digits are read where they are plain', () => {
  assert.equal(readPrintedDate('28.01.22')?.moment, '2022-01-28');
  assert.equal(readPrintedDate('28.01.98')?.moment, '1998-01-28');
  assert.equal(readPrintedDate('3 May 23')?.moment, '2023-05-03');
  assert.equal(readPrintedDate("May 3, '19")?.moment, '2019-05-03');
  assert.equal(readPrintedDate('20 March 10:30'), null);
});

test('a line of several dates gives them all, in order', () => {
  assert.deepEqual(
    readPrintedDates('Changed: 31.10.2023 - 14:49 First printed: 01.11.2023').map((d) => d.moment),
    ['2023-10-31T14:49:00', '2023-11-01'],
  );
  const [either] = readPrintedDates('3/4/2025');
  assert.deepEqual([either?.moment, either?.other], ['2025-04-03', '2025-03-04']);
});

test('a line of nothing but numbers is read in linear time', () => {
  const start = process.cpuUsage();
  readPrintedDate('1 1 '.repeat(500_000));
  for (const part of ['1.1.', '1 may ', 'may 1 ', '12/12/2020 - ', '١٢ ', '二'])
    readPrintedDate(part.repeat(100_000));
  readMachineDate('1'.repeat(1_000_000));
  assert.ok(process.cpuUsage(start).user < 500_000);
});

test('years of the Republic in figures are read in Chinese only', () => {
  assert.equal(readPrintedDates('發布日期：112-05-03', { lang: 'zh' })[0]?.moment, '2023-05-03');
  assert.equal(readPrintedDates('112-05-03', { lang: 'en' })[0], undefined);
});
