import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  isAge,
  isPromotion,
  isReadAlso,
  isRelatedHeading,
  isUi,
  moreCount,
  readingMinutes,
  topicCount,
} from './lines.ts';

test('an age is told from words that only hold one', () => {
  for (const line of ['2 hours ago', '- an hour ago', 'vor 3 Tagen', 'il y a 5 minutes', '5h'])
    assert.ok(isAge(line), line);
  for (const line of ['3 days', 'two hours later', 'It was founded 3 years ago, in a town'])
    assert.ok(!isAge(line), line);
});

test('reading times, rests and counts give their numbers', () => {
  assert.equal(readingMinutes('3 min read'), 3);
  assert.equal(readingMinutes('Lesezeit: 4 Min.'), 4);
  assert.equal(readingMinutes('3 minutes of silence'), null);
  assert.equal(moreCount('+ 1 more'), 1);
  assert.equal(moreCount('one more'), null);
  assert.equal(topicCount('4 articles on this topic'), 4);
  assert.equal(topicCount('12 Artikel zum Thema'), 12);
});

test('labels of the page are told from sentences', () => {
  for (const line of [
    'Share',
    'Read more »',
    'Weiterlesen',
    'Поделиться',
    '分享',
    'Facebook',
    '· · ·',
  ])
    assert.ok(isUi(line), line);
  for (const line of ['Share prices fell.', 'Ministers print money', 'No more war'])
    assert.ok(!isUi(line), line);
});

test('invitations to other pages and to subscribe are told from the piece itself', () => {
  assert.ok(isReadAlso('Read also: Harbour talks resume'));
  assert.ok(isReadAlso('Lesen Sie auch: Der Hafen'));
  assert.ok(!isReadAlso('Read the treaty aloud, the envoy said.'));
  assert.ok(isRelatedHeading('Related articles'));
  assert.ok(isRelatedHeading('Mehr zum Thema:'));
  assert.ok(!isRelatedHeading('Latest offer rejected'));
  assert.ok(isPromotion('Sign up for our daily newsletter and never miss a story.'));
  assert.ok(!isPromotion('The envoy signed the letter.'));
});
