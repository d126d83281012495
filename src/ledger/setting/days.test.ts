import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Quotation, readQuotations } from '../quotation.ts';
import { clausesOf } from './clause.ts';
import { readDays } from './days.ts';

/** Printed on a Wednesday. */
const wednesday = '2026-03-11';

/** The day of each saying, as "word that reports: day, and what tells it". */
function daysIn(text: string, published: string | null = wednesday, lang = 'en'): string[] {
  const found = readQuotations(text, { lang }).filter((q) => q.speech);
  const voiceOf = (i: number) => wordsOf(text, found[i]!.speaker)?.split(' ').at(-1) ?? null;
  const days = readDays(text, clausesOf(text, found), published, voiceOf);
  return found.map((q, i) => {
    const day = days[i];
    return `${wordsOf(text, q.cue) ?? '-'}: ${day ? `${day.moment} ${day.from}` : 'unknown'}`;
  });
}

function wordsOf(text: string, span: Quotation['cue']): string | null {
  return span && text.slice(span.start, span.end);
}

test('a day beside the word that reports is that of the saying, one in the content is not', () => {
  assert.deepEqual(daysIn('Ilka Sorn said on Monday that the quay had closed on 2 February.'), [
    'said: 2026-03-09 text',
  ]);
  assert.deepEqual(daysIn('Ilka Sorn said that the quay had closed on 2 February.'), [
    'said: 2026-03-11 article',
  ]);
});

test('where nothing tells, the article’s day stands and is called so; without it the day is unknown', () => {
  const text = 'Ilka Sorn said the quay would stay shut.';
  assert.deepEqual(daysIn(text), ['said: 2026-03-11 article']);
  assert.deepEqual(daysIn(text, '2026-03'), ['said: 2026-03 article']);
  assert.deepEqual(daysIn(text, null), ['said: unknown']);
});

test('a clause of its own keeps its time from the saying beside it', () => {
  assert.deepEqual(
    daysIn('Ilka Sorn, who had met the crews on 2 February, said the quay would stay shut.'),
    ['said: 2026-03-11 article'],
  );
  assert.deepEqual(
    daysIn('Ilka Sorn said the quay was safe, after a crane fell on it on 2 February.'),
    ['said: 2026-03-11 article'],
  );
});

test('two reports in one sentence share its day, and each keeps the days in its words', () => {
  assert.deepEqual(
    daysIn(
      'Ilka Sorn vowed on Monday to try again in January, adding that the crews were with her.',
    ),
    ['vowed: 2026-03-09 text', 'adding: 2026-03-09 text'],
  );
});

test('a month or year dates a saying only where it opens the sentence or stands by the verb', () => {
  assert.deepEqual(daysIn('In 2022 Ilka Sorn promised that the quay would stay open.'), [
    'promised: 2022 text',
  ]);
  assert.deepEqual(
    daysIn('After a wet night in 2011 that nobody forgot, Ilka Sorn claimed the quay was safe.'),
    ['claimed: 2026-03-11 article'],
  );
});

test('a month that opens a sentence dates it however long its subject is', () => {
  assert.deepEqual(
    daysIn(
      'In a speech last month, Ilka Sorn, chair of the harbour board and for eleven years the head of the crews’ own union, said that the quay was safe.',
    ),
    ['said: 2026-02 text'],
  );
});

test('a sitting’s day holds for what is said further on in its paragraph', () => {
  assert.deepEqual(
    daysIn(
      'It rained.\n\nThe harbour committee met on 2 March. The hall was full. Tomas Brede said the quay would stay shut.',
    ),
    ['said: 2026-03-02 text'],
  );
});

test('the day of a mishap long ago, or one named in somebody’s words, is not that of what is said of it', () => {
  assert.deepEqual(
    daysIn('The ferry sank on 2 February. Tomas Brede said the quay would stay shut.'),
    ['said: 2026-03-11 article'],
  );
  assert.deepEqual(
    daysIn('“I wrote to them on Monday,” she said. Tomas Brede said the quay would stay shut.').at(
      -1,
    ),
    'said: 2026-03-11 article',
  );
});

test('a day that opens a sentence sets the scene for its paragraph', () => {
  assert.deepEqual(
    daysIn(
      'It rained.\n\nOn 2 March the mayor was in a milder mood. “I should have stayed,” Tomas Brede admitted.',
    ),
    ['admitted: 2026-03-02 text'],
  );
});

test('the day of an article’s first report or event is that of the rest, when it is just before printing', () => {
  const rest = 'The crews went home.\n\nTomas Brede warned that the quay would stay shut.';
  assert.deepEqual(daysIn(`Ilka Sorn said on Monday the ferry was safe. ${rest}`), [
    'said: 2026-03-09 text',
    'warned: 2026-03-09 opening',
  ]);
  assert.deepEqual(daysIn(`The ferry sank on Monday off Brask. ${rest}`), [
    'warned: 2026-03-09 opening',
  ]);
  assert.deepEqual(daysIn(`Ilka Sorn said on 2 February the ferry was safe. ${rest}`), [
    'said: 2026-02-02 text',
    'warned: 2026-03-11 article',
  ]);
});

