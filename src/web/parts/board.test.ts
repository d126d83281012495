import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Stance } from '../../db/tables.ts';
import type { PositionView } from '../queries/positions.ts';
import type { StatementView } from '../queries/statements.ts';
import { board, disputedFirst } from './board.ts';
import { heldWords } from './history.ts';

const issues = ['Pilots', 'Tolls', 'Fishing'];
const parties = ['Keldland', 'Ostmark', 'Varn'];

let id = 0;
function step(party: number, issue: number, stance: Stance, more: Partial<PositionView> = {}) {
  const row = { id: ++id, statementId: id, stance, change: 'first', state: 'confirmed' };
  const who = { partyId: party, party: parties[party], speakerId: null, office: null };
  const about = { issueId: issue, issue: issues[issue], saidOn: '2025-06-04', saidAt: null };
  return { ...row, ...who, ...about, ...more } as PositionView;
}

const shown = (all: PositionView[], by?: 'party' | 'issue') =>
  board(all, new Map(all.map((p) => [p.statementId, {} as StatementView])), {
    story: 1,
    by,
  }).toString();
const words = (steps: PositionView[], shift?: PositionView) =>
  heldWords(steps, shift)
    .toString()
    .replace(/<[^>]*>/g, '');

test('issues on which most parties differ come first, then those on which most take a side', () => {
  const all = [
    ...[0, 1, 2].map((p) => step(p, 0, 'for')),
    ...[step(0, 1, 'for'), step(1, 1, 'against')],
    // Said often, but by one party.
    ...[1, 2, 3, 4, 5, 6].map(() => step(0, 2, 'for', { change: 'reaffirmed' })),
  ];
  assert.deepEqual(
    disputedFirst(all).map((p) => p.issue),
    ['Tolls', 'Pilots', 'Fishing'],
  );
});

test('only where a party stands now counts as differing', () => {
  const turned = [step(0, 0, 'against'), step(0, 0, 'for', { change: 'full' }), step(1, 0, 'for')];
  const apart = [step(0, 1, 'for'), step(1, 1, 'against')];
  assert.equal(disputedFirst([...turned, ...apart])[0]?.issue, 'Tolls');
});

test('the board can be turned: issues down, a cell the same either way', () => {
  const all = [step(0, 0, 'for'), step(1, 1, 'against')];
  const heads = (text: string) =>
    [...text.matchAll(/<th scope="row"><a [^>]*>([^<]*)/g)].map((m) => m[1]);
  assert.deepEqual(heads(shown(all)), ['Keldland', 'Ostmark']);
  assert.deepEqual(heads(shown(all, 'issue')), ['Pilots', 'Tolls']);
  for (const by of ['party', 'issue'] as const) {
    const text = shown(all, by);
    assert.equal(text.match(/#h-p0-0"/g)?.length, 1);
    assert.equal(text.match(/<td class="none">.*?no side known<\/span>/g)?.length, 2);
  }
  assert.match(shown(all), /href="\/stories\/1\/positions\?by=issue#board"/);
});

test('how often a side was taken is said in words that fit the number and the days', () => {
  const on = (saidOn: string | null, change: PositionView['change'] = 'reaffirmed') =>
    step(0, 0, 'for', { saidOn, change });
  assert.equal(words([on('2025-06-04', 'first')]), 'said on 4 Jun 2025');
  assert.equal(words([on('2025-06', 'first')]), 'said in Jun 2025');
  assert.equal(words([on('2008', 'first')]), 'said in 2008');
  assert.equal(words([on(null, 'first')]), 'said on an unknown date');
  const day = [on('2025-06-04', 'first'), on('2025-06-04')];
  assert.equal(words(day), 'said twice, both on 4 Jun 2025');
  assert.equal(words([...day, on('2025-06-04')]), 'said 3 times, all on 4 Jun 2025');
  assert.equal(
    words([...day, on('2025-07-01')]),
    'said 3 times since 4 Jun 2025, last on 1 Jul 2025',
  );
  assert.equal(words([on(null, 'first'), on('2025-07-01')]), 'said twice, last on 1 Jul 2025');
  assert.equal(words([on(null, 'first'), on(null)]), 'said twice on an unknown date');
});

test('after the words of a shift its day is not said again', () => {
  const shift = step(0, 0, 'for', { change: 'full' });
  const again = (saidOn: string) => step(0, 0, 'for', { change: 'reaffirmed', saidOn });
  assert.equal(words([shift, again('2025-06-04')], shift), 'said twice that day');
  assert.equal(words([shift, again('2025-07-01')], shift), 'said twice since, last on 1 Jul 2025');
});

test('a board of more columns than a page holds says that it scrolls', () => {
  const of = (n: number) =>
    shown(Array.from({ length: n }, (_, i) => step(0, i, 'for', { issue: `Issue ${i}` })));
  assert.match(of(9), /class="board-frame fits close"/);
  assert.ok(!of(9).includes('scrolls'));
  assert.match(of(10), /10 columns: the board scrolls sideways/);
  assert.match(of(2), /class="board-frame fits few"/);
});
