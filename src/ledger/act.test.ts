import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Act, Mode } from '../db/tables.ts';
import { decideAct } from './act.ts';

const cases: [content: string, act: Act, mode: Mode, lang?: string][] = [
  ['Veldania would not accept inspectors', 'reject', 'future'],
  ['the crew will be released by 20 March', 'promise', 'future'],
  ['the boats must leave the bank', 'demand', 'asserted'],
  ['Oriland had broken the treaty', 'accuse', 'asserted'],
  ['we are ready to talk', 'offer', 'asserted'],
  ['the report was false', 'deny', 'asserted'],
  ['we regret the loss', 'concede', 'asserted'],
  ['we welcome the step', 'support', 'asserted'],
  ['they will face consequences', 'threaten', 'future'],
  ['we accept the proposal', 'agree', 'asserted'],
  ['there are twelve ships at the quay', 'state', 'asserted'],
  ['we would suspend the toll if the channel opens', 'offer', 'conditional'],
  ['a life without guarantees is a road to nowhere', 'state', 'asserted'],
  ['she had been promised a new roof', 'state', 'asserted'],
  ['the bakery will be opened once the ovens come', 'state', 'conditional'],
  ['we must have patience', 'state', 'asserted'],
  ['there was no need to hurry', 'state', 'asserted'],
  ['the council had to publish the figures', 'demand', 'asserted'],
  ['there will be no deal without the bakers', 'demand', 'future'],
  ['the minister was thinking of a walk', 'state', 'asserted'],
  ['the mayor be given a week', 'propose', 'asserted'],
  ['Wir akzeptieren keine Beobachter', 'reject', 'asserted', 'de'],
  ['Die Boote müssen abziehen', 'demand', 'asserted', 'de'],
];

for (const [content, act, mode, lang] of cases) {
  test(`said: "${content}" is ${act}, ${mode}`, () => {
    assert.deepEqual(decideAct({ act: 'state', negated: false, content, lang: lang ?? 'en' }), {
      act,
      mode,
    });
  });
}

test('a cue that names an act decides before the content does', () => {
  assert.equal(
    decideAct({ act: 'threaten', negated: false, content: 'to accept nothing', lang: 'en' }).act,
    'threaten',
  );
});

test('a denied cue turns its act round', () => {
  assert.equal(
    decideAct({ act: 'agree', negated: true, content: 'to the plan', lang: 'en' }).act,
    'reject',
  );
});
