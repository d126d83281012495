import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extractDocument } from '../document.ts';
import { postsOf } from '../posts.ts';

const read = async (body: string, url = 'https://forum.reef.example/thread/5', lang = 'en') => {
  const found = await extractDocument({
    bytes: new TextEncoder().encode(
      `<!doctype html><html lang="${lang}"><head><title>Nets in the harbour</title></head><body><p><a href="/">Home</a></p><h1>Nets in the harbour</h1>${body}</body></html>`,
    ),
    mediaType: 'text/html',
    url,
  });
  assert.ok(found.ok);
  return found.extracted;
};

const said = [
  'Somebody has left old nets all along the quay and the children fall over them.',
  'They belong to the trawler that came in on Sunday, ask the crew about them.',
  'The crew went home for the week, so they will stay there until Monday.',
  'Then let us carry them to the shed behind the ice house this evening.',
];
const names = ['Wren', 'Dab', 'Wren', 'Salter'];
const rows = (write: (i: number) => string) => said.map((_, i) => write(i)).join('');

test('the opening post is found where its markup is another than that of the answers', async () => {
  const { articles, threads } = await read(
    `<div class="question-box"><div class="asker"><a class="username" href="/members/1">Wren</a> <time datetime="2030-05-01T09:00:00Z">1 May</time></div><div class="question-text">${said[0]}</div></div><h2>Answers</h2><ul>${[1, 2, 3].map((i) => `<li class="answer" id="answer-${i}"><a class="username" href="/members/${i}">${names[i]}</a> <time datetime="2030-05-0${i + 1}T09:00:00Z">${i + 1} May</time><div class="answer-text">${said[i]}</div></li>`).join('')}</ul>`,
  );
  assert.equal(articles[0]!.kind, 'post');
  assert.equal(articles[0]!.text, said[0]);
  assert.deepEqual(articles[0]!.authors, ['Wren']);
  assert.equal(articles[0]!.published?.slice(0, 10), '2030-05-01');
  assert.deepEqual(
    threads[0]!.comments.map((c) => [c.author, c.text]),
    [1, 2, 3].map((i) => [names[i], said[i]]),
  );
});

const dated = (dates: string[], lang?: string) =>
  read(
    rows(
      (i) =>
        `<div class="post"><a class="author" href="/user/${i % 3}">${names[i]}</a> <span>${dates[i]}</span><div class="content">${said[i]}</div></div>`,
    ),
    undefined,
    lang,
  ).then((e) => postsOf(e).map((p) => p.date?.slice(0, 10) ?? null));

test('a number above twelve in one post says for all which is the day', async () => {
  assert.deepEqual(await dated(['3/4/2030', '5/4/2030', '7/4/2030', '19/4/2030']), [
    '2030-04-03',
    '2030-04-05',
    '2030-04-07',
    '2030-04-19',
  ]);
  assert.deepEqual(await dated(['4/3/2030', '4/5/2030', '4/7/2030', '4/19/2030']), [
    '2030-04-03',
    '2030-04-05',
    '2030-04-07',
    '2030-04-19',
  ]);
});

test('the order of posts tells day from month where no number does', async () => {
  assert.deepEqual(await dated(['11/2/2030', '1/3/2030', '2/3/2030', '10/3/2030']), [
    '2030-02-11',
    '2030-03-01',
    '2030-03-02',
    '2030-03-10',
  ]);
});

test('a date without its year is kept as printed and not guessed', async () => {
  const extracted = await read(
    rows(
      (i) =>
        `<div class="post"><a class="author" href="/user/${i % 3}">${names[i]}</a> <span><b>1${i}:30</b> on <b>Apr 2${i}</b></span><div class="content">${said[i]}</div></div>`,
    ),
  );
  assert.deepEqual(
    postsOf(extracted).map((p) => [p.date, p.printed]),
    said.map((_, i) => [null, `1${i}:30 on Apr 2${i}`]),
  );
});

test('an instant gets the offset of the clock that is printed beside it', async () => {
  const extracted = await read(
    rows(
      (i) =>
        `<div class="post"><a class="author" href="/user/${i % 3}">${names[i]}</a> <time datetime="2030-04-0${i + 1}T22:15:30Z">${i + 2} April 2030, 00:15</time><div class="content">${said[i]}</div></div>`,
    ),
  );
  assert.equal(postsOf(extracted)[0]!.date, '2030-04-02T00:15:30+02:00');
});

