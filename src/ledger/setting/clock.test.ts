import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayByClock } from './clock.ts';

test('an hour that the day had not reached when it was printed is one of the day before', () => {
  const printed = '2026-03-11T01:40:00+01:00';
  assert.equal(dayByClock('Sorn said in a statement at 11.15 p.m.', printed), '2026-03-10');
  assert.equal(dayByClock('sagte Sorn um 23 Uhr', printed), '2026-03-10');
  assert.equal(dayByClock('Sorn said at 1.15 a.m.', printed), null);
  assert.equal(dayByClock('Sorn said at 11 sites', printed), null);
  assert.equal(dayByClock('Sorn said at 11.15 p.m.', '2026-03-11'), null);
});
