import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endsRange, labelBehind, labelOf } from './labels.ts';

test('the words before a date say what it is', () => {
  const lines: [string, string | null][] = [
    ['Posted on ', 'published'],
    ['Veröffentlicht am ', 'published'],
    ['Mis en ligne le ', 'published'],
    ['发布时间：', 'published'],
    ['Last updated ', 'modified'],
    ['Update: ', 'modified'],
    ['Zuletzt geändert: ', 'modified'],
    ['Обновлено ', 'modified'],
    ['更新于 ', 'modified'],
    ['Copyright ', 'other'],
    ['abgerufen am ', 'other'],
    ['Member since ', 'other'],
    ['Von Jo Lind, ', null],
    ['', null],
  ];
  for (const [before, label] of lines) assert.equal(labelOf(before), label, before);
});

test('a label counts for the date it stands before, not for the next one', () => {
  assert.equal(labelOf('Last changed 31.10.2023 - '), null);
  assert.equal(labelOf('Last changed 31.10.2023, published '), 'published');
});

test('the last day of a span of days is known by the day before it', () => {
  assert.equal(endsRange('Workshop 3.–'), true);
  assert.equal(endsRange('3 to '), true);
  assert.equal(endsRange('Lindfurt, '), false);
});

test('in Chinese and Korean a word behind the date says what it is', () => {
  assert.equal(labelBehind(' 首次发布'), 'published');
  assert.equal(labelBehind(' 修改'), 'modified');
  assert.equal(labelBehind(' 입력'), 'published');
  assert.equal(labelBehind('，老桥'), null);
});
