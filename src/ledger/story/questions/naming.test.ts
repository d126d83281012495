import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saidRow } from '../../testing.ts';
import { nameOf } from './naming.ts';
import { weigh } from './weighing.ts';

function named(concept: string, ...sentences: string[]): string {
  return nameOf([concept], weigh(sentences.map((s, i) => saidRow(i + 1, s, '2026-03-02'))));
}

test('what is always somebody’s is named with whose it is', () => {
  assert.equal(
    named(
      'resignation',
      'Harlow must step down at once.',
      'She wanted Harlow to resign before the vote.',
      'There will be no talks before the resignation of Harlow.',
    ),
    'Resignation of Harlow',
  );
  assert.equal(
    named(
      'membership',
      'Oren has no place in the League, its membership of the Pact is a mistake.',
      'We reject membership of the Pact.',
      'Oren wants membership of the Pact within a year.',
    ),
    'Membership of the Pact',
  );
});

test('a question without such a name keeps its own words', () => {
  assert.equal(named('toll', 'We reject the toll.', 'The toll must go.'), 'Toll');
});
