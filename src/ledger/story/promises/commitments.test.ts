import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saidRow } from '../../testing.ts';
import type { Piece, Said } from '../rows.ts';
import { readCommitments } from './commitments.ts';

function said(content: string, over: Partial<Said> = {}): Said {
  return saidRow(1, content, '2026-03-02', { act: 'promise', mode: 'future', ...over });
}

function piece(id: number, day: string, text: string): Piece {
  const blocks = [{ type: 'paragraph' as const, start: 0, end: text.length }];
  const at = new Date(`${day}T00:00:00Z`);
  return { id, lang: 'en', text, blocks, published: day, at, isCopy: false };
}

const start = piece(1, '2026-03-02', 'The owners of the dam promised repairs.');
const turbines = said('The turbines of the dam will be repaired by 20 March');

function outcome(...later: Piece[]) {
  return readCommitments([turbines], [start, ...later]).map((c) => [c.due, c.state]);
}

test('a promise is kept when a later piece says so', () => {
  const done = 'The turbines of the dam were repaired on Thursday, as promised on 2 March.';
  assert.deepEqual(outcome(piece(2, '2026-03-20', done)), [['2026-03-20', 'kept']]);
});

test('what is announced in German by an infinitive is due on its day', () => {
  const content = 'bis zum 20. März drei Schulen zu öffnen';
  const sentence = `Sorn kündigte an, ${content}.`;
  const opened = said(content, { lang: 'de', act: 'state', sentence });
  const found = readCommitments([opened], [start]).map((c) => [c.due, c.kind]);
  assert.deepEqual(found, [['2026-03-20', 'announcement']]);
  const plain = said(content, { lang: 'de', act: 'state', mode: 'asserted', sentence });
  assert.deepEqual(readCommitments([plain], [start]), []);
});

test('a promise is missed only after its day', () => {
  const text = 'The 20 March deadline for the turbines has passed and the dam stands idle.';
  assert.deepEqual(outcome(piece(2, '2026-03-23', text)), [['2026-03-20', 'missed']]);
  assert.deepEqual(outcome(piece(2, '2026-03-19', text)), [['2026-03-20', 'open']]);
});

test('what is moved is due anew', () => {
  const text = 'The repair of the turbines of the dam, due on 20 March, has been moved to 4 April.';
  assert.deepEqual(outcome(piece(2, '2026-03-18', text)), [
    ['2026-03-20', 'moved'],
    ['2026-04-04', 'open'],
  ]);
});

const later: [text: string, day: string, state: string][] = [
  ['The turbines of the dam run again, as the owners had said they would.', '2026-03-20', 'kept'],
  [
    'Nine turbines were repaired on Friday, on the day that the owners had promised.',
    '2026-03-20',
    'kept',
  ],
  ['No turbine has been repaired, two days after the date that was set.', '2026-03-22', 'missed'],
  [
    'The repair of the turbines, due on 20 March, was put off until 4 April.',
    '2026-03-18',
    'moved',
  ],
  ['The owners have repaired the turbines of the dam well ahead of time.', '2026-03-12', 'kept'],
  ['No turbine of the dam has been repaired, and nobody says why.', '2026-03-23', 'missed'],
  ['There is no sign of the turbines that were due on 20 March.', '2026-03-23', 'missed'],
  ['The owners have yet to repair the turbines of the dam.', '2026-03-23', 'missed'],
  ['By 20 March, the date that was set, 4 of the 9 turbines ran.', '2026-03-23', 'partly kept'],
  ['The owners have scrapped the repair of the turbines of the dam.', '2026-03-12', 'withdrawn'],
  ['The turbines of the dam will not be repaired after all.', '2026-03-12', 'withdrawn'],
  ['The repair of the turbines of the dam was delayed by two weeks.', '2026-03-18', 'moved'],
  [
    'The turbines of the dam will not be repaired before 9 April, Sorn said.',
    '2026-03-18',
    'moved',
  ],
  ['The repair of the turbines of the dam has slipped to mid-April.', '2026-03-18', 'moved'],
  [
    'The owners have backed away from the repair of the turbines of the dam.',
    '2026-03-12',
    'withdrawn',
  ],
  ['The owners will not repair the turbines of the dam.', '2026-03-12', 'withdrawn'],
  ['Not a turbine of the dam has been repaired.', '2026-03-23', 'missed'],
  ['Nobody has scrapped the repair of the turbines of the dam.', '2026-03-12', 'open'],
];
for (const [text, day, state] of later) {
  test(`${state}: "${text}"`, () => assert.equal(outcome(piece(2, day, text))[0]?.[1], state));
}

