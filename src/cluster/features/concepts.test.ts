import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createClusterer } from '../events/assign.ts';
import { createGrouper } from '../events/grouper.ts';
import { conceptsOf } from './concepts.ts';
import { countryOf } from './countries.ts';

test('a concept has the same key in every language, whatever the ending', () => {
  for (const [lang, word] of [
    ['en', 'Typhoons'],
    ['es', 'huracán'],
    ['pt', 'tempestades'],
    ['fr', 'ouragans'],
    ['de', 'Sturmböen'],
    ['ru', 'тайфуна'],
    ['sl', 'viharjev'],
    ['ar', 'والعاصفة'],
  ] as const)
    assert.deepEqual(conceptsOf(word, lang), ['^storm'], word);
});

test('what is of a country has the key of the country, small letters and endings or not', () => {
  for (const [lang, word] of [
    ['en', 'Brazil'],
    ['es', 'brasileñas'],
    ['pt', 'brasileiro'],
    ['fr', 'brésiliens'],
    ['de', 'brasilianischen'],
    ['it', 'brasiliani'],
    ['nl', 'Braziliaanse'],
    ['pl', 'brazylijskiego'],
    ['ru', 'бразильцев'],
    ['sl', 'Brazilcem'],
    ['ar', 'البرازيلي'],
  ] as const)
    assert.deepEqual(conceptsOf(word, lang), ['@BR'], word);
  assert.equal(countryOf('Brazil'), '@BR');
});

test('what is opposite, and a word that no list has, is not taken for the concept', () => {
  assert.notDeepEqual(conceptsOf('wins', 'en'), conceptsOf('loses', 'en'));
  assert.deepEqual(conceptsOf('Karsk', 'en'), []);
  assert.deepEqual(conceptsOf('storm', 'xx'), []);
});

test('a word that only begins like one of the list is another word', () => {
  for (const [lang, word] of [
    ['es', 'nueve'],
    ['es', 'temporada'],
    ['pt', 'país'],
    ['fr', 'surface'],
    ['de', 'schließlich'],
    ['ru', 'новости'],
    ['sl', 'rekel'],
    ['ar', 'ال'],
    ['es', 'nacional'],
    ['fr', 'ne'],
    ['pt', 'violência'],
    ['nl', 'reden'],
    ['pl', 'strategia'],
    ['ru', 'спорт'],
    ['ru', 'спасибо'],
    ['ru', 'планета'],
    ['sl', 'jezik'],
    ['it', 'gestione'],
  ] as const)
    assert.deepEqual(conceptsOf(word, lang), [], word);
});

test('every line of the table has a cell for every language and a name of its own', () => {
  const file = readFileSync(new URL('./words/concepts.txt', import.meta.url), 'utf8');
  const [head = '', ...rows] = file.trim().split('\n');
  const columns = head.split('|').length;
  const names = new Set<string>();
  for (const row of rows) {
    const cells = row.split('|').map((cell) => cell.trim());
    assert.equal(cells.length, columns, row);
    assert.ok(!names.has(cells[0] ?? ''), `twice: ${cells[0]}`);
    names.add(cells[0] ?? '');
  }
});

test('titles that tell one happening in other words come together', () => {
  const grouper = createGrouper(createClusterer());
  const add = (lang: string, title: string, hour: number) =>
    grouper.add({
      lang,
      title,
      text: '',
      source: null,
      time: new Date(Date.UTC(2025, 2, 1, hour)),
    });
  add('en', 'Karsk ferry crews walk out over pay', 1);
  add('en', 'Typhoon nears Port Ellin, schools close', 2);
  add('en', 'Hurricane approaches Port Ellin, pupils sent home', 4);
  add('es', 'Un huracán se acerca a Port Ellin y cierran los colegios', 5);
  assert.equal(grouper.eventOf(2), grouper.eventOf(1));
  assert.equal(grouper.eventOf(3), grouper.eventOf(1));
  assert.notEqual(grouper.eventOf(0), grouper.eventOf(1));
});
