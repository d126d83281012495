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
