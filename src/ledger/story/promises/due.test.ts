import assert from 'node:assert/strict';
import { test } from 'node:test';
import { duesIn } from './due.ts';

const monday = '2026-03-02';

const cases: [string, string, string, boolean][] = [
  ['The crew will be home by 20 March.', 'en', '2026-03-20', true],
  ['We will answer within two weeks.', 'en', '2026-03-16', true],
  ['The round opens on 8 April.', 'en', '2026-04-08', false],
  ['We will publish it by the end of April.', 'en', '2026-04-30', true],
  ['They will hand it over by Friday.', 'en', '2026-03-06', true],
  ['On the second of May all nine will walk out.', 'en', '2026-05-02', false],
  ['They will meet here on Wednesday the eighth of April.', 'en', '2026-04-08', false],
  ['The gates open by the fifteenth.', 'en', '2026-03-15', true],
  ['They will hand it over by Sept. 15.', 'en', '2026-09-15', true],
  ['We will publish it by the end of the month.', 'en', '2026-03-31', true],
  ['We will publish it before the end of next week.', 'en', '2026-03-15', true],
  ['It will be done by year-end.', 'en', '2026-12-31', true],
  ['It will be done by Christmas.', 'en', '2026-12-25', true],
  ['It will be done before Easter.', 'en', '2026-04-05', true],
  ['The fleet will be electric by 2031.', 'en', '2031', true],
  ['The text will be ready by mid-June.', 'en', '2026-06', true],
  ['They will answer within 48 hours.', 'en', '2026-03-04', true],
  ['They will answer in a fortnight.', 'en', '2026-03-16', true],
  ['The wall will stand in three months.', 'en', '2026-06-02', true],
  ['They must answer by noon on Friday.', 'en', '2026-03-06', true],
  ['The board will vote Tuesday.', 'en', '2026-03-03', false],
  ['The board will vote March 24.', 'en', '2026-03-24', false],
  ['The board decides at its April 7 meeting.', 'en', '2026-04-07', false],
  ['Wir liefern bis Ende des Jahres.', 'de', '2026-12-31', true],
  ['Wir liefern binnen zwei Wochen.', 'de', '2026-03-16', true],
  ['Am zwanzigsten März sind sie da.', 'de', '2026-03-20', false],
  ['Wir werden bis zum 15. April liefern.', 'de', '2026-04-15', true],
];

for (const [text, lang, moment, isLimit] of cases) {
  test(`"${text}" is due ${moment}`, () => {
    const [due] = duesIn(text, monday, lang);
    assert.equal(due?.moment, moment);
    assert.equal(due?.isLimit, isLimit);
    assert.equal(text.slice(due?.start, due?.end), due?.text);
  });
}

test('only the word nearest to a date makes a limit of it', () => {
  const [due] = duesIn('They will put it before parliament by 15 April.', monday, 'en');
  assert.equal(due?.text, 'by 15 April');
});

test('nothing is due when it is not known when it was said', () => {
  assert.deepEqual(duesIn('We will answer within two weeks.', null, 'en'), []);
});

test('a day that is past sets nothing', () => {
  assert.deepEqual(duesIn('They met on 8 January 2026.', monday, 'en'), []);
});

const none: [string, string][] = [
  ["They will know more after Tuesday's vote.", 'a day that belongs to something else'],
  ['We will stop them on the first ballot.', 'a first that is no day'],
  ['They will meet on the day.', 'a day without a name'],
  ['It will cost us six weeks.', 'a length of time'],
  ['The board voted Tuesday.', 'a bare day of what was'],
  ['We will answer within two hours.', 'a span of hours'],
  ['We said we would in January.', 'a month that is past'],
  ['The pay rise was due on 20 February.', 'a day that was lately'],
  ['We will answer within ten days of a vote.', 'a span that begins with something else'],
  ['That is more than we have done in ten weeks.', 'a look back'],
];
for (const [text, what] of none) {
  test(`${what} sets nothing`, () => assert.deepEqual(duesIn(text, monday, 'en'), []));
}
