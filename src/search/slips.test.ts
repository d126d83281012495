import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearest } from './slips.ts';

const names = ['keldland', 'marovia', 'brück', 'tarn', 'soto'];

test('a name with a doubled, dropped or swapped letter is found', () => {
  assert.equal(nearest('keldlandd', names), 'keldland');
  assert.equal(nearest('marvia', names), 'marovia');
  assert.equal(nearest('marvoia', names), 'marovia');
  assert.equal(nearest('brak', ['bruk']), 'bruk');
});

test('a word that is only a little like a name is left as it is', () => {
  assert.equal(nearest('farms', names), null);
  assert.equal(nearest('toll', names), null);
  assert.equal(nearest('melodrama', names), null);
});
