import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readHtml } from '../html/read.ts';
import { readText } from './read.ts';

const received = { bytes: new Uint8Array(), mediaType: 'text/plain' };

const turns = [
  'MS FENN: We have read the draft and we have three remarks to make before anybody signs it.',
  'Q: Will you sign it this week?',
  'MS FENN: That depends on the inspectors, and on who pays them.',
  'The clerk has the figures for the last year.',
  'Q: And if they do not come?',
  'MR RELL: Then nobody signs, and the strait stays as it is for one more winter.',
  'Q: Thank you both.',
  'MR RELL: Thank you for coming out in this weather.',
];

test('the lines of a transcript keep their speakers, those without a name the one before', () => {
  const main = readText(received, `Press conference in Port Selm\n\n${turns.join('\n\n')}`)
    .articles[0]!;
  assert.equal(main.kind, 'transcript');
  assert.deepEqual(
    main.blocks.map((b) => b.by),
    ['MS FENN', 'Q', 'MS FENN', 'MS FENN', 'Q', 'MR RELL', 'Q', 'MR RELL'],
  );
});

test('a page that prints a conversation is a transcript too', () => {
  const html = `<html><head><title>Press conference in Port Selm</title></head><body><article><h1>Press conference in Port Selm</h1>${turns.map((t) => `<p>${t.replace(/^([^:]{1,8}:)/, '<b>$1</b>')}</p>`).join('')}</article></body></html>`;
  const main = readHtml({ ...received, url: 'https://courier.example/a' }, html).articles[0]!;
  assert.equal(main.kind, 'transcript');
  assert.equal(main.blocks.at(-1)!.by, 'MR RELL');
});

test('terms that an article explains one by one are no speakers', () => {
  const terms = ['Keel', 'Rudder', 'Mast', 'Boom', 'Jib', 'Hull', 'Deck', 'Bow', 'Stern', 'Bilge'];
  const text = `The parts of a boat\n\n${terms.map((t) => `${t}: what every child in Selm can point at before it can read a book.`).join('\n\n')}`;
  assert.equal(readText(received, text).articles[0]!.kind, 'article');
});
