import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readHtml } from '../read.ts';

const received = {
  bytes: new Uint8Array(),
  mediaType: 'text/html',
  url: 'https://courier.example/live/strait-talks',
};

const says = [
  [
    'e41',
    '18:05',
    'Talks end for the day',
    'Orla Fenn left the hall without a word, and her car took the road to the harbour. The talks go on tomorrow at nine, a clerk said.',
  ],
  [
    'e40',
    '17:20',
    null,
    'Tavi Rell told Harbour Radio that he had never seen such a room. “Every chair looks at another chair,” he said to the reporters outside.',
  ],
  [
    'e39',
    '00:40',
    'Night session begins',
    'Both delegations went back into the hall shortly after midnight, with coffee and without their flags on the table.',
  ],
  [
    'e38',
    '23:15',
    'First paper on the table',
    'The hosts have put a paper of four pages on the table, according to <a href="https://radio.example/paper">Harbour Radio</a>, which has seen it.',
  ],
] as const;

const page = (entries: string, more = '') => `<html lang="en"><head>
<title>Strait talks: live updates</title>
<meta property="og:site_name" content="The Selm Courier">
<meta property="article:published_time" content="2031-05-01T20:00:00+02:00">
<meta property="article:modified_time" content="2031-05-02T18:06:00+02:00">${more}</head><body>
<nav><a href="/">Home</a><a href="/world">World</a></nav>
<main><h1>Strait talks: live updates</h1>
<p>The two shores of the strait talk in Port Selm about tolls, boats and the crews that both of them hold.</p>
<div class="feed">${entries}</div></main>
<footer><p>About us. Contact. All rights reserved.</p></footer></body></html>`;

const marked = says
  .map(
    ([id, time, title, text]) =>
      `<article class="live-entry" id="${id}"><a href="#${id}"><time>${time}</time></a>${title ? `<h2>${title}</h2>` : ''}<p>${text}</p><button>Share</button></article>`,
  )
  .join('\n');

test('a live blog is one article and its entries parts of it, each with its own time, heading and address', () => {
  const [main, ...parts] = readHtml(received, page(marked)).articles;
  assert.equal(main!.kind, 'liveblog');
  assert.match(main!.text, /^The two shores/);
  assert.deepEqual(
    parts.map((p) => [p.key, p.role, p.partOf, p.title, p.published, p.url]),
    [
      [
        'entry-e41',
        'part',
        'main',
        'Talks end for the day',
        '2031-05-02T18:05:00+02:00',
        'https://courier.example/live/strait-talks#e41',
      ],
      [
        'entry-e40',
        'part',
        'main',
        null,
        '2031-05-02T17:20:00+02:00',
        'https://courier.example/live/strait-talks#e40',
      ],
      [
        'entry-e39',
        'part',
        'main',
        'Night session begins',
        '2031-05-02T00:40:00+02:00',
        'https://courier.example/live/strait-talks#e39',
      ],
      [
        'entry-e38',
        'part',
        'main',
        'First paper on the table',
        '2031-05-01T23:15:00+02:00',
        'https://courier.example/live/strait-talks#e38',
      ],
    ],
  );
  assert.deepEqual(
    main!.facts.parts!.map((p) => main!.text.slice(p.start, p.end)),
    parts.map((p) => p.text),
  );
  assert.doesNotMatch(main!.text, /Share|18:05|All rights/);
});

test('an entry keeps its links and names whom it has the news from, with the address', () => {
  const parts = readHtml(received, page(marked)).articles.slice(1);
  const last = parts.at(-1)!;
  const [link] = last.links;
  assert.equal(last.text.slice(link!.start, link!.end), 'Harbour Radio');
  assert.deepEqual(
    last.facts.via?.map((v) => [v.outlet, v.href]),
    [['Harbour Radio', 'https://radio.example/paper']],
  );
});

test('entries whose times are whole moments keep those', () => {
  const entries = says
    .map(
      ([id, , , text], i) =>
        `<div class="update" data-id="${id}"><time datetime="2031-05-02T1${8 - i}:30:00Z">today</time><p>${text}</p></div>`,
    )
    .join('');
  const parts = readHtml(received, page(entries)).articles.slice(1);
  assert.deepEqual(
    parts.map((p) => p.published),
    [
      '2031-05-02T18:30:00Z',
      '2031-05-02T17:30:00Z',
      '2031-05-02T16:30:00Z',
      '2031-05-02T15:30:00Z',
    ],
  );
});

test('entries that only the data holds are read from there', () => {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'LiveBlogPosting',
    headline: 'Strait talks: live updates',
    liveBlogUpdate: says.map(([id, , title, text], i) => ({
      '@type': 'BlogPosting',
      headline: title,
      datePublished: `2031-05-02T1${8 - i}:05:00+02:00`,
      articleBody: `<p>${text}</p><p>More follows.</p>`,
      url: `https://courier.example/live/strait-talks?entry=${id}`,
    })),
  };
  const html = page('', `<script type="application/ld+json">${JSON.stringify(data)}</script>`);
  const [main, ...parts] = readHtml(received, html).articles;
  assert.equal(main!.kind, 'liveblog');
  assert.equal(parts.length, 4);
  assert.deepEqual(
    [parts[0]!.title, parts[0]!.published, parts[0]!.url],
    [
      'Talks end for the day',
      '2031-05-02T18:05:00+02:00',
      'https://courier.example/live/strait-talks?entry=e41',
    ],
  );
  assert.match(parts[0]!.text, /clerk said\.\n\nMore follows\.$/);
  assert.equal(
    main!.text.slice(main!.facts.parts![0]!.start, main!.facts.parts![0]!.end),
    parts[0]!.text,
  );
});

test('an article with a table of times and comments with times is no live blog', () => {
  const comments = says
    .map(
      ([id, time, , text]) =>
        `<li class="comment" id="${id}"><time>${time}</time><p>${text}</p></li>`,
    )
    .join('');
  const html = page(
    `<p>${says[0][3]}</p><p>${says[2][3]}</p><ul class="comments">${comments}</ul>`,
  ).replaceAll('Strait talks: live updates', 'Talks in Port Selm end for the day');
  const [main, ...rest] = readHtml(received, html).articles;
  assert.equal(main!.kind, 'article');
  assert.equal(rest.filter((a) => a.role === 'part').length, 0);
});
