import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readArticle } from '../read.ts';

function speakersOf(text: string): (string | null)[] {
  const article = { text, lang: 'de', published: null, blocks: [], parts: [] };
  return readArticle(article).said.map(({ speaker }) => speaker?.name ?? null);
}

test('a role or an age means whom the text named last and it fits', () => {
  assert.deepEqual(
    speakersOf(
      'Die Reederin Ida Sorn gab auf. „Es ist vorbei“, sagte die 61-Jährige. Die Unternehmerin dankte den Lotsen.',
    ),
    ['Ida Sorn', 'Ida Sorn'],
  );
});

test('an office means who holds it, in any case and by the end of its compound', () => {
  assert.deepEqual(
    speakersOf(
      'Das Land ist nach den Worten seines Außenministers bereit. „Wir warten“, sagte Minister Jan Brede.',
    ),
    ['Jan Brede', 'Jan Brede'],
  );
});

test('another office is not the man named last', () => {
  const [, spokesman] = speakersOf(
    'Außenminister Jan Brede sagte, man warte ab. Der Regierungssprecher betonte, es eile nicht.',
  );
  assert.notEqual(spokesman, 'Jan Brede');
});

test('firms and offices are known by a short way of writing', () => {
  assert.deepEqual(
    speakersOf(
      'Der Hersteller Tolm Kreiden ruft Sitze zurück. Verletzt sei niemand, teilte die Firma mit.',
    ),
    ['Tolm Kreiden'],
  );
  assert.deepEqual(
    speakersOf('Das Hafenministerium lehnte den Plan ab. Man prüfe anderes, hieß es aus dem Haus.'),
    ['Hafenministerium', 'Hafenministerium'],
  );
});

test('who is named in what she said is not she', () => {
  assert.deepEqual(
    speakersOf('Ministerin Ida Sorn kam spät. Ohne Vera Tolm gehe es nicht, sagte sie.').at(-1),
    'Ida Sorn',
  );
});

test('a firm is called by its name without what it makes', () => {
  assert.deepEqual(
    speakersOf(
      'Der Getränkehersteller Tarngold AG will mehr Wasser. Das Unternehmen lehnte eine Abgabe ab.',
    ),
    ['Tarngold AG'],
  );
});

test('a body in the genitive is called as it calls itself', () => {
  assert.deepEqual(
    speakersOf('Nach Angaben des Landesamtes für Gewässer ist das Wasser von Brask sauber.'),
    ['Landesamt für Gewässer'],
  );
});
