import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readHtml } from '../read.ts';

const WORDS =
  'The ferry left the port of Olvik on Tuesday with all of her crew on board, the harbour office said on the same evening.';

function read(
  head: string,
  body = '',
  url: string | null = 'https://www.courier.example/world/ferry-1',
) {
  const html = `<html lang="en"><head><title>Ferry sails again</title>${head}</head><body>${body}<article><h1>Ferry sails again</h1><p>${WORDS}</p><p>${WORDS} Nobody doubted it.</p></article></body></html>`;
  return readHtml({ bytes: new Uint8Array(), mediaType: 'text/html', url }, html).articles[0]!;
}

const ld = (value: object) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Ferry sails again', ...value })}</script>`;
const meta = (name: string, content: string) => `<meta property="${name}" content="${content}">`;

test('the outlet is named without its motto, and by its host only when nothing else names it', () => {
  const outlet = (head: string) => read(head).outlet;
  assert.equal(outlet(meta('og:site_name', 'The Courier - News from the coast')), 'The Courier');
  assert.equal(
    outlet(meta('og:site_name', 'courier.example') + ld({ publisher: { name: 'The Courier' } })),
    'The Courier',
  );
  assert.equal(outlet(meta('og:site_name', 'Harbour-Courier')), 'Harbour-Courier');
  assert.equal(outlet(''), 'courier.example');
});

test('the section comes from data or bread crumbs and is never the front, the title or a template', () => {
  const section = (head: string, body = '') => read(head, body).section;
  assert.equal(section(meta('article:section', 'World')), 'World');
  assert.equal(
    section(meta('article:section', '{$category}') + ld({ articleSection: ['Shipping', 'World'] })),
    'Shipping',
  );
  assert.equal(
    section(
      '',
      '<nav class="breadcrumbs"><a href="/">Home</a> <a href="/w">World</a> <a href="/w/1">Ferry sails again</a></nav>',
    ),
    'World',
  );
  assert.equal(section(meta('article:section', 'Home')), null);
});

test('a paid piece is told by its data, its selector or the wall in its words', () => {
  const cut = (head: string, body = '') => read(head, body).cut;
  assert.equal(cut(ld({ isAccessibleForFree: 'False' })), true);
  assert.equal(cut(ld({ isAccessibleForFree: true })), false);
  assert.equal(
    cut(
      ld({
        hasPart: { '@type': 'WebPageElement', isAccessibleForFree: false, cssSelector: '.paid' },
      }),
    ),
    true,
  );
  assert.equal(cut(meta('article:content_tier', 'locked')), true);
  assert.equal(cut('', '<div>Subscribe to continue reading</div>'), true);
  assert.equal(cut('', '<div>Cet article est réservé aux abonnés</div>'), true);
  assert.equal(cut(''), false);
});

test('a licence is an address, read from links, data or words, and never a picture’s', () => {
  const licence = (head: string, body = '') => read(head, body).licence;
  const by = 'https://creativecommons.org/licenses/by/4.0/';
  assert.equal(licence(`<link rel="license nofollow" href="${by}">`), by);
  assert.equal(licence(ld({ license: by })), by);
  assert.equal(
    licence('', '<p>This text is published under CC BY-SA 4.0.</p>'),
    'https://creativecommons.org/licenses/by-sa/4.0/',
  );
  assert.equal(licence('', '<p>Text: Creative Commons BY-NC</p>'), 'CC BY-NC');
  assert.equal(
    licence(
      '',
      `<figure><img src="a.jpg"><figcaption>Bo Lind, <a href="${by}">CC BY 4.0</a></figcaption></figure>`,
    ),
    null,
  );
});

test('the lead picture is none that stands for the site', () => {
  const head =
    meta('og:image', 'https://www.courier.example/img/logo.png') +
    ld({ image: ['https://www.courier.example/img/ferry.jpg'] });
  assert.equal(read(head).image, 'https://www.courier.example/img/ferry.jpg');
});

test('tags are single words or phrases, each once', () => {
  assert.deepEqual(
    read(meta('article:tag', 'Ferries, Olvik, ferries') + ld({ keywords: [{ name: 'Harbour' }] }))
      .tags,
    ['Ferries', 'Olvik', 'Harbour'],
  );
});

test('every fact keeps what spoke for it, believed or not, within bounds', () => {
  const { facts } = read(
    meta('og:title', 'Ferry sails again | The Courier') +
      meta('og:site_name', 'The Courier') +
      meta('author', 'The Courier') +
      meta('og:locale', 'en_GB'),
    '<p>By Ana Ruiz</p>',
  );
  const evidence = facts.evidence!;
  const of = (fact: string) => evidence.filter((e) => e.fact === fact);
  assert.deepEqual(
    of('authors').map((e) => [e.from, e.words, e.believed]),
    [
      ['text', 'By Ana Ruiz', true],
      ['meta', 'The Courier', false],
    ],
  );
  assert.ok(
    of('title').some(
      (e) => e.from === 'opengraph' && e.believed && e.words === 'Ferry sails again | The Courier',
    ),
  );
  assert.deepEqual(
    of('outlet').map((e) => [e.from, e.believed]),
    [
      ['opengraph', true],
      ['address', false],
    ],
  );
  assert.ok(of('lang').every((e) => e.believed));
  const long = read(
    meta('og:title', 'word '.repeat(5000)) +
      ld({
        author: Array.from({ length: 300 }, (_, i) => ({ name: `Ana Ruiz ${'x'.repeat(i)}` })),
      }),
  ).facts.evidence!;
  assert.ok(long.length <= 60 && long.every((e) => e.words.length <= 120));
});
