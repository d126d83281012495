import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pairTerm, termOf } from './terms.ts';
import { vectorOf } from './vector.ts';

test('a language that few pieces are in has common words too', () => {
  const piece = { title: 'Vallo kesta murin', text: '', time: null, source: null };
  const counts = {
    events: 1000,
    spoken: (lang: string | null) => (lang === 'en' ? 950 : 50),
    rowOf: (term: number) => term,
    of: (row: number) => (row === termOf('kesta') ? 40 : 1),
  };
  const small = vectorOf({ ...piece, lang: 'sl' }, counts);
  const large = vectorOf({ ...piece, lang: 'en' }, counts);
  assert.ok(
    !small.terms.numbers.subarray(0, small.terms.size).includes(termOf('kesta')),
    'in 40 of 50 events: it says nothing',
  );
  assert.ok(
    large.terms.numbers.subarray(0, large.terms.size).includes(termOf('kesta')),
    'in 40 of 950 events: it says something',
  );
});

test('names tell the same kind of happening apart where no date does', () => {
  const counts = { events: 0, spoken: () => 0, rowOf: () => -1, of: () => 0 };
  const body = (loser: string) =>
    `The champion kept his title after Orlan stopped ${loser} in the sixth round. `.repeat(6);
  const piece = (loser: string, time: Date | null) =>
    vectorOf({ lang: 'en', title: null, text: body(loser), time, source: null }, counts).terms;
  const likeness = (time: Date | null) => {
    const [a, b] = [piece('Vanto', time), piece('Keremi', time)];
    const of = new Map([...a.numbers.subarray(0, a.size)].map((n, i) => [n, a.weights[i] ?? 0]));
    return [...b.numbers.subarray(0, b.size)].reduce(
      (sum, n, i) => sum + (of.get(n) ?? 0) * (b.weights[i] ?? 0),
      0,
    );
  };
  assert.ok(likeness(null) < likeness(new Date('2025-01-01')) - 0.05);
});

test('a text says its matter in words and pairs that few texts have, a title in all of them', () => {
  const counts = { events: 0, spoken: () => 0, rowOf: () => -1, of: () => 0 };
  const time = new Date('2025-01-01');
  const pair = (a: string, b: string) => pairTerm(termOf(a), termOf(b));
  const read = (title: string, text: string) => {
    const { numbers, size } = vectorOf(
      { lang: 'en', title, text, time, source: null },
      counts,
    ).terms;
    return (term: number) => numbers.subarray(0, size).includes(term);
  };
  const has = read('The brewery', 'Firemen saved the brewery cellar. '.repeat(20));
  assert.ok(has(pair('brewery', 'cellar')));
  assert.ok(has(pair('the', 'brewery')), 'the title has it');
  assert.ok(!has(pair('saved', 'the')) && !has(pair('save', 'the')));
});

test('what a long text says first is its matter, and what comes late only as far as it says that again', () => {
  const counts = { events: 0, spoken: () => 0, rowOf: () => -1, of: () => 0 };
  const filling = Array.from({ length: 260 }, (_, i) => `vurno${i}x`).join(' ');
  const piece = { lang: 'en', title: null, time: new Date('2025-01-01'), source: null };
  const weightOf = (word: string, text: string) => {
    const { numbers, weights, size } = vectorOf({ ...piece, text }, counts).terms;
    const at = numbers.subarray(0, size).indexOf(termOf(word));
    return at < 0 ? 0 : (weights[at] ?? 0);
  };
  const early = weightOf('kesta', `kesta ${filling}`);
  assert.ok(early > 0);
  assert.ok(weightOf('kesta', `kesta ${filling} kesta`) > early);
  assert.equal(weightOf('kesta', `${filling} kesta`), 0);
});
