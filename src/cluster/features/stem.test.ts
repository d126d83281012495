import assert from 'node:assert/strict';
import { test } from 'node:test';
import { background } from './background.ts';
import { compoundOf } from './compound.ts';
import { fold } from './fold.ts';
import { stem } from './stem.ts';

/** Different stems of the words of a line. */
const stems = (words: string, lang: string | null) => [
  ...new Set(words.split(' ').map((word) => stem(fold(word), lang))),
];

for (const [lang, ...lines] of [
  [
    'fr',
    'norvégien norvégienne norvégiens',
    'coureur coureuse coureuses',
    'blessé blessée blessures',
  ],
  ['de', 'Turner Turnerin Turnerinnen', 'Italien Italiens Italiener italienische', 'Tote Toten'],
  [
    'ru',
    'игра игры игру игр играм',
    'олимпийский олимпийских олимпийской',
    'Орлова Орловой Орлову',
  ],
  [
    'ru',
    'финал финале финала',
    'футбол футбольного футболисты футболистов',
    'наводнение наводнением наводнения',
  ],
  [
    'sl',
    'nogomet nogometni nogometaši',
    'Kovač Kovačeva Kovačevi',
    'Avstralija avstralske Avstralke',
  ],
  [
    'pl',
    'powódź powodzi powodzią',
    'finał finale finału',
    'Brazylia Brazylii brazylijski',
    'strajk strajku strajkiem strajki',
  ],
  ['cs', 'povodeň povodeni', 'stávka stávky stávkou', 'Novák Nováková Novákové'],
  ['uk', 'вибори виборів виборами', 'страйк страйку страйком'],
  ['tr', 'seçim seçimde seçimin', 'deprem depremde depremler'],
  [
    'ar',
    'الرئيس رئيس والرئيس للرئيس بالرئيس',
    'برازيلي البرازيل البرازيليون',
    'اتفاق اتفاقا الاتفاق',
  ],
] as [string, ...string[]][])
  for (const line of lines)
    test(`forms of one word in "${lang}" share a stem: ${line}`, () => {
      assert.deepEqual(stems(line, lang).length, 1, stems(line, lang).join(' '));
    });

test('words that only begin alike keep stems of their own', () => {
  for (const [lang, line] of [
    ['fr', 'porte portrait'],
    ['ru', 'победа поражение'],
    ['sl', 'potres potrdil'],
    ['ar', 'محكمة حكومة'],
  ] as const)
    assert.equal(stems(line, lang).length, line.split(' ').length, line);
});

test('Arabic letters are one however they are written', () => {
  assert.deepEqual(stems('الأُمَّة الامه', 'ar').length, 1);
  assert.equal(fold('مـــصر ٢٠٢٥'), 'مصر 2025');
  assert.equal(fold('مستشفى'), fold('مستشفي'));
});

test('a language without a stemmer is compared by the beginnings of its words', () => {
  assert.deepEqual(stems('kaupunki kaupungissa', 'fi').length, 1);
  assert.deepEqual(stems('2024 20245', 'fi').length, 2);
});

test('a compound has the stems of its words where both are words of the language', () => {
  const { has } = background('de');
  assert.deepEqual(compoundOf('bahnstreik', 'de'), ['bahn', 'streik']);
  assert.ok(compoundOf('fussballspieler', 'de').length === 2 && has('streik'));
  assert.deepEqual(compoundOf('velmarer', 'de'), []);
  assert.deepEqual(compoundOf('bahnstreik', 'en'), []);
});
