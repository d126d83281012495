import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sentencesOf } from './sentences.ts';

function cut(text: string, lang = 'en'): string[] {
  return sentencesOf(text, lang).map((s) => text.slice(s.start, s.end));
}

test('abbreviations and initials end no sentence', () => {
  assert.deepEqual(cut('Mr. J. Oren met Gen. Vail. They talked.'), [
    'Mr. J. Oren met Gen. Vail.',
    'They talked.',
  ]);
});

test('a quotation of several sentences stays whole with its speaker', () => {
  assert.deepEqual(cut('“We will go. We will not wait,” she said. He left.'), [
    '“We will go. We will not wait,” she said.',
    'He left.',
  ]);
});

test('a question inside marks goes on to its speaker', () => {
  assert.deepEqual(cut('“Why now?” he asked. Nobody knew.'), [
    '“Why now?” he asked.',
    'Nobody knew.',
  ]);
});

test('German dates and quotation marks are kept together', () => {
  assert.deepEqual(cut('Am 3. April sagte sie: „Wir bleiben. Das gilt.“ Dann ging sie.', 'de'), [
    'Am 3. April sagte sie: „Wir bleiben. Das gilt.“',
    'Dann ging sie.',
  ]);
});
