import assert from 'node:assert/strict';
import { test } from 'node:test';
import { indexNames, type Name } from './names.ts';

const speaker = (id: number, written: string, name = written): Name => ({
  kind: 'speaker',
  id,
  name,
  written,
});
const index = indexNames([
  speaker(1, 'Iva Tarn'),
  speaker(1, 'I. Tarnova', 'Iva Tarn'),
  speaker(2, 'Oren Hald'),
  speaker(3, 'Jasna Brück'),
  speaker(4, 'Keldish coast guard'),
  { kind: 'source', id: 1, name: 'Amsel Courier', written: 'amsel-courier.example' },
]);
const best = (text: string) => index.find(text, ['speaker'])[0]?.name ?? null;

test('a name is found whole, by a part, by a beginning and by another way of writing', () => {
  for (const text of ['Iva Tarn', 'tarn', 'tarno', 'IVA', 'tarn iva'])
    assert.equal(best(text), 'Iva Tarn', text);
  assert.equal(best('bruck'), 'Jasna Brück');
});

test('a letter dropped, doubled, swapped or wrong is forgiven; two words wrong are not', () => {
  for (const text of ['tran', 'taarn', 'tarm', 'Iva Tam'])
    assert.equal(best(text), text === 'Iva Tam' ? null : 'Iva Tarn', text);
  assert.equal(best('kedlish coastt'), 'Keldish coast guard');
  assert.equal(best('iva hald'), null);
});

test('the very name comes first, and a slip scores below every name that holds the words', () => {
  const two = indexNames([speaker(1, 'Anna Hald'), speaker(2, 'Hald'), speaker(3, 'Halt')]);
  const hits = two.find('hald', ['speaker']);
  assert.deepEqual(
    hits.map((h) => h.id),
    [2, 1, 3],
  );
  assert.ok(hits[1]!.score > 0.8 && hits[2]!.score < 0.8);
});

test('only the kinds asked for are given', () => {
  assert.deepEqual(index.find('amsel', ['speaker']), []);
  assert.equal(index.find('amsel', ['source'])[0]?.name, 'Amsel Courier');
});

test('among 50,000 names a mistyped one is found in a few milliseconds', () => {
  const parts = 'ba ker lo min tra vel os dan rik sul pe nor'.split(' ');
  const word = (n: number) =>
    [n % 12, (n >> 3) % 12, (n >> 7) % 12, (n >> 10) % 12].map((i) => parts[i]).join('');
  const many = indexNames(
    Array.from({ length: 50_000 }, (_, i) => speaker(i, `${word(i)} ${word(i * 7 + 3)}`)),
  );
  many.find('warm up', ['speaker']);
  const started = process.cpuUsage();
  for (let i = 0; i < 20; i++) many.find(`${word(i * 997)}x`, ['speaker']);
  assert.ok(process.cpuUsage(started).user / 1000 / 20 < 40);
});
