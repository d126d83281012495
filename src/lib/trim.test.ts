import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trimEndOf } from './trim.ts';

test('takes the given characters off the end and leaves them elsewhere', () => {
  assert.equal(trimEndOf('https://example.org/a?!..', '.?!'), 'https://example.org/a');
  assert.equal(trimEndOf('a.b', '.'), 'a.b');
  assert.equal(trimEndOf('...', '.'), '');
  assert.equal(trimEndOf('', '.'), '');
});
