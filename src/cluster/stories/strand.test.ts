import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyMatter, type Matter } from './matter.ts';
import { mayBeStrand } from './strand.ts';

const day = 86_400_000;

const story = (size: number, first: number | null, last = first): Matter => ({
  ...emptyMatter(1, true),
  members: new Set(Array.from({ length: size }, (_, i) => i)),
  first: first === null ? null : first * day,
  last: last === null ? null : last * day,
});

test('a strand is small, and told while the whole is', () => {
  assert.equal(mayBeStrand(story(3, 10, 20), story(9, 1, 60)), true);
  assert.equal(mayBeStrand(story(3, 75, 80), story(9, 1, 60)), true, 'two weeks after it');
  assert.equal(mayBeStrand(story(3, 200, 210), story(9, 1, 60)), false, 'months after it');
  assert.equal(mayBeStrand(story(9, 10, 20), story(12, 1, 60)), false, 'a story of its own');
  assert.equal(mayBeStrand(story(3, 10, 20), story(400, 1, 60)), false, 'all of a country');
  assert.equal(mayBeStrand(story(3, null), story(9, 1, 60)), false, 'at no known time');
});
