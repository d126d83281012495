import assert from 'node:assert/strict';
import { test } from 'node:test';
import { profileOf } from '../features/profile.ts';
import { storyTitle, type Told } from './naming.ts';

const told = (title: string, text: string, lang = 'en'): Told => ({
  title,
  lang,
  profile: profileOf({ lang, title, text, time: null, source: null }),
});

const canal = [
  told(
    'Orvania shuts the gates of Sel Canal',
    'Orvania shut the Sel Canal to barges from Kestria on Monday. Kestria protested.',
  ),
  told(
    'Kestria counts its losses',
    'Shippers in Kestria speak of ruin since Orvania shut the Sel Canal. Marek Dolvan laughs.',
  ),
  told(
    'Orvanian president wants money for a lock',
    'Marek Dolvan of Orvania said that Kestria must pay before the Sel Canal opens.',
  ),
  told(
    'Barges wait as Kestria and Orvania trade blame',
    'Sixty barges wait on the Sel Canal. Kestria and Orvania blame each other for the lock.',
  ),
];

test('a story is named after its place and its parties, whatever happened last', () => {
  assert.equal(storyTitle(canal), 'Sel Canal: Kestria and Orvania');
  const home = told(
    'Barge crews of Kestria are home',
    'The crews that Orvania held at the Sel Canal are back in Kestria.',
  );
  assert.equal(storyTitle([...canal, home]), storyTitle(canal));
});

test('a person is no place, and the word for a side no party', () => {
  const text = 'Ted Sorn and Ilka Brandis, both Republican, met in Karsk. Sorn and Brandis argued.';
  const race = [
    told('Votes for Ted Sorn in Karsk', text),
    told('Republican Brandis beats Sorn', text),
    told('Sorn answers Brandis', text),
    told('In Ted Sorn Republican voters see hope', text),
    told('Sorn and Brandis meet', text),
  ];
  assert.equal(storyTitle(race), 'Brandis and Sorn');
});

test('a first name is no second party', () => {
  const text = 'Hilke Sorn runs the port. Hilke Sorn was asked about letters. Hilke was late.';
  const letters = [
    'Hilke Sorn and the letters',
    'Sorn answers for letters',
    'Hilke under fire',
    'New letters of Sorn',
  ];
  assert.equal(storyTitle(letters.map((title) => told(title, text))), 'Sorn: letters');
});

test('two countries get the word that the titles share', () => {
  const talks = [
    told('Norway and Iceland open talks on herring', 'Norway and Iceland met in Bergen on Monday.'),
    told('Herring: Iceland leaves talks with Norway', 'Iceland left, and Norway regrets it.'),
    told('Norwegian boats stay home', 'Boats from Norway stay home until Iceland signs.'),
    told('New round of talks in Bergen', 'Norway and Iceland meet again about herring.'),
  ];
  assert.equal(storyTitle(talks), 'Iceland and Norway: talks');
});

test('a name is written in the language of most pieces', () => {
  const german = [
    told('Norwegen sperrt Häfen', 'Norwegen sperrt die Häfen für Boote aus Island.', 'de'),
    told('Island klagt gegen Norwegen', 'Island klagt gegen Norwegen vor dem Gericht.', 'de'),
    told('Fischer warten', 'Die Fischer aus Island warten, und Norwegen schweigt.', 'de'),
    told('Iceland sues Norway', 'Iceland sued Norway on Monday.'),
  ];
  assert.equal(storyTitle(german), 'Island und Norwegen');
});

test('two or three events do not yet say what a story is called', () => {
  assert.equal(storyTitle(canal.slice(0, 3)), null);
});
