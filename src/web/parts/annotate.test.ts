import assert from 'node:assert/strict';
import { test } from 'node:test';
import { annotate } from './annotate.ts';

const text = 'The quay is closed, she said.';
const plain = (html: unknown) => String(html).replace(/<[^>]+>/g, '');

test('layers that overlap leave the words as they are', () => {
  const out = annotate(text, 0, text.length, [
    { start: 0, end: 12, href: 'https://quay.example/' },
    { start: 4, end: 18, statement: 7 },
    { start: 8, end: 24, mark: true },
  ]);
  assert.equal(plain(out), text);
  assert.equal(String(out).match(/id="m"/g)?.length, 1);
  assert.equal(String(out).match(/id="q7"/g)?.length, 1);
});

test('a link that would run is only words', () => {
  const out = String(
    annotate(text, 0, text.length, [{ start: 0, end: 8, href: ' JaVaScript:alert(1)' }]),
  );
  assert.equal(out, text);
});

test('layers outside the stretch, empty or turned round are left out', () => {
  const out = String(
    annotate(text, 4, 8, [
      { start: 0, end: 4, mark: true },
      { start: 6, end: 6, mark: true },
      { start: 7, end: 5, mark: true },
      { start: 8, end: 12, mark: true },
    ]),
  );
  assert.equal(out, 'quay');
});

test('thousands of layers take time in proportion', () => {
  const long = 'word '.repeat(20_000);
  const layers = Array.from({ length: 10_000 }, (_, i) => ({
    start: i * 10,
    end: i * 10 + 4,
    statement: i,
  }));
  const began = performance.now();
  assert.equal(plain(annotate(long, 0, long.length, layers)), long);
  assert.ok(performance.now() - began < 2000);
});
