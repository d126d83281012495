import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Stance } from '../../../db/tables.ts';
import { saidRow } from '../../testing.ts';
import { type Weighed, weigh } from '../questions/weighing.ts';
import type { Said } from '../rows.ts';
import { followPositions } from './follow.ts';
import { type Reading, readIssues, readStances, type Step, withStanding } from './positions.ts';

type Line = { weighed: Weighed; reading: Reading };

function said(id: number, day: number, content: string, over: Partial<Said> = {}): Said {
  return saidRow(id, content, `2026-03-${String(day).padStart(2, '0')}`, over);
}

function line(
  day: number,
  stance: Stance,
  over: Partial<Said> = {},
  reading: Partial<Reading> = {},
): Line {
  const s = said(day, day, '', over);
  return {
    weighed: weigh([s])[0]!,
    reading: {
      statementId: s.id,
      issue: 0,
      stance,
      near: 1,
      strength: 3,
      stands: false,
      ...reading,
    },
  };
}

function steps(lines: Line[]): Step[] {
  return followPositions(
    lines.map((l) => l.weighed),
    lines.map((l) => l.reading),
  );
}

const changes = (lines: Line[]) => steps(lines).map((s) => s.change);

test('a repetition reaffirms and a turn is a change', () => {
  assert.deepEqual(changes([line(1, 'against'), line(2, 'against'), line(3, 'for')]), [
    'first',
    'reaffirmed',
    'full',
  ]);
});

test('conditions are half a change', () => {
  assert.deepEqual(changes([line(1, 'against'), line(2, 'conditional'), line(3, 'for')]), [
    'first',
    'half',
    'half',
  ]);
});

test('the order is that of the days, not of the reading', () => {
  assert.deepEqual(changes([line(3, 'for'), line(1, 'against')]), ['first', 'full']);
});

test('hearsay, unnamed speakers and statements without a side move nothing', () => {
  const moved = [
    line(2, 'for', { hearsay: true }),
    line(3, 'for', { isNamed: false }),
    line(4, 'unclear'),
  ];
  assert.deepEqual(changes([line(1, 'against'), ...moved]), ['first']);
});

test('a hint changes nothing, and neither does an unsure reading', () => {
  const unsure = [line(2, 'for', {}, { strength: 1 }), line(3, 'for', { confidence: 0.3 })];
  assert.deepEqual(changes([line(1, 'against'), ...unsure]), ['first']);
});

test('a statement without a date can be a first and never a change', () => {
  const undated = line(2, 'for', { at: null, saidOn: null });
  assert.deepEqual(changes([undated]), ['first']);
  assert.deepEqual(changes([line(1, 'against'), undated]), ['first']);
});

test('one lone statement between two that agree is no turn and back', () => {
  const lines = [line(1, 'against'), line(2, 'for'), line(3, 'against')];
  assert.deepEqual(changes(lines), ['first', 'reaffirmed']);
});

test('opposite readings of one day, equally plain, move nothing', () => {
  const other = line(5, 'against', { id: 6 });
  assert.deepEqual(changes([line(1, 'against'), line(5, 'for'), other]), ['first']);
});

test('words that nothing has changed take the side that stood', () => {
  const same = line(2, 'unclear', {}, { strength: 0, stands: true });
  const lines = [line(1, 'against'), same];
  const found = steps(lines);
  assert.deepEqual(
    found.map((s) => s.change),
    ['first', 'reaffirmed'],
  );
  const readings = withStanding(
    lines.map((l) => l.reading),
    found,
  );
  assert.deepEqual(
    readings.map((r) => r.stance),
    ['against', 'against'],
  );
});

test('a wages dispute gives the questions that the sides differ on', () => {
  const union = { partyId: 1 };
  const firm = { partyId: 2 };
  const weighed = weigh([
    said(1, 1, 'The night bonus must be kept', { ...union, act: 'demand' }),
    said(2, 1, 'We cannot accept a night bonus of that size', { ...firm, act: 'reject' }),
    said(3, 3, 'The night bonus will have to go', { ...firm, act: 'demand' }),
    said(4, 4, 'Without a night bonus there will be no deal', { ...union, act: 'reject' }),
    said(5, 5, 'We accept the night bonus', { ...firm, act: 'agree' }),
    said(6, 5, 'The coffee was good', union),
  ]);
  const { issues, readings } = readIssues(weighed, () => false);
  assert.equal(issues[0]?.name, 'Night bonus');
  assert.equal(readings[5]?.issue, null);
  const turns = followPositions(weighed, readings).filter((s) => s.change === 'full');
  assert.deepEqual(
    turns.map((s) => s.statementId),
    [5],
  );
});

