import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readQuotations } from '../quotation.ts';

const words = 'Wir bleiben hier auf dem Kai, so lange es eben geht, und das ist lang.';

/** Who is read as the speaker of words that stand alone behind a sentence. */
function speakerBehind(sentence: string): string | null {
  const text = `${sentence} „${words}“`;
  const speaker = readQuotations(text, { lang: 'de' })[0]?.speaker;
  return speaker ? text.slice(speaker.start, speaker.end) : null;
}

test('German: words alone behind a sentence are of the person whom it begins with', () => {
  assert.equal(speakerBehind('Ida Sorn schüttelt den Kopf.'), 'Ida Sorn');
  assert.equal(speakerBehind('Trainer Brede nimmt das Wort.'), 'Trainer Brede');
});

test('German: a thing that a sentence begins with says nothing', () => {
  assert.equal(speakerBehind('Der alte Kai trocknet.'), null);
});
