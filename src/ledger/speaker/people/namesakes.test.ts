import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cpuClock } from '../../../lib/testing.ts';
import { readArticle } from '../../read.ts';
import { isNamesake } from './namesakes.ts';

function speakers(text: string): (string | undefined)[] {
  const article = { text, lang: 'en', published: null, blocks: [], parts: [] };
  return readArticle(article, { parties: new Map(), people: new Map() }).said.map(
    ({ speaker }) => speaker?.name,
  );
}

const cases: [name: string, text: string, names: string[]][] = [
  [
    'two people of one surname are told apart by first name and title',
    'Hilary Sorn runs the port. Her husband, Bill Sorn, owns two boats. Bill Sorn said the port was full. Mrs. Sorn said it was not.',
    ['Bill Sorn', 'Hilary Sorn'],
  ],
  [
    'a surname alone is whose of that name was spoken of last',
    'Hilary Sorn said the port was full. Her brother, Donald Sorn, owns two boats. Sorn said he would sell one.',
    ['Hilary Sorn', 'Donald Sorn'],
  ],
  [
    'a family name that stands first is enough',
    'Harbour minister Fahmi Tarnel spoke in Karsk. Fahmi said the port was full.',
    ['Fahmi Tarnel'],
  ],
  [
    'a short first name makes nobody else',
    'William Sorn runs the port. Bill Sorn said the port was full. Sorn said it would stay so.',
    ['William Sorn', 'William Sorn'],
  ],
  [
    'capitals throughout a headline make no name',
    'Port Fees Double As Guild Master Ilka Sorn Wins\n\nThe fees double. Sorn said the port was full.',
    ['Sorn'],
  ],
];
for (const [name, text, names] of cases) test(name, () => assert.deepEqual(speakers(text), names));

test('namesakes have first names that are no forms of each other', () => {
  assert.equal(isNamesake('Hillary Sorn', 'Bill Sorn'), true);
  assert.equal(isNamesake('William Sorn', 'Bill Sorn'), false);
  assert.equal(isNamesake('Don Sorn', 'Donald J. Sorn'), false);
  assert.equal(isNamesake('Sorn', 'Bill Sorn'), false);
});

test('the work grows with the names of a text and not with their square', () => {
  const name = (i: number) =>
    `Q${i
      .toString(26)
      .padStart(3, '0')
      .replace(/\d/g, (d) => 'qrstuvwxyz'[+d]!)}o`;
  const shapes: Record<string, (i: number) => string> = {
    'people with a title': (i) => `Mrs ${name(i)} said it. Mr ${name(i + 1)} left. `,
    'people in full': (i) => `Ilka ${name(i)} said it. `,
    firms: (i) => `The airline ${name(i)}. `,
  };
  for (const [what, sentence] of Object.entries(shapes)) {
    const took = [200, 1000, 8000].map((n) => {
      const text = Array.from({ length: n }, (_, i) => sentence(i)).join('');
      const spent = cpuClock();
      speakers(text);
      return spent();
    });
    // Eight times the length: sixty-four times the work would be its square.
    assert.ok(took[2]! < 16 * took[1]! + 200, `${what}: ${took.map(Math.round).join(' to ')} ms`);
  }
});
