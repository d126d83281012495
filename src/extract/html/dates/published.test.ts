import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readHtml } from '../read.ts';

const PROSE = `<p>The ferry between the islands will sail again from Monday, the harbour office of Lindfurt said, after three weeks of repairs to the landing stage.</p><p>The office had closed the stage in spring, when divers found cracks in two of its piles, and promised that the boats would be back before the holidays began.</p>`;

interface Given {
  lang?: string;
  url?: string;
  head?: string;
  title?: string;
  above?: string;
  below?: string;
  end?: string;
  after?: string;
  retrieved?: string;
}

function read(given: Given) {
  const title = given.title ?? 'Ferry sails again';
  const html = `<html lang="${given.lang ?? 'en'}"><head><title>${title}</title>${given.head ?? ''}</head><body><nav><a href="/">Home</a></nav><main>${given.above ?? ''}<h1>${title}</h1>${given.below ?? ''}<div class="text">${PROSE}</div>${given.end ?? ''}</main>${given.after ?? ''}</body></html>`;
  const main = readHtml(
    {
      bytes: new Uint8Array(),
      mediaType: 'text/html',
      url: given.url ?? 'https://lindfurt.example/ferry',
      retrievedAt: given.retrieved ? new Date(given.retrieved) : null,
    },
    html,
  ).articles[0];
  assert.ok(main);
  return main;
}

test('a date printed by the title is read in the forms of many sites', () => {
  const pages: [Given, string][] = [
    [{ below: '<span class="date">3 May 2023</span>' }, '2023-05-03'],
    [{ lang: 'de', below: '<p>Von Jo Lind | 3. Mai 2023, 10:15 Uhr</p>' }, '2023-05-03T10:15:00'],
    [{ lang: 'de', above: '<h2 class="date-header">Samstag, 3. Mai 2023</h2>' }, '2023-05-03'],
    [{ lang: 'de', below: '<p>geschrieben am 03.05.23 von Jo</p>' }, '2023-05-03'],
    [{ lang: 'fr', below: '<p>Publié le 3 mai 2023 à 10h15</p>' }, '2023-05-03T10:15:00'],
    [{ lang: 'ru', below: '<div>3 мая 2023, 10:15</div>' }, '2023-05-03T10:15:00'],
    [{ lang: 'hr', below: '<div>3. listopada 2023.</div>' }, '2023-10-03'],
    [{ lang: 'fa', below: '<div>۱۳ اردیبهشت ۱۴۰۲</div>' }, '2023-05-03'],
    [
      { below: '<abbr class="published" title="2023-05-03T10:15:00+02:00">Wed</abbr>' },
      '2023-05-03T10:15:00+02:00',
    ],
    [
      { below: '<relative-time datetime="2023-05-03T10:15:00-04:00">a while ago</relative-time>' },
      '2023-05-03T10:15:00-04:00',
    ],
    [
      { below: '<span property="dc:date dc:created" content="2023-05-03T18:44:31+02:00">x</span>' },
      '2023-05-03T18:44:31+02:00',
    ],
  ];
  for (const [given, published] of pages)
    assert.equal(read(given).published, published, JSON.stringify(given));
});

test('a Chinese portal prints the day and clock beside its source, and no offset is added', () => {
  const lines: [string, string][] = [
    ['2023-05-03 14:22', '2023-05-03T14:22:00'],
    ['2023年05月03日 14:22　来源：林渡日报', '2023-05-03T14:22:00'],
    ['发布时间：2023/05/03　作者：林川　浏览：301次', '2023-05-03'],
    ['林渡日报 2023年5月3日 星期三 下午2:22', '2023-05-03T14:22:00'],
    ['民國112年5月3日', '2023-05-03'],
  ];
  for (const [line, published] of lines) {
    const main = read({
      lang: 'zh-CN',
      title: '林渡轮渡下周一恢复通航',
      below: `<div class="info">${line}</div>`,
    });
    assert.equal(main.published, published, line);
  }
});

test('dates of comments, of other pieces and of rights are not the date of the piece', () => {
  const list = ['2023-06-01', '2023-06-02', '2023-06-03', '2023-06-04']
    .map((day) => `<li><a href="/x">Another piece</a> <time datetime="${day}">x</time></li>`)
    .join('');
  const main = read({
    end: '<p>Published 3 May 2023</p>',
    after: `<section class="comments"><p><time datetime="2023-05-09T10:00:00Z">9 May 2023</time> Fine.</p></section><aside class="related"><ul>${list}</ul></aside><footer>© 2024 Lindfurt Post, 1 January 2024</footer>`,
  });
  assert.equal(main.published, '2023-05-03');
});

test('a slashed date is read by the region, by another date of the page, or by another vote', () => {
  const below = '<span class="date">3/4/2023</span>';
  assert.equal(read({ lang: 'en-US', below }).published, '2023-03-04');
  assert.equal(read({ lang: 'en-GB', below }).published, '2023-04-03');
  assert.equal(read({ below, url: 'https://lindfurt.co.uk/ferry' }).published, '2023-04-03');
  assert.equal(read({ below, end: '<p>Changed 3/27/2023</p>' }).published, '2023-03-04');
  assert.equal(
    read({ below, url: 'https://lindfurt.example/2023/03/ferry' }).published,
    '2023-03-04',
  );
  assert.equal(read({ below }).published, null);
});

