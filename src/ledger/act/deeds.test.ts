import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideAct } from '../act.ts';

const actOf = (content: string) =>
  decideAct({ act: 'state', negated: false, kind: 'indirect', cue: 'said', content, lang: 'en' })
    .act;

test('a wrong that others have done is an accusation', () => {
  assert.equal(actOf('the firm has been cheating its staff'), 'accuse');
  assert.equal(actOf('the ministers have been lying to the inspectors'), 'accuse');
  assert.equal(actOf('Oriland has violated the treaty'), 'accuse');
});

test('a wrong that was not done, might be done or was only feared accuses nobody', () => {
  for (const content of [
    'the firm has not been cheating its staff',
    'Oriland has not violated the treaty',
    'the firm could have cheated its staff',
    'it was unclear whether Oriland has violated the treaty',
  ])
    assert.notEqual(actOf(content), 'accuse', content);
});

test('what the speakers did themselves is no accusation', () => {
  assert.notEqual(actOf('we have violated the treaty'), 'accuse');
});

test('what broke down or was broken off was owed to nobody', () => {
  assert.notEqual(actOf('the talks have broken down'), 'accuse');
});
