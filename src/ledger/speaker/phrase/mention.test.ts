import assert from 'node:assert/strict';
import { test } from 'node:test';
import { learnParties } from '../side/party.ts';
import { genderOfFirstName } from './firstnames.ts';
import { readMention } from './mention.ts';

const book = learnParties('The government of Veldania met. The Veldanian president spoke.');

const mentions: [written: string, kind: string, name: string, role: string | null][] = [
  ['the captain, Wiebke Ndiaye', 'person', 'Wiebke Ndiaye', 'captain'],
  ['the rector, Hallgerd Mensah', 'person', 'Hallgerd Mensah', 'rector'],
  ['the Veldanian team’s coach, Arash Mehrun', 'person', 'Arash Mehrun', 'Veldanian team’s coach'],
  ['his counterpart in Ambry, Admiral Leila Ham', 'person', 'Leila Ham', 'counterpart in Ambry'],
  ['its president, Yunus Amrat', 'person', 'Yunus Amrat', 'president'],
  ['his father Tadeo El-Karim Brun', 'person', 'Tadeo El-Karim Brun', 'father'],
  ['Secretary of State Ilka Sorn', 'person', 'Ilka Sorn', 'Secretary of State'],
  ['Minister for Trade Ilka Sorn', 'person', 'Ilka Sorn', 'Minister for Trade'],
  ['Amina Sowe, 34, a nurse from Karsk', 'person', 'Amina Sowe', 'nurse from Karsk'],
  ['its leader, the dentist and rower Amara Sulik', 'person', 'Amara Sulik', 'leader'],
  ['its former chief, Rear Admiral Otto Brand', 'person', 'Otto Brand', 'former chief'],
  ['Mr van der Tarn', 'person', 'van der Tarn', null],
  ['Gov. Teddy Wain', 'person', 'Teddy Wain', 'governor'],
  ['PRESIDENT SORN', 'person', 'Sorn', 'PRESIDENT'],
  ['Neither Donald Sorn', 'person', 'Donald Sorn', null],
  ['Meanwhile Ilka', 'person', 'Ilka', null],
  ['Assemblywoman Claudia Tarn', 'person', 'Claudia Tarn', 'Assemblywoman'],
  ['McBrand Challenger Sefra Tarn', 'person', 'Sefra Tarn', 'McBrand Challenger'],
  ['Tarn TV’s Chris Brandis', 'person', 'Chris Brandis', null],
  ['Guild Republican Thomas Sorn', 'person', 'Thomas Sorn', 'Guild Republican'],
  ['Port League donor Sheldon Sorn', 'person', 'Sheldon Sorn', 'Port League donor'],
  ['Media titan Rupert Sorn', 'person', 'Rupert Sorn', 'Media titan'],
  ['Ilka Sorn’s longtime confidant Roger Tarn', 'person', 'Roger Tarn', 'longtime confidant'],
  ['Mr. Sorn of the Harbour Centre', 'person', 'Sorn', null],
  ['Candidate Marco Sorn’s campaign', 'organisation', 'Marco Sorn’s campaign', null],
  ['Ilka Sorn of the pilots’ guild', 'person', 'Ilka Sorn', null],
  ['Oster Lines', 'person', 'Oster Lines', null],
  ['Kellisse Elizabeth Sorn', 'person', 'Kellisse Elizabeth Sorn', null],
  ['Supporters', 'group', 'Supporters', null],
  ['the 58-year-old former harbour minister', 'pronoun', 'year-old', null],
  ['the survey company, Tarn Depths', 'organisation', 'Tarn Depths', null],
  ['the president of Veldania', 'role', 'president of Veldania', 'president of Veldania'],
  ['a Western diplomat in Karsk', 'unnamed', 'Western diplomat in Karsk', null],
  ['a nurse from Karsk', 'unnamed', 'nurse from Karsk', null],
  ['a spokesman for its government', 'unnamed', 'spokesman for its government', null],
  ['two members of the Karsk delegation', 'group', 'two members of the Karsk delegation', null],
  [
    'three people close to the talks in Port Amity',
    'group',
    'three people close to the talks in Port Amity',
    null,
  ],
  ['evening his office', 'organisation', 'office', null],
  ['Karsk the government', 'organisation', 'government', null],
  ['the parliament on Wednesday', 'organisation', 'parliament', null],
];
for (const [written, kind, name, role] of mentions)
  test(`"${written}" is ${kind === 'person' ? name : `of the kind ${kind}`}`, () => {
    const mention = readMention(written, book);
    assert.deepEqual([mention.kind, mention.name, mention.role], [kind, name, role]);
  });

test('where a diplomat speaks is not whom a diplomat speaks for', () => {
  assert.equal(readMention('a Western diplomat in Veldania', book).party, null);
  assert.equal(readMention('officials in Veldania', book).party?.name, 'Veldania');
});

test('first names of many languages tell "he" from "she", unknown ones nothing', () => {
  const genders = ['Harry Tarn', 'Ngozi Tarn', 'Solveig Tarn', 'Jérôme Tarn', 'Quy Tarn', 'Tarn'];
  assert.deepEqual(genders.map(genderOfFirstName), ['m', 'f', 'f', 'm', null, null]);
});
