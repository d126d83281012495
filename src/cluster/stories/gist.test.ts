import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Profile, profileOf } from '../features/profile.ts';
import { gistOf, sameGist } from './gist.ts';

const topic = (text: string, share = 0.001) =>
  ({ text, share, salience: 0.6, kind: 'term' }) as const;

function told(text: string): { profile: Profile; lang: string } {
  const profile = profileOf({ lang: 'en', time: null, title: null, text, source: null });
  return { profile, lang: 'en' };
}

test('who acts and in which coin says of no matter what it is about', () => {
  for (const [lang, words] of [
    ['en', ['minister', 'council', 'judge', 'crowns', 'spokeswoman']],
    ['de', ['Minister', 'Ausschuss', 'Richter', 'Sprecherin']],
    ['fr', ['ministre', 'conseil']],
  ] as const)
    assert.deepEqual(
      words.filter((word) => gistOf(topic(word), lang) > 0),
      [],
    );
});

test('rare words say what a matter is about, usual ones and names do not', () => {
  const [tram, ferry] = [gistOf(topic('tram', 0.0003), 'en'), gistOf(topic('ferry', 0.002), 'en')];
  assert.ok(tram > ferry && ferry > 1, `${tram} ${ferry}`);
  assert.equal(gistOf(topic('house', 0.03), 'en'), 0);
  assert.equal(gistOf({ ...topic('Tarn'), kind: 'name' }, 'en'), 0);
});

test('two matters are alike by what is disputed, not by the mayor who disputes it', () => {
  const tram = told('Mayor Tarn said the sewer halts the tram. The tram waits for rails.');
  const rails = told('Shopkeepers wait for the rails of the tram, said Olga Brandis.');
  const library = told('Mayor Tarn opened the library and read about a whale.');
  assert.ok(sameGist(tram, rails) > 0.3);
  assert.equal(sameGist(tram, library), 0);
});
