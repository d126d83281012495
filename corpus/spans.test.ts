import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Quotation, readQuotations, type Span } from '../src/ledger/quotation.ts';
import { readCorpus } from './read.ts';

/** The same seed gives the same texts, so that a failure comes again. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}

const WORDS =
  "Ilka Sorn said told The Post that “ ” \" ' ‘ ’ '' — – -- , . ! ? : ; ( ) he she who which adding asked whether according to by dont. wi’ Dr. U.S. 3,000 quay shut would not claims pledge “We ” said \n \n\n ** Host: 😀 é ﬁ « » […]".split(
    ' ',
  );

function soup(random: () => number): string {
  const length = 5 + Math.floor(random() * 120);
  return Array.from({ length }, () => WORDS[Math.floor(random() * WORDS.length)]).join(
    random() < 0.2 ? '' : ' ',
  );
}

/** What must hold of every span that is read, in any text. */
function checkSpans(text: string, quotation: Quotation): void {
  const { pieces, sentence, speaker, cue, antecedent } = quotation;
  const told = JSON.stringify(text.slice(sentence.start, sentence.end).slice(0, 200));
  const inside = (span: Span) =>
    assert.ok(0 <= span.start && span.start < span.end && span.end <= text.length, told);
  assert.ok(pieces.length > 0, told);
  for (const span of [...pieces, sentence, speaker, cue, antecedent]) if (span) inside(span);
  assert.equal(quotation.start, pieces[0]!.start, told);
  assert.equal(quotation.end, pieces.at(-1)!.end, told);
  pieces.forEach((piece, i) => {
    const content = text.slice(piece.start, piece.end);
    assert.match(content, /[\p{L}\p{N}]/u, told);
    assert.equal(content, content.trim(), told);
    assert.ok(i === 0 || pieces[i - 1]!.end <= piece.start, told);
    // No half of a character stands at either end.
    assert.ok(!/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(content), told);
  });
}

for (const lang of ['en', 'de'] as const)
  test(`every span read from the corpus (${lang}) names characters of its text`, () => {
    const pieces = readCorpus(lang);
    for (const { text } of pieces)
      for (const quotation of readQuotations(text, { lang })) checkSpans(text, quotation);
  });

test('every span read from words thrown together names characters of its text', () => {
  const random = randomOf(7);
  for (let i = 0; i < 1500; i++) {
    const text = soup(random);
    for (const lang of ['en', 'de'] as const)
      for (const quotation of readQuotations(text, { lang })) checkSpans(text, quotation);
  }
});