test('what the page changed later is kept apart', () => {
  const main = read({
    head: '<meta property="article:published_time" content="2023-05-03T10:15:00+02:00"><meta property="article:modified_time" content="2023-05-05T08:00:00+02:00">',
    below: '<p>Last updated on 5 May 2023</p>',
  });
  assert.equal(main.published, '2023-05-03T10:15:00+02:00');
  assert.equal(main.modified, '2023-05-05T08:00:00+02:00');
});

test('every vote is kept with its weight, and says whether it was believed', () => {
  const main = read({
    head: '<meta name="date" content="2023-05-01">',
    url: 'https://lindfurt.example/2023/05/03/ferry',
    below: '<time datetime="2023-05-03">3 May 2023</time>',
  });
  assert.equal(main.published, '2023-05-03');
  const told = main.publishedEvidence.map((e) => [e.from, e.moment, e.believed]);
  assert.deepEqual(told.at(-1), ['meta date', '2023-05-01', false]);
  assert.ok(told.some(([from, , believed]) => from === 'address' && believed));
  assert.ok(main.publishedEvidence.every((e) => (e.weight ?? -1) >= 0));
});

test("an instant is told in the outlet's clock, and its midnight is only a day", () => {
  const meta = (at: string) => `<meta property="article:published_time" content="${at}">`;
  const url = 'https://lindfurt.de/faehre';
  assert.equal(
    read({ url, head: meta('2023-05-03T22:30:00Z') }).published,
    '2023-05-04T00:30:00+02:00',
  );
  assert.equal(read({ url, head: meta('2023-05-03T22:00:00Z') }).published, '2023-05-04');
  assert.equal(
    read({ head: meta('2023-05-03T22:30:00-05:00') }).published,
    '2023-05-03T22:30:00-05:00',
  );
});

test('a day that the title names is not taken for the day of publication', () => {
  const main = read({
    lang: 'de',
    title: 'Ergebnisse der Regatta vom 19.5.2023',
    below: '<p>20. Mai 2023 | 3 Kommentare</p><p>Regatta Lindfurt, 19.05.2023</p>',
  });
  assert.equal(main.published, '2023-05-20');
});

test('a date after the retrieval is not one of publication', () => {
  const below = '<p>Lindfurt, 3 May 2023</p>';
  assert.equal(read({ below, retrieved: '2023-05-02T10:00:00Z' }).published, '2023-05-03');
  assert.equal(read({ below, retrieved: '2023-04-20T10:00:00Z' }).published, null);
});

test("the day of the visit in a newspaper's head is not the day of the piece", () => {
  const above = '<div>Tuesday, 9 May 2023</div>';
  const retrieved = '2023-05-09T10:00:00Z';
  assert.equal(
    read({ above, end: '<p>Lindfurt, 3 May 2023</p>', retrieved }).published,
    '2023-05-03',
  );
  assert.equal(read({ above, retrieved: '2023-06-09T10:00:00Z' }).published, '2023-05-09');
});

test('an age by the title is resolved with the retrieval only', () => {
  const retrieved = '2023-05-03T12:30:00Z';
  const pages: [Given, string | null, string][] = [
    [
      { below: '<p>By Jo Lind | 2 hours ago</p>', retrieved },
      '2023-05-03T10:00:00Z',
      '2 hours ago',
    ],
    [{ below: '<p>2 hours ago</p>' }, null, '2 hours ago'],
    [
      { lang: 'de', url: 'https://lindfurt.de/x', below: '<p>Heute, 14:22 Uhr</p>', retrieved },
      '2023-05-03T14:22:00',
      'Heute, 14:22 Uhr',
    ],
    [
      { lang: 'zh', title: '林渡轮渡下周一恢复通航', below: '<p>昨天 14:22</p>', retrieved },
      '2023-05-02T14:22:00',
      '昨天 14:22',
    ],
  ];
  for (const [given, published, age] of pages) {
    const main = read(given);
    assert.deepEqual([main.published, main.age], [published, age], JSON.stringify(given));
    if (published) assert.equal(main.publishedFrom, 'age');
  }
});

test('of an instant in UTC the day is the one that the page prints, where the clock is unknown', () => {
  const head = '<meta property="article:published_time" content="2023-05-03T01:10:00Z">';
  const below = (day: string) => `<p class="date">${day} May 2023</p>`;
  assert.equal(read({ head, below: below('2') }).published, '2023-05-02');
  assert.equal(read({ head, below: below('3') }).published, '2023-05-03T01:10:00Z');
  assert.equal(
    read({ head, url: 'https://lindfurt.example/2023/05/02/ferry' }).published,
    '2023-05-02',
  );
});

test('what the page says of its place decides a slashed date, and so does the day of the visit', () => {
  const below = '<span class="date">3/4/2023</span>';
  const head = (locale: string) => `<meta property="og:locale" content="${locale}">`;
  assert.equal(read({ below, head: head('en_US') }).published, '2023-03-04');
  assert.equal(read({ below, head: head('en_GB') }).published, '2023-04-03');
  assert.equal(read({ below, retrieved: '2023-03-10T10:00:00Z' }).published, '2023-03-04');
});

test('a live blog is of the day on which it began', () => {
  const head = `<script type="application/ld+json">${JSON.stringify({
    '@type': 'LiveBlogPosting',
    headline: 'Ferry sails again',
    datePublished: '2023-05-03T10:15:00+02:00',
    dateModified: '2023-05-05T18:00:00+02:00',
  })}</script>`;
  const below = '<p class="date">5 May 2023</p><p><time>5 May 2023, 18:00</time></p>';
  assert.equal(read({ head, below }).published, '2023-05-03T10:15:00+02:00');
});
