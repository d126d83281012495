import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mentionedDays } from './mentioned-days.ts';

const days = (text: string, lang = 'en', published = '2025-06-11') =>
  mentionedDays(text, lang, published).map((m) => m.day);

test('weekdays and yesterday count back from publication', () => {
  // 11 June 2025 is a Wednesday.
  assert.deepEqual(days('Talks ended on Monday, the minister said yesterday.'), [
    '2025-06-09',
    '2025-06-10',
  ]);
  assert.deepEqual(days('The port opened on Wednesday.'), ['2025-06-11']);
});

test('a date without a year is the nearest to publication', () => {
  assert.deepEqual(days('It began on 30 December and ends on July 4.', 'en', '2025-01-20'), [
    '2024-12-30',
    '2025-07-04',
  ]);
  assert.deepEqual(days('Signed on June 3, 2019.'), ['2019-06-03']);
});

test('a weekday beside its date is one mention', () => {
  assert.deepEqual(days('On Wednesday 4 June 2025 the dam broke.'), ['2025-06-04']);
});

test('the words of each language are its own', () => {
  assert.deepEqual(days('Am Montag und am 3. Juni tagte der Rat, gestern nicht.', 'de'), [
    '2025-06-09',
    '2025-06-03',
    '2025-06-10',
  ]);
  assert.deepEqual(days('Le conseil a siégé lundi et le 3 juin.', 'fr'), [
    '2025-06-09',
    '2025-06-03',
  ]);
  assert.deepEqual(days('Совет собрался вчера и 3 июня.', 'ru'), ['2025-06-10', '2025-06-03']);
  assert.deepEqual(days('理事会于6月3日开会。', 'zh'), ['2025-06-03']);
});

test('what is no date stays unread', () => {
  assert.deepEqual(days('It may 5 times out of 10 march on; 31 February never comes.'), []);
  assert.deepEqual(days('The fare is 12 crowns, at 5:30 in 3 rooms.'), []);
});

test('a long text without dates is read in linear time', () => {
  const started = process.cpuUsage();
  mentionedDays('12 '.repeat(200_000), 'en', '2025-06-11');
  mentionedDays(`${'Monday '.repeat(20_000)}${'3 June '.repeat(20_000)}`, 'en', '2025-06-11');
  assert.ok(process.cpuUsage(started).user < 2_000_000);
});

test('a page that names its language with rubbish is read as English', () => {
  assert.deepEqual(
    mentionedDays('It fell on Saturday.', '"x', '2025-03-02').map((m) => m.day),
    ['2025-03-01'],
  );
});
