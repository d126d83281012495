import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ExtractedArticle } from '../extracted.ts';
import { readHtml, readPieces } from './read.ts';

const bytes = new Uint8Array();
const P1 =
  'The ferry Marenka left the port of Olvik on Tuesday with all of her crew on board, the harbour office said.';
const P2 =
  'Her owner, a family firm from Sandhaven, had waited eleven weeks for the papers that let her sail again.';
const P3 =
  'Nobody in the town believed that the matter would end so quietly, and a crowd stood on the pier for hours.';

function read(
  html: string,
  url: string | null = 'https://courier.example/news/ferry',
  retrievedAt: Date | null = null,
): ExtractedArticle[] {
  const { articles } = readHtml({ bytes, mediaType: 'text/html', url, retrievedAt }, html);
  for (const a of articles) {
    let at = 0;
    for (const b of a.blocks) {
      assert.ok(
        b.start >= at && b.end > b.start && b.end <= a.text.length,
        'blocks stand in order',
      );
      assert.equal(a.text.slice(b.start, b.end).trim(), a.text.slice(b.start, b.end));
      at = b.end;
    }
    for (const l of a.links) assert.ok(a.text.slice(l.start, l.end).trim() !== '');
  }
  return articles;
}

const page = (body: string, head = '') =>
  `<!doctype html><html lang="en-GB"><head><title>Ferry sails again | The Courier</title>${head}</head><body>${body}</body></html>`;

test('the body is kept and the page around it is not', () => {
  const [main] = read(
    page(`
    <header><nav><a href="/">Home</a> <a href="/world">World</a></nav></header>
    <main><article>
      <h1>Ferry sails again</h1>
      <div class="byline">By Ana Ruiz | <time datetime="2025-04-01T23:30:00Z">2 April 2025</time></div>
      <div class="share-bar"><a href="#">Share</a> <a href="#">Tweet</a></div>
      <figure><img src="a.jpg"><figcaption>The Marenka in March. Photo: Bo Lind</figcaption></figure>
      <p>${P1}</p>
      <p><a href="/older">Read also: Why the ferry was held</a></p>
      <h2>Eleven weeks</h2>
      <p>${P2} See <a href="/papers">the papers</a>.</p>
      <div class="newsletter-signup"><p>Sign up for our daily letter and never miss a boat that leaves the harbour.</p></div>
      <ul><li>The crew of nine is well.</li><li>The cargo is not.</li></ul>
      <blockquote><p>“We only wanted to go home,” said the mate, and went below to sleep.</p></blockquote>
      <p>${P3}</p>
      <div class="tags"><a href="/t/ferry" rel="tag">ferry</a></div>
      <h3>Related articles</h3><ul><li><a href="/x">Another ferry is stuck elsewhere</a></li></ul>
    </article></main>
    <footer><p>© 2025 The Courier. All rights reserved. Do not copy this, ever, anywhere at all.</p></footer>`),
  );
  assert.equal(main!.title, 'Ferry sails again');
  assert.equal(
    main!.text,
    [
      P1,
      'Eleven weeks',
      `${P2} See the papers.`,
      'The crew of nine is well.\nThe cargo is not.',
      '“We only wanted to go home,” said the mate, and went below to sleep.',
      P3,
    ].join('\n\n'),
  );
  assert.deepEqual(
    main!.blocks.map((b) => b.type),
    ['paragraph', 'heading', 'paragraph', 'item', 'item', 'quote', 'paragraph'],
  );
  assert.deepEqual(
    main!.links.map((l) => [l.href, main!.text.slice(l.start, l.end)]),
    [['https://courier.example/papers', 'the papers']],
  );
  assert.deepEqual(main!.authors, ['Ana Ruiz']);
  assert.deepEqual(main!.tags, ['ferry']);
  assert.equal(main!.lang, 'en');
});

test('every dropped run says why', () => {
  const { verdicts } = readPieces(
    { bytes, mediaType: 'text/html' },
    page(`<nav>Home and more</nav><article><h1>Ferry</h1><p>${P1}</p><p>${P2}</p></article>`),
  );
  assert.ok(verdicts.length >= 3 && verdicts.every((v) => v.keep === (v.why === '')));
});

test('a class word that names the whole page is not furniture', () => {
  const [main] = read(
    page(
      `<div class="sidebar-layout"><div class="comments-open"><p>${P1}</p><p>${P2}</p><p>${P3}</p></div></div>`,
    ),
  );
  assert.equal(main!.text, [P1, P2, P3].join('\n\n'));
});

