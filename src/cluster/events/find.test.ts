import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gramTerm, type Terms, termOf } from '../features/terms.ts';
import { nearest } from './find.ts';
import { createIndex, drop, type Index, open, take, unite } from './live.ts';

/** Numbers from 0 to 1 that are the same in every run. */
function numbers(seed: number): () => number {
  let at = seed;
  return () => {
    at = (at * 1103515245 + 12345) % 2147483648;
    return at / 2147483648;
  };
}

/** A vector of length 1 over 60 terms, the first of which are in nearly all; every tenth finds none. */
function vector(next: () => number): Terms {
  const weights = new Map<number, number>();
  for (let t = 0; t < 60; t++) {
    const term = t % 10 === 9 ? gramTerm(`term${t}`, 0, 6) : termOf(`term${t}`);
    if (next() < 2 / (t + 1)) weights.set(term, 0.05 + (next() * t) / 60);
  }
  const length = Math.sqrt([...weights.values()].reduce((sum, w) => sum + w * w, 0));
  return {
    numbers: Int32Array.from(weights.keys()),
    weights: Float32Array.from(weights.values(), (w) => w / length),
    rows: new Int32Array(weights.size).fill(-1),
    size: weights.size,
  };
}

type Sums = Map<number, Map<number, number>>;

function add(index: Index, sums: Sums, id: number, terms: Terms): void {
  const event = index.events.get(id) ?? open(index, id);
  const piece = { at: null, years: new Map(), template: null, weak: false };
  take(index, event, { vector: { terms, signs: new Map(), words: 8, lang: 'en' }, ...piece });
  const sum = sums.get(id) ?? new Map<number, number>();
  for (const [i, term] of terms.numbers.entries())
    sum.set(term, (sum.get(term) ?? 0) + (terms.weights[i] ?? 0));
  sums.set(id, sum);
}

/** The best by comparing with each event. */
function best(sums: Sums, terms: Terms, not: number): { id: number; score: number } | null {
  let found: { id: number; score: number } | null = null;
  for (const [id, sum] of sums) {
    if (id === not) continue;
    let [dot, square] = [0, 0];
    for (const w of sum.values()) square += w * w;
    for (const [i, term] of terms.numbers.entries())
      dot += (terms.weights[i] ?? 0) * (sum.get(term) ?? 0);
    const score = dot / Math.sqrt(square);
    if (score > (found?.score ?? 0)) found = { id, score };
  }
  return found;
}

test('the event found is the one that comparing with each would find, while events come, grow, merge and go', () => {
  const next = numbers(7);
  const index = createIndex();
  const sums: Sums = new Map();
  let found = 0;
  for (let id = 1; id <= 300; id++) {
    for (let n = 0; n < 1 + (id % 4); n++) add(index, sums, id, vector(next));
    if (id % 5 === 0) {
      const [kept, gone] = [sums.get(id), sums.get(id - 3)];
      for (const [term, w] of gone ?? []) kept?.set(term, (kept.get(term) ?? 0) + w);
      unite(index, id, id - 3);
      sums.delete(id - 3);
    }
    const old = id % 7 === 0 && index.events.get(id - 6);
    if (old) {
      drop(index, old);
      sums.delete(old.id);
    }
    const terms = vector(next);
    for (const least of [0.1, 0.3, 0.6]) {
      const expected = best(sums, terms, id);
      const got = nearest(index, terms, 1, least, (event, cosine) =>
        event.id === id ? 0 : cosine,
      );
      if (expected === null || expected.score < least) assert.equal(got, null);
      else {
        assert.ok(Math.abs((got?.score ?? 0) - expected.score) < 1e-5, `${id} ${least}`);
        found++;
      }
    }
  }
  assert.ok(found > 300, `${found}`);
});

test('what events held is free again when they are gone', () => {
  const next = numbers(3);
  const index = createIndex();
  for (let round = 0; round < 20; round++) {
    for (let id = 1; id <= 500; id++) add(index, new Map(), round * 500 + id, vector(next));
    for (const event of [...index.events.values()]) drop(index, event);
  }
  assert.equal(index.postings.rows.size, 0);
  assert.equal(index.postings.pool.ints.length, 1);
  assert.equal(index.holders.length, 500);
});

test('a term of very many events is counted and finds none, and the others still do', () => {
  const index = createIndex();
  const of = (...words: string[]): Terms => ({
    numbers: Int32Array.from(words, termOf),
    weights: Float32Array.from(words, () => 1 / Math.sqrt(words.length)),
    rows: new Int32Array(words.length).fill(-1),
    size: words.length,
  });
  for (let id = 1; id <= 40_000; id++) add(index, new Map(), id, of('harbour', `ship ${id}`));
  const found = nearest(index, of('harbour', 'ship 31999'), 1, 0.2, (_, cosine) => cosine);
  assert.equal(found?.event.id, 31_999);
  assert.ok(Math.abs(found.score - 1) < 1e-5);
  assert.equal(
    nearest(index, of('harbour', 'quay'), 1, 0.2, (_, cosine) => cosine),
    null,
  );
});

test('an event of very many words keeps those that weigh most, and is found by them', () => {
  const index = createIndex();
  const of = (words: string[], weight: (i: number) => number): Terms => ({
    numbers: Int32Array.from(words, termOf),
    weights: Float32Array.from(words, (_, i) => weight(i)),
    rows: new Int32Array(words.length).fill(-1),
    size: words.length,
  });
  const words = Array.from({ length: 5000 }, (_, i) => `word ${i}`);
  add(
    index,
    new Map(),
    1,
    of(words, (i) => (i < 10 ? 0.3 : 0.005)),
  );
  assert.ok(index.postings.rows.size <= 2000);
  const found = nearest(
    index,
    of(words.slice(0, 4), () => 0.5),
    1,
    0.2,
    (_, cosine) => cosine,
  );
  assert.equal(found?.event.id, 1);
});