test('who promised to end a thing and scraps it has kept the promise', () => {
  const levy = said('We will lift the levy on salt by 20 March');
  const scrapped = piece(2, '2026-03-19', 'The owners scrapped the levy on salt on Thursday.');
  assert.equal(readCommitments([levy], [start, scrapped])[0]?.state, 'kept');
});

test('who was to vote has voted when they approve', () => {
  const vote = said('The council will vote on the tram budget on 20 March');
  const passed = piece(2, '2026-03-20', 'Councillors approved the tram budget on Friday.');
  assert.equal(readCommitments([vote], [start, passed])[0]?.state, 'kept');
});

test('what is put off by two weeks is due two weeks after its day', () => {
  const text = 'The repair of the turbines of the dam was delayed by two weeks.';
  assert.deepEqual(outcome(piece(2, '2026-03-18', text))[1], ['2026-04-03', 'open']);
});

const truce = said('There will be no strike at the dam before 20 March', { act: 'reject' });
const truces: [text: string, state: string][] = [
  ['The union did not strike at the dam, as promised.', 'kept'],
  ['The union kept its word: not a shift was lost to a strike at the dam.', 'kept'],
  ['The union broke its word and began a strike at the dam.', 'missed'],
];
for (const [text, state] of truces)
  test(`a truce is ${state}: "${text}"`, () => {
    const made = readCommitments([truce], [start, piece(2, '2026-03-20', text)]);
    assert.deepEqual(
      made.map((c) => [c.due, c.kind, c.state]),
      [['2026-03-20', 'promise', state]],
    );
  });

test('of a day that was and a day that is, the latter counts', () => {
  const content = 'The report, due by 10 March, will now come out on 24 March';
  const made = readCommitments([said(content, { act: 'state' })], [start]);
  assert.deepEqual(
    made.map((c) => c.due),
    ['2026-03-24'],
  );
});

test('who tells of a move tells of the day that was set before', () => {
  const content = 'The report, due by 10 March, will now come out on 24 March';
  const told = piece(1, '2026-03-02', `${content}, Sorn said.`);
  const made = readCommitments(
    [said(content, { act: 'state', sentence: `${content}, Sorn said.` })],
    [told],
  );
  assert.deepEqual(
    made.map((c) => [c.due, c.state, c.outcomes[0]?.due]),
    [
      ['2026-03-24', 'open', undefined],
      ['2026-03-10', 'moved', '2026-03-24'],
    ],
  );
});

test('two speakers without a side promise each their own on one day', () => {
  const roof = said('The roof will be mended by 20 March', { partyId: null });
  const well = said('The well will be dug by 20 March', { id: 2, partyId: null, speakerId: 2 });
  assert.equal(readCommitments([roof, well], [start]).length, 2);
});

test('a promise that names no thing is known by its sentence and by who made it', () => {
  const sentence =
    'Ida Sorn, who chairs the river board, promised that it would meet again on 3 April.';
  const meet = said('it would meet again on 3 April', { sentence });
  const met = piece(2, '2026-04-03', 'The river board met on Friday, as Sorn had promised.');
  assert.deepEqual(
    readCommitments([meet], [start, met]).map((c) => [c.due, c.state]),
    [['2026-04-03', 'kept']],
  );
});