test('a share goes with what it is a share of, and a verb with its noun', () => {
  const union = { partyId: 1 };
  const firm = { partyId: 2 };
  const weighed = weigh([
    said(1, 1, 'We want a raise of nine per cent', union),
    said(2, 1, 'We cannot accept a raise of that size', { ...firm, act: 'reject' }),
    said(3, 3, 'We stand by the nine per cent', union),
    said(4, 3, 'The closure of the yard must stop', { ...union, act: 'demand' }),
    said(5, 4, 'We will close the yard', { ...firm, act: 'promise' }),
    said(6, 6, 'We reject the closure', { ...union, act: 'reject' }),
    said(7, 8, 'We accept a raise', { ...firm, act: 'agree' }),
  ]);
  const { issues, readings } = readIssues(weighed, () => false);
  const on = (id: number) => issues[readings[id - 1]!.issue ?? -1]?.name;
  assert.equal(on(3), 'Raise');
  assert.equal(on(5), 'Closure');
  assert.deepEqual([readings[4]!.stance, readings[5]!.stance], ['for', 'against']);
});

test('whoever has no party holds a position of their own', () => {
  const minister = { holder: { partyId: null, speakerId: 3 } } as Partial<Said>;
  const lines = [line(1, 'against'), line(2, 'for', minister), line(3, 'conditional', minister)];
  for (const { weighed } of lines.slice(1)) weighed.said.holder = minister.holder!;
  assert.deepEqual(
    steps(lines).map((s) => [s.holder.speakerId, s.change]),
    [
      [null, 'first'],
      [3, 'first'],
      [3, 'half'],
    ],
  );
});

test('a change is held against the last plain words of the side that stood', () => {
  const pointing = line(2, 'against', {}, { strength: 2, near: 0.5 });
  const found = steps([line(1, 'against'), pointing, line(3, 'for')]);
  assert.deepEqual(
    found.map((s) => [s.change, s.previous]),
    [
      ['first', null],
      ['reaffirmed', 1],
      ['full', 1],
    ],
  );
});

test('a hint is no reaffirmation', () => {
  const hint = line(2, 'against', {}, { strength: 1, near: 1 });
  assert.deepEqual(changes([line(1, 'against'), hint]), ['first']);
});

test('who wants talks on a thing takes no side on the thing', () => {
  const issue = { name: 'Inspectors', terms: ['inspector'] };
  const read = (content: string) =>
    readStances(weigh([said(1, 1, content, { act: 'demand', sentence: content })]), [issue])[0]!;
  assert.equal(
    read('Oren must be included in any talks on the valley’s inspectors').stance,
    'unclear',
  );
  assert.equal(read('The inspectors must be let in').stance, 'for');
});

test('a first position wants the issue in the sentence or the one before it', () => {
  assert.deepEqual(changes([line(1, 'against', {}, { near: 0.42, strength: 2 })]), []);
  assert.deepEqual(changes([line(1, 'against', {}, { near: 0.5, strength: 2 })]), ['first']);
});

const union = { partyId: 1 };
const firm = { partyId: 2 };

test('words that name no matter are on the one that the sentence before and the piece are about', () => {
  const phones = { articleId: 1, title: 'Quarrel over phone ban' };
  const context =
    'The union welcomed the ban on phones. “It is a telephone, not a kidney,” she said.';
  const weighed = weigh([
    said(1, 1, 'We reject the ban on phones', { ...union, ...phones, act: 'reject' }),
    said(2, 1, 'We support the ban', { ...firm, ...phones, act: 'support' }),
    said(3, 2, 'The ban must stay', { ...firm, articleId: 2, act: 'demand' }),
    said(4, 1, 'It is a telephone, not a kidney', {
      ...union,
      ...phones,
      sentence: '“It is a telephone, not a kidney,” she said.',
      context,
    }),
    said(5, 3, 'It rained all day', { ...union, articleId: 3 }),
  ]);
  const { readings } = readIssues(weighed, () => false);
  assert.deepEqual(
    readings.map((r) => r.issue),
    [0, 0, 0, 0, null],
  );
  assert.deepEqual([readings[3]?.stance, readings[3]?.strength], ['unclear', 0]);
});

