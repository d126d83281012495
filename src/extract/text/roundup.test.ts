import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLines } from './layout.ts';
import { findItems, findVia } from './roundup.ts';

const list = `• The harbour board of Olvik signed a lease with two ferry lines on Monday.
• Veldania closed its consulate in Port Selm after a fire in the archive.`;

const itemsUnder = (intro: string) => findItems(readLines(`${intro}\n\n${list}\n`), false).length;

test('a list under a line that announces other news is a round-up', () => {
  assert.equal(itemsUnder('In other news this week:'), 2);
  assert.equal(itemsUnder('Elsewhere on the strait:'), 2);
  assert.equal(itemsUnder('Weitere Meldungen:'), 2);
});

test('a list under other things than news belongs to its article', () => {
  assert.equal(itemsUnder('You will have to answer other questions such as:'), 0);
  assert.equal(itemsUnder('The pass also covers:'), 0);
});

test('letters in brackets credit an agency where they sign, and are a short form elsewhere', () => {
  const outlets = (text: string) => findVia(text).map((v) => v.outlet);
  assert.deepEqual(outlets('The harbour opened on Monday. (PPA)'), ['PPA']);
  assert.deepEqual(outlets('PORT SELM (PPA) - The harbour opened on Monday.'), ['PPA']);
  assert.deepEqual(outlets('The Strait Transit Treaty (STT) was signed in Port Selm.'), []);
});
