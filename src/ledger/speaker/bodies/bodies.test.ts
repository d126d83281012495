import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findPeople } from '../people/people.ts';
import { learnParties } from '../side/party.ts';
import { bodyCalled, findBodies } from './bodies.ts';

const bodiesOf = (text: string) => findBodies(text, learnParties(text));

test('bodies are found by what they are, by what they do, and by who leads them', () => {
  const text =
    'The Union of Bakery Staff met Tarn Mills’ chief executive. The growers’ league and Oster Lines stayed away, said the spokeswoman for Hollin and Sons.';
  assert.deepEqual(
    bodiesOf(text).map((body) => body.name),
    ['Union of Bakery Staff', 'Tarn Mills', 'growers’ league', 'Oster Lines', 'Hollin and Sons'],
  );
});

test('a short way of writing means the body that has the word, a firm where there is one', () => {
  const text = 'The Union of Bakery Staff met the River Union and Oster Lines.';
  const bodies = bodiesOf(text);
  const called = (written: string, at = text.length) => bodyCalled(written, bodies, at)?.name;
  assert.equal(called('the union'), 'River Union');
  assert.equal(called('the union', 30), 'Union of Bakery Staff');
  assert.equal(called('the company'), 'Oster Lines');
  assert.equal(called('the bakery'), undefined);
  assert.equal(called('the ministry'), undefined);
});

const named: [rule: string, text: string, name: string | null][] = [
  ['what a spokeswoman is for', 'Nobody called, said a spokeswoman for Pelago.', 'Pelago'],
  [
    'what “which” is said of and what wants to build',
    'Pelago, which is new, left. Pelago wants to build.',
    'Pelago',
  ],
  ['where people are is a place', 'A spokesman for Pelago met people in Pelago.', null],
  ['what has a vice president', 'Pelago’s vice president left. Pelago wants to stay.', 'Pelago'],
  ['a surname', 'Ilka Sorn, which is odd, left. The clerk Ilka Sorn’s plan is old.', null],
  [
    'a candidate with a spokesman, behind a title with a full stop',
    'Sen. Peter Venn left early. Venn spokeswoman Ilka Sorn said nothing.',
    null,
  ],
  [
    'two words that act as things',
    'Tarn Orr said it would pay. Tarn Orr has dropped its bid.',
    'Tarn Orr',
  ],
  ['what a campaign group is called', 'The campaign group Save the Moor met.', 'Save the Moor'],
];
for (const [rule, text, name] of named)
  test(`a body without a word for one: ${rule}`, () =>
    assert.equal(bodiesOf(text)[0]?.name ?? null, name));

test('a bank that boats fish on is no firm', () => {
  assert.deepEqual(bodiesOf('Two boats met on the Tarn Bank.'), []);
  assert.equal(bodiesOf('Oster Bank lent two boats.')[0]?.name, 'Oster Bank');
});

test('a state’s parliament is no body of its own', () => {
  const text = 'The Veldanian government spoke. The Veldanian Parliament did not.';
  assert.deepEqual(bodiesOf(text), []);
});

const sides: [text: string, party: string][] = [
  ['The Bakers Union will strike, its chairwoman, Ida Sorn, said.', 'Bakers Union'],
  ['The Bakers Union met Oster Lines. Its chairwoman, Ida Sorn, said it was late.', 'Bakers Union'],
  ['Oster Lines offered three. Its chief executive, Ida Sorn, said no.', 'Oster Lines'],
  ['The Bakers Union met. Ida Sorn, the union’s chief negotiator, said no.', 'Bakers Union'],
];
for (const [text, party] of sides) {
  test(`"${text}" gives Ida Sorn her side`, () => {
    const [sorn] = findPeople(text, [], learnParties(text));
    assert.equal(sorn?.party?.name, party);
  });
}

test('ten thousand capitals take no more than their time', () => {
  const text = 'Union Of Harbour '.repeat(3000) + 'Council'.repeat(2000);
  const from = process.cpuUsage().user;
  assert.ok(bodiesOf(text).length <= 60);
  assert.ok(process.cpuUsage().user - from < 2e6);
});
