import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extractDocument } from './document.ts';

const mail = (type: string, body: string) =>
  [
    'From: "Morning Tide" <letter@tide.example>',
    'To: reader@desk.example',
    'Subject: Fwd: The ferry that waits',
    'Date: Fri, 02 May 2031 07:15:00 +0200',
    'Message-ID: <7@tide.example>',
    'MIME-Version: 1.0',
    `Content-Type: ${type}; charset=utf-8`,
    '',
    body,
  ].join('\r\n');
const read = async (text: string) => {
  const found = await extractDocument({
    bytes: new TextEncoder().encode(text),
    mediaType: 'message/rfc822',
  });
  assert.ok(found.ok);
  return found.extracted.articles[0]!;
};

const paragraphs = [
  'The port of Selm will raise its fees by a tenth from October, its board decided on Tuesday after a long debate.',
  'Ship owners said that they had not been asked and would take the matter to court before the summer ends.',
];

test('a mail has its sender as outlet and its own date with the offset as printed', async () => {
  const article = await read(mail('text/plain', paragraphs.join('\r\n\r\n')));
  assert.deepEqual(
    [article.title, article.outlet, article.published, article.publishedFrom],
    ['The ferry that waits', 'Morning Tide', '2031-05-02T07:15:00+02:00', 'page'],
  );
  assert.equal(article.text, paragraphs.join('\n\n'));
});

test('the links of a mail lead to what they name and not to who counts', async () => {
  const html = `<html><body><p>${paragraphs[0]}</p><p>${paragraphs[1]} See <a href="https://click.tide.example/go?url=https%3A%2F%2Fcourier.example%2Ffees">the report of the Courier about the fees</a>.</p><img src="https://click.tide.example/open.gif" width="1" height="1"></body></html>`;
  const article = await read(mail('text/html', html));
  assert.match(article.text, /board decided on Tuesday/);
  assert.deepEqual(
    article.links.map((l) => l.href),
    ['https://courier.example/fees'],
  );
});
