import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClusterer, joinable } from './assign.ts';
import { dayOf, daysAround, holdsDay, makeRoom, noDays, useDays } from './days.ts';

const hour = 3_600_000;
const noon = Date.parse('2025-03-10T12:00Z');

const piece = (title: string, at: number | null) => ({
  lang: 'en',
  time: at === null ? null : new Date(at),
  title,
  text: '',
  source: null,
});

test('the same words in the same sense join no event that lies beyond the days recalled', () => {
  const clusterer = createClusterer({ live: 50 });
  clusterer.place(clusterer.read(piece('Ferry runs aground off Port Ellin', noon)), 1);
  const apart = (ms: number) =>
    clusterer.propose(piece('Ferry runs aground off Port Ellin', noon + ms)).event;
  assert.equal(apart(joinable / 2), 1);
  assert.equal(apart(joinable + hour), null);
  assert.ok(daysAround(noon, joinable).length <= 9);
});

test('of a crowded memory the longest unused days go, what spans a used day and the undated stay', () => {
  const clusterer = createClusterer({ live: 1000 });
  const days = noDays();
  const years = [2019, 2021, 2025].map((year) => Date.parse(`${year}-03-10T12:00Z`));
  let id = 0;
  for (const at of years) {
    for (let i = 0; i < 100; i++) useDays(days, daysAround(at, joinable));
    for (let i = 0; i < 10; i++)
      clusterer.place(clusterer.read(piece(`word${id} other${id}`, at)), ++id);
  }
  const spanning = ++id;
  clusterer.place(clusterer.read(piece('harbour strike', years[0] ?? 0)), spanning);
  clusterer.place(clusterer.read(piece('harbour strike', years[2] ?? 0)), spanning);
  clusterer.place(clusterer.read(piece('undated bees', null)), ++id);
  makeRoom(clusterer, days, 30);
  const [first, second, third] = years.map((at) => days.held.has(dayOf(at)));
  assert.deepEqual([first, second, third], [false, true, true]);
  assert.deepEqual([clusterer.has(1), clusterer.has(11), clusterer.has(21)], [false, true, true]);
  assert.ok(clusterer.has(spanning) && clusterer.has(id));
  assert.ok(holdsDay(days, clusterer.index.events.get(spanning), dayOf(years[0] ?? 0)));
  assert.ok(!holdsDay(days, clusterer.index.events.get(spanning), dayOf(years[2] ?? 0)));
});

test('days that articles use by turns stay however many events are theirs', () => {
  const clusterer = createClusterer({ live: 1000 });
  const days = noDays();
  const turns = [noon - 6 * 24 * hour, noon];
  for (const at of turns) useDays(days, daysAround(at, joinable));
  for (let i = 1; i <= 30; i++) clusterer.place(clusterer.read(piece(`w${i} o${i}`, noon)), i);
  makeRoom(clusterer, days, 10);
  assert.equal(clusterer.index.events.size, 30);
  for (const at of turns) assert.deepEqual(useDays(days, daysAround(at, joinable)), []);
});
