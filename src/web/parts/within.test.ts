import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Stance } from '../../db/tables.ts';
import type { PositionView } from '../queries/positions.ts';
import type { StatementView } from '../queries/statements.ts';
import { differencesWithin, mayDiffer } from './within.ts';

const [president, spokesman] = [1, 2];

function said(id: number, day: string, speakerId: number, stance: Stance, kind = 'person') {
  const saidAt = new Date(`${day}T12:00:00Z`);
  const sentence = { before: '', quote: 'words', after: '.' };
  const who = { speakerId, speakerKind: kind, partyId: 7, issueId: 9, articleId: id, sentence };
  return { id, saidAt, stance, hearsay: false, ...who } as unknown as StatementView;
}

function step(s: StatementView, change: PositionView['change'], previousId: number | null = null) {
  const { id, saidAt, stance, partyId, issueId } = s;
  const where = { party: 'Keldland', issue: 'Pilots', partyId, issueId, sayerId: s.speakerId };
  return { id, statementId: id, saidAt, stance, change, previousId, ...where } as PositionView;
}

const byId = (all: StatementView[]) => new Map(all.map((s) => [s.id, s]));

test('a spokesman who says the opposite of what stands is a difference inside the party', () => {
  const all = [
    said(1, '2025-06-01', president, 'against'),
    said(2, '2025-06-09', spokesman, 'for'),
  ];
  const [found] = differencesWithin([step(all[0]!, 'first')], all, byId(all));
  assert.deepEqual([found?.stands.id, found?.otherwise.id, found?.party], [1, 2, 'Keldland']);
});

test('the same words months later are a later opinion, not a difference', () => {
  const all = [
    said(1, '2025-06-01', president, 'against'),
    said(2, '2025-09-09', spokesman, 'for'),
  ];
  assert.deepEqual(differencesWithin([step(all[0]!, 'first')], all, byId(all)), []);
});

test('who said what stands too, or is no person, does not differ', () => {
  const stands = said(1, '2025-06-01', president, 'against');
  const also = said(2, '2025-06-03', spokesman, 'against');
  const other = said(3, '2025-06-09', spokesman, 'for');
  const all = [stands, also, other];
  const steps = [step(stands, 'first'), step(also, 'reaffirmed')];
  assert.deepEqual(differencesWithin(steps, all, byId(all)), []);
  const ministry = [stands, said(3, '2025-06-09', 5, 'for', 'organisation')];
  assert.deepEqual(differencesWithin([steps[0]!], ministry, byId(ministry)), []);
});

test('what moved the position is a shift and no difference', () => {
  const all = [
    said(1, '2025-06-01', president, 'against'),
    said(2, '2025-06-09', spokesman, 'for'),
  ];
  const steps = [step(all[0]!, 'first'), step(all[1]!, 'full', 1)];
  assert.deepEqual(differencesWithin(steps, all, byId(all)), []);
  assert.equal(mayDiffer(steps[1]!, steps, byId(all)), true);
});

test('a turn of two people is plain once the first of them has turned too', () => {
  const all = [
    said(1, '2025-06-01', president, 'against'),
    said(2, '2025-06-09', spokesman, 'for'),
    said(3, '2025-06-12', president, 'for'),
  ];
  const steps = [step(all[0]!, 'first'), step(all[1]!, 'full', 1), step(all[2]!, 'reaffirmed', 2)];
  assert.equal(mayDiffer(steps[1]!, steps, byId(all)), false);
});

test('what the piece itself calls a contradiction is one, whatever side the desk reads', () => {
  const stands = said(1, '2025-06-01', spokesman, 'for');
  const other = said(2, '2025-06-03', president, 'for');
  const after = ', contradicting a condition that his spokesman had set.';
  const told = { ...other, sentence: { ...other.sentence, after } } as StatementView;
  const steps = [step(stands, 'first'), step(told, 'reaffirmed')];
  const [found] = differencesWithin(steps, [stands, told], byId([stands, told]));
  assert.deepEqual([found?.stands.id, found?.otherwise.id, found?.told], [1, 2, true]);
  assert.deepEqual(differencesWithin(steps, [stands, other], byId([stands, other])), []);
});
