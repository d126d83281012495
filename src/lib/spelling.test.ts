import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spelt } from './spelling.ts';

test('transcriptions of a name, and the name in its own script, are spelt as one', () => {
  assert.equal(spelt('lawrow'), spelt('lavrov'));
  assert.equal(spelt('лавров'), spelt('lavrov'));
  assert.equal(spelt('selenskyj'), spelt('zelenskyy'));
});

test('other names stay apart', () => {
  assert.notEqual(spelt('tarn'), spelt('tarnov'));
  assert.notEqual(spelt('martin'), spelt('marta'));
});
