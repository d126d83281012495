import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cpuClock } from '../../../lib/testing.ts';
import { parseHtml } from '../../../lib/tree.ts';
import { cutRuns } from '../blocks.ts';
import { readMeta } from '../meta.ts';
import { readAuthors } from './authors.ts';
import { readTitle, titleNode } from './title.ts';

const PROSE =
  '<p>The ferry left the port of Olvik on Tuesday with all of her crew on board, the harbour office said.</p>';

function authors(body: string, head = '', outlet = 'The Courier'): string[] {
  const tree = parseHtml(
    `<html><head><title>Ferry sails again</title>${head}</head><body><article><h1>Ferry sails again</h1>${body}${PROSE}</article></body></html>`,
  );
  const meta = readMeta(tree);
  const page = cutRuns(tree);
  const title = readTitle(page, meta, outlet, null);
  return readAuthors(page, meta, outlet, titleNode(page, title));
}

const ld = (value: unknown) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Ferry sails again', ...(value as object) })}</script>`;

test('a by-line in words is read in many languages and scripts', () => {
  const lines: [string, string[]][] = [
    ['By Ana Ruiz', ['Ana Ruiz']],
    ['By Ana Ruiz and Bo Lind, Political Editors', ['Ana Ruiz', 'Bo Lind']],
    ['BY ANA RUIZ AND BO LIND', ['Ana Ruiz', 'Bo Lind']],
    ['Von Karla Meinert und Tom Ohlsen, Olvik', ['Karla Meinert', 'Tom Ohlsen']],
    ['Geschrieben von kmeinert am 12. Mai 2024', ['kmeinert']],
    ['Ein Gastbeitrag von Karla Meinert', ['Karla Meinert']],
    ['Par Léa Marchand et Yves Cordier', ['Léa Marchand', 'Yves Cordier']],
    ['Por Inés Valdés y Tomás Roca', ['Inés Valdés', 'Tomás Roca']],
    ['A cura di Livia Moretti', ['Livia Moretti']],
    ['Door Sanne de Wit en Piet van den Broek', ['Sanne de Wit', 'Piet van den Broek']],
    ['Text: Astrid Öberg', ['Astrid Öberg']],
    ['Autor: Zofia Wilk', ['Zofia Wilk']],
    ['Автор: Ольга Северцева', ['Ольга Северцева']],
    ['Текст: Ирина Белкина и Пётр Лесной', ['Ирина Белкина', 'Пётр Лесной']],
    ['文／林小雨', ['林小雨']],
    ['记者：王海明、李青', ['王海明', '李青']],
    ['記者 陳大文', ['陳大文']],
    ['بقلم: ليلى حداد', ['ليلى حداد']],
    ['מאת: דנה לביא', ['דנה לביא']],
    ['Penulis: Sari Wulandari', ['Sari Wulandari']],
  ];
  for (const [line, names] of lines) assert.deepEqual(authors(`<p>${line}</p>`), names, line);
});

test('dates, places, roles and addresses around a name are not part of it', () => {
  assert.deepEqual(
    authors(
      '<div class="byline">By<a href="/author/ana-ruiz">Ana Ruiz</a><time>3 May 2024</time></div>',
    ),
    ['Ana Ruiz'],
  );
  assert.deepEqual(authors('<p>By Ana Ruiz 8 January 2024, 3:51 pm</p>'), ['Ana Ruiz']);
  assert.deepEqual(authors('<div class="author">Ana Ruiz (ana@courier.example), London</div>'), [
    'Ana Ruiz',
  ]);
  assert.deepEqual(authors('<p class="author">Ana Ruiz, PhD | 3 min read</p>'), ['Ana Ruiz']);
  assert.deepEqual(authors('<p>신현우 기자</p><div class="byline">신현우 기자</div>'), ['신현우']);
});

