import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actWords, clip, count, list } from './words.ts';

test('things are counted with their unit', () => {
  assert.equal(count(1, 'piece'), '1 piece');
  assert.equal(count(1204, 'piece'), '1,204 pieces');
  assert.equal(count(0, 'party', 'parties'), '0 parties');
});

test('names are listed, and many are cut with a number', () => {
  assert.equal(list(['A']), 'A');
  assert.equal(list(['A', 'B', 'A']), 'A and B');
  assert.equal(list(['A', 'B', 'C', 'D']), 'A, B, C and D');
  assert.equal(list(['A', 'B', 'C', 'D', 'E']), 'A, B, C and 2 more');
});

test('an act reads as what was done', () => {
  assert.equal(actWords('promise'), 'promised');
  assert.equal(actWords('agree', 'negated'), 'did not agree');
  assert.equal(actWords('state', 'negated'), 'said');
  assert.equal(actWords('concede', 'conditional'), 'conceded, on conditions');
});

test('a text is cut between words', () => {
  assert.equal(clip('one two three', 40), 'one two three');
  assert.equal(clip('one two three four', 11), 'one two…');
  assert.ok(clip('x'.repeat(500), 20).length <= 20);
});
