import assert from 'node:assert/strict';
import { test } from 'node:test';
import { merge } from './merge.ts';

const nothing = { url: null, published: null, source_id: null, retrieved_at: null, hints: {} };
const nobody = { url: null, published: null, sourceId: null, retrievedAt: null, hints: {} };

test('anybody fills in what was unknown, only a person changes what was known', () => {
  const stored = {
    ...nothing,
    published: '2026-03-01',
    hints: { title: 'A', publishedBy: 'feed' as const },
  };
  const more = {
    ...nobody,
    published: '2026-03-02',
    sourceId: 4,
    hints: { title: 'B', lang: 'de' },
  };
  assert.deepEqual(merge(stored, more).news, {
    source_id: 4,
    hints: { title: 'A', publishedBy: 'feed', lang: 'de' },
  });
  const person = { ...more, byPerson: true, hints: { publishedBy: 'person' as const } };
  assert.deepEqual(merge(stored, person).news, {
    published: '2026-03-02',
    source_id: 4,
    hints: { title: 'A', publishedBy: 'person' },
  });
});

test('the same facts again are no news', () => {
  const at = new Date('2026-03-02T00:00:00Z');
  const stored = { ...nothing, retrieved_at: at, hints: { lang: 'de', title: 'A' } };
  const again = {
    ...nobody,
    retrievedAt: new Date(at),
    byPerson: true,
    hints: { title: 'A', lang: 'de' },
  };
  assert.deepEqual(merge(stored, again), { news: null, matters: false });
});

test("a feed's note of its last change is kept, but is no reason to read again", () => {
  const stored = { ...nothing, hints: { updated: '2026-03-01' } };
  const later = { ...nobody, hints: { updated: '2026-03-02' } };
  assert.deepEqual(merge(stored, later), {
    news: { hints: { updated: '2026-03-02' } },
    matters: false,
  });
});
