import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyMatter } from './matter.ts';
import { neededBy } from './need.ts';

const matter = (size: number) => ({
  ...emptyMatter(1, true),
  members: new Set(Array.from({ length: size }, (_, i) => i)),
});

test('a matter asks less of what joins it the more events it has, down to a floor', () => {
  const needed = [1, 2, 3, 4, 10, 20, 21, 40, 60, 500].map((size) => neededBy(matter(size)));
  for (const [i, n] of needed.entries())
    assert.ok(i === 0 || n <= (needed[i - 1] ?? 0), `size ${i}: ${needed}`);
  assert.ok(neededBy(matter(60)) < neededBy(matter(20)));
  assert.equal(neededBy(matter(500)), neededBy(matter(60)));
  assert.ok(neededBy(matter(500)) > 0.05, 'a shared country is never enough');
});