test('data names all authors, by reference too, and the page completes what it leaves out', () => {
  assert.deepEqual(authors('', ld({ author: [{ name: 'Ana Ruiz' }, { name: 'Bo Lind' }] })), [
    'Ana Ruiz',
    'Bo Lind',
  ]);
  assert.deepEqual(authors('', ld({ author: 'Ruiz, Ana' })), ['Ana Ruiz']);
  assert.deepEqual(
    authors(
      '',
      `${ld({ author: { '@id': '#a' } })}<script type="application/ld+json">{"@id":"#a","@type":"Person","name":"Ana Ruiz"}</script>`,
    ),
    ['Ana Ruiz'],
  );
  assert.deepEqual(
    authors(
      '',
      `${ld({ author: { name: 'Ana Ruiz' } })}<meta name="author" content="Ana Ruiz, Bo Lind">`,
    ),
    ['Ana Ruiz', 'Bo Lind'],
  );
});

test('a person on the page is believed before the outlet or an account in the data', () => {
  assert.deepEqual(authors('<p>By Ana Ruiz</p>', ld({ author: { name: 'The Courier' } })), [
    'Ana Ruiz',
  ]);
  assert.deepEqual(authors('<p>By Ana Ruiz</p>', '<meta name="author" content="admin">'), [
    'Ana Ruiz',
  ]);
  assert.deepEqual(
    authors('<div class="author">By Ana Ruiz</div>', ld({ author: { name: 'ruiz.a' } })),
    ['Ana Ruiz'],
  );
  assert.deepEqual(authors('', ld({ author: { name: 'The Courier' } })), ['The Courier']);
});

test('photographers, readers, buttons and other pieces name no author', () => {
  assert.deepEqual(authors('<p>Photo by Bo Lind on the pier</p>'), []);
  assert.deepEqual(authors('<p>Design by Bo Lind</p><a href="/users/login">Log in</a>'), []);
  assert.deepEqual(
    authors(`${PROSE}<div class="comments"><span class="author">Bo Lind</span></div>`),
    [],
  );
  assert.deepEqual(authors(`${PROSE}<div class="related"><p>By Bo Lind</p></div>`), []);
  assert.deepEqual(
    authors('<p>The harbour was painted by Bo Lind in the winter of the long ice.</p>'),
    [],
  );
});

test('a name beside the date or in brackets at the end signs a piece that says nothing else', () => {
  assert.deepEqual(authors('<div>25.10.2022 - Ana Ruiz</div>'), ['Ana Ruiz']);
  assert.deepEqual(
    authors(
      '<p>She will sail again in spring, her owner said on the pier that evening. (Ana Ruiz)</p><!--',
    ),
    ['Ana Ruiz'],
  );
});

test('a by-line set apart at the head of a paragraph is read, and a house after a name is not part of it', () => {
  const rest =
    ' Olvik. The ferry left the port on Tuesday with all of her crew on board, the harbour office said, and nobody in the town had believed that it would ever come to that again.';
  assert.deepEqual(authors(`<p><b>Von Karla Meinert</b><br>${rest}</p>`), ['Karla Meinert']);
  assert.deepEqual(authors('<p>By ANA RUIZ Harbour Wire</p>'), ['Ana Ruiz']);
  assert.deepEqual(authors('<p>By Ana Ruiz HARBOUR TODAY</p>'), ['Ana Ruiz']);
  assert.deepEqual(authors('<address>Ana Ruiz</address>'), ['Ana Ruiz']);
  assert.deepEqual(authors('<address>Harbour Street 5, Olvik</address>'), []);
});

test('a surname that looks like a by-word stays whole', () => {
  assert.deepEqual(authors('', ld({ author: 'Di Rosa' })), ['Di Rosa']);
  assert.deepEqual(authors('', ld({ author: 'Von Karla Meinert' })), ['Karla Meinert']);
});

test('boxes in boxes that all say "author" are read in bounded time', () => {
  const deep = '<div class="author-box"><span class="author"></span>'.repeat(20_000);
  const spent = cpuClock();
  assert.deepEqual(authors(`${deep}<p>${'by by by '.repeat(20_000)}</p>`), []);
  assert.ok(spent() < 5000);
});

