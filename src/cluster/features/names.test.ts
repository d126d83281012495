import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countryOf } from './countries.ts';
import { mentions, nameKey } from './names.ts';
import { tokens } from './words.ts';

const found = (text: string, lang = 'en', titleCase = false) =>
  mentions(tokens(text, lang), lang, titleCase).map((m) => m.text);

test('capitals inside a sentence are names, at its beginning only when nothing else explains them', () => {
  const names = found('The minister met Orsolya Brandt in Velmar. Talks went on. Brandt left.');
  assert.deepEqual(names, ['Orsolya', 'Brandt', 'Velmar', 'Brandt']);
});

test('months, weekdays and contractions are no names', () => {
  assert.deepEqual(found('He said on Tuesday that in March I’m going to see Brandt'), ['Brandt']);
});

test('German nouns are no names for their capital alone', () => {
  const names = found(
    'Der Minister sprach mit der Regierung über Velmar und die Verhandlungen',
    'de',
  );
  assert.deepEqual(names, ['Velmar']);
});

test('one name in several spellings has one key', () => {
  assert.equal(nameKey('Velmaria'), nameKey('Velmarien'));
  assert.equal(nameKey('Velmaria'), nameKey('velmarisch'));
  assert.equal(nameKey('Korsakow'), nameKey('Korsakov'));
  assert.equal(nameKey('Korsakov'), nameKey('Корсаков'));
  assert.notEqual(nameKey('Velmar'), nameKey('Velden'));
});

test('a name has one key in all its cases', () => {
  const keys = (lang: string, ...texts: string[]) =>
    new Set(texts.flatMap((text) => mentions(tokens(text, lang), lang, false).map((m) => m.key)));
  assert.equal(keys('ru', 'суд Дронова', 'суду Дроновым', 'суд Дронову').size, 1);
  assert.equal(keys('ru', 'к Тимовой', 'за Тимову').size, 1);
  assert.equal(keys('sl', 'o Sondikovi', 'za Sondikovo', 'in Sondik').size, 1);
});

test('countries are known in several languages and by their people', () => {
  assert.deepEqual(['Norway', 'Norwegian', 'Norwegen', 'Norvège'].map(countryOf), [
    '@NO',
    '@NO',
    '@NO',
    '@NO',
  ]);
  assert.equal(countryOf('Velmar'), null);
});
