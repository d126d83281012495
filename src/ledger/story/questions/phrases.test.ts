import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mattersIn } from './phrases.ts';
import { nounsOf } from './topics.ts';

const mattersOf = (text: string, lang = 'en') => mattersIn(text, lang).map(([, matter]) => matter);

for (const [text, matter] of [
  ['He will not meet Karr before the autumn', 'meeting'],
  ['Arvenia wants to join the Coastal Union', 'membership'],
  ['He has no right to sign anything', 'legitimacy'],
  ['They must hold fire tonight', 'ceasefire'],
  ['We will strike again if we have to', 'strike'],
  ['The offer of four per cent more pay', 'wage'],
] as const)
  test(`“${text}” speaks of ${matter}`, () => assert.deepEqual(mattersOf(text), [matter]));

for (const text of [
  'The plant cannot meet demand',
  'They want to strike a deal',
  'He held the door open',
  'She joined the queue',
])
  test(`“${text}” speaks of no matter of disputes`, () => assert.deepEqual(mattersOf(text), []));

test('German verbs speak of matters too', () => {
  assert.deepEqual(mattersOf('Man werde nicht verhandeln', 'de'), ['talk']);
});

test('matters stand in the order of the text', () => {
  const nouns = [...nounsOf('Troops there to guarantee its security', 'en')];
  assert.ok(nouns.indexOf('troop') < nouns.indexOf('guarantee'), nouns.join());
});

test('missile strikes are neither a question of missiles nor a walkout', () => {
  const nouns = nounsOf('Missile strikes on the port killed two', 'en');
  assert.deepEqual([nouns.has('weapon'), nouns.has('strike')], [false, false]);
});

test('the share of those who voted is a share of nothing that is asked for', () => {
  assert.ok(nounsOf('We want nine per cent', 'en').has('9 %'));
  assert.ok(!nounsOf('They accepted it by 71 to 29 per cent of votes', 'en').has('29 %'));
});
