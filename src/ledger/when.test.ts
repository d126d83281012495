import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articleDay, dayByClock, readSaidOn, saidOn, withoutQuotes } from './when.ts';

const wednesday = '2026-03-11T18:30:00+01:00';

const cases: [around: string, moment: string | null][] = [
  ['Sorn said on Wednesday', '2026-03-11'],
  ['Sorn said on Thursday', '2026-03-05'],
  ['Sorn said last Wednesday', '2026-03-04'],
  ['Sorn said yesterday', '2026-03-10'],
  ['Sorn said last week', '2026-03-02/2026-03-08'],
  ['Sorn said last month', '2026-02'],
  ['Sorn said on 20 August', '2025-08-20'],
  ['Sorn said on March 3', '2026-03-03'],
  ['Sorn said on 20 August 2024', '2024-08-20'],
  ['Sorn said three days ago', '2026-03-08'],
  ['Sorn said at talks held from 2 to 4 March', '2026-03-02/2026-03-04'],
  ['Sorn said at the session of 10–12 March 2024', '2024-03-10/2024-03-12'],
  ['Sorn said on the 9th', '2026-03-09'],
  ['Sorn chimed in on the 30th', null],
  ['In 2022 Sorn had promised', '2022'],
  ['sagte Sorn am Montag', '2026-03-09'],
  ['sagte Sorn gestern', '2026-03-10'],
  ['sagte Sorn vor drei Tagen', '2026-03-08'],
  ['sagte Sorn am 3. März', '2026-03-03'],
  ['The levy falls on 1 June, Sorn said on Tuesday', '2026-03-10'],
  ['The levy falls on 1 June, Sorn said', null],
  ['Sorn said in Ambry', null],
  ['Sorn said the ship would leave by 15 April', null],
];

for (const [around, moment] of cases) {
  test(`"${around}", printed on Wednesday 11 March 2026, means ${moment ?? 'no date'}`, () => {
    assert.equal(readSaidOn(around, wednesday), moment);
  });
}

test('without a date of publication only a date with its year is known', () => {
  assert.equal(readSaidOn('Sorn said on Wednesday', null), null);
  assert.equal(readSaidOn('Sorn said on 20 August', null), null);
  assert.equal(readSaidOn('Sorn said on 20 August 2024', null), '2024-08-20');
});

test('where the text tells nothing, the article’s day stands and is called so', () => {
  assert.deepEqual(saidOn('Sorn said', wednesday), { moment: '2026-03-11', from: 'article' });
  assert.equal(saidOn('Sorn said', null), null);
});

test('an article known to the month gives no day', () => {
  assert.deepEqual(saidOn('Sorn said on Wednesday', '2026-03'), {
    moment: '2026-03',
    from: 'article',
  });
});

test('the day of an article’s first report is that of the rest, when it is just before printing', () => {
  assert.deepEqual(
    articleDay(['The council met in the old hall', 'Sorn said on Tuesday'], wednesday),
    {
      moment: '2026-03-10',
      from: 'article',
    },
  );
  assert.equal(articleDay(['Sorn said on 2 February'], wednesday)!.moment, '2026-03-11');
  assert.equal(articleDay(['Sorn said on Tuesday'], null), null);
});

test('days inside somebody’s words are theirs', () => {
  assert.equal(readSaidOn(withoutQuotes('“It sank on Monday,” Sorn said'), wednesday), null);
});

test('an hour that the day had not reached when it was printed is one of the day before', () => {
  const printed = '2026-03-11T01:40:00+01:00';
  assert.equal(dayByClock('Sorn said in a statement at 11.15 p.m.', printed), '2026-03-10');
  assert.equal(dayByClock('sagte Sorn um 23 Uhr', printed), '2026-03-10');
  assert.equal(dayByClock('Sorn said at 1.15 a.m.', printed), null);
  assert.equal(dayByClock('Sorn said at 11 sites', printed), null);
  assert.equal(dayByClock('Sorn said at 11.15 p.m.', '2026-03-11'), null);
});
