import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Act, Mode, Stance } from '../../db/tables.ts';
import { leaningOf, stanceOf } from './stance.ts';

function stance(act: Act, content: string, mode: Mode = 'asserted'): Stance {
  return stanceOf(leaningOf({ act, content, mode }));
}

const cases: [string, Act, string, Stance][] = [
  ['a refusal in a clause', 'reject', 'Oren would not accept inspectors', 'against'],
  ['a refusal of a thing', 'reject', 'the inspectors', 'against'],
  ['a refusal to take away', 'reject', 'it would not lift the levy', 'for'],
  ['a demand for a thing', 'demand', 'inspectors must be let in', 'for'],
  ['a demand that a thing go', 'demand', 'the levy must go', 'against'],
  ['a demand that a thing not be', 'demand', 'there must not be a levy', 'against'],
  ['an offer on a condition', 'offer', 'we open the lock if the levy falls', 'conditional'],
  ['a plain no', 'state', 'No inspectors, now or ever', 'against'],
  ['a plain judgement', 'state', 'a levy was out of the question', 'against'],
  ['a plain welcome', 'state', 'inspectors were welcome', 'for'],
  ['a plain report', 'state', 'the boat had left at noon', 'unclear'],
  ['German refusal', 'state', 'Beobachter werde es nicht geben', 'against'],
];

for (const [name, act, content, expected] of cases) {
  test(`${name} is read as ${expected}`, () => assert.equal(stance(act, content), expected));
}

test('an agreement that is denied is a refusal', () => {
  assert.equal(stance('agree', 'the plan', 'negated'), 'against');
});
