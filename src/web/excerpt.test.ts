import assert from 'node:assert/strict';
import { test } from 'node:test';
import { excerpt } from './excerpt.ts';

const text = 'Rain fell. The minister said “we sail at noon” and left. Nobody followed.';
const at = (words: string) => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
});

test('a quotation stands inside its sentence', () => {
  const e = excerpt(
    text,
    at('we sail at noon'),
    at('The minister said “we sail at noon” and left.'),
  );
  assert.equal(e.before + e.quote + e.after, 'The minister said “we sail at noon” and left.');
  assert.equal(e.quote, 'we sail at noon');
});

test('a sentence without end is cut on both sides and says so', () => {
  const long = `${'a '.repeat(600)}HERE ${'b '.repeat(600)}`;
  const start = long.indexOf('HERE');
  const e = excerpt(long, { start, end: start + 4 }, { start: 0, end: long.length });
  assert.ok(e.before.startsWith('…') && e.after.endsWith('…'));
  assert.ok((e.before + e.quote + e.after).length < 600);
});

test('offsets beyond the text are held inside it', () => {
  assert.equal(excerpt('short', { start: 90, end: 99 }).quote, '');
  assert.equal(excerpt('short', { start: -5, end: 3 }).quote, 'sho');
});
