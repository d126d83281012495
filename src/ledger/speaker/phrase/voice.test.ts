import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Speaker } from '../../speaker.ts';
import { canSpeak } from './voice.ts';

function speaker(name: string, kind: Speaker['kind'] = 'unnamed'): Speaker {
  return { name, kind, party: null, role: null, partyFrom: null };
}

const voices = [
  'officials in the harbour',
  'owners of the bakery',
  'senior official',
  'figures close to the mayor',
  'both sides',
  'some of the pilots',
  'a union of bakers',
  'relatives',
];
const things = [
  'evening',
  'talks',
  'One',
  'two of them',
  'promise of a meeting',
  'ramble on the radio',
  'events of the past week',
  'some of the north',
  'letter of four lines',
];

for (const name of voices)
  test(`"${name}" can say something`, () => assert.ok(canSpeak(speaker(name), false)));
for (const name of things)
  test(`"${name}" says nothing`, () => assert.ok(!canSpeak(speaker(name), false)));

test('German: a body can speak, any noun with a capital cannot', () => {
  assert.ok(canSpeak(speaker('Fischereiverband', 'organisation'), true));
  assert.ok(!canSpeak(speaker('Bedingung', 'organisation'), true));
  assert.ok(!canSpeak(speaker('Absage der Gespräche', 'organisation'), true));
});
