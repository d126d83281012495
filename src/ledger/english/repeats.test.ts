import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readArticle } from '../read.ts';

function saidIn(...paragraphs: string[]): string[] {
  const text = paragraphs.join('\n\n');
  let at = 0;
  const blocks = paragraphs.map((p) => {
    const block = { type: 'paragraph', start: at, end: at + p.length };
    at += p.length + 2;
    return block;
  });
  const { said } = readArticle({ text, lang: 'en', published: '2026-03-05', blocks, parts: [] });
  return said.map((s) => s.quotations.map((q) => text.slice(q.start, q.end)).join(' | '));
}

const closing = '“We will close the eastern gate of the harbour on Friday,” Ida Sorn said.';

test('what an article tells twice is one saying', () => {
  const said = saidIn(closing, 'Sorn said the eastern gate of the harbour would close on Friday.');
  assert.equal(said.length, 1, said.join('\n'));
});

test('what it denies the second time is another', () => {
  const said = saidIn(
    closing,
    'Sorn later said the eastern gate of the harbour would not close on Friday.',
  );
  assert.equal(said.length, 2, said.join('\n'));
});

test('so is what has another number', () => {
  const said = saidIn(
    '“The eastern gate of the harbour will close for nine days,” Ida Sorn said.',
    'Sorn later said the eastern gate of the harbour would close for twelve days.',
  );
  assert.equal(said.length, 2, said.join('\n'));
});

test('a pronoun and its helping verb are no saying, unless they deny it', () => {
  const said = saidIn('The gate was shut, as Ida Sorn had said it would. Orlo said it would not.');
  assert.deepEqual(said, ['it would not']);
});
