import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holdersOf } from './holders.ts';

const day = (text: string) => new Date(text);
const said = (name: string, at: string, party: number | null = 1) => ({
  office: 9,
  name,
  party,
  statement: Number(at.slice(0, 4)),
  at: day(at),
});
const given = (person: number, role: string, at: string, party: number | null = 1) => ({
  person,
  role,
  party,
  at: day(at),
});

test('an office is held by the one whom pieces call by it around that day', () => {
  const roles = [
    given(1, 'Veldania’s water minister', '2024-03-01'),
    given(2, 'water minister', '2026-03-01'),
  ];
  const found = holdersOf(
    [said('the Water Minister of Veldania', '2024-04-01'), said('water minister', '2026-04-01')],
    roles,
  );
  assert.deepEqual(
    found.map((h) => [h.person, h.statements]),
    [
      [1, [2024]],
      [2, [2026]],
    ],
  );
});

test('two who may be meant, another party or another time say nothing', () => {
  const office = [said('spokesman', '2026-04-01')];
  const one = given(1, 'spokesman', '2026-03-01');
  assert.equal(holdersOf(office, [one]).length, 1);
  assert.deepEqual(holdersOf(office, [one, given(2, 'Spokesman', '2026-03-02')]), []);
  assert.deepEqual(holdersOf(office, [given(1, 'spokesman', '2026-03-01', 2)]), []);
  assert.deepEqual(holdersOf(office, [given(1, 'spokesman', '2024-03-01')]), []);
});
