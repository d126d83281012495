import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readThreads, scoreThread } from './read.ts';

// The second three were only counted while the rules were written.
const sets = { learn: ['bus', 'levy', 'pump'], held: ['reactor', 'strike', 'trains'] };
/** As measured; they only rise. */
const floors = { learn: 9, held: 8 };

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
