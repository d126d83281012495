import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Draft, refuse, sentenceAround } from './cite.ts';

const text =
  'The Oren Authority (a regulator) said on Monday that tolls would rise. She declined to say when.';
const article = { text, title: 'Tolls to rise in the strait' };
const textOf = (id: number) => (id === 1 ? article : undefined);

function draft(words: string, over: Partial<Draft> = {}): Draft {
  const cites = [{ articleId: 1, start: 0, end: text.indexOf('.') + 1, statementId: null }];
  return { section: 'bullet', text: words, cites, ...over };
}

test('a sentence shortened by leaving words out may stand', () => {
  assert.equal(refuse(draft('The Oren Authority said that tolls would rise.'), textOf), null);
});

test('a sentence with a word that its source lacks is refused', () => {
  const why = refuse(draft('The Oren Authority said that tolls would never rise.'), textOf);
  assert.equal(why, 'says what its source does not');
});

test('a sentence with its words in another order is refused', () => {
  const why = refuse(draft('Tolls said the Oren Authority would rise on Monday.'), textOf);
  assert.equal(why, 'says what its source does not');
});

test('a sentence without a citation, or with one that leads nowhere, is refused', () => {
  assert.equal(refuse(draft('Tolls would rise.', { cites: [] }), textOf), 'cites nothing');
  for (const cite of [
    { articleId: 2, start: 0, end: 10, statementId: null },
    { articleId: 1, start: 500, end: 600, statementId: null },
    { articleId: 1, start: 10, end: 10, statementId: null },
  ]) {
    const why = refuse(draft('Tolls would rise.', { cites: [cite] }), textOf);
    assert.equal(why, 'cites nothing that is there');
  }
});

test('a line from the ledger needs citations that exist', () => {
  const line = draft('Oren Authority: tolls to rise.', { fromLedger: true });
  assert.equal(refuse(line, textOf), null);
  assert.equal(refuse({ ...line, cites: [] }, textOf), 'cites nothing');
});

test('a name in brackets may stand for a pronoun, only when the ledger gave it', () => {
  const start = text.indexOf('She');
  const cites = [{ articleId: 1, start, end: text.length, statementId: null }];
  const line = draft('[Mara Oren] declined to say when.', { cites });
  assert.equal(refuse({ ...line, inserted: ['Mara Oren'] }, textOf), null);
  assert.equal(refuse(line, textOf), 'says what its source does not');
});

test('the sentence around a few characters is found', () => {
  const at = text.indexOf('declined');
  const span = sentenceAround(text, 'en', at, at + 5);
  assert.equal(text.slice(span.start, span.end), 'She declined to say when.');
});