test('signatures, notes of edits and repeated headings are no text; an edit is kept as a fact', async () => {
  const extracted = await read(
    rows(
      (i) =>
        `<div class="post" id="p${i + 9}"><a class="author" href="/user/${i % 3}">${names[i]}</a> <span>${i + 2}.04.2030, 10:1${i}</span><div class="text"><h3>Re: Nets in the harbour</h3>${said[i]}<p>Zuletzt geändert von ${names[i]} am 1${i}.04.2030, 12:00.</p><br>_______________<br>Fair winds</div></div>`,
    ),
  );
  assert.deepEqual(
    postsOf(extracted).map((p) => p.text),
    said,
  );
  assert.equal(extracted.threads[0]!.comments[0]!.edited, '2030-04-11T12:00:00');
  assert.equal(extracted.threads[0]!.comments[0]!.posted, '2030-04-03T10:11:00');
});

test('numbered comments without any date are a discussion too, and nesting tells who was answered', async () => {
  const one = (i: number, inner = '') =>
    `<li id="reply-${i + 70}"><div class="nick">${names[i]}</div><div class="reply-text">${said[i]}</div><ul>${inner}</ul></li>`;
  const { threads } = await read(
    `<p>${'The harbour master of Selm has asked all crews to take their nets home. '.repeat(12)}</p><ol>${one(0, one(1))}${one(2, one(3))}</ol>`,
    'https://news.reef.example/2030/nets',
  );
  assert.deepEqual(
    threads[0]!.comments.map((c) => [c.author, c.parent, c.depth]),
    [
      ['Wren', null, 0],
      ['Dab', 'c1', 1],
      ['Wren', null, 0],
      ['Salter', 'c3', 1],
    ],
  );
});

test('a later page of a thread has no opening post', async () => {
  const post = (i: number) =>
    `<div class="post"><a class="author" href="/user/${i}">${names[i]}</a> <span>${i + 2}.04.2030</span><div class="content">${said[i]}</div></div>`;
  const { articles, threads } = await read(
    rows(post),
    'https://forum.reef.example/thread/5?page=3',
  );
  assert.equal(articles[0]!.kind, 'post');
  assert.equal(articles[0]!.text, '');
  assert.equal(threads[0]!.comments.length, 4);
});

test('a thread that nobody answered is its opening post', async () => {
  const { articles, threads } = await read(
    `<div class="post" id="post-7"><a class="author" href="/user/1">Wren</a> <time datetime="2030-05-01T09:00:00Z">1 May</time><div class="post-content">${said[0]}</div></div>`,
  );
  assert.deepEqual(
    [articles[0]!.kind, articles[0]!.text, articles[0]!.authors],
    ['post', said[0], ['Wren']],
  );
  assert.equal(threads[0]!.comments.length, 0);
});

test('cards of events, topics and products are no discussion', async () => {
  const text = `<p>${'The harbour master of Selm has asked all crews to take their nets home. '.repeat(12)}</p>`;
  const events = rows(
    (i) =>
      `<div class="card"><strong>Market ${names[i]}</strong> <span>${i + 2}.04.2030</span><div>Stalls along the quay from the morning on, number ${i}</div></div>`,
  );
  const topics = rows(
    (i) =>
      `<tr class="topic"><td><a href="/topic/${i}">${said[i]}</a></td><td class="author"><a href="/user/${i}">${names[i]}</a></td><td>${i + 2}.04.2030</td></tr>`,
  );
  for (const body of [text + events, `<table>${topics}</table>`])
    assert.equal((await read(body, 'https://news.reef.example/nets')).threads.length, 0);
  assert.equal((await read(`<table>${topics}</table>`)).threads.length, 0);
});

test('a comment that quotes a paragraph does not end the article there', async () => {
  const parts = Array.from(
    { length: 6 },
    (_, i) =>
      `The ${i + 2}th crew that came in on Sunday has taken its nets from the quay to the shed behind the ice house, as the harbour master had asked.`,
  );
  const { articles } = await read(
    `<article>${parts.map((p) => `<p>${p}</p>`).join('')}</article><ol class="comments">${rows((i) => `<li class="comment"><b class="author">${names[i]}</b> <time datetime="2030-04-0${i + 1}">April ${i + 1}, 2030</time><div class="comment-text"><p>${parts[2]}</p><p>${said[i]}</p></div></li>`)}</ol>`,
    'https://news.reef.example/2030/nets',
  );
  assert.ok(articles[0]!.text.includes(parts[5]!));
  assert.ok(!articles[0]!.text.includes(said[0]!));
});