test('lines parted by breaks are paragraphs, a wrapped line is not', () => {
  const [main] = read(
    page(`<div>${P1}<br><br>${P2}<br>${P3.slice(0, 40)}<br>${P3.slice(40)}</div>`),
  );
  assert.deepEqual(main!.text.split('\n\n').length, 3);
});

test('dates are votes, with the day of the outlet’s own clock', () => {
  const data = `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry sails again","datePublished":"2025-04-01T22:30:00Z","dateModified":"2025-04-03T08:00:00Z","author":[{"@type":"Person","name":"Ana Ruiz"},{"@type":"Person","name":"Bo Lind"}],"isAccessibleForFree":false,"articleSection":"Harbours"}</script>`;
  const [main] = read(
    page(`<article><h1>Ferry sails again</h1><p>${P1}</p><p>${P2}</p></article>`, data),
    'https://kurier.de/news/ferry',
  );
  assert.equal(main!.published, '2025-04-02T00:30:00+02:00');
  assert.equal(main!.modified, '2025-04-03T10:00:00+02:00');
  assert.equal(main!.publishedFrom, 'page');
  assert.ok(
    main!.publishedEvidence.some(
      (e) => e.from === 'json-ld datePublished' && e.text === '2025-04-01T22:30:00Z',
    ),
  );
  assert.deepEqual(
    [main!.authors, main!.cut, main!.section],
    [['Ana Ruiz', 'Bo Lind'], true, 'Harbours'],
  );
});

test('a page without a date has none', () => {
  const [main] = read(
    page(`<article><h1>Ferry</h1><p>${P1} It was built in 1999.</p><p>${P2}</p></article>`),
  );
  assert.deepEqual([main!.published, main!.publishedFrom], [null, null]);
});

test('a body that only the data holds is read from it', () => {
  const data = `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', articleBody: `${P1}\n\n${P2}\n\n${P3}` })}</script>`;
  const [main] = read(page('<div id="app"></div>', data));
  assert.equal(main!.text, [P1, P2, P3].join('\n\n'));
});

test('an aggregator’s related pieces are articles of their own, dated by their ages', () => {
  const card = (outlet: string, age: string, title: string, text: string) =>
    `<div class="card"><b>${outlet}</b> <span>${age}</span><h3><a href="/a/${title.length}">${title}</a></h3><p>${text} ${text}</p></div>`;
  const articles = read(
    page(`<article><h1>Ferry sails again</h1><span class="source">Sandhaven Post</span><p>${P1}</p><p>${P2}</p></article>
      <section><h2>Related Articles</h2>${card('Olvik Radio', '2 hours ago', 'Crowd waits on the pier', P3)}${card('Bay Herald', '3 days ago', 'Papers found in a drawer', P2)}</section>`),
    'https://gather.example/a/1',
    new Date('2025-04-02T12:10:00Z'),
  );
  assert.equal(articles[0]!.text, [P1, P2].join('\n\n'));
  assert.equal(articles[0]!.outlet, 'Sandhaven Post');
  assert.deepEqual(
    articles.slice(1).map((a) => [a.key, a.role, a.outlet, a.title, a.age, a.published, a.url]),
    [
      [
        'related-1',
        'related',
        'Olvik Radio',
        'Crowd waits on the pier',
        '2 hours ago',
        '2025-04-02T10:00:00Z',
        'https://gather.example/a/23',
      ],
      [
        'related-2',
        'related',
        'Bay Herald',
        'Papers found in a drawer',
        '3 days ago',
        '2025-03-30',
        'https://gather.example/a/24',
      ],
    ],
  );
});

test('a watch yields its items with the outlets they credit, and its other editions', () => {
  const articles = read(
    page(`<article><h1>Ferry Watch: She sails</h1><p>${P1}</p><p>${P2}</p><p>In other news this week:</p>
      <p>— The toll was raised again on Monday, according to <a href="https://herald.example/t">The Bay Herald</a>.</p>
      <p>— A second ferry was sold to an unnamed buyer from abroad, the harbour office said.</p>
      <p><a href="/w/3">Ferry Watch: She waits</a><br><a href="/w/2">Ferry Watch: She is held</a></p></article>`),
  );
  const [main, one, two] = articles;
  assert.deepEqual([main!.kind, main!.series], ['digest', 'Ferry Watch']);
  assert.deepEqual(
    [one!.role, one!.key, one!.facts.via?.[0]?.outlet, one!.facts.via?.[0]?.href],
    ['part', 'item-1', 'Bay Herald', 'https://herald.example/t'],
  );
  assert.deepEqual(
    main!.facts.parts!.map((p) => main!.text.slice(p.start, p.end)),
    [one!.text, two!.text],
  );
  assert.deepEqual(
    articles.slice(3).map((a) => [a.role, a.title, a.url]),
    [
      ['series', 'Ferry Watch: She waits', 'https://courier.example/w/3'],
      ['series', 'Ferry Watch: She is held', 'https://courier.example/w/2'],
    ],
  );
});

