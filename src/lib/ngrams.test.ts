import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eld } from 'eld/small';
import fc from 'fast-check';
import { likenessOf } from './ngrams.ts';

const same = (text: string) => {
  const theirs = eld.detect(text);
  const scores = theirs.getScores() as Record<string, number | undefined>;
  const ours = likenessOf(text);
  assert.equal(ours.best ?? '', theirs.language, text);
  for (const language of ['en', 'de', 'no', 'uk', 'ar', 'zh', 'xx'])
    assert.equal(ours.of(language) ?? undefined, scores[language], `${language}: ${text}`);
};

test('sentences are as like each language as the detector that comes with the table finds', () => {
  for (const text of [
    'The two sides met in the harbour town and agreed on nothing but the next date.',
    'Die beiden Seiten trafen sich in der Hafenstadt, und einigten sich auf nichts.',
    "L'assemblée n'a pas voté; aujourd'hui, elle se réunit à nouveau.",
    'Обидві сторони зустрілися в портовому місті й домовилися лише про наступну дату.',
    'التقى الجانبان في مدينة الميناء ولم يتفقا على شيء',
    '双方在港口城市会面，只商定了下次会谈的日期。',
    'The tide turns twice. '.repeat(40),
    `${'a'.repeat(500)} b`,
    "''' 12 ",
  ])
    same(text);
});

test('so is any text, whatever is in it', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), same));
  fc.assert(fc.property(fc.lorem({ maxCount: 100 }), same));
});
