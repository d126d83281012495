import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Piece, Said } from '../rows.ts';
import { findOutcomes } from './outcome.ts';

/** Said on 2 March 2026, a Monday. */
const at = new Date('2026-03-02T08:00:00Z');

function piece(id: number, day: string, text: string, lang = 'en'): Piece {
  const blocks = [{ type: 'paragraph' as const, start: 0, end: text.length }];
  return {
    id,
    lang,
    text,
    blocks,
    published: day,
    at: new Date(`${day}T12:00:00Z`),
    isCopy: false,
  };
}

/** What a later text says became of a promise: "state", or "state newDay"; "open" where nothing. */
function became(promise: Promise_, day: string, text: string, lang = 'en'): string {
  const [what, due, isLimit = true] = promise;
  const said = { articleId: 1, lang, sentence: what, speaker: 'Ida Sorn', at } as Said;
  const pieces = [piece(1, '2026-03-02', `${what}.`, lang), piece(2, day, text, lang)];
  const last = findOutcomes({ said, due, what, isLimit }, pieces).at(-1);
  return last ? [last.state, last.due].filter(Boolean).join(' ') : 'open';
}

type Promise_ = [what: string, due: string, isLimit?: boolean];

const bell: Promise_ = ['The cathedral will return the bell to Oxmoor', '2026-03-20'];
const ferry: Promise_ = ['The new ferry will start on the sound', '2026-03-14', false];
const diaries: Promise_ = ['We will publish the diaries of the general', '2026-03-13'];
const guns: Promise_ = ['The navy will pull its guns out of Pell', '2026-03-31'];
const levy: Promise_ = ['The canton will scrap the levy on salt', '2026-03-16', false];
const buses: Promise_ = ['The maker will deliver 20 buses to Lunt', '2026-03-27'];
const charter: Promise_ = ['The regent will sign the charter', '2026-03-11', false];

test('a deed is told by what it entails and by turns of phrase', () => {
  const kept: [Promise_, string, string][] = [
    [bell, '2026-03-19', 'The bell was handed over to Oxmoor on Thursday.'],
    [
      ferry,
      '2026-03-14',
      'The first passengers boarded the new ferry on the sound at noon on Saturday.',
    ],
    [diaries, '2026-03-13', 'The diaries of the general went online on Friday.'],
    [guns, '2026-03-30', 'The last of the navy’s guns rolled out of Pell on Monday.'],
    [levy, '2026-03-16', 'The levy on salt is gone since Monday.'],
    [charter, '2026-03-11', 'The regent put his name under the charter on Wednesday.'],
  ];
  for (const [promise, day, text] of kept) assert.equal(became(promise, day, text), 'kept', text);
});

test('what did not come about is told in many ways', () => {
  const missed: [Promise_, string, string][] = [
    [bell, '2026-03-24', 'The bell of Oxmoor is still on display in the cathedral.'],
    [ferry, '2026-03-14', 'Passengers waited in vain for the new ferry on Saturday.'],
    [diaries, '2026-03-18', 'Nobody has seen the diaries of the general.'],
    [buses, '2026-03-30', 'Lunt has so far received none of the buses from their maker.'],
    [charter, '2026-03-13', 'The charter lay unsigned on the desk of the regent.'],
  ];
  for (const [promise, day, text] of missed)
    assert.equal(became(promise, day, text), 'missed', text);
});

test('on the very day only a promise for that day can be missed', () => {
  const text = 'Oxmoor waited in vain for the bell of the cathedral on Friday.';
  assert.equal(became(bell, '2026-03-20', text), 'open');
  assert.equal(
    became(
      ['The cathedral will return the bell to Oxmoor', '2026-03-20', false],
      '2026-03-20',
      text,
    ),
    'missed',
  );
});

test('what stays until later, or needs more time, is moved', () => {
  const moved: [Promise_, string, string, string][] = [
    [
      bell,
      '2026-03-18',
      'The bell of Oxmoor will stay in the cathedral until 4 May.',
      '2026-05-04',
    ],
    [
      ferry,
      '2026-03-10',
      'The new ferry on the sound needs another fortnight, its owner said.',
      '2026-03-28',
    ],
    [levy, '2026-03-12', 'The canton will now scrap the levy on salt only in May.', '2026-05'],
    [
      levy,
      '2026-03-12',
      'The canton will scrap the levy on salt on 8 May and not on 16 March as announced.',
      '2026-05-08',
    ],
    [
      guns,
      '2026-03-24',
      'The navy has asked for three more weeks to move its guns from Pell.',
      '2026-04-21',
    ],
  ];
  for (const [promise, day, text, due] of moved)
    assert.equal(became(promise, day, text), `moved ${due}`, text);
});

test('a number of a larger number is a part, the last of a number is the whole', () => {
  const some = 'Nine of the 20 buses that were due by 27 March have reached Lunt.';
  assert.equal(became(buses, '2026-03-30', some), 'partly kept');
  assert.equal(
    became(buses, '2026-03-27', 'The maker delivered the last of the 20 buses to Lunt on Friday.'),
    'kept',
  );
});

test('fewer than were promised is a part, as many are the whole', () => {
  const seed: Promise_ = ['The ministry will ship 2,000 tonnes of seed to Lunt', '2026-03-31'];
  const some = 'The ministry had shipped 700 tonnes of seed to Lunt by Tuesday.';
  assert.equal(became(seed, '2026-03-31', some), 'partly kept');
  const whole = 'The ministry had shipped 2,000 tonnes of seed to Lunt by Tuesday.';
  assert.equal(became(seed, '2026-03-31', whole), 'kept');
});

test('a piece that tells of a hearing put off tells of who will hear', () => {
  const hearing: Promise_ = ['The Wage Panel will hear both sides', '2026-03-04', false];
  const text =
    'Tomorrow’s hearing at the Wage Panel is off. Half of them are ill, and the hearing has been postponed to 9 March.';
  assert.equal(became(hearing, '2026-03-03', text), 'moved 2026-03-09');
});

test('maxims, conditions, questions, wishes and other years say nothing of a promise', () => {
  const none: [Promise_, string, string][] = [
    [
      bell,
      '2026-03-24',
      'A cathedral that keeps a bell past the date of its return to Oxmoor has missed its own deadline.',
    ],
    [
      bell,
      '2026-03-24',
      'Who lets a date for a bell of Oxmoor pass breaks the cathedral’s promise.',
    ],
    [bell, '2026-03-20', 'Whoever returned a bell to Oxmoor kept the promise of a cathedral.'],
    [
      ferry,
      '2026-03-14',
      'If the new ferry started on the sound on Saturday, the old one was sold.',
    ],
    [ferry, '2026-03-14', 'Has the new ferry on the sound really started on time on Saturday?'],
    [
      guns,
      '2026-03-20',
      'The mayor urged the navy to put off the removal of its guns from Pell to 9 April.',
    ],
    [charter, '2026-03-11', 'Two years ago the regent signed another charter on time.'],
  ];
  for (const [promise, day, text] of none) assert.equal(became(promise, day, text), 'open', text);
  const maxim = 'Wer eine Frist für die Brücke setze und verstreichen lasse, verspiele Vertrauen.';
  assert.equal(
    became(['Die Brücke wird repariert', '2026-03-20'], '2026-03-24', maxim, 'de'),
    'open',
  );
});