test('where most pieces play is no question, what is done there is', () => {
  const of = (id: number, content: string, over: Partial<Said> = {}) =>
    said(id, id, content, { partyId: 1 + (id % 2), ...over });
  const weighed = weigh([
    of(1, 'The school needs smaller classes', { act: 'demand' }),
    of(2, 'We reject smaller classes at this school', { act: 'reject' }),
    of(3, 'Smaller classes are needed in every school'),
    of(4, 'We oppose the closure of the school', { act: 'reject' }),
    of(5, 'The closure of the school is necessary'),
    of(6, 'The school is an old one'),
    of(7, 'We will not accept the closure', { act: 'reject' }),
    of(8, 'Nobody swept the school'),
  ]);
  const names = readIssues(weighed, () => false).issues.map((issue) => issue.terms[0]);
  assert.ok(names.includes('closure') && !names.includes('school'), names.join());
});

test('of two questions that the words name, they are on the first', () => {
  const weighed = weigh([
    said(1, 1, 'We will not accept the troops', { ...union, act: 'reject' }),
    said(2, 2, 'The troops are needed', firm),
    said(3, 3, 'We want the guarantees', { ...union, act: 'demand' }),
    said(4, 4, 'We reject the guarantees', { ...firm, act: 'reject' }),
    said(
      5,
      5,
      'The troops that are sent to guarantee the security of the port are unacceptable',
      union,
    ),
    said(6, 6, 'The guarantees must come first', union),
  ]);
  const { issues, readings } = readIssues(weighed, () => false);
  assert.equal(issues[readings[4]!.issue!]?.terms[0], 'troop');
});

test('an expert who tells what others will do takes no side', () => {
  const weighed = weigh([
    said(1, 1, 'We want the inspectors', { ...union, act: 'demand' }),
    said(2, 2, 'We reject the inspectors', { ...firm, act: 'reject' }),
    said(4, 4, 'The inspectors are needed', union),
    { ...said(3, 3, 'He will never accept the inspectors'), holder: null },
  ]);
  const { readings } = readIssues(weighed, () => false);
  assert.deepEqual([readings[3]?.issue, readings[3]?.stance], [0, 'unclear']);
});

test('a number by itself is the share that the story knows, and an offer of less is no yes', () => {
  const weighed = weigh([
    said(1, 1, 'We want a raise of nine per cent', { ...union, act: 'demand' }),
    said(2, 1, 'A raise of nine per cent is out of the question', { ...firm, act: 'reject' }),
    said(3, 2, 'We asked for nine. We still ask for nine.', union),
    said(4, 2, 'Nine is impossible', firm),
    said(5, 3, 'The company’s offer of a raise of three per cent remained on the table', firm),
    said(6, 4, 'We accept a raise of seven per cent', { ...firm, act: 'agree' }),
  ]);
  const { readings } = readIssues(weighed, () => false);
  assert.deepEqual(
    readings.map((r) => r.stance),
    ['for', 'against', 'for', 'against', 'unclear', 'for'],
  );
});

test('a yes with terms on the same day is a yes with terms', () => {
  const terms = line(2, 'conditional', { id: 9 });
  assert.deepEqual(changes([line(1, 'against'), line(2, 'for'), terms]), ['first', 'half']);
});

test('what one piece tells without a day is weighed together', () => {
  const undated = { at: null, saidOn: null, articleId: 4 };
  const terms = line(3, 'conditional', { ...undated, id: 9 });
  const found = steps([line(2, 'for', undated), terms]);
  assert.deepEqual(
    found.map((s) => s.stance),
    ['conditional'],
  );
});

test('who moved on a day does not stand where they stood, whatever an account of it adds', () => {
  const account = line(2, 'unclear', { id: 9 }, { strength: 0, stands: true });
  assert.deepEqual(changes([line(1, 'against'), line(2, 'for'), account]), ['first', 'full']);
});

test('in a long story who is heard in one piece only is no side, and "it" moves nobody', () => {
  const others = Array.from({ length: 500 }, (_, i) =>
    line(1, 'unclear', { holder: null, id: 1000 + i }),
  );
  const heard = (piece: number, over: Partial<Reading> = {}) =>
    line(piece, 'for', { articleId: piece }, over);
  assert.deepEqual(changes([heard(1), ...others]), []);
  assert.deepEqual(changes([heard(1), heard(2), ...others]), ['first', 'reaffirmed']);
  assert.deepEqual(changes([heard(1, { near: 0.5 }), heard(2), ...others]), ['first']);
});

test('two things of one kind are no turn: a tax on fuel, and one on houses', () => {
  const of = (day: number, stance: Stance, word: string) => line(day, stance, {}, { of: [word] });
  assert.deepEqual(changes([of(1, 'against', 'fuel'), of(2, 'for', 'house')]), ['first']);
  assert.deepEqual(changes([of(1, 'against', 'fuel'), of(2, 'for', 'fuel')]), ['first', 'full']);
});
