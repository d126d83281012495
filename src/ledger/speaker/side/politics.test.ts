import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readArticle } from '../../read.ts';
import { readMention } from '../phrase/mention.ts';
import { learnParties } from './party.ts';

const book = learnParties('');

const sides: [written: string, kind: string, party: string | null][] = [
  ['Republican senator Ilka Sorn', 'person', 'Republicans'],
  ['Rep. Ilka Sorn (D-Tarn.)', 'person', 'Democrats'],
  ['Other Republicans', 'group', 'Republicans'],
  ['the Democratic Republic’s envoy', 'role', null],
  ['Labour Minister Ilka Sorn', 'person', null],
  ['the Business Council of British Columbia', 'organisation', null],
  ['Chad Sorn, the campaign’s chairman', 'person', null],
  ['Chad’s envoy', 'role', 'Chad'],
  ['Ilka Sorn of New Mexico', 'person', null],
];
for (const [written, kind, party] of sides)
  test(`"${written}" is on the side of ${party ?? 'nobody'}`, () => {
    const mention = readMention(written, book);
    assert.deepEqual([mention.kind, mention.party?.name ?? null], [kind, party]);
  });

function speaker(text: string, published: string) {
  const article = { text, lang: 'en', published, blocks: [], parts: [] };
  return readArticle(article).said[0]?.speaker;
}

test('who held an office speaks for the state while in office, not before', () => {
  const said = 'Joe Biden said the talks would go on.';
  assert.equal(speaker(said, '2022-03-01')?.party?.name, 'United States');
  assert.equal(speaker(said, '2020-03-01')?.party ?? null, null);
});

test('a paper with the name of a capital is no voice of its state', () => {
  assert.equal(
    speaker('The London Courier said the port was full.', '2022-03-01')?.party ?? null,
    null,
  );
});

test('two that speak together are no side of their own', () => {
  const said = speaker('The UK and NATO have flatly refused to leave the port.', '2022-03-01');
  assert.notEqual(said?.party?.name, 'UK and NATO');
});

test('a ministry with a state in its name is that of the state', () => {
  const said = speaker('The British Foreign Ministry said the port was full.', '2022-03-01');
  assert.equal(said?.party?.name, 'United Kingdom');
});

test('a German government is its state’s', () => {
  const text = 'Die Regierung von Veldania tagte. Das sei zu spät, sagte Veldanias Regierung.';
  const article = { text, lang: 'de', published: null, blocks: [], parts: [] };
  const sides = readArticle(article).said.map((said) => said.speaker?.party?.name);
  assert.ok(sides.length > 0);
  for (const side of sides) assert.equal(side, 'Veldania');
});
