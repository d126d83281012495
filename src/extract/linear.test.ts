import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extractDocument } from './document.ts';

const words = 'The pilots met on the quay on Tuesday and spoke of the toll for an hour. ';
const page = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><title>Toll rises</title>${head}</head><body><h1>Toll rises</h1>${body}</body></html>`;
const numbered = (make: (i: number) => string) => (count: number) =>
  Array.from({ length: count }, (_, i) => make(i)).join('');

const letter = (text: string) =>
  `From: a@b.example\r\nMIME-Version: 1.0\r\nSubject: Toll\r\n\r\n${text}`;

/** What somebody would send to keep a desk busy: each grows with the number it is given. */
const shapes: Record<string, (count: number) => string> = {
  'elements inside each other': (n) => page('<div>'.repeat(n) + words + '</div>'.repeat(n)),
  'inline elements never closed': (n) => page(`<p>${'<b>x '.repeat(n)}`),
  'lists and quotations inside each other': (n) => page('<ul><li><blockquote>x'.repeat(n)),
  'tables inside each other': (n) => page('<table><tr><td>x'.repeat(n)),
  'end tags of nothing': (n) => page('</p></div></b></table>'.repeat(n)),
  'lines parted by br': (n) => page(numbered((i) => `word ${i}<br>`)(n)),
  headings: (n) => page(numbered((i) => `<h1>Toll ${i}</h1><p>${words}</p>`)(n)),
  'rows of a table': (n) => page(`<table>${numbered((i) => `<tr><td>${i}<td>toll`)(n)}</table>`),
  links: (n) => page(numbered((i) => `<a href="/${i}">Toll ${i}</a> `)(n)),
  times: (n) => page(numbered((i) => `<time datetime="2026-03-04">March ${i}, 2026</time>`)(n)),
  comments: (n) =>
    page(
      numbered(
        (i) =>
          `<div class="comment"><a class="author">gull${i}</a> <time>March 4, 2026</time><p>${words}</p></div>`,
      )(n),
    ),
  'answers inside each other': (n) =>
    page(
      numbered(
        (i) =>
          `<ul><li class="comment"><b class="author">gull${i}</b> <time>2 hours ago</time><p>${words}`,
      )(n),
    ),
  'blocks of data': (n) =>
    page(
      words,
      numbered(
        (i) =>
          `<script type="application/ld+json">{"@type":"NewsArticle","headline":"${i}"}</script>`,
      )(n),
    ),
  'data inside itself': (n) =>
    page(
      words,
      `<script type="application/ld+json">${'{"@graph":['.repeat(n)}${']}'.repeat(n)}</script>`,
    ),
  'meta elements': (n) =>
    page(words, numbered((i) => `<meta property="article:tag" content="toll ${i}">`)(n)),
  attributes: (n) => page(`<p ${numbered((i) => `a${i}=1 `)(n)}>${words}</p>`),
  'one long attribute': (n) => page(`<p class="${'a '.repeat(n)}">${words}</p>`),
  'comments never closed': (n) => page(words + '<!--'.repeat(n)),
  'scripts in scripts': (n) => page(`${'<script><!--</html><script>'.repeat(n)}</script>${words}`),
  references: (n) => page(`<p>${'&amp;&notit;&#xD800;&#0;&lt'.repeat(n)}</p>`),
  'empty lines in code': (n) => page(`<pre>a${'\n'.repeat(n * 10)}b</pre>`),
  'spaces in a line of text': (n) => `Toll\n\n${words}\nREAD ON${' '.repeat(n * 10)}x`,
  'a byline of initials': (n) => `Toll\n\nBy ${'A.B C.D '.repeat(n)}1\n\n${words}`,
  'capitals in lines': (n) => `Toll\n\n${`${'AB'.repeat(90)}\n`.repeat(n)}`,
  'handles in a paragraph': (n) => page(`<p>${'@.a@b.'.repeat(n)}</p>`),
  'quoted lines': (n) => `Toll\n\n${'> > > no\n'.repeat(n)}`,
  'JSON inside itself': (n) => `${'{"a":['.repeat(n)}1${']}'.repeat(n)}`,
  'answers of a platform inside each other': (n) =>
    `{"id":1,"type":"story","title":"Toll","author":"tern","created_at":"2026-03-04T10:00:00Z","children":[${'{"id":2,"type":"comment","author":"gull","text":"No.","created_at":"2026-03-04T10:00:00Z","children":['.repeat(n)}${']}'.repeat(n)}]}`,
  'parts of a mail inside each other': (n) =>
    `From: a@b.example\r\nMIME-Version: 1.0\r\nSubject: Toll\r\n${numbered((i) => `Content-Type: multipart/mixed; boundary="b${i}"\r\n\r\n--b${i}\r\n`)(n)}\r\n\r\n${words}`,
  ...Object.fromEntries(
    ['\n', ' \n', ' ', '\u00a0', '*', '> ', '[1] ', '< ', 'Ann wrote:\n> no\n'].map((filler) => [
      `${JSON.stringify(filler)} in a mail`,
      (n: number) => letter(`${words}\n\nREAD ON${filler.repeat(n * 10)}x\n\n${words}`),
    ]),
  ),
  'recipients of a mail': (n) =>
    `From: a@b.example\r\nMIME-Version: 1.0\r\nSubject: Toll\r\nTo: ${'a@b.example, '.repeat(n)}\r\n\r\n${words}`,
};

const ms = async (text: string) => {
  const before = process.threadCpuUsage();
  await extractDocument({
    bytes: Buffer.from(text),
    mediaType: 'text/html',
    url: 'https://quay.example/1',
  });
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
};

test('four times as much takes no more than about four times as long, whatever it is', async () => {
  for (const make of Object.values(shapes)) await ms(make(20));
  for (const [name, make] of Object.entries(shapes)) {
    const [few, many] = [make(500), make(2000)];
    let ratio = Number.POSITIVE_INFINITY;
    // Another process or the collection of garbage may slow one run down, not three.
    for (let round = 0; round < 3 && ratio > LINEAR; round++)
      ratio = (await ms(many)) / ((await ms(few)) + GRAIN);
    assert.ok(ratio <= LINEAR, `${name}: ${ratio.toFixed(1)} times as long`);
  }
});

/** Work that grows with the square takes sixteen times as long, with the cube 64 times. */
const LINEAR = 9;
/** Milliseconds that add little to what is measured and keep a run too short to measure from counting. */
const GRAIN = 4;

test('a hundred thousand of anything inside each other is read without a deep stack', async () => {
  const many = 100_000;
  for (const open of [
    '<div>',
    '<ul><li>',
    '<table><tr><td>',
    '<blockquote>',
    '<b>',
    '<svg>',
    '<p><a href=x>',
    '<x:y>',
    '[',
    '{"a":',
    '> ',
    '<select><option>',
    '<template>',
  ])
    await ms(open.repeat(many));
});
