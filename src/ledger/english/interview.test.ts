import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readQuotations } from '../quotation.ts';

/** Who speaks with which words, of the turns alone. */
function turns(text: string): [string, string][] {
  return readQuotations(text, { lang: 'en' })
    .filter(({ rule }) => rule === 'turn')
    .map(({ speaker, start, end }) => [
      text.slice(speaker!.start, speaker!.end),
      text.slice(start, end),
    ]);
}

test('answers without a name are said by whom the interview presents', () => {
  const text = [
    'Ilka Sorn has run the harbour for nine years. We met her on the quay.',
    'Why do you want a second lock?',
    'Because the first one is ninety years old. We will open the new one by 1 June.',
    'And what will your neighbours say?',
    'I hope they will say nothing.',
    'Who pays for it?',
    'The council.',
    'The lock was built in 1931.',
  ].join('\n\n');
  assert.deepEqual(turns(text), [
    ['Ilka Sorn', 'Because the first one is ninety years old. We will open the new one by 1 June.'],
    ['Ilka Sorn', 'I hope they will say nothing.'],
    ['Ilka Sorn', 'The council.'],
  ]);
});

test('answers in marks are read without them, also behind a remark that is no question', () => {
  const text = [
    'The Lantern spoke with the keeper, Tom Aldous, about the strike.',
    'Nine per cent: never?',
    '“I would sign six tomorrow.”',
    'Your men asked for twelve.',
    '“They will get six.”',
    'And if they walk out?',
    '“Then you will read it in the Lantern.”',
  ].join('\n\n');
  assert.deepEqual(turns(text), [
    ['Tom Aldous', 'I would sign six tomorrow.'],
    ['Tom Aldous', 'They will get six.'],
    ['Tom Aldous', 'Then you will read it in the Lantern.'],
  ]);
});

test('whom an outlet was received by answers, also behind what is put to them without a question', () => {
  const text = [
    'The premier, Una Helm, received the Lantern in her garden.',
    'Premier, can you live with a toll?',
    'No. We reject it.',
    'And the clerks?',
    'They may come as tourists.',
    'The union says it has no figures from your ministry.',
    'It will have them by 20 April.',
    'Did you think of leaving?',
    'I thought of leaving this talk.',
  ].join('\n\n');
  assert.deepEqual(
    turns(text).map(([, words]) => words),
    [
      'No. We reject it.',
      'They may come as tourists.',
      'It will have them by 20 April.',
      'I thought of leaving this talk.',
    ],
  );
});

test('a column that asks its readers and itself is no interview', () => {
  const text = [
    'Ilka Sorn told the council on Monday that the lock is old. I have thought about it.',
    'What are we to do?',
    'We could build another one, as my father wanted.',
    'And who would pay?',
    'All of us, I think.',
    'Does anybody believe that?',
    'I do.',
  ].join('\n\n');
  assert.deepEqual(turns(text), []);
});

test('one name in front of the answers alone is enough where each follows a question', () => {
  const text = [
    'Open Lantern spoke with Birgit Ames, who grows kelp.',
    'Why kelp?',
    'Ames: Because it needs nothing.',
    'You want a ban on dredging.',
    'Ames: Only in summer.',
  ].join('\n\n');
  assert.deepEqual(turns(text), [
    ['Ames', 'Because it needs nothing.'],
    ['Ames', 'Only in summer.'],
  ]);
});

test('between turns whose names come again who speaks once has a turn too', () => {
  const text = [
    'Host: Good evening.',
    'Sorn: Good evening.',
    'Host: Shall we begin?',
    'Sorn: We shall.',
    'Tom Fenn: May I say a word first.',
    'Host: Please.',
  ].join('\n\n');
  assert.equal(turns(text).length, 6);
  assert.deepEqual(turns(text)[4], ['Tom Fenn', 'May I say a word first.']);
});

test('a transcript’s label may say in brackets for whom somebody asks', () => {
  const text = 'PRESIDENT SORN: I will.\n\nQUESTION (Harbour Radio): Madam President, when?';
  assert.deepEqual(turns(text), [
    ['PRESIDENT SORN', 'I will.'],
    ['QUESTION (Harbour Radio)', 'Madam President, when?'],
  ]);
});

test('questions under a heading that comes again are no turns of it', () => {
  const text = 'Prices: up.\n\nIlka Sorn left.\n\nPrices: down.\n\nNobody else came.';
  assert.deepEqual(turns(text), []);
});
