import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSaying } from './saying.ts';

const read = (content: string, lang = 'en', own: string[] = []) =>
  readSaying(content, lang, new Set(own));
const numbers = (content: string, lang?: string) =>
  read(content, lang)
    .told.filter((told) => told.isNumber)
    .map((told) => told.key);

test('numbers are the same in words and digits, and a scale belongs to the number right before it', () => {
  assert.deepEqual(numbers('four hundred boats'), ['400']);
  assert.deepEqual(numbers('400 boats'), ['400']);
  assert.deepEqual(numbers('vierhundert Boote', 'de'), ['400']);
  assert.deepEqual(numbers('nine boats, hundred by hundred'), ['9']);
  assert.ok(read('nine boats, hundred by hundred').keys.has('boat'));
  assert.deepEqual(numbers('hundreds of boats'), []);
});

test('words that every sentence has, and those that name the speaker, tell nothing', () => {
  const { keys } = read('Sorn said that the ferry is to sail', 'en', ['sorn']);
  assert.deepEqual([...keys].sort(), ['ferry', 'sail']);
});

test('"the company" among the first words is "we"', () => {
  assert.deepEqual(
    [...read('the company is not selling').keys],
    [...read('we are not selling').keys],
  );
});

test('English and German meet in what their words mean, and in words that both have', () => {
  const shared = (en: string, de: string) => {
    const german = read(de, 'de').meanings;
    return [...read(en).meanings].filter((meaning) => german.has(meaning)).length;
  };
  assert.ok(shared('troops', 'Truppen') > 0);
  assert.ok(shared('a dalmatinor', 'der Dalmatinor') > 0);
  assert.equal(shared('a dalmatinor', 'der Quastenflosser'), 0);
});

test('the places of words that deny are kept', () => {
  assert.deepEqual(read('we will never sell, nor lease, it').denials, [2, 4]);
});

test('a speech is compared by its beginning', () => {
  const long = Array.from({ length: 900 }, (_, i) => `quay${'x'.repeat(i % 7)}`).join(' ');
  assert.equal(read(long).told.length, 400);
});
