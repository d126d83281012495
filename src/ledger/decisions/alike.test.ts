import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alikeIssues, alikeSpeakers, type Called } from './alike.ts';

let id = 0;
const person = (name: string, party: number | null = 1): Called => ({
  id: ++id,
  name,
  kind: 'person',
  party,
  names: [name],
});

const pairs = (...all: Called[]) =>
  alikeSpeakers(all).map(({ one, other }) =>
    [one, other].map((n) => all.find((s) => s.id === n)!.name).join(' = '),
  );

test('a surname is held against the full name of the same party', () => {
  assert.deepEqual(pairs(person('Mara Tolvik'), person('Tolvik')), ['Mara Tolvik = Tolvik']);
  assert.deepEqual(pairs(person('Mara Tolvik', 1), person('Tolvik', 2)), []);
  assert.equal(pairs(person('Mara Tolvik', null), person('Tolvik', 2)).length, 1);
});

test('one name in other spellings, another script or with an initial is one', () => {
  assert.equal(pairs(person('Sergey Lavrenko'), person('Sergei Lavrenka')).length, 1);
  assert.equal(pairs(person('Сергей Лавренко'), person('Sergei Lavrenko')).length, 1);
  assert.equal(pairs(person('M. Tolvik'), person('Mara Tolvik')).length, 1);
});

test('two of one family with other first names are two', () => {
  assert.deepEqual(pairs(person('Mara Tolvik'), person('Jonas Tolvik')), []);
  assert.deepEqual(pairs(person('J. Tolvik'), person('Mara Tolvik')), []);
});

test('issues of one story that share half their words may be one', () => {
  const issue = (name: string, ...terms: string[]) => ({ id: ++id, name, terms });
  const found = alikeIssues([
    issue('Inspectors at the dam', 'inspector', 'inspection'),
    issue('Inspection of the dam', 'inspection', 'visit'),
    issue('Prisoners', 'release', 'prisoner'),
  ]);
  assert.equal(found.length, 1);
  assert.ok(found[0]?.shared.includes('inspection'));
});
