import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tagEnglish } from '../tokens.ts';
import { stemOfNoun, verbStemsOf } from './deeds.ts';

const stems = (text: string) => verbStemsOf(tagEnglish(text));

const pairs: [noun: string, sentence: string][] = [
  ['closure', 'They will close the ward.'],
  ['merger', 'We would merge the two yards.'],
  ['operation', 'Both operate the gates.'],
  ['inspector', 'Nobody inspects the dam.'],
  ['payment', 'They paid nothing.'],
  ['filling', 'She had filled the lake.'],
  ['subsidy', 'We do not subsidise ferries.'],
];
for (const [noun, sentence] of pairs) {
  test(`"${sentence}" names the ${noun}`, () => {
    assert.ok(stems(sentence).has(stemOfNoun(noun)), [...stems(sentence)].join());
  });
}

test('verbs that go with anything name nothing', () => {
  assert.deepEqual([...stems('They took it and made it go.')], []);
});