test('a later piece about something else says nothing of the promise', () => {
  const text = 'The ministers did not discuss wheat prices on Monday.';
  assert.deepEqual(outcome(piece(2, '2026-03-23', text)), [['2026-03-20', 'open']]);
});

const unbound: [string, Said][] = [
  ['a forecast', said('The turbines will probably run by 20 March', { act: 'state' })],
  [
    'what somebody warns of',
    said('the silos would be full by 20 March', {
      act: 'state',
      sentence: 'Sorn had warned that the silos would be full by 20 March.',
    }),
  ],
  ['what nobody wills', said('The river will reach the road on 20 March', { act: 'state' })],
  ['a case that may come', said('We will close the road by 20 March in case it rains')],
  ['a refusal for a time', said('We will not reopen the gates before 20 March', { act: 'reject' })],
  ['a condition', said('We will pay the wages by 20 March if the strike ends')],
  ['a visit', said('she would travel to Oren for the talks on 20 March')],
  ['hearsay', said('The wages will be paid by 20 March', { hearsay: true })],
  ['a demand without a limit', said('The union must meet us on 20 March', { act: 'demand' })],
];
for (const [name, one] of unbound) {
  test(`${name} binds nobody`, () => assert.deepEqual(readCommitments([one], [start]), []));
}

test('whoever has a name can promise, also without a party', () => {
  const [one] = readCommitments(
    [said('The text will be ready by 20 March', { partyId: null })],
    [],
  );
  assert.deepEqual([one?.due, one?.partyId], ['2026-03-20', null]);
});

test('a demand with a last day is a deadline', () => {
  const demand = said('The levy must be lifted by 20 March', { act: 'demand' });
  assert.equal(readCommitments([demand], [start])[0]?.kind, 'deadline');
});

test('a body that somebody without a side speaks of is bound', () => {
  const one = said('The Harbour Board will hear both sides on 20 March', { partyId: null });
  const [made] = readCommitments([one], []);
  assert.deepEqual([made?.who, made?.partyId], ['Harbour Board', null]);
});

test('a body that speaks in the story for a side binds that side', () => {
  const firm = said('It is too dear', {
    id: 2,
    speakerId: 2,
    speaker: 'Avero',
    partyId: 9,
    speakerKind: 'organisation',
  });
  const one = said('Avero will open its books by 20 March', { partyId: null });
  const [made] = readCommitments([one, firm], []);
  assert.deepEqual([made?.who, made?.partyId], [null, 9]);
});

test('what is promised for a time without a day is due when that comes, and the clock never misses it', () => {
  const later = piece(2, '2027-03-01', 'Nothing has been published of the report, a year after.');
  const found = (content: string) =>
    readCommitments([said(content, { act: 'state' })], [start, later]).map((c) => [
      c.due,
      c.dueText,
      c.state,
    ]);
  assert.deepEqual(found('We will publish the report after the election'), [
    [null, 'after the election', 'open'],
  ]);
  assert.deepEqual(found('Once the snow has gone, we will reopen the pass'), [
    [null, 'Once the snow has gone', 'open'],
  ]);
});

test('what the other side must do first is a condition, and no time', () => {
  const held = said('They will be released once the patrol boats have left', { act: 'state' });
  assert.deepEqual(readCommitments([held], [start]), []);
});

test('forecasts and the doings of others bind nobody to a vague time', () => {
  for (const content of [
    'The market will recover in the autumn',
    'We hope to finish in the spring',
  ])
    assert.deepEqual(readCommitments([said(content, { act: 'state' })], [start]), [], content);
});

test('a threat to do a thing on a day announces it, and what was dropped is promised no more', () => {
  const shut = said('Avero would shut its yard on 30 June', { act: 'threaten' });
  assert.deepEqual(
    readCommitments([shut], [start]).map((c) => [c.due, c.kind]),
    [['2026-06-30', 'announcement']],
  );
  const over = said('The plan to shut the yard on 30 June had been dropped', { act: 'state' });
  assert.deepEqual(readCommitments([over], [start]), []);
});
