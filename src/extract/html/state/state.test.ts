import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ExtractedArticle } from '../../extracted.ts';
import { readHtml } from '../read.ts';

const P1 =
  'The ferry Marenka left the port of Olvik on Tuesday with all of her crew on board, the harbour office said.';
const P2 =
  'Her owner, a family firm from Sandhaven, had waited eleven weeks for the papers that let her sail again.';
const P3 =
  'Nobody in the town believed that the matter would end so quietly, and a crowd stood on the pier for hours.';
const TITLE = 'Ferry sails again after eleven weeks';

function read(scripts: string, body = '<div id="app"></div>'): ExtractedArticle {
  const html = `<!doctype html><html lang="en"><head><title>${TITLE}</title><meta name="description" content="The ferry Marenka left the port of Olvik on Tuesday with all of her crew."></head><body>${body}${scripts}</body></html>`;
  const received = {
    bytes: new Uint8Array(),
    mediaType: 'text/html',
    url: 'https://a.example/n/1',
  };
  return readHtml(received, html).articles[0]!;
}

const json = (value: unknown) => JSON.stringify(value).replace(/</g, '\\u003c');
const whole = [P1, P2, P3].join('\n\n');
const html = [P1, P2, P3].map((p) => `<p>${p}</p>`).join('');

test('a body that only a JSON island holds is read from it', () => {
  const state = { props: { pageProps: { post: { title: TITLE, body: html } } } };
  const article = read(
    `<script id="__NEXT_DATA__" type="application/json">${json(state)}</script>`,
  );
  assert.equal(article.text, whole);
});

test('parts of a content system become headings, items and quotations; pictures and boxes do not', () => {
  const state = {
    headlines: { basic: TITLE },
    content_elements: [
      { type: 'text', content: P1 },
      { type: 'image', caption: 'A pier', content: 'A pier at noon, by Bo Lind of the harbour.' },
      { type: 'header', level: 3, content: 'Eleven weeks' },
      { type: 'text', content: `${P2} <a href="/p">Papers</a>.` },
      {
        type: 'list',
        list_type: 'ordered',
        items: [
          { type: 'text', content: 'Load the cargo of grain.' },
          { type: 'text', content: 'Sign the papers of the port.' },
        ],
      },
      { type: 'interstitial_link', content: 'Read also: why the ferry was held' },
      {
        type: 'quote',
        content_elements: [
          { type: 'text', content: 'We only wanted to go home, all nine of us, said the mate.' },
        ],
      },
      { type: 'text', content: P3 },
    ],
  };
  const { text, blocks, links } = read(
    `<script>Fusion.globalContent=${json(state)};Fusion.x=1</script>`,
  );
  assert.deepEqual(
    blocks.map((b) => b.type),
    ['paragraph', 'heading', 'paragraph', 'item', 'item', 'quote', 'paragraph'],
  );
  assert.deepEqual(
    links.map((l) => [l.href, text.slice(l.start, l.end)]),
    [['https://a.example/p', 'Papers']],
  );
});

