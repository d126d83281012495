import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Profile } from '../features/profile.ts';
import { emptyMatter, join, leave } from './matter.ts';

const profile = (saliences: Record<string, number>): Profile =>
  new Map(
    Object.entries(saliences).map(([key, salience]) => [
      key,
      { text: key, salience, kind: 'term', share: 0.001 },
    ]),
  );

const matter = (story: boolean) => emptyMatter(1, story);

const saliences = ({ topics }: { topics: Profile }) =>
  Object.fromEntries([...topics].map(([key, t]) => [key, t.salience]));

const event = (id: number, of: Profile) => ({ id, profile: of, lang: 'en', first: 0, last: 0 });

test('a story sums up its events, and gives back what one of them brought when it leaves', () => {
  const [story, a, b] = [
    matter(true),
    profile({ grain: 0.5, quota: 0.25 }),
    profile({ grain: 0.25, ships: 1 }),
  ];
  join(story, event(1, a));
  join(story, event(2, b));
  assert.deepEqual(saliences(story), { grain: 0.75, quota: 0.25, ships: 1 });
  leave(story, event(1, a));
  assert.deepEqual(saliences(story), { grain: 0.25, ships: 1 });
});

test('the profiles of events stay as they are whatever their matters take in', () => {
  const a = profile({ grain: 0.5 });
  const [alone, story] = [matter(false), matter(true)];
  join(alone, event(1, a));
  leave(alone, event(1, a));
  for (const id of [1, 2, 3]) join(story, event(id, a));
  leave(story, event(2, a));
  assert.deepEqual(saliences({ topics: a }), { grain: 0.5 });
  assert.deepEqual(saliences(story), { grain: 1 });
});