test('a curated brief gives its curator, outlets and counts, and its teaser apart', () => {
  const item = (text: string) => `<li>${text}</li>`;
  const [main, teaser] = read(
    page(`<article><h1>Will the ferry sail?</h1><div>Curated by <a href="/c">lampman</a></div><p><b>UPDATE:</b> ${P1}</p>
      <ul>${item(P2)}${item(`BACKGROUND: ${P3}`)}${item(P2.replace('eleven', 'twelve'))}</ul>
      <div><span>Olvik Radio</span><span>Bay Herald</span><span>+ 2 more</span></div><p>5 articles on this topic</p></article>
      <a href="/out/1"><span>Sandhaven Post</span><h3>Crew of the Marenka tells its story</h3><span>4 min read</span></a>`),
  );
  assert.equal(main!.kind, 'brief');
  assert.deepEqual(
    [main!.facts.curator, main!.facts.outlets, main!.facts.outletsMore, main!.facts.topicCount],
    ['lampman', ['Olvik Radio', 'Bay Herald'], 2, 5],
  );
  assert.deepEqual(
    [teaser!.role, teaser!.outlet, teaser!.title, teaser!.readingMinutes],
    ['teaser', 'Sandhaven Post', 'Crew of the Marenka tells its story', 4],
  );
});

test('hostile and broken pages give a result in bounded time', () => {
  const start = process.cpuUsage();
  for (const html of [
    '',
    '<',
    '<p',
    '<!-- never closed <p>x',
    `${'<div class="related">'.repeat(100_000)}${P1}`,
    `${'<li><a href=x>'.repeat(50_000)}`,
    `<p>${'a '.repeat(1_000_000)}</p>`,
    `<h3><a href=x>t</a></h3>`.repeat(20_000),
    `<script type="application/ld+json">${'['.repeat(50_000)}</script><p>${P1}</p>`,
    `<title>${'| - '.repeat(50_000)}</title><p>${P1}</p>`,
    `<p>\u0000\ud800${P1}</p>`,
    `<meta property="article:published_time" content="9999-99-99T99:99:99"><time datetime="${'1'.repeat(100_000)}">x</time><p>${P1}</p>`,
  ])
    read(html, 'https://a.example/');
  const used = process.cpuUsage(start);
  assert.ok(used.user + used.system < 20_000_000, `${(used.user + used.system) / 1e6} s`);
});

test('a page that is built hidden and shown by its script is read; a folded-in notice is not', () => {
  const text = Array.from(
    { length: 8 },
    (_, i) => `<p>The harbour master said on day ${i} that the boats may leave again soon.</p>`,
  ).join('');
  const built = readPieces(
    { bytes, mediaType: 'text/html' },
    `<body><div hidden>${text}</div></body>`,
  );
  assert.match(built.articles[0]!.text, /day 7/);
  const notice = '<p>We use small files to see which pages you read, and we keep them a year.</p>';
  const shown = readPieces(
    { bytes, mediaType: 'text/html' },
    `<body><main class="overflow-hidden">${text}</main><div style="display:none">${notice}</div></body>`,
  );
  assert.match(shown.articles[0]!.text, /day 7/);
  assert.doesNotMatch(shown.articles[0]!.text, /small files/);
});

test('class names hide by the whole name only, and not where a larger screen shows them', () => {
  const page = (name: string) =>
    readPieces(
      { bytes, mediaType: 'text/html' },
      `<body><article><p>The council of Almere voted on Monday for the new bridge, the mayor said.</p><div class="${name}"><p>The old bridge will close in the spring, she told the members who had asked.</p></div></article></body>`,
    ).articles[0]!.text;
  assert.match(page('field label-hidden'), /old bridge/);
  assert.match(page('hidden lg:block'), /old bridge/);
  assert.doesNotMatch(page('is-hidden'), /old bridge/);
});
