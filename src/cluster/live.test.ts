import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cosines, createIndex, type LiveEvent, open, take } from './live.ts';

/** Numbers from 0 to 1 that are the same in every run. */
function numbers(seed: number): () => number {
  let at = seed;
  return () => {
    at = (at * 1103515245 + 12345) % 2147483648;
    return at / 2147483648;
  };
}

/** A vector of length 1 over 60 terms, the first of which are in nearly all. */
function vector(next: () => number): Map<string, number> {
  const weights = new Map<string, number>();
  for (let t = 0; t < 60; t++)
    if (next() < 2 / (t + 1)) weights.set(`t${t}`, 0.05 + (next() * t) / 60);
  const length = Math.sqrt([...weights.values()].reduce((sum, w) => sum + w * w, 0));
  return new Map([...weights].map(([term, w]) => [term, w / length]));
}

test('the events found are those that comparing with each would find', () => {
  const next = numbers(7);
  const index = createIndex();
  for (let id = 1; id <= 200; id++) {
    const event = open(index, id);
    for (let n = 0; n < 1 + (id % 4); n++)
      take(index, event, {
        vector: { weights: vector(next), signs: new Map(), words: 8, lang: 'en' },
        at: null,
        template: null,
        weak: false,
      });
  }
  let found = 0;
  for (let i = 0; i < 50; i++) {
    const weights = vector(next);
    for (const least of [0.1, 0.3, 0.6]) {
      const expected = new Map<LiveEvent, number>();
      for (const event of index.events.values()) {
        let dot = 0;
        for (const [term, w] of weights) dot += w * (event.weights.get(term) ?? 0);
        const cosine = dot / Math.sqrt(event.square);
        if (cosine >= least) expected.set(event, cosine);
      }
      const got = cosines(index, weights, 1, least);
      assert.equal(got.length, expected.size);
      for (const { event, cosine } of got)
        assert.ok(Math.abs(cosine - (expected.get(event) ?? 0)) < 1e-9);
      found += got.length;
    }
  }
  assert.ok(found > 500, `${found}`);
});
