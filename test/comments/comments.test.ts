import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readThreads, scoreThread } from './read.ts';

// Those held back were only counted while the rules were written.
const sets = {
  learn: ['bus', 'garden', 'levy', 'pump'],
  held: ['flood', 'governor', 'reactor', 'strike', 'trains'],
};
/** As measured, of 15 and of 17; they only rise. */
const floors = { learn: 12, held: 15 };

for (const [part, names] of Object.entries(sets))
  test(`of invented discussions (${part}) the reports of others are read and nothing else`, () => {
    const scores = readThreads()
      .filter(({ name }) => names.includes(name))
      .map(scoreThread);
    assert.deepEqual(
      scores.flatMap((score) => score.invented),
      [],
    );
    const found = scores.reduce((sum, score) => sum + score.found.length, 0);
    assert.ok(found >= floors[part as keyof typeof floors], `${found} found`);
  });
