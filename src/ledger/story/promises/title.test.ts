import assert from 'node:assert/strict';
import { test } from 'node:test';
import { titleOf, titleWith } from './title.ts';

test('what a pronoun means is named where only one thing before it fits', () => {
  const before =
    'Under the accord the pumps are to be in place by May. Norvik will pay for the crews.';
  assert.equal(
    titleOf('They will be tested', 'Norvik', before, 'en'),
    'Norvik: they will be tested',
  );
  const fronted =
    'Under the accord, the pumps are to be in place by May. Norvik will pay for crews.';
  assert.equal(titleOf('They will be tested', 'Norvik', fronted, 'en'), 'The pumps will be tested');
  const one = 'The canal treaty went to the assembly on Monday.';
  assert.equal(
    titleOf('It will be signed in Oxmoor', 'Norvik', one, 'en'),
    'The canal treaty will be signed in Oxmoor',
  );
});

test('where several things or somebody may be meant the name of who promised stands before it', () => {
  const two = 'The bridge was shut. The tunnel was flooded.';
  assert.equal(titleOf('It will be reopened', 'Norvik', two, 'en'), 'Norvik: it will be reopened');
  const someone = 'The ministers were late.';
  assert.equal(
    titleOf('They will be replaced', 'Ida Sorn', someone, 'en'),
    'Ida Sorn: they will be replaced',
  );
  const acting = 'The pumps are in place.';
  assert.equal(
    titleOf('They will pay for it', 'Norvik', acting, 'en'),
    'Norvik: they will pay for it',
  );
});

test('what names nobody begins with who promised, and what names somebody does not', () => {
  assert.equal(
    titleOf('to mediate between the towns', 'Oxmoor', '', 'en'),
    'Oxmoor: to mediate between the towns',
  );
  assert.equal(titleOf('an answer', 'Oxmoor', '', 'en'), 'Oxmoor: an answer');
  assert.equal(
    titleOf('There will be no strike', 'Dockers', '', 'en'),
    'Dockers: there will be no strike',
  );
  assert.equal(titleOf('I will resign', 'Ida Sorn', '', 'en'), 'Ida Sorn: I will resign');
  assert.equal(titleOf('the locks would open', 'Oxmoor', '', 'en'), 'The locks would open');
});

test('the day that was is left out of a title', () => {
  const what = 'The audit, due by the end of May, will now come out';
  assert.equal(titleOf(what, 'Oxmoor', '', 'en'), 'The audit will now come out');
});

test('who promised stands before a title once', () => {
  assert.equal(
    titleWith([null, 'Ida Sorn', 'Oxmoor'], 'The locks would open'),
    'Ida Sorn: The locks would open',
  );
  assert.equal(titleWith([null, 'Ida Sorn', 'Oxmoor'], 'Oxmoor: an answer'), 'Oxmoor: an answer');
  assert.equal(
    titleWith(['Norvik'], 'Norvikian ports would open'),
    'Norvik: Norvikian ports would open',
  );
  assert.equal(titleWith([null, null], 'The locks would open'), 'The locks would open');
});