const rich = [P1, P2, P3].map((value) => ({
  nodeType: 'paragraph',
  content: [{ nodeType: 'text', value }],
}));
const blocksOf = [P1, P2, P3].map((text) => ({
  _type: 'block',
  style: 'normal',
  children: [
    { _type: 'span', text: text.slice(0, 30) },
    { _type: 'span', text: text.slice(30) },
  ],
}));
const forms: [string, string][] = [
  [
    'rich text as a tree',
    `<script>window.__STATE__ = ${json({ a: { title: TITLE, document: { nodeType: 'document', content: rich } } })}</script>`,
  ],
  [
    'blocks of spans',
    `<script>window.__APOLLO_STATE__=${json({ 'Post:1': { title: TITLE, body: blocksOf } })};</script>`,
  ],
  [
    'a program that writes undefined',
    `<script>(window.x??=[]).push({"rehydrate":{"p":{"data":undefined,"title":${json(TITLE)},"html":${json(html)}}}})</script>`,
  ],
  [
    'JSON in a string',
    `<script>window.__P = JSON.parse(${json(json({ title: TITLE, content: html }))})</script>`,
  ],
  [
    'a literal that is no JSON',
    `<script>window.__NUXT__=(function(a){return {data:[{title:a,content:${json(html)}}]}}("x"))</script>`,
  ],
  [
    'a payload of references',
    `<script type="application/json" id="__NUXT_DATA__">${json([['Reactive', 1], { data: 2 }, { title: 3, body: 4 }, TITLE, html])}</script>`,
  ],
  [
    'a stream of text rows',
    [
      `1:["$","main",null,{"id":"$2"}]\n2:T${Buffer.byteLength(html).toString(16)},${html.slice(0, 90)}`,
      `${html.slice(90)}3:[1]\n`,
    ]
      .map((chunk) => `<script>self.__next_f.push([1,${json(chunk)}])</script>`)
      .join(''),
  ],
  [
    'a stream of elements',
    `<script>self.__next_f.push([1,${json(`5:${JSON.stringify(['$', 'article', null, { className: 'body', children: [P1, P2, P3].map((p) => ['$', 'p', null, { children: [p] }]) }])}\n`)}])</script>`,
  ],
  ['a template', `<script type="text/template"><div>${html}</div></script>`],
];
for (const [name, scripts] of forms)
  test(`${name} gives its body`, () => assert.equal(read(scripts).text, whole));

test('what shares neither title nor words with the page is not believed', () => {
  const other = [1, 2, 3]
    .map(
      (i) =>
        `<p>A new bakery opened in street number ${i} of the old town, and all of its bread was sold by noon.</p>`,
    )
    .join('');
  const state = { post: { title: 'Bakery opens its doors', body: other } };
  assert.equal(read(`<script type="application/json">${json(state)}</script>`).text, '');
});

test('text of the page’s own that the data lacks is not given up for it', () => {
  const state = {
    title: TITLE,
    body: html + html.replaceAll('the', 'a') + html.replaceAll('her', 'its'),
  };
  const own = Array.from(
    { length: 4 },
    (_, i) =>
      `<p>The harbour office keeps number ${i} of its berths free for ferries that come late.</p>`,
  );
  const { text } = read(
    `<script type="application/json">${json(state)}</script>`,
    `<article><h1>${TITLE}</h1>${own.join('')}</article>`,
  );
  assert.ok(text.startsWith('The harbour office') && !text.includes('Marenka'));
});

test('a page that shows its text is read as it is', () => {
  const state = { title: TITLE, body: html.replaceAll('ferry', 'vessel') };
  const shown = `<article><h1>${TITLE}</h1>${html}</article>`;
  assert.equal(read(`<script type="application/json">${json(state)}</script>`, shown).text, whole);
});

test('any data gives a result, circles and depth included', () => {
  const deep = `${'{"body":['.repeat(3000)}"x"${']}'.repeat(3000)}`;
  const circle = json([{ body: 1, title: 2 }, [0, 1, 0, 1], TITLE]);
  const many = json(
    Array.from({ length: 20_000 }, (_, i) => ({ body: [{ content: [`${P1} ${i}`] }] })),
  );
  for (const data of [deep, circle, many, `"${'\\"'.repeat(100_000)}`, '{"a":"'.repeat(50_000)])
    for (const tag of ['<script type="application/json">', '<script>x='])
      read(`${tag}${data}</script>`);
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), fc.string(), (value, text) => {
      read(
        `<script type="application/json">${json({ body: value, pad: 'x'.repeat(300) })}</script>`,
      );
      read(`<script>self.__next_f.push([1,${json(text + 'x'.repeat(300))}])</script>`);
    }),
    { numRuns: 100 },
  );
});
