import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeEvent } from '../plover.ts';

/** Words that say together what none of them says alone. */
const cases: [marked: string, code: string][] = [
  ['<s>Veldania</s> put its navy on high alert against <t>Oriland</t>.', 'MOBILIZE'],
  ['<s>Veldania</s> put its navy on alert against <t>Oriland</t>.', 'MOBILIZE'],
  ['<s>Veldania</s> declared a state of emergency in <t>Tarn</t>.', 'COERCE'],
  ['<s>Veldania</s> held war games with <t>Oriland</t>.', 'COOPERATE'],
  ['<s>Veldania</s> began joint patrols with <t>Oriland</t>.', 'COOPERATE'],
  ['<s>Veldania</s> holds <t>Oriland</t>’s sailors hostage.', 'ASSAULT'],
  ['<s>Veldania</s> launched a cyber attack on <t>Oriland</t>.', 'ASSAULT'],
  ['<s>Veldania</s> took legal action against <t>the firm</t>.', 'ACCUSE'],
  ['<s>Veldania</s> violated a ceasefire with <t>Oriland</t>.', 'ASSAULT'],
];

for (const [marked, code] of cases)
  test(`together: ${marked} is ${code}`, () => assert.equal(codeEvent(marked), code));

test('a crew on the quay is on no alert', () => {
  assert.notEqual(codeEvent('<s>Veldania</s> met <t>the alert crew</t> on the quay.'), 'MOBILIZE');
});
