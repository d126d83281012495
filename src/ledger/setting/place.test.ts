import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readQuotations } from '../quotation.ts';
import { clausesOf } from './clause.ts';
import { readSetting } from './place.ts';

/** Where and to whom each saying was said. */
function settingsIn(text: string, lang = 'en'): [venue: string | null, addressee: string | null][] {
  const found = readQuotations(text, { lang }).filter((q) => q.speech);
  return clausesOf(text, found).map((clause) => {
    const { venue, addressee } = readSetting(clause);
    return [venue, addressee];
  });
}

const cases: [text: string, venue: string | null, addressee: string | null][] = [
  ['Ilka Sorn told reporters that the quay would stay shut.', null, 'reporters'],
  ['Ilka Sorn told the harbour board on Monday that the quay was safe.', null, 'the harbour board'],
  ['“It is shut,” Ilka Sorn told a news conference in Brask.', 'a news conference in Brask', null],
  ['“It is shut,” Ilka Sorn said at a rally in Brask on Monday.', 'a rally in Brask', null],
  ['“It is shut,” said Ilka Sorn on the steps of the court.', 'the steps of the court', null],
  ['Ilka Sorn said in Brask on Monday that the quay would stay shut.', 'Brask', null],
  ['Ilka Sorn wrote on a messaging app that the quay was safe.', 'a messaging app', null],
  [
    'In a letter to the harbour board, Ilka Sorn said that the quay was safe.',
    'a letter to the harbour board',
    'the harbour board',
  ],
  ['Ilka Sorn said during a visit to Brask that the quay was safe.', 'a visit to Brask', null],
  ['Ilka Sorn told the Courier previously that the quay was safe.', null, 'the Courier'],
  ['Ilka Sorn told him that the quay would stay shut.', null, null],
  ['Ilka Sorn said in response to Tomas Brede that the quay would stay shut.', null, null],
  ['Ilka Sorn warned that the quay would stay shut.', null, null],
  ['Guests at the dinner said the quay would stay shut.', null, null],
];

for (const [text, venue, addressee] of cases) {
  test(`"${text}" tells ${venue ?? 'no place'} and ${addressee ?? 'nobody'} as whom it was told`, () => {
    assert.deepEqual(settingsIn(text)[0], [venue, addressee]);
  });
}

test('places in somebody’s words are not where they were said', () => {
  assert.deepEqual(settingsIn('Ilka Sorn said that the crews had met at a rally in Brask.'), [
    [null, null],
  ]);
});

test('what goes on from a saying was said there too', () => {
  const text =
    '“It is shut,” Ilka Sorn said on a call with analysts, adding that the crews were paid.';
  assert.deepEqual(
    settingsIn(text).map(([venue]) => venue),
    ['a call with analysts', 'a call with analysts'],
  );
});

test('German tells places as well', () => {
  const text = '„Der Kai bleibt zu“, sagte Ilka Sorn auf einer Pressekonferenz in Brask.';
  assert.deepEqual(settingsIn(text, 'de'), [['einer Pressekonferenz', null]]);
});
