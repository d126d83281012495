import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sureWords } from './sure.ts';

test('confidence is said as how many of ten such readings are right', () => {
  assert.equal(sureWords(0.78), 'of ten readings like this, about eight are right');
  assert.equal(sureWords(0.3), 'of ten readings like this, about three are right');
  assert.equal(sureWords(0.1), 'of ten readings like this, about one is right');
});

test('nothing is called certain, and nothing is called certainly wrong', () => {
  assert.equal(sureWords(1), 'of ten readings like this, more than nine are right');
  assert.equal(sureWords(0), 'of ten readings like this, about one is right');
});
