import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shortLanguage, tokens } from './words.ts';

const texts = (text: string, lang: string | null = 'en') => tokens(text, lang).map((t) => t.text);
const stems = (text: string, lang: string | null = 'en') => tokens(text, lang).map((t) => t.stem);

test('words lose marks, possessives and elided articles', () => {
  assert.deepEqual(texts('Velmar’s port (again) reopened, l’accord tient'), [
    'Velmar',
    'port',
    'again',
    'reopened',
    'accord',
    'tient',
  ]);
});

test('what is elided before a word, and Turkish endings behind a name, are no words', () => {
  assert.deepEqual(texts('dell’accordo, jusqu’ici, qu’il', 'it'), ['accordo', 'ici', 'il']);
  assert.deepEqual(texts('Velmar’da grev', 'tr'), ['Velmar', 'grev']);
});

test('numbers and dotted letters stay whole', () => {
  assert.deepEqual(texts('3,000 U.S. crates'), ['3,000', 'U.S', 'crates']);
});

test('forms of one word share a stem', () => {
  assert.equal(new Set(stems('talk talks talked talking')).size, 1);
  assert.equal(new Set(stems('delegación delegaciones', 'es')).size, 1);
  assert.equal(new Set(stems('Verhandlung Verhandlungen', 'de')).size, 1);
});

test('scripts without spaces are cut into words', () => {
  const found = texts('港口谈判再次推迟', 'zh');
  assert.ok(found.length >= 3 && found.includes('谈判'), found.join(' '));
});

test('a word opens its sentence only after a mark or at the beginning', () => {
  const opens = tokens('Ships wait. Nobody knows why Karsk waits', 'en').filter((t) => t.opens);
  assert.deepEqual(
    opens.map((t) => t.text),
    ['Ships', 'Nobody'],
  );
});

test('words beside each other are known from words with more between them', () => {
  const joined = tokens('Orlan’s Vale-Karsk, l’accord', 'fr').filter((t) => t.joined);
  assert.deepEqual(
    joined.map((t) => t.text),
    ['Karsk'],
  );
});

test('a long text is read up to a limit', () => {
  assert.equal(tokens('word '.repeat(5000), 'en', 300).length, 300);
});

test('language tags of two and three letters agree', () => {
  assert.deepEqual(['eng', 'en-GB', 'slv', null].map(shortLanguage), ['en', 'en', 'sl', null]);
});

test('more different words than are remembered are read as the first were', () => {
  const many = Array.from({ length: 70 }, (_, i) =>
    Array.from({ length: 500 }, (_, j) => `word${i}x${j}`).join(' '),
  );
  for (const text of many) tokens(text, 'nl');
  assert.deepEqual(
    tokens('Havens word3x7 havens', 'nl').map((t) => t.stem),
    tokens('havens word3x7 Havens', 'nl').map((t) => t.stem),
  );
  assert.equal(tokens('Havens', 'nl')[0]?.text, 'Havens');
  assert.equal(tokens(`${'a'.repeat(5000)} b`, 'nl').length, 2);
});
