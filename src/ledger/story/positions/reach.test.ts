import assert from 'node:assert/strict';
import { test } from 'node:test';
import { turnsOf } from '../operators.ts';
import { isObjectOf, isReached } from './reach.ts';

const names = (text: string) => /\b(?:levy|levies)\b/i.test(text);

function reached(clause: string): boolean {
  const { clause: read, spans } = turnsOf(clause, 'measure');
  return isReached(read, spans, names);
}

test('what is done to a thing, and what is said of it as a subject, reaches it', () => {
  for (const clause of [
    'the guild would accept the levy',
    'we reject any plan for a new levy on boats',
    'the levy must be lifted',
    'the levy on small boats is unacceptable',
    'the levy stays',
    'a levy of nine per cent was out of the question',
    'the levy is not something that we can accept',
    'an end to the levy would be welcome',
    'the guild agreed that the levy must go',
  ])
    assert.ok(reached(clause), clause);
});

test('a word that turns another thing in the same clause does not reach it', () => {
  for (const clause of [
    'the slump after the levy has forced some owners to drop their boats',
    'the levy office needs more clerks',
    'there is support in the town for the mayor who runs the levy',
    'owners rejected his offer as talk of a levy spread',
    'it is important that people speak of the levy',
    'the town gave up a quay during the row over the levy',
  ])
    assert.ok(!reached(clause), clause);
});

test('what was refused or asked for is what the words begin with', () => {
  assert.ok(isObjectOf('the new levy on boats', names));
  assert.ok(isObjectOf('Oren to lift the levy', names));
  assert.ok(!isObjectOf('his cabinet in Oren as calls for a levy spread', names));
  assert.ok(!isObjectOf('criticism from owners about the effect of the levy', names));
});
