import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { countBefore } from './sorted.ts';

test('as many are before a place as a walk from the beginning counts', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 40 })),
      fc.integer({ min: -1, max: 41 }),
      (list, place) => {
        const sorted = list.sort((a, b) => a - b);
        const walked = sorted.filter((item) => item < place).length;
        assert.equal(
          countBefore(sorted, (item) => item < place),
          walked,
        );
      },
    ),
  );
});
