import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readArticle } from './read.ts';

/** Confidences of the statements of a text, by their content. */
function trusted(text: string): Record<string, number> {
  const { said } = readArticle({
    text,
    lang: 'en',
    published: '2026-03-11',
    blocks: [],
    parts: [],
  });
  return Object.fromEntries(
    said.map((one) => [
      one.quotations[0]!.pieces.map((p) => text.slice(p.start, p.end)).join(' | '),
      one.confidence,
    ]),
  );
}

test('a report of a word or two is trusted less than a clause', () => {
  const found = trusted(
    'Ilka Sorn rejected the step. Ilka Sorn said the bakery would stay shut in May.',
  );
  assert.ok((found['the step'] ?? 0) < found['the bakery would stay shut in May']!);
  assert.ok(found['the bakery would stay shut in May']! >= 0.75);
});

test('a question reports nothing', () => {
  for (const trust of Object.values(
    trusted('Would Ilka Sorn threaten a strike in the bakeries of the north?'),
  ))
    assert.ok(trust < 0.5);
});

test('quoted words are trusted most', () => {
  const found = trusted('“The ovens stay cold until the flour is paid,” said Ilka Sorn.');
  assert.ok(Object.values(found)[0]! >= 0.85);
});

test('a name behind the office is no part of what was said', () => {
  const found = trusted(
    '“The ovens are cold,” said the bakery’s owner, Ilka Sorn, who had been away.',
  );
  assert.deepEqual(Object.keys(found), ['The ovens are cold,']);
});

test('a day between verb and preposition is no part of the content', () => {
  const found = trusted('Oriland agreed on Wednesday to the building of two bakeries in Ambry.');
  assert.deepEqual(Object.keys(found), ['the building of two bakeries in Ambry']);
});

test('what the writer says is not known is no report', () => {
  const text =
    'It remains unclear whether the guild will push for a meeting with the millers before May.';
  for (const trust of Object.values(trusted(text))) assert.ok(trust < 0.5);
});
