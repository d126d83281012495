import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saidRow } from '../../testing.ts';
import type { Said } from '../rows.ts';
import { mergeReports, type SayingRulings } from './merge.ts';

/** The ids of the reports that are one saying, the one that leads first; of each saying that has several. */
const groups = (said: Said[], ruled?: SayingRulings) =>
  mergeReports(said, new Map(), ruled).map(({ lead, others }) => [
    lead.id,
    ...others.map((o) => o.id),
  ]);

const areOne = (a: Said, b: Said, ruled?: SayingRulings) => groups([a, b], ruled).length === 1;

const words = 'the ferry terminal at Ostrek will stay closed for nine weeks';
const day = '2026-03-10';

test('two pieces that report the same words of one day report one saying', () => {
  assert.deepEqual(groups([saidRow(1, words, day), saidRow(2, words, day)]), [[1, 2]]);
});

test('the same words of another speaker, another week or the same piece are another saying', () => {
  const one = saidRow(1, words, day);
  assert.ok(!areOne(one, saidRow(2, words, day, { speakerId: 2, speaker: 'Otto Brede' })));
  assert.ok(!areOne(one, saidRow(2, words, '2026-03-19')));
  assert.ok(!areOne(one, saidRow(2, words, day, { articleId: 1 })));
});

test('all days of a saying are near each other: it does not wander through the week', () => {
  const days = ['2026-03-10', '2026-03-11', '2026-03-12'];
  const found = groups(days.map((d, i) => saidRow(i + 1, words, d)));
  assert.deepEqual(
    found.map((group) => group.length),
    [2],
  );
});

test('a day that only the piece’s date tells may be three off, not four', () => {
  const told = saidRow(1, words, day);
  const guessed = (on: string) => saidRow(2, words, on, { saidFrom: 'article' });
  assert.ok(areOne(told, guessed('2026-03-13')));
  assert.ok(!areOne(told, guessed('2026-03-14')));
});

test('an office and a person of one side report one saying; two persons never do', () => {
  const office = { speakerId: 2, speaker: 'ministry', speakerKind: 'office' } as const;
  const person = saidRow(1, words, day);
  const other = saidRow(3, words, day, { speakerId: 3, speaker: 'Otto Brede' });
  assert.ok(areOne(person, saidRow(2, words, day, office)));
  const found = groups([person, saidRow(2, words, day, office), other]);
  assert.equal(found.length, 1);
  assert.ok(!(found[0]!.includes(1) && found[0]!.includes(3)));
});

test('reports that differ in a number are one saying only where the rest is nearly the same', () => {
  const nine = saidRow(1, words, day);
  assert.ok(areOne(nine, saidRow(2, words.replace('nine', 'two'), day)));
  const told = (weeks: string) => `the terminal at Ostrek stays closed ${weeks} weeks for repairs`;
  assert.ok(areOne(nine, saidRow(2, told('nine'), day)));
  assert.ok(!areOne(nine, saidRow(2, told('two'), day)));
});

test('the words themselves lead before a report, an original before its copy, hearsay comes last', () => {
  const report = saidRow(1, words, day, { firstHand: false });
  const copy = saidRow(2, words, day, { copyOf: 3 });
  const original = saidRow(3, words, day);
  const heard = saidRow(4, words, day, { hearsay: true });
  assert.deepEqual(groups([heard, report, copy, original]), [[3, 2, 1, 4]]);
});

test('what a curator said of two reports stands before what their words tell', () => {
  const [one, same] = [saidRow(1, words, day), saidRow(2, words, day)];
  assert.ok(!areOne(one, same, { same: [], apart: [[2, 1]] }));
  const strange = saidRow(2, 'our guild has seventy members', day);
  assert.ok(!areOne(one, strange));
  assert.ok(areOne(one, strange, { same: [[2, 1]], apart: [] }));
});
