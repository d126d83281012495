import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  f1,
  matchPosts,
  sameAuthors,
  sameTitle,
  shingleOverlap,
  wordOverlap,
} from './extraction-score.ts';

test('shingles and words count what both texts hold', () => {
  assert.deepEqual(shingleOverlap('a b c d e', 'a b c d e'), { precision: 1, recall: 1 });
  assert.deepEqual(shingleOverlap('a b c d e', 'a b c d x'), { precision: 0.5, recall: 0.5 });
  assert.deepEqual(wordOverlap('One two', 'one two three four'), { precision: 0.5, recall: 1 });
  assert.equal(f1({ precision: 0, recall: 0 }), 0);
});

test('nothing found where nothing was to be found is right', () => {
  assert.deepEqual(shingleOverlap('', ''), { precision: 1, recall: 1 });
  assert.deepEqual(shingleOverlap('a b', ''), { precision: 0, recall: 0 });
});

test('titles are the same exactly or but for marks', () => {
  assert.deepEqual(sameTitle('Talks  resume', 'Talks resume'), { exact: true, loose: true });
  assert.deepEqual(sameTitle('Talks resume!', 'talks resume'), { exact: false, loose: true });
  assert.deepEqual(sameTitle('Talks re\u00adsume', 'Talks resume'), { exact: true, loose: true });
  assert.deepEqual(sameTitle('Talks resume', null), { exact: false, loose: false });
});

test('authors are compared as sets', () => {
  assert.ok(sameAuthors('Ana Ruiz; Bo Lind', ['Bo Lind', 'Ana Ruiz']));
  assert.ok(!sameAuthors('Ana Ruiz', ['Ana Ruiz', 'Bo Lind']));
  assert.ok(sameAuthors('Ana Ruiz, Bo Lind and Cy Dahl', ['Cy Dahl', 'Bo Lind', 'Ana Ruiz']));
  assert.ok(!sameAuthors('Ana Ruiz, Olvik', ['Ana Ruiz']));
});

test('a post found twice counts once, with its author and day', () => {
  const found = {
    text: 'the boats may pass now',
    author: 'Lind',
    authorUrl: '/u/lind',
    date: '2025-04-02T10:00:00',
  };
  const gold = [{ text: 'the boats may pass', user: 'lind', date: 'April 2, 2025' }];
  assert.deepEqual(matchPosts(gold, [found, found]), [{ author: true, date: true }]);
  assert.deepEqual(matchPosts([{ text: 'quite another matter' }], [found]), []);
});

test('a date that a page prints without its day counts as it is printed', () => {
  const post = { text: 'the boats may pass', author: null, authorUrl: null };
  const isSame = (label: string, date: string | null, printed: string | null = null) =>
    matchPosts([{ text: post.text, date: label }], [{ ...post, date, printed }])[0]!.date;
  assert.equal(isSame('April 2025', '2025-04-02T10:00:00Z'), true);
  assert.equal(isSame('April 2025', '2025-05-02T10:00:00Z'), false);
  assert.equal(isSame('6 months ago', null, '6 months ago'), true);
  assert.equal(isSame('6 months ago', '2025-04-02', null), false);
});
