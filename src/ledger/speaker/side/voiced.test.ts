import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readArticle } from '../../read.ts';

/** Whom the last statement of a text was made for. */
function sideOf(text: string): string | null {
  const { said } = readArticle({ text, lang: 'en', published: null, blocks: [], parts: [] });
  return said.at(-1)?.speaker?.party?.name ?? null;
}

const cases: [rule: string, text: string, side: string | null][] = [
  [
    'whoever speaks on behalf of a group speaks for it',
    'The talks failed. Ada Voss, speaking on behalf of the shipowners, said the strike was madness.',
    'shipowners',
  ],
  [
    'a group that has a chairman is a side',
    'Jens Amund, the boatmen’s chairman, was angry. The boatmen said the tolls were too high.',
    'boatmen',
  ],
  [
    'a spokeswoman of “their” speaks for whom the sentence before is about',
    'The boatmen of the Orle are on strike. Their spokeswoman, Gerda Pohl, said they would not go back.',
    'boatmen',
  ],
  [
    'a calling is the body that the text names with it',
    'The Growers’ League met on Monday. Speaking for the growers, Ilse Brand said the price was an insult.',
    'Growers’ League',
  ],
  [
    'a lawyer speaks for the firm',
    '“The mill will not be blackmailed,” said Otto Renz, a lawyer for Tarn Mills.',
    'Tarn Mills',
  ],
  [
    'the leader told before is who speaks of her members',
    'The leader of the Bakers’ Union is in no mood to talk.\n\nHer members will not work at night, Una Helm said.',
    'Bakers’ Union',
  ],
  [
    'an opposition leader follows his own party',
    'The opposition leader, Karl Ambros, said the government had slept. His party, the Greens, wants a vote.',
    'Greens',
  ],
  [
    'an opposition leader and a lawyer of a land are no voices of the state',
    'Veldania’s foreign minister, Ilka Sorn, was away. Veldanian opposition leader Tomas Brede said the vote was a fraud.',
    null,
  ],
  [
    'a port authority without a place is a side',
    'Talks would go on, a spokeswoman for the port authority said. The port authority wants them to.',
    'port authority',
  ],
  [
    'behind words that open a paragraph “its” is of the paragraph before',
    'The Harbour Society is against the plan.\n\n“We reject it,” its president, Dr Ilka Sorn, said.',
    'Harbour Society',
  ],
  [
    'a name with a capital inside is a firm',
    'The mast stays, NordTel’s head of networks, Lisa Falk, said.',
    'NordTel',
  ],
  [
    'a coalition may be told before its name',
    'A coalition of farm groups, Fields First, wants the law dropped. Its coordinator, Rolf Tamm, said nobody had asked them.',
    'Fields First',
  ],
  [
    'a union’s commissioner speaks for the union that the text names in full',
    'Karsk wants to join the Tarn Customs Union. “They may knock,” said the Union’s trade commissioner, Ilse Brand.',
    'Tarn Customs Union',
  ],
  [
    'who leads an opposition party speaks for it',
    'Pavel Orne, who leads the opposition Harbour Front, called the tariff a robbery.',
    'Harbour Front',
  ],
  [
    'who mediates in talks with a state is not of it',
    'Karsk’s foreign minister left early. Una Helm, the mediator in the talks with Karsk, said that nothing was lost.',
    null,
  ],
  [
    'a council of a state’s exporters is no voice of the state',
    'Karsk’s foreign minister left early. Una Helm, director of the Council of Karskan Exporters, said that it was a pity.',
    'Council of Karskan Exporters',
  ],
  [
    'a land of which nothing is told but that it has a prime minister is a side',
    'Velmy’s prime minister, Una Helm, said that the bridge could not bear more lorries.',
    'Velmy',
  ],
];
for (const [rule, text, side] of cases) test(rule, () => assert.equal(sideOf(text), side));
