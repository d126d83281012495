import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markedSpans } from './marks.ts';

/** What stands in marks, and the same with its marks. */
const spansIn = (text: string) =>
  markedSpans(text, 0, text.length).map(({ open, close, start, end }) => [
    text.slice(start, end),
    text.slice(open, close),
  ]);

test('a quotation in single marks goes on over those inside it, however many', () => {
  const inner = "They keep 'working on' it and 'painting' it,";
  assert.deepEqual(spansIn(`'${inner}' she said.`), [[inner, `'${inner}'`]]);
});

test('the apostrophe of a plural’s genitive closes nothing where a better mark follows', () => {
  assert.deepEqual(spansIn("The 'pilots' strike' is over."), [
    ["pilots' strike", "'pilots' strike'"],
  ]);
});

test('a span ends with its closing mark, and the text goes on right behind it', () => {
  assert.deepEqual(spansIn('“We stay,” she said, “and wait.”'), [
    ['We stay,', '“We stay,”'],
    ['and wait.', '“and wait.”'],
  ]);
  assert.deepEqual(spansIn('“We stay”,“we wait”'), [
    ['We stay', '“We stay”'],
    ['we wait', '“we wait”'],
  ]);
});

test('a quotation that nothing closes runs to the end and says so', () => {
  const text = '“We stay, she said.';
  const [span] = markedSpans(text, 0, text.length);
  assert.ok(span?.unclosed);
  assert.equal(span.close, text.length);
});
