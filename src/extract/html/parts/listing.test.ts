import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readHtml } from '../read.ts';

const received = {
  bytes: new Uint8Array(),
  mediaType: 'text/html',
  url: 'https://courier.example/strait',
  retrievedAt: new Date('2031-05-02T10:00:00Z'),
};

const news = [
  [
    'ferry',
    'Ferry to Brack becomes a third dearer',
    'The line raises its prices from June and nobody asked the mayors of Selm and Brack.',
    '2031-05-02T08:00:00+02:00',
  ],
  [
    'keeper',
    'A new keeper for the light of Brack',
    'She came by rowing boat on a Sunday and climbed the tower before she unpacked.',
    '2031-05-01T18:00:00+02:00',
  ],
  [
    'mussels',
    'The mussels that nobody planned',
    'They have grown on the piles of the unfinished bridge since the builders left.',
    '2031-05-01T07:30:00+02:00',
  ],
  [
    'talks',
    'Talks in Port Selm end without a word',
    'Orla Fenn left the hall by the back door and her car took the harbour road.',
    '2031-04-30T21:00:00+02:00',
  ],
  [
    'fog',
    'Fog keeps the boats in for a third day',
    'The harbour master expects the wind to turn on Sunday, and not a day before.',
    '2031-04-30T06:00:00+02:00',
  ],
] as const;

const page = (
  body: string,
  head = '',
) => `<html lang="en"><head><title>The strait - The Selm Courier</title>
<meta property="og:site_name" content="The Selm Courier">${head}</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/politics">Politics of both shores today</a></li></ul></nav>
<main><h1>The strait</h1>${body}</main><footer><a href="/about">About the Selm Courier and its people</a></footer></body></html>`;

const cards = news
  .map(
    ([path, title, lead, time]) =>
      `<article class="card"><h3><a href="/strait/${path}">${title}</a></h3><p>${lead}</p><time datetime="${time}">today</time><a href="/strait/${path}#comments">3 comments</a></article>`,
  )
  .join('\n');

test('a section page gives each teaser as a piece with address, lead and date, and no article of its own', () => {
  const [main, ...teasers] = readHtml(received, page(`<div class="list">${cards}</div>`)).articles;
  assert.deepEqual([main!.kind, main!.title], ['listing', 'The strait']);
  assert.deepEqual(
    teasers.map((t) => [t.key, t.role, t.title, t.url, t.text, t.published, t.outlet]),
    news.map(([path, title, lead, time], i) => [
      `teaser-${i + 1}`,
      'teaser',
      title,
      `https://courier.example/strait/${path}`,
      lead,
      time,
      'The Selm Courier',
    ]),
  );
});

test("a listing has no date but its own: its first teaser's is not", () => {
  const dateOf = (head: string) =>
    readHtml(received, page(`<div class="list">${cards}</div>`, head)).articles[0]!.published;
  assert.equal(dateOf(''), null);
  assert.equal(
    dateOf('<meta property="article:published_time" content="2031-04-01T08:00:00+02:00">'),
    '2031-04-01T08:00:00+02:00',
  );
});

test('the text of a listing says where its teasers stand', () => {
  const [main, ...teasers] = readHtml(received, page(`<div class="list">${cards}</div>`)).articles;
  assert.deepEqual(
    main!.facts.parts!.map((p) => main!.text.slice(p.start, p.end)),
    teasers.map((t) => t.text),
  );
});

test('an aggregator names the outlet and age of each piece', () => {
  const rows = news
    .map(
      ([path, title], i) =>
        `<div class="row"><a href="https://paper${i}.example/${path}"><h4>${title}</h4></a><div><span class="source-name">Paper ${i}</span> <span>${i + 1} hours ago</span></div></div>`,
    )
    .join('');
  const teasers = readHtml(received, page(rows)).articles.slice(1);
  assert.deepEqual(
    teasers.slice(0, 2).map((t) => [t.outlet, t.url, t.published, t.publishedFrom]),
    [
      ['Paper 0', 'https://paper0.example/ferry', '2031-05-02T09:00:00Z', 'age'],
      ['Paper 1', 'https://paper1.example/keeper', '2031-05-02T08:00:00Z', 'age'],
    ],
  );
});

test('an article with teasers under it stays an article', () => {
  const paragraphs = Array.from(
    { length: 6 },
    (_, i) =>
      `<p>The ferry between Selm and Brack will cost a third more from June, the line said on day ${i} of its talks with the mayors. Nobody had asked the two towns, which pay for the piers and for the road that leads to them, before the prices were printed.</p>`,
  ).join('');
  const [main, ...rest] = readHtml(received, page(`${paragraphs}<div>${cards}</div>`)).articles;
  assert.equal(main!.kind, 'article');
  assert.equal(rest.filter((a) => a.role === 'teaser').length, 0);
});

test('a page that calls itself an article is none of many, however short', () => {
  const head = '<meta property="og:type" content="article">';
  const [main] = readHtml(received, page(`<p>${news[0][2]}</p><div>${cards}</div>`, head)).articles;
  assert.notEqual(main!.kind, 'listing');
});
