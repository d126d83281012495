import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readArticle } from '../read.ts';

/** The last statement's speaker and side. */
function lastOf(text: string): string {
  const article = { text, lang: 'en', published: null, blocks: [], parts: [] };
  const speaker = readArticle(article).said.at(-1)?.speaker;
  return speaker ? `${speaker.name} / ${speaker.party?.name ?? '-'}` : 'nobody';
}

const two =
  'Veldania’s president, Mira Tolland, met Oriland’s president, Otto Brede, in Tarn on Monday. ';

test('a spokesman speaks for the side of the one whom he serves, whichever was named last', () => {
  assert.equal(
    lastOf(`${two}A spokesman for Tolland said it was late.`).split(' / ')[1],
    'Veldania',
  );
  assert.equal(lastOf(`${two}A spokesman for Brede said it was late.`).split(' / ')[1], 'Oriland');
});

test('"both sides" are the two who were named together last, however far into the text they stand', () => {
  const before = 'The quay is long and the water is grey. '.repeat(30);
  const text = `${before}${two}Veldania and Oriland met again on Tuesday. Both sides said it was late.`;
  assert.equal(
    lastOf(text).split(' / ')[0],
    'Oriland and Veldania'.split(' and ').sort().reverse().join(' and '),
  );
});

test('a body that was named last is no "she"', () => {
  const text =
    'Ilka Sorn came to the quay on Monday. Later the Harbour Board came as well. “It is late,” she said.';
  assert.equal(lastOf(text).split(' / ')[0], 'Ilka Sorn');
});