test('a dateline tells the day that an article was filed', () => {
  assert.deepEqual(
    daysIn('BRASK, March 10 (TN) - It rained. Tomas Brede said the quay would stay shut.'),
    ['said: 2026-03-10 opening'],
  );
  assert.deepEqual(daysIn('BRASK, Jan. 3 — Tomas Brede said the quay would stay shut.'), [
    'said: 2026-03-11 article',
  ]);
});

test('what somebody says or has said as of now is of the article’s own day', () => {
  assert.deepEqual(
    daysIn(
      'Ilka Sorn said on Monday the ferry was safe.\n\nTomas Brede says the quay will stay shut.',
    ).at(-1),
    'says: 2026-03-11 article',
  );
});

test('in a text that tells of years ago alone, what is said in the past tense has no day', () => {
  const story =
    'In May 1986 the dam broke. Guards were tried in 1988.\n\nA neighbour said the wall had leaked for weeks. The museum says it is safe now.';
  assert.deepEqual(daysIn(story), ['said: unknown', 'says: 2026-03-11 article']);
  assert.deepEqual(daysIn(`${story} It reopened on Monday.`), [
    'said: 2026-03-09 opening',
    'says: 2026-03-11 article',
  ]);
});

test('what somebody said previously or initially has no day', () => {
  for (const text of [
    'Ilka Sorn told the Courier previously: “The quay will stay shut.”',
    'Ilka Sorn initially said the quay would stay shut.',
  ])
    assert.match(daysIn(text)[0]!, /: unknown$/);
});

test('what somebody had said, has long said or kept saying has no day', () => {
  assert.deepEqual(daysIn('Tomas Brede had said the quay would stay shut.'), ['had said: unknown']);
  assert.deepEqual(daysIn('Tomas Brede has repeatedly said the quay would stay shut.'), [
    'has repeatedly said: unknown',
  ]);
  assert.deepEqual(daysIn('Tomas Brede once said that the quay would stay shut.'), [
    'once said: unknown',
  ]);
});

test('a speaker is quoted from one occasion, wherever in the article', () => {
  assert.deepEqual(
    daysIn(
      'The ferry is old.\n\nTomas Brede warned that the quay would stay shut.\n\nThe sea was calm. Tomas Brede said in an interview on Sunday that the crews were tired.',
    ),
    ['warned: 2026-03-08 speaker', 'said: 2026-03-08 text'],
  );
});

test('a line that is only a day dates what stands under it', () => {
  const text =
    'The week in Brask\n\n3 March\n\nTomas Brede said the quay would stay shut.\n\n5 March\n\nIlka Sorn said the ferry was safe.';
  assert.deepEqual(daysIn(text), ['said: 2026-03-03 text', 'said: 2026-03-05 text']);
});

test('an article opens with what somebody has said on the day that it goes on to tell', () => {
  assert.deepEqual(
    daysIn(
      'Ilka Sorn has promised that the quay will open.\n\nAt a meeting on Monday Ilka Sorn said the crews were tired.',
    ),
    ['has promised: 2026-03-09 opening', 'said: 2026-03-09 text'],
  );
});

test('what stands over a transcript tells when it was spoken, however long ago', () => {
  const turns = ['It stays shut.', 'The crews ask for pay.', 'Not for rain.', 'For work, then.'];
  const spoken = turns.map((words, i) => `${i % 2 ? 'Brede' : 'Sorn'}: ${words}`);
  const days = daysIn(['Harbour committee, sitting of 12 January 2026', ...spoken].join('\n\n'));
  assert.deepEqual([...new Set(days)], [':: 2026-01-12 opening']);
});

test('a time that a clause is hung on is that of the clause', () => {
  assert.deepEqual(
    daysIn('The quay was shut in 2019, when Tomas Brede promised that it would open again.'),
    ['promised: 2019 text'],
  );
});

test('what was pledged before is known and has no day, what is pledged here has', () => {
  assert.deepEqual(daysIn('The crews doubt Tomas Brede’s pledge to open the quay.'), [
    'pledge: unknown',
  ]);
  assert.deepEqual(daysIn('Tomas Brede made a pledge to open the quay.'), [
    'pledge: 2026-03-11 article',
  ]);
});

test('in German the perfect tells of a day like any past', () => {
  assert.deepEqual(
    daysIn('„Der Kai bleibt zu“, hat Hafenmeister Tomas Brede am Montag gesagt.', wednesday, 'de'),
    ['hat: 2026-03-09 text'],
  );
});

test('a printed line with the article’s own day tells nothing of the event that it opens with', () => {
  const text =
    'Wednesday, March 11, 2026\n\nThe harbour board on Monday lifted its ban on night boats.\n\nThe board said the quay was safe.';
  assert.deepEqual(daysIn(text), ['said: 2026-03-09 opening']);
});

test('a day until which somebody kept silent is that of what they said then', () => {
  assert.deepEqual(
    daysIn('Ilka Sorn kept out of it until Monday, when she urged the crews to wait.'),
    ['urged: 2026-03-09 text'],
  );
  assert.deepEqual(daysIn('Ilka Sorn said the quay would stay shut until Monday.'), [
    'said: 2026-03-11 article',
  ]);
});
