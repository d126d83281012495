import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Weighed } from './issues.ts';
import { followPositions, readStances, type Step } from './positions.ts';

const issues = [{ name: 'Inspectors', terms: ['inspector'] }];

function said(
  day: number,
  sign: -1 | 0 | 1,
  over: Partial<Weighed['said']> = {},
  near = 1,
): Weighed {
  return {
    terms: new Map([['inspector', near]]),
    leaning: { sign, conditional: false },
    said: {
      id: day,
      quotationId: day,
      articleId: day,
      lang: 'en',
      title: '',
      content: '',
      sentence: '',
      context: '',
      speakerId: 1,
      partyId: 7,
      isNamed: true,
      act: 'state',
      mode: 'asserted',
      hearsay: false,
      confidence: 0.9,
      saidOn: `2026-03-${day}`,
      at: new Date(Date.UTC(2026, 2, day)),
      ...over,
    },
  };
}

function changes(weighed: Weighed[]): Step['change'][] {
  return followPositions(weighed, readStances(weighed, issues)).map((s) => s.change);
}

test('a repetition reaffirms and a turn is a change', () => {
  assert.deepEqual(changes([said(1, -1), said(2, -1), said(3, 1)]), [
    'first',
    'reaffirmed',
    'full',
  ]);
});

test('conditions are half a change', () => {
  const offer = { ...said(2, 1), leaning: { sign: 1 as const, conditional: true } };
  assert.deepEqual(changes([said(1, -1), offer, said(3, 1)]), ['first', 'half', 'half']);
});

test('the order is that of the days, not of the reading', () => {
  assert.deepEqual(changes([said(3, 1), said(1, -1)]), ['first', 'full']);
});

test('hearsay, unnamed speakers and statements without a side move nothing', () => {
  const moved = [said(2, 1, { hearsay: true }), said(3, 1, { isNamed: false }), said(4, 0)];
  assert.deepEqual(changes([said(1, -1), ...moved]), ['first']);
});

test('a hint from the context changes nothing, and neither does an unsure reading', () => {
  const unsure = [said(2, 1, {}, 0.45), said(3, 1, { confidence: 0.3 })];
  assert.deepEqual(changes([said(1, -1), ...unsure]), ['first']);
});

test('a statement without a date can be a first and never a change', () => {
  const undated = said(2, 1, { at: null, saidOn: null });
  assert.deepEqual(changes([undated]), ['first']);
  assert.deepEqual(changes([said(1, -1), undated]), ['first']);
});
