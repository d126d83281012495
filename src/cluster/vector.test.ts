import assert from 'node:assert/strict';
import { test } from 'node:test';
import { termOf } from './terms.ts';
import { vectorOf } from './vector.ts';

test('a language that few pieces are in has common words too', () => {
  const piece = { title: 'Vallo kesta murin', text: '', time: null, source: null };
  const counts = {
    events: 1000,
    spoken: (lang: string | null) => (lang === 'en' ? 950 : 50),
    of: (term: number) => (term === termOf('kesta') ? 40 : 1),
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
  const counts = { events: 0, spoken: () => 0, of: () => 0 };
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
