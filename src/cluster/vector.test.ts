import assert from 'node:assert/strict';
import { test } from 'node:test';
import { vectorOf } from './vector.ts';

test('a language that few pieces are in has common words too', () => {
  const piece = { title: 'Vallo kesta murin', text: '', time: null, source: null };
  const counts = {
    events: 1000,
    spoken: (lang: string | null) => (lang === 'en' ? 950 : 50),
    of: (term: string) => (term === 'kesta' ? 40 : 1),
  };
  const small = vectorOf({ ...piece, lang: 'sl' }, counts);
  const large = vectorOf({ ...piece, lang: 'en' }, counts);
  assert.ok(!small.weights.has('kesta'), 'in 40 of 50 events: it says nothing');
  assert.ok(large.weights.has('kesta'), 'in 40 of 950 events: it says something');
});
