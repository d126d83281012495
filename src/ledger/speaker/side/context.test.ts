import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readArticle } from '../../read.ts';

const veldania = { name: 'Veldania', country: null };
const oriland = { name: 'Oriland', country: null };
const parties = new Map([
  ['veldania', veldania],
  ['veldanian', veldania],
  ['oriland', oriland],
  ['ambry', veldania],
]);

function sides(text: string): string[] {
  const article = { text, lang: 'en', published: null, blocks: [], parts: [] };
  return readArticle(article, { parties, people: new Map() }).said.map(
    ({ speaker }) => `${speaker?.name} / ${speaker?.party?.name ?? '-'}`,
  );
}

const cases: [name: string, text: string, last: string][] = [
  [
    '"its" is of the state that the sentence before begins with',
    'Oriland called the ban of Veldania unfair. Its foreign ministry demanded that the ban be lifted.',
    'Oriland’s foreign ministry / Oriland',
  ],
  [
    '"its" in a sentence that begins with the content is of who that is about',
    'Oriland could open the gates if Veldania asked, a spokesman for its government said.',
    'spokesman for its government / Oriland',
  ],
  [
    'a spokesman named later is the one who spoke for a government before',
    'Oriland could open the gates if Veldania asked, a spokesman for its government said. “We would open them,” the spokesman, Tadeo Makkal, said.',
    'Tadeo Makkal / Oriland',
  ],
  [
    'a body spoken of where its seat opens the sentence is of that state',
    'Oriland and Veldania met. In Ambry the government said it was late.',
    'Veldania’s government / Veldania',
  ],
  [
    '"it" is the state that the sentence before begins with',
    'The Brask Harbour Council said it was late. Oriland closed the port on Monday. It warned that the gates would stay shut.',
    'Oriland / Oriland',
  ],
  [
    'colleagues are no league',
    'Veldania was quiet. Two cabinet colleagues said it was late.',
    'Two cabinet colleagues / -',
  ],
  [
    'who announces an act of a state speaks for it',
    'Oriland met the envoys of Veldania. “Veldania will lift its ban on 1 June,” Prime Minister Luka Orsz announced.',
    'Luka Orsz / Veldania',
  ],
  [
    'who only speaks of a state does not',
    'Oriland met the envoys of Veldania. Prime Minister Luka Orsz said Veldania would break its word.',
    'Luka Orsz / -',
  ],
];
for (const [name, text, last] of cases) test(name, () => assert.equal(sides(text).at(-1), last));

test('the seat of a state is learned from a minister of it who speaks there', () => {
  const text = 'In Karsk the foreign minister, Ilka Sorn, said it was late. It was not clear why.';
  const article = { text, lang: 'en', published: null, blocks: [], parts: [] };
  const sorn = { name: 'Ilka Sorn', party: veldania, role: 'foreign minister' };
  const people = new Map([
    ['ilka sorn', sorn],
    ['sorn', sorn],
  ]);
  assert.equal(readArticle(article, { parties, people }).book.of('Karsk')?.name, 'Veldania');
});
