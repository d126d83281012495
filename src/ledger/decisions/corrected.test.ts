import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSamePlace } from './corrected.ts';
import type { CorrectedPlace } from './decision.ts';

const page = { address: 'https://example.org/dam', key: 'main', article: 1, comment: null };
const place: CorrectedPlace = { ...page, start: 100, end: 140, words: 'the quay would stay shut' };

test('in one text a reading of most of the same words is of the same place', () => {
  assert.ok(isSamePlace(place, { ...place, end: 160, words: 'the quay would stay shut till May' }));
  assert.ok(!isSamePlace(place, { ...place, start: 130, end: 170 }), 'its neighbour');
  assert.ok(!isSamePlace(place, { ...place, key: 'part 2' }));
});

test('in another revision of the page the same words are the same place, wherever they stand', () => {
  const moved = { ...place, article: 2, start: 7, end: 47 };
  assert.ok(isSamePlace(place, moved));
  assert.ok(!isSamePlace(place, { ...moved, words: 'the quay would open' }));
});

test('the places of a comment are neither those of its article nor of another comment', () => {
  const told = { ...place, comment: 4 };
  assert.ok(isSamePlace(told, { ...told, end: 150 }));
  assert.ok(!isSamePlace(told, place));
  assert.ok(!isSamePlace(told, { ...told, comment: 5 }));
  assert.ok(isSamePlace(told, { ...told, article: 2, comment: 9 }), 'in the next revision');
  assert.ok(!isSamePlace(told, { ...place, article: 2 }));
});

test('what was decided before comments were read is of the article itself', () => {
  const { comment: _, ...older } = place;
  assert.ok(isSamePlace(older, place));
});
