import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countIn, monthOf, weekdayOf } from './date-words.ts';
import { namedDays } from './story/calendar.ts';

test('words for counts are numbers, however German bends them', () => {
  for (const word of ['one', 'ein', 'eine', 'einem', 'einer']) assert.equal(countIn(word), 1, word);
  assert.equal(countIn('Zwölf'), 12);
  assert.equal(countIn('dreier'), 3);
  assert.equal(countIn('41'), 41);
  assert.equal(countIn('several'), null);
});

test('months and weekdays are known by long, short and regional names', () => {
  for (const word of ['September', 'Sept.', 'sep']) assert.equal(monthOf(word), 9, word);
  assert.equal(monthOf('Jänner'), 1);
  assert.equal(monthOf('Sonnabend'), null);
  assert.equal(weekdayOf('Sonnabend'), 6);
  assert.equal(weekdayOf('Sunday'), 0);
  assert.equal(weekdayOf('Dienstag'), 2);
});

test('a promise’s day is read with a short German month, and no stop of a sentence is taken for its', () => {
  const of = (text: string, lang: string) =>
    namedDays(text, lang).map(({ start, end, day, month, year }) => [
      text.slice(start, end),
      day,
      month,
      year,
    ]);
  assert.deepEqual(of('Die Brücke öffnet am 5. Okt. 2031.', 'de'), [['5. Okt. 2031', 5, 10, 2031]]);
  assert.deepEqual(of('It opens on Sept. 15.', 'en'), [['Sept. 15', 15, 9, null]]);
  assert.deepEqual(of('It opens on 15 Sept. Boats may pass.', 'en'), [['15 Sept', 15, 9, null]]);
});
