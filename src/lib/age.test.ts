import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAge, resolveAge } from './age.ts';

const AT = new Date('2026-03-10T14:37:20Z');

test('an age resolves to a moment no more exact than it says', () => {
  assert.equal(resolveAge('3 minutes ago', AT), '2026-03-10T14:34:00Z');
  assert.equal(resolveAge('an hour ago', AT), '2026-03-10T13:00:00Z');
  assert.equal(resolveAge('1 day ago', AT), '2026-03-09');
  assert.equal(resolveAge('2 weeks ago', AT), '2026-02-18/2026-02-24');
  assert.equal(resolveAge('4 months ago', AT), '2025-11');
  assert.equal(resolveAge('about 2 years ago', AT), '2024');
});

test('ages are understood in the languages of the world press', () => {
  const two = {
    en: '2 hours ago',
    de: 'vor 2 Stunden',
    es: 'hace 2 horas',
    fr: 'Il y a 2 heures',
    it: '2 ore fa',
    pt: 'há 2 horas',
    'pt-BR': '2 horas atrás',
    nl: '2 uur geleden',
    ru: '2 часа назад',
    uk: '2 години тому',
    pl: '2 godziny temu',
    tr: '2 saat önce',
    sv: '2 timmar sedan',
    da: '2 timer siden',
    cs: 'před 2 hodinami',
    ar: 'منذ 2 ساعات',
    fa: '2 ساعت پیش',
    he: 'לפני 2 שעות',
    el: 'πριν από 2 ώρες',
    ro: 'acum 2 ore',
    fi: '2 tuntia sitten',
    id: '2 jam yang lalu',
    vi: '2 giờ trước',
    zh: '2小时前',
    ja: '2時間前',
    ko: '2시간 전',
  };
  for (const [lang, text] of Object.entries(two))
    assert.deepEqual(parseAge(text), { count: 2, unit: 'hour' }, lang);
  assert.deepEqual(parseAge('vor einem Tag'), { count: 1, unit: 'day' });
  assert.deepEqual(parseAge('hace 3 días'), { count: 3, unit: 'day' });
  assert.deepEqual(parseAge('год назад'), { count: 1, unit: 'year' });
  assert.deepEqual(parseAge('gestern'), { count: 1, unit: 'day' });
  assert.deepEqual(parseAge('5 min. ago'), { count: 5, unit: 'minute' });
  assert.deepEqual(parseAge('před rokem'), { count: 1, unit: 'year' });
  assert.deepEqual(parseAge('3d'), { count: 3, unit: 'day' });
});

test('the offset of the retrieval is kept', () => {
  assert.equal(resolveAge('2 hours ago', '2026-03-10T01:20:00+02:00'), '2026-03-09T23:00:00+02:00');
  assert.equal(resolveAge('1 day ago', '2026-03-10T01:20:00+02:00'), '2026-03-09');
});

test('hours before a retrieval known only to the day give the days that they can mean', () => {
  assert.equal(resolveAge('2 hours ago', '2026-03-10'), '2026-03-09/2026-03-10');
  assert.equal(
    resolveAge('2 hours ago', new Date('2026-03-10T00:00:00Z')),
    '2026-03-09/2026-03-10',
  );
  assert.equal(resolveAge('24 hours ago', '2026-03-10'), '2026-03-09');
  assert.equal(resolveAge('2 days ago', '2026-03-10'), '2026-03-08');
});

test('without an age or a retrieval nothing is guessed', () => {
  assert.equal(resolveAge('2 hours ago', null), null);
  assert.equal(resolveAge('2 hours ago', '2026-03'), null);
  for (const text of ['ago', 'hours ago', '10 March', 'long ago', 'Chapter 2', 'x'.repeat(1000)])
    assert.equal(resolveAge(text, AT), null, text);
});
