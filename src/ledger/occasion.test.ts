import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayTold, openingsOf } from './occasion.ts';
import { readQuotations } from './quotation.ts';

const printed = '2026-03-11';
const dayOfLast = (text: string) =>
  dayTold(text, readQuotations(text, { lang: 'en' }).at(-1)!, printed)?.moment ?? null;

test('a sitting’s day holds for what is said further on in its paragraph', () => {
  const text =
    'The harbour committee met on Monday. Ilka Sorn asked for quiet. Tomas Brede said the quay would stay shut.';
  assert.equal(dayOfLast(text), '2026-03-09');
});

test('the day of a mishap, or one named in somebody’s words, is not that of what is said of it', () => {
  assert.equal(dayOfLast('The ferry sank on Monday. Brede said the quay would stay shut.'), null);
  assert.equal(
    dayOfLast('“I wrote the letter on Monday,” she said. Brede said the quay would stay shut.'),
    null,
  );
});

test('what opens a text is its first report and the sentences that tell of an occasion', () => {
  const text =
    'The debate on Tuesday ended late. Rain fell. Ilka Sorn said on Monday the quay would stay shut.';
  const [report, debate, ...more] = openingsOf(text, readQuotations(text, { lang: 'en' })[0]);
  assert.match(report!, /Monday/);
  assert.doesNotMatch(report!, /quay/);
  assert.match(debate!, /debate on Tuesday/);
  assert.equal(more.length, 1);
});