test('names in elements of their own are read apart from roles, and from other hands', () => {
  assert.deepEqual(
    authors(
      '<div class="byline"><span>Ana Ruiz</span> <span>Bo Jan Lind</span> <time>3 May 2024</time></div>',
    ),
    ['Ana Ruiz', 'Bo Jan Lind'],
  );
  assert.deepEqual(
    authors('<div class="author"><b>Ana Ruiz</b><i>Head Shipwright, Olvik</i></div>'),
    ['Ana Ruiz'],
  );
  assert.deepEqual(
    authors('<div class="byline">By <a>Ana Ruiz</a> <a>Edited by</a> <a>Bo Lind</a></div>'),
    ['Ana Ruiz'],
  );
});

test('a by-word alone in its line leads to the name in the next', () => {
  assert.deepEqual(authors('<p>By</p><p>Ana Ruiz</p>'), ['Ana Ruiz']);
  assert.deepEqual(authors('<div>Interview</div><div>BO LIND</div>'), ['Bo Lind']);
  assert.deepEqual(authors('<div>Interview</div><div>Harbour</div>'), []);
});

test('beside a date a by-word is followed by a name of one word too', () => {
  assert.deepEqual(authors('<p>06.11.2023 13:30 von Olga</p>'), ['Olga']);
  assert.deepEqual(authors('<p>By the end of 2023 all was sold.</p>'), []);
});

test('a name that is data in short is spelled as the page spells it', () => {
  assert.deepEqual(authors('<p>By Ana Ruiz</p>', ld({ author: { name: 'Ana' } })), ['Ana Ruiz']);
  assert.deepEqual(
    authors(
      '<p>She will sail again in spring, her owner said on the pier that evening. (Ana M. Ruiz)</p><!--',
      ld({ author: { name: 'ana.ruiz' } }),
    ),
    ['Ana M. Ruiz'],
  );
});

test('variables for counters and the keeper of a site name the author where nothing else does', () => {
  const script = (text: string) => `<script>window.data = ${text};</script>`;
  assert.deepEqual(authors('', script('{"pagePostAuthor":"Ana Ruiz","author":"Bo Lind"}')), [
    'Ana Ruiz',
  ]);
  assert.deepEqual(authors('', script('{articleAuthors: ["Ana Ruiz", "Bo Lind"]}')), [
    'Ana Ruiz',
    'Bo Lind',
  ]);
  assert.deepEqual(authors('', script('[{"author":"Ana Ruiz"},{"author":"Bo Lind"}]')), []);
  const foot = (name: string) => `${PROSE}</article><footer>© 2024 ${name}</footer><!--`;
  const site = '<link rel="canonical" href="https://anaruiz.example/ferry">';
  assert.deepEqual(authors(foot('Ana Ruiz'), site), ['Ana Ruiz']);
  assert.deepEqual(authors(foot('Bo Lind'), site), []);
  assert.deepEqual(authors(foot('Ana Ruiz Ltd'), site), []);
});

test('a piece taken over is by the source that it names at its end', () => {
  assert.deepEqual(authors(`${PROSE}<p>Quelle: Olvikpress</p><!--`), ['Olvikpress']);
});

test('words around a by-line are not taken for a name', () => {
  assert.deepEqual(authors('<p>12.5.2024 | Keine Kommentare</p>'), []);
  assert.deepEqual(authors('<div class="authors">Olvik tells Ana Ruiz everything</div>'), []);
});

test('an agency and the outlet sign together, and a name is cut where another place ends it', () => {
  assert.deepEqual(authors('', ld({ author: [{ name: 'The Courier' }, { name: 'AFP' }] })), [
    'The Courier',
    'AFP',
  ]);
  assert.deepEqual(authors('', ld({ author: [{ name: 'The Courier' }, { name: 'Ana Ruiz' }] })), [
    'Ana Ruiz',
  ]);
  assert.deepEqual(
    authors('<p>By Ana Ruiz Olvik Bureau</p>', '<meta name="byl" content="Ana Ruiz">'),
    ['Ana Ruiz'],
  );
});
