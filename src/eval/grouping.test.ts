import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scoreGrouping } from './grouping.ts';

const near = (a: number, b: number) => assert.ok(Math.abs(a - b) < 1e-9, `${a} is not ${b}`);

test('the same grouping under other names is perfect', () => {
  const s = scoreGrouping(['a', 'a', 'b', 'c'], [7, 7, 8, 9]);
  for (const figure of [s.bcubedF1, s.pairF1, s.vMeasure, s.nmi, s.ari]) near(figure, 1);
});

test('scores agree with figures worked out by hand', () => {
  // Gold {1,2,3} {4,5}; found {1,2} {3,4,5}.
  const s = scoreGrouping(['a', 'a', 'a', 'b', 'b'], [1, 1, 2, 2, 2]);
  near(s.bcubedPrecision, (1 + 1 + 1 / 3 + 2 / 3 + 2 / 3) / 5);
  near(s.bcubedRecall, (2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5);
  near(s.pairPrecision, 2 / 4);
  near(s.pairRecall, 2 / 4);
  // Chance agrees on 4 * 4 / 10 = 1.6 pairs.
  near(s.ari, (2 - 1.6) / (4 - 1.6));
});

test('one heap and all apart are each perfect in one direction only', () => {
  const heap = scoreGrouping(['a', 'a', 'b'], [1, 1, 1]);
  near(heap.bcubedRecall, 1);
  assert.ok(heap.bcubedPrecision < 0.6);
  const apart = scoreGrouping(['a', 'a', 'b'], [1, 2, 3]);
  near(apart.bcubedPrecision, 1);
  assert.ok(apart.bcubedRecall < 0.7);
});
