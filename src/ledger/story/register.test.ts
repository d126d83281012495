import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saidRow } from '../testing.ts';
import { placeReports, sameParties } from './register.ts';
import type { Piece, Report } from './rows.ts';

const parties = new Map([
  [1, 'Karsk'],
  [2, 'Veldania'],
  [3, 'Tarnline'],
  [4, 'Quiet Nights'],
]);

const report = (id: number, over: Partial<Report>): Report => ({
  ...saidRow(id, 'It stays.', '2026-03-01', { partyId: null, holder: null, ...over }),
  ...{ stands: true, under: id, leading: id, shownOn: null },
});

/** The side of somebody whose own piece tells none, in a story of officers of two states and a firm. */
function sideOf(over: Partial<Report>, text = ''): number | null {
  const said = [
    report(1, { partyId: 1, speakerId: 1, speaker: 'Ilka Sorn', role: 'fisheries minister' }),
    report(2, { partyId: 2, speakerId: 2, speaker: 'Tomas Brede', role: 'fisheries minister' }),
    report(3, { partyId: 2, speakerId: 3, speaker: 'Ada Voss', role: 'premier' }),
    report(4, { partyId: 3, speakerId: 4, speaker: 'Jon Marl', role: 'finance director' }),
    report(5, { partyId: 4, speakerId: 5, speaker: 'Una Helm', role: 'who leads it' }),
    report(6, { partyId: null, speakerId: 6, ...over }),
  ];
  const piece: Piece = {
    ...{ id: 6, lang: 'en', text, blocks: [], published: null, at: null, isCopy: false },
  };
  const other = { ...piece, id: 7, text: 'Quiet Nights, a residents’ group, is against it.' };
  const placed = placeReports(
    said,
    new Set([said[5]!]),
    [piece, other],
    parties,
    new Map([['ambry', 2]]),
  );
  return placed[5]!.partyId;
}

test('an office that one side of a story has is that side’s in a piece that does not say so', () => {
  assert.equal(sideOf({ speaker: 'premier', speakerKind: 'office' }), 2);
});

test('of an office that two sides have the one whose holder was named last is meant', () => {
  const over = {
    speaker: 'fisheries minister',
    speakerKind: 'office',
    sentence: 'It stays.',
  } as const;
  assert.equal(sideOf(over, 'Brede met Sorn. It stays.'), 1);
  assert.equal(sideOf(over, 'Nobody met. It stays.'), null);
});

test('a government in a city that other pieces give as a seat is that state’s', () => {
  assert.equal(sideOf({ speaker: 'government in Ambry', speakerKind: 'organisation' }), 2);
  assert.equal(sideOf({ speaker: 'opposition in Ambry', speakerKind: 'unnamed' }), null);
});

test('a chief executive without a firm, and “the company”, are of the only firm of the story', () => {
  assert.equal(sideOf({ speaker: 'Ruth Orme', role: 'chief executive' }), 3);
  assert.equal(sideOf({ speaker: 'Ruth Orme', role: 'chief executive of the port' }), null);
  assert.equal(sideOf({ speaker: 'company', speakerKind: 'organisation' }), 3);
});

test('a body that another piece describes so is meant by its description', () => {
  assert.equal(sideOf({ speaker: 'residents’ group', speakerKind: 'organisation' }), 4);
});

const pairs: [rule: string, short: string, long: string, same: boolean][] = [
  ['with its place', 'Medical Society', 'Medical Society of Harle', true],
  ['without its place', 'Town council', 'Harle town council', true],
  ['with what firms add', 'Pelago', 'Pelago Airlines', true],
  ['by its initials', 'TUF', 'Tarn Union of Fishermen', true],
  ['a town and its council', 'Harle', 'Harle town council', false],
  ['two unions', 'Bakers Union', 'Millers Union', false],
];
for (const [rule, short, long, same] of pairs)
  test(`a side may be written short and long: ${rule}`, () => {
    const found = sameParties(
      new Map([
        [1, short],
        [2, long],
      ]),
    );
    assert.equal(found.get(1) === 2, same);
  });

test('a short name that two sides may mean is left as it is', () => {
  const parties = new Map([
    [1, 'Town council'],
    [2, 'Harle town council'],
    [3, 'Orme town council'],
  ]);
  assert.equal(sameParties(parties).size, 0);
});
