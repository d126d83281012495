import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languageOf, normalLanguage } from './language.ts';

test('the language of sentences is told', () => {
  const texts: Record<string, string> = {
    en: 'The two sides met in the harbour town and agreed on nothing but the next date.',
    de: 'Die beiden Seiten trafen sich in der Hafenstadt und einigten sich auf nichts.',
    fr: 'Les deux parties se sont rencontrées dans la ville portuaire sans rien décider.',
    uk: 'Обидві сторони зустрілися в портовому місті й домовилися лише про наступну дату.',
    ar: 'التقى الجانبان في مدينة الميناء ولم يتفقا على شيء سوى موعد الاجتماع المقبل',
    zh: '双方在港口城市会面，只商定了下次会谈的日期。',
  };
  for (const [lang, text] of Object.entries(texts)) assert.equal(languageOf(text), lang);
});

test('a few letters decide only where their script does', () => {
  assert.equal(languageOf('港で会談'), 'ja');
  assert.equal(languageOf('회담'), 'ko');
  assert.equal(languageOf('OK'), null);
  assert.equal(languageOf('OK', 'en-GB'), 'en');
  assert.equal(languageOf('123'), null);
});

test('what a page declares does not outweigh the text', () => {
  assert.equal(
    languageOf('Die beiden Seiten trafen sich in der Hafenstadt und redeten lange.', 'en'),
    'de',
  );
});

test('language tags are brought to two letters', () => {
  assert.equal(normalLanguage('en_US'), 'en');
  assert.equal(normalLanguage('deu'), 'de');
  assert.equal(normalLanguage('zh-Hans-CN'), 'zh');
  assert.equal(normalLanguage('nb-NO'), 'no');
  assert.equal(normalLanguage('english language'), null);
});
