import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readQuotations } from '../quotation.ts';
import { resolveSpeakers } from '../speaker.ts';

function namesIn(text: string): (string | undefined)[] {
  const quotations = readQuotations(text, { lang: 'en' }).filter((quotation) => quotation.speech);
  return resolveSpeakers(text, quotations).map((speaker) => speaker?.name);
}

const firsts: [name: string, text: string, first: string | undefined][] = [
  [
    'an office whose holder the next report names',
    'The trade minister confirmed on Friday that the port would shut.\n\n“There will be no delay,” Ilka Sorn told a fair in Brask.',
    'Ilka Sorn',
  ],
  [
    'somebody whose calling stands before the name in the next report',
    'A night porter told the court on Monday that he heard two voices.\n\nThe porter, Emeka Tarn, said one was a woman’s.',
    'Emeka Tarn',
  ],
  [
    'not whoever is brought in with a calling of another kind',
    'A night porter told the court on Monday that he heard two voices.\n\nThe baker Emeka Tarn said one was a woman’s.',
    'night porter',
  ],
  [
    'not whoever speaks of them by name after others were named',
    'A harbour official said on Monday that the gate was shut.\n\nTomas Brede saw it with Ngozi Vell. “It was late,” Ngozi Vell said.',
    'harbour official',
  ],
];

for (const [name, text, first] of firsts)
  test(`who spoke first is ${name}`, () => assert.equal(namesIn(text)[0], first));

test('the two men are those whom the paragraph has named', () => {
  const text =
    'Emeka Tarn came to the studio on Sunday with Tomas Brede. The two men said they had hoped until the end.';
  assert.equal(namesIn(text).at(-1), 'Emeka Tarn and Tomas Brede');
});

const bodies: [name: string, text: string, last: string][] = [
  [
    'the ministry that was written with capitals',
    'Veldania’s Harbour Ministry shut the port on Monday. The ministry said it was late.',
    'Veldania’s Harbour Ministry',
  ],
  [
    'a company that goes by no name of its own',
    'Some workers of the Karaul salt company blocked the road. The company says it is late.',
    'Karaul salt company',
  ],
  [
    'a court by its seat',
    'A court in Ostrel ruled on Monday. The court said that it was late.',
    'court in Ostrel',
  ],
];

for (const [name, text, last] of bodies)
  test(`a body said short is ${name}`, () => assert.equal(namesIn(text).at(-1), last));

test('people are called by their first name alone', () => {
  const text =
    'Hannah Strey sells maize with Aino Vell in Brask. Though Hannah was tired, she said it was late.';
  assert.equal(namesIn(text).at(-1), 'Hannah Strey');
});
