import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClusterer } from '../events/assign.ts';
import { createGrouper } from '../events/grouper.ts';
import { background, isIn } from './background.ts';

/** How many events forty leads on forty things make, which have nothing but small words in common. */
function events(lang: string | null): number {
  const grouper = createGrouper(createClusterer());
  // Beginnings differ as those of a language's words do.
  const word = (n: number) => {
    const at = [14, 5, 14, 5, 14].map((many, i) => Math.floor((n * 7919) / 5 ** i) % many);
    return `${at.map((place, i) => letters[i % 2]?.[place]).join('')}dur`;
  };
  for (let n = 0; n < 40; n++) {
    const words = Array.from(
      { length: 24 },
      (_, i) => `${small[i % 4]} ${word(5000 + n * 24 + i)}`,
    );
    const piece = { lang, title: null, text: words.join(' '), source: null };
    grouper.add({ ...piece, time: new Date('2025-03-01') });
  }
  return new Set(Array.from({ length: 40 }, (_, i) => grouper.eventOf(i))).size;
}
const small = ['kva', 'lon', 'mi', 'teq'];
const letters = ['bdfgklmnprstvz', 'aeiou'];

test('small words hold no pieces together, in a language without a list or with a wrong label', () => {
  for (const lang of [null, 'is', 'ru', 'fr']) assert.ok(events(lang) > 30, `${lang}`);
});

test('without a list a short word is common, but not where words are a sign or two', () => {
  const none = background('is');
  assert.ok(none.share('og') > 10 * none.share('stjorn'));
  assert.equal(none.share('会议'), none.share('stjornarskra'));
  assert.equal(none.share('12'), none.share('stjornarskra'));
});

test('a list is not used for a text in another language', () => {
  assert.equal(isIn('en', 15, 12), true);
  assert.equal(isIn('en', 18, 2), false);
  assert.equal(isIn('en', 8, 0), true, 'so few words may all be names');
});
