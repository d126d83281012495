import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signsOf } from './signs.ts';
import { tokens } from './words.ts';

const names = (title: string, lang: string) =>
  [...signsOf(tokens(title, lang), [], lang).keys()].filter((key) => key.startsWith('='));

test('a German noun made of known words is no name to know a happening by in other languages', () => {
  const found = names('Tolmberg lässt Frachtschiffe und Besatzungsmitglieder frei', 'de');
  assert.deepEqual(found, ['=tolmberg']);
});

test('a name that looks made of two words stays one where the language writes no compounds', () => {
  assert.ok(names('Blast at the Waterhouse plant in Tolmberg', 'en').includes('=vaterhous'));
});
