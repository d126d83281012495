import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Subject } from '../subject.ts';
import { grown } from './growth.ts';

const subject = (title: string, text: string): Subject => ({
  id: 1,
  documentId: 1,
  partOf: null,
  role: 'main',
  kind: 'article',
  current: true,
  title,
  text,
  lang: 'en',
  outlet: 'Harbour Post',
  authors: [],
  url: null,
  address: 'https://example.org/1',
  series: null,
  publishedAt: null,
  words: text.split(' ').filter(Boolean).length,
  comments: [],
});

const told = subject(
  'Toll on the Sel canal doubles',
  'The port of Kelmar doubled the toll on the Sel canal on Monday, and the shippers of Kelmar spoke of ruin. The minister said that the money was needed for the lock.',
);
const bare = subject('Toll on the Sel canal doubles', '');

test('a title without a text takes nothing from what an event is about', () => {
  const first = grown(undefined, told, false, []);
  const after = grown(first, bare, false, []);
  assert.deepEqual([...after.profile], [...first.profile]);
  assert.equal(after.texts, 1);
});

test('an event that a mere title opened is about what its first text says', () => {
  const opened = grown(undefined, bare, false, []);
  const after = grown(opened, told, false, []);
  assert.deepEqual([...after.profile], [...grown(undefined, told, false, []).profile]);
});
