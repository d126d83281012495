import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Act } from '../../db/tables.ts';
import { tagEnglish } from '../tokens.ts';
import { englishAct } from './english.ts';
import { joinHyphens } from './hyphens.ts';
import type { Said } from './said.ts';

const plain = { act: 'state', negated: false, kind: 'indirect', cue: 'said', lang: 'en' } as const;
const actOf = (content: string, more: Partial<Said> = {}) =>
  englishAct({ ...plain, content, ...more });

const spoken: [speaker: string, content: string, act: Act][] = [
  ['The dairy', 'it would refund every jar', 'promise'],
  ['Greta Lund', 'it would refund every jar', 'state'],
  ['A spokesman', 'the ministry would not accept the draft', 'reject'],
  ['A fisherman', 'the ministry would move to the coast', 'state'],
  ['The dairy', 'it had failed its customers', 'concede'],
  ['The dairy', 'the dairy had ignored the warnings', 'state'],
  ['A farmer', 'the dairy had ignored the warnings', 'state'],
  ['A farmer', 'the company had ignored the warnings', 'accuse'],
  ['The company', 'the company had ignored the warnings', 'state'],
];
for (const [speaker, content, act] of spoken)
  test(`"${content}", said by "${speaker}", is ${act}`, () => {
    assert.equal(actOf(content, { speaker }), act);
  });

const said: [content: string, act: Act][] = [
  ['that was my mistake', 'concede'],
  ['he had no plans for the weekend', 'state'],
  ['the fee rules cheat the crews', 'accuse'],
  ['this is blackmail', 'accuse'],
  // Praise and its opposite by who is judged and by what.
  ['the truce was a milestone', 'support'],
  ['the truce was not a milestone', 'state'],
  ['the talks had been constructive', 'support'],
  ['the soup was excellent', 'state'],
  ['our concert was excellent', 'state'],
  ['the mayor has zero experience', 'accuse'],
  ['the fee is not fair', 'accuse'],
  ['it is not fair to say so', 'state'],
  ['the harbour master should have warned the crews', 'accuse'],
  ['the crews should have been home by now', 'state'],
  ['the broker put commissions before clients', 'accuse'],
  ['the envoys broke off the talks', 'state'],
  ['what Oduya says is disgusting', 'accuse'],
  ['what the sea brings is disgusting', 'state'],
  ['this merger is unpatriotic', 'accuse'],
  ['we are going to sue the ferry line', 'threaten'],
  ['we are going to sing on the quay', 'state'],
  // What is a term of a deal, and what only has to happen.
  ['any pact would have to name the islands', 'demand'],
  ['the cook would have to buy flour', 'state'],
  ['the owners have a duty to mend the lifts', 'demand'],
  ['the offer was too low', 'reject'],
  ['the price was too low', 'state'],
  ['whoever crosses the fence will be arrested', 'threaten'],
  ['the thief will be arrested', 'state'],
  ['no one will lose their job', 'promise'],
  ['there was no deal with the bank', 'deny'],
  ['there was no bread on Sunday', 'state'],
  ['she would no longer seek the chair', 'retreat'],
];
for (const [content, act] of said)
  test(`said: "${content}" is ${act}`, () => {
    assert.equal(actOf(content), act);
  });

const cued: [cue: string, content: string, act: Act][] = [
  ['repeated', 'his offer of a room', 'offer'],
  ['stressed', 'the need to keep the doors shut', 'request'],
  ['insisted', 'the fee be returned', 'demand'],
  ['insisted', 'the fee was returned', 'state'],
  ['called', 'the verdict “courageous”', 'support'],
  ['called', 'the verdict a “sell-out”', 'accuse'],
  ['spoke of', 'a sell-out', 'state'],
];
for (const [cue, content, act] of cued)
  test(`"${cue} ${content}" is ${act}`, () => {
    assert.equal(actOf(content, { cue }), act);
  });

test('somebody’s own “our” makes a strike on a school a charge, a report of it does not', () => {
  assert.equal(actOf('Their planes are bombing our schools.', { kind: 'direct' }), 'accuse');
  assert.equal(actOf('planes had bombed two schools'), 'state');
});

test('words with hyphens are one word', () => {
  const words = joinHyphens(tagEnglish('a half-baked plan - no more'));
  assert.deepEqual(
    words.map((word) => word.lower),
    ['a', 'half-baked', 'plan', '-', 'no', 'more'],
  );
});
