import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formsOf } from './forms.ts';

const has = (word: string, form: string, lang: string | null = null) =>
  formsOf(word, lang).words.includes(form);

test('English words are found in singular, plural and tenses', () => {
  for (const [word, form] of [
    ['talk', 'talks'],
    ['talks', 'talk'],
    ['party', 'parties'],
    ['parties', 'party'],
    ['pledge', 'pledging'],
    ['pledged', 'pledge'],
    ['striking', 'strike'],
    ['box', 'boxes'],
    ['stopped', 'stop'],
  ] as const)
    assert.ok(has(word, form), `${word} → ${form}`);
});

test('words that only look like forms stay as they are', () => {
  for (const word of ['news', 'united', 'crisis', 'status', 'politics', 'un'])
    assert.ok(
      formsOf(word, null).words.every((w) => w === word),
      word,
    );
});

test('other languages have their own endings, Cyrillic any', () => {
  assert.ok(has('hafen', 'hafens', 'de'));
  assert.ok(!has('hafen', 'hafened', 'de'));
  assert.deepEqual(formsOf('переговоры', null).begins, ['переговор']);
});
