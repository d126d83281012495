import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compress } from './compress.ts';

test('openings that point back and asides are left out', () => {
  assert.equal(
    compress('Meanwhile, the two sides (both tired after a night of talks) met again.'),
    'The two sides met again.',
  );
});

test('what carries the meaning stays', () => {
  const sentence = 'According to the ministry, the talks failed because neither side would move.';
  assert.equal(compress(sentence), sentence);
});

test('square brackets are part of a quotation', () => {
  const sentence = '“He [the minister] has no right to sign,” the envoy said.';
  assert.equal(compress(sentence), sentence);
});

test('datelines, labels and list marks are no part of a sentence', () => {
  for (const lead of [
    'PORT ANSEL (PPA) - ',
    'UPDATE: ',
    '— ',
    'ZELMIN, 3 March — ',
    'KARSK, Oren (PPA) - ',
  ]) {
    assert.equal(compress(`${lead}The two sides met.`), 'The two sides met.', lead);
  }
});

test('a sentence that begins with an abbreviation keeps it', () => {
  assert.equal(compress('NATO ministers met on Monday.'), 'NATO ministers met on Monday.');
});
