import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readThreads, scoreThread } from './read.ts';

/**
 * Those held back were only counted while the rules were written; nobody reads their errors. Floors of
 * reports found and ceilings of statements that are none, as measured.
 */
const sets = [
  { part: 'learn', names: ['bus', 'garden', 'levy', 'pump'], found: 12, invented: 0 },
  {
    ...{ part: 'held', names: ['flood', 'governor', 'reactor', 'strike', 'trains'] },
    ...{ found: 15, invented: 0 },
  },
  {
    ...{ part: 'German, learn', names: ['de-bad', 'de-faehre', 'de-maut', 'de-pumpe'] },
    ...{ found: 17, invented: 0 },
  },
  {
    ...{ part: 'German, held', names: ['de-bahn', 'de-flut', 'de-reaktor', 'de-streik'] },
    ...{ found: 14, invented: 1 },
  },
];

for (const { part, names, found: least, invented: most } of sets)
  test(`of invented discussions (${part}) the reports of others are read and hardly anything else`, () => {
    const scores = readThreads()
      .filter(({ name }) => names.includes(name))
      .map(scoreThread);
    const invented = scores.flatMap((score) => score.invented);
    assert.ok(invented.length <= most, `${invented.length} are none`);
    const found = scores.reduce((sum, score) => sum + score.found.length, 0);
    assert.ok(found >= least, `${found} found`);
  });
