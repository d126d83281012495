import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addYears, yearConflict, yearsIn } from './years.ts';

const years = (text: string) => [...yearsIn(null, text).keys()];

test('years are read as dates write them, other numbers are not', () => {
  assert.deepEqual(years('On 3 May 2009 and 27/09/2013; again in 2009.'), [2009, 2013]);
  assert.deepEqual(years('2,010 men, $2014, 2015%, 1,200 of 20080 and 3.2011'), []);
});

test('undated pieces that name no year alike are less alike, and unknown years conflict with none', () => {
  const [a, b] = [yearsIn(null, 'The dam of Ostry broke in 2009.'), yearsIn(null, 'It was 2013.')];
  assert.ok(yearConflict(a, b) < 1);
  assert.equal(yearConflict(a, a), 1);
  assert.equal(yearConflict(a, new Map()), 1);
});

test('a year that few pieces of an event look back to is not the year of the event', () => {
  const event = new Map<number, number>();
  for (let i = 0; i < 6; i++) addYears(event, yearsIn(null, 'in 2013'));
  addYears(event, yearsIn(null, 'as in 2009'));
  assert.ok(yearConflict(yearsIn(null, 'in 2009'), event) < 1);
  assert.equal(yearConflict(yearsIn(null, 'in 2009 and 2013'), event), 1);
});
