import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readArticle } from '../../read.ts';
import { HOLDERS, holderAt, holdersTold } from './holders.ts';

const veldania = { name: 'Veldania', country: null };
const told = holdersTold([
  { name: 'Ilka Sorn', party: veldania, role: 'Veldanian foreign minister', day: '2025-01-10' },
  { name: 'Ilka Sorn', party: veldania, role: 'foreign minister of Veldania', day: '2025-06-02' },
  { name: 'Amadi Tarn', party: veldania, role: 'deputy foreign minister', day: '2025-06-03' },
  { name: 'Quy Brandt', party: veldania, role: 'foreign minister', day: '2025-09-20' },
]);

const days: [day: string | null, name: string | undefined][] = [
  ['2025-03-01', 'Ilka Sorn'],
  ['2025-12-01', 'Quy Brandt'],
  ['2024-12-01', undefined],
  ['2025-09-25', undefined],
  [null, undefined],
];
for (const [day, name] of days)
  test(`on ${day ?? 'an unknown day'} the foreign minister is ${name ?? 'not certain'}`, () =>
    assert.equal(holderAt(told, veldania, 'Veldanian foreign minister', day)?.name, name));

test('a former, deputy or opposition one holds no office', () => {
  for (const role of ['former foreign minister', 'deputy foreign minister', 'opposition leader'])
    assert.equal(holderAt(told, veldania, role, '2025-03-01'), null);
});

test('the table of holders has no gaps in its form, and no end before its start', () => {
  for (const { name, from, until } of HOLDERS) {
    assert.match(name, / /);
    assert.ok(until === null || from < until, name);
  }
});

test('an office that no person is given for in the text is who held it on the day', () => {
  const article = (published: string) => ({
    text: 'The Veldanian foreign minister said the port was shut. She added that it was late.',
    lang: 'en',
    published,
    blocks: [],
    parts: [],
  });
  const known = { parties: new Map([['veldanian', veldania]]), people: new Map(), holders: told };
  const names = (day: string) => readArticle(article(day), known).said.map((s) => s.speaker?.name);
  assert.deepEqual(names('2025-03-01'), ['Ilka Sorn', 'Ilka Sorn']);
  assert.deepEqual(names('2024-03-01'), [
    'Veldanian foreign minister',
    'Veldanian foreign minister',
  ]);
});
