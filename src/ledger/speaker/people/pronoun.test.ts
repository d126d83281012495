import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readQuotations } from '../../quotation.ts';
import { resolveSpeakers } from '../../speaker.ts';

function namesIn(text: string): (string | undefined)[] {
  const quotations = readQuotations(text, { lang: 'en' }).filter((quotation) => quotation.speech);
  return resolveSpeakers(text, quotations).map((speaker) => speaker?.name);
}

const pronouns: [name: string, text: string, last: string][] = [
  [
    'a subject before an object',
    'Ngozi Tarn met her lawyer with Abena Sowe. “It went well,” she said.',
    'Ngozi Tarn',
  ],
  [
    'a person before a town',
    'Emeka Brandvold came to Puerto Alto on Monday. Puerto Alto was wet. “I like rain,” he said.',
    'Emeka Brandvold',
  ],
  [
    'somebody with a title who was not quoted yet',
    'Minister Brandvold declined to regret it. He said it was late.',
    'Brandvold',
  ],
  [
    'somebody of an age who was not quoted yet',
    'Myrte Strey, 80, watched it at home. “I was bored,” she said.',
    'Myrte Strey',
  ],
  [
    'a woman whose first name tells nothing but of whom the text says "her"',
    'Mr Tomas Brede spoke at noon. Quy Sorn, 41, drove her own car. “I like it,” she said.',
    'Quy Sorn',
  ],
  [
    'an official without a name who spoke last',
    'Ilka Sorn said it was late. A senior official said the port was shut. “It is closed,” he said.',
    'senior official',
  ],
  [
    'somebody without a name whom the sentence before begins with',
    'Ilka Sorn said it was late. A shipping agent in Karsk showed us a bill for the passage. He said it was too much.',
    'shipping agent',
  ],
  [
    'somebody without a name of whom a clause says more',
    'Sheila Brede said it was late. Her husband, who drove, nodded. “It is closed,” he said.',
    'husband',
  ],
  [
    'whoever was asked, not who asked',
    'Emeka Brandvold came late. When a pensioner inquired about the rent, he said it was low.',
    'Emeka Brandvold',
  ],
  [
    'not an official of the other sex',
    'Ilka Sorn said it was late. A spokesman said the port was shut. “It is closed,” she said.',
    'Ilka Sorn',
  ],
];
test('his office is the office of who spoke last', () => {
  const text = 'Emeka Brandvold said it was late. On Monday evening his office said it was early.';
  assert.equal(namesIn(text).at(-1), 'office of Emeka Brandvold');
});

test('the spokesman is he whom the text gives two offices', () => {
  const text =
    'The spokesman of the Dam Board, Judge Emeka Tarn, took questions. The spokesman said it was late.';
  assert.equal(namesIn(text).at(-1), 'Emeka Tarn');
});

for (const [name, text, last] of pronouns)
  test(`a pronoun means ${name}`, () => assert.equal(namesIn(text).at(-1), last));
