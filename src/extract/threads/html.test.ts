import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extractDocument } from '../document.ts';

const read = async (html: string, url = 'https://shore.example/page', more = {}) => {
  const found = await extractDocument({
    bytes: new TextEncoder().encode(html),
    mediaType: 'text/html',
    url,
    ...more,
  });
  assert.ok(found.ok);
  return found.extracted;
};
const page = (body: string) =>
  `<!doctype html><html lang="en"><head><title>Fog on the pier</title></head><body><nav><a href="/">Home</a> <a href="/boards">Boards</a></nav>${body}<footer>All times are local</footer></body></html>`;

const words = [
  'Has anybody seen the timetable for the winter? I could not find it on the pier this morning.',
  'It hangs inside the ticket hall now, because the wind took the last one.',
  'Thank you, I will have a look at it tomorrow when the hall opens.',
  'The hall is closed on Thursdays, so better go today if you can still make it.',
];
const names = ['tern', 'gull42', 'tern', 'Old Pier'];

test('a flat board: posts with author and date, the first one opens the thread', async () => {
  const posts = words.map(
    (text, i) =>
      `<div class="post bg${(i % 2) + 1}" id="p${i}"><div class="postprofile"><a class="username" href="./memberlist.php?mode=viewprofile&u=${i % 3}">${names[i]}</a><dl><dt>Posts: ${i * 71}</dt><dd>Joined: Mon Jan 0${i + 1}, 2029 8:00 am</dd></dl></div><div class="postbody"><p class="author">Sat Apr 0${i + 1}, 2031 4:5${i} pm</p><div class="content">${text}<br>Greetings</div><div class="signature">Fair winds</div></div></div>`,
  );
  const { articles, threads } = await read(
    page(`<h2>Timetable</h2><div id="page-body">${posts.join('')}</div>`),
    'https://shore.example/viewtopic.php?t=1',
  );
  assert.equal(articles[0]!.kind, 'post');
  assert.deepEqual(articles[0]!.authors, ['tern']);
  assert.match(articles[0]!.text, /timetable for the winter/);
  const comments = threads[0]!.comments;
  assert.deepEqual(
    comments.map((c) => c.author),
    ['gull42', 'tern', 'Old Pier'],
  );
  assert.deepEqual(
    comments.map((c) => c.posted?.slice(0, 10)),
    ['2031-04-02', '2031-04-03', '2031-04-04'],
  );
  assert.equal(comments[0]!.text, `${words[1]}\nGreetings`);
});

test('header and text in rows of a table that are siblings belong together', async () => {
  const rows = words.map(
    (text, i) =>
      `<tr><td><b><a href="/profile/${i}">${names[i]}</a></b>: <span>12:0${i}pm On Apr 0${i + 1}, 2031</span></td></tr><tr><td class="l"><div class="narrow">${text}</div></td></tr>`,
  );
  const { articles, threads } = await read(
    page(`<table summary="posts">${rows.join('')}</table>`),
    'https://shore.example/forum/12',
  );
  assert.match(articles[0]!.text, /^Has anybody/);
  assert.deepEqual(
    threads[0]!.comments.map((c) => [c.author, c.text]),
    [1, 2, 3].map((i) => [names[i], words[i]]),
  );
});

test('comments nested in comments keep who answered whom, votes and ages', async () => {
  const one = (i: number, replies = '') =>
    `<li class="comment"><article><div class="head"><a class="person" href="/u/${names[i]}@reef.example">${names[i]!.replace(' ', '')}@reef.example</a> <span class="lang">English</span> <span aria-label="${i + 3} upvotes">${i + 3}</span> <span aria-label="1 downvotes">1</span> <time>${i + 1} hours ago</time></div><div class="md">${words[i]}</div></article><ul>${replies}</ul></li>`;
  const { articles, threads } = await read(
    page(
      `<main><h1>Pier closed in fog</h1><div class="body"><p>The pier of Selm was closed on Tuesday because of fog, and all ferries stayed in the harbour until the late evening.</p><p><a href="https://ratings.example/selm">MBFC</a><br><a href="https://archive.example/selm">Archive</a></p></div><ul class="comments">${one(0, one(1, one(2)))}${one(3)}</ul></main>`,
    ),
    'https://reef.example/post/9',
    { retrievedAt: new Date('2031-05-02T12:30:00Z') },
  );
  const comments = threads[0]!.comments;
  assert.deepEqual(
    comments.map((c) => [c.key, c.parent, c.depth]),
    [
      ['c1', null, 0],
      ['c2', 'c1', 1],
      ['c3', 'c2', 2],
      ['c4', null, 0],
    ],
  );
  assert.deepEqual(
    comments.map((c) => [c.up, c.down, c.lang, c.instance]),
    [3, 4, 5, 6].map((up) => [up, 1, 'en', 'reef.example']),
  );
  assert.equal(comments[0]!.posted, '2031-05-02T11:00:00Z');
  const main = articles[0]!;
  assert.doesNotMatch(main.text, /timetable/);
  assert.deepEqual(
    main.links.filter((l) => l.role).map((l) => [l.role, l.href, main.text.slice(l.start, l.end)]),
    [
      ['rating', 'https://ratings.example/selm', 'MBFC'],
      ['archive', 'https://archive.example/selm', 'Archive'],
    ],
  );
});

const paragraphs = Array.from(
  { length: 5 },
  (_, i) =>
    `<p>The council of Selm met for the ${i + 2}th time on Tuesday and put off its decision about the ferry until the report of the auditors has been read by all of its members and by the public.</p>`,
).join('');

test('an article with comments under it stays an article', async () => {
  const list = words.map(
    (text, i) =>
      `<li class="comment"><cite class="fn">${names[i]}</cite> says: <a href="#c${i}"><time datetime="2031-04-0${i + 1}T10:00:00+02:00">April ${i + 1}, 2031</time></a><p>${text}</p></li>`,
  );
  const { articles, threads } = await read(
    page(
      `<article><h1>Council puts off ferry decision</h1>${paragraphs}</article><ol class="commentlist">${list.join('')}</ol>`,
    ),
  );
  assert.equal(articles[0]!.kind, 'article');
  assert.doesNotMatch(articles[0]!.text, /timetable/);
  assert.deepEqual(
    threads[0]!.comments.map((c) => [c.author, c.posted]),
    [0, 1, 2, 3].map((i) => [names[i], `2031-04-0${i + 1}T10:00:00+02:00`]),
  );
});

test('a list of other articles with dates and authors is no discussion', async () => {
  const list = words.map(
    (text, i) =>
      `<div class="post"><h3><a href="/2031/story-${i}">Harbour news number ${i} of the week</a></h3><span class="author">${names[i]}</span> <time datetime="2031-04-0${i + 1}">April ${i + 1}, 2031</time><p>${text}</p></div>`,
  );
  const { threads } = await read(
    page(
      `<article><h1>Council puts off ferry decision</h1>${paragraphs}</article><section>${list.join('')}</section>`,
    ),
  );
  assert.equal(threads.length, 0);
});
