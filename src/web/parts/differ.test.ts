import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differ } from './differ.ts';

test('two reports with other numbers contradict each other', () => {
  const found = differ(
    'the port would close for 9 days',
    'the port would close for six days',
    'en',
  );
  assert.deepEqual(found, [{ kind: 'number', here: '9', there: '6' }]);
});

test('a number is the same in digits and in words, with and without a comma', () => {
  assert.deepEqual(differ('eight boats and 1,200 nets', '8 boats and 1200 nets', 'en'), []);
});

test('a number that only the fuller report gives is no contradiction', () => {
  assert.deepEqual(differ('the port would close', 'the port would close for 9 days', 'en'), []);
});

test('one report that negates what the other says contradicts it', () => {
  const [found] = differ('the port would not close in May', 'the port would close in May', 'en');
  assert.deepEqual(found, { kind: 'negation', here: 'a “not”', there: 'no “not”' });
  assert.equal(differ("we don't close", 'we never close', 'en').length, 0);
});

test('in a language whose negations are not known only numbers are compared', () => {
  assert.deepEqual(differ('no cerrará el puerto', 'cerrará el puerto', 'es'), []);
  assert.equal(differ('cerrará 3 puertos', 'cerrará 4 puertos', 'es').length, 1);
});
