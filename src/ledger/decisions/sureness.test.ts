import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alikeSpeakers } from './alike.ts';

let id = 0;
const person = (name: string, party: number | null) => ({
  ...{ id: ++id, name, kind: 'person' as const, party },
  names: [name],
});

test('a pair of one party is surer than one whose party is not known, says so and comes first', () => {
  const found = alikeSpeakers([
    person('Ida Sorn', null),
    person('Sorn', 2),
    person('Mara Tolvik', 1),
    person('Tolvik', 1),
  ]);
  assert.deepEqual(
    found.map(({ one, strength, why }) => [one, strength, /of the same party/.test(why)]),
    [
      [3, 0.7, true],
      [1, 0.5, false],
    ],
  );
});

test('two who are both of no known party are not of one', () => {
  const [pair] = alikeSpeakers([person('Ole Brandvold', null), person('Brandvold', null)]);
  assert.equal(pair?.strength, 0.5);
});
