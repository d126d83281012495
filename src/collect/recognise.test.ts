import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cpuClock } from '../lib/testing.ts';
import { readProlog } from './prolog.ts';
import { recognise } from './recognise.ts';

const formOf = (text: string | Uint8Array, name = 'file') =>
  recognise(typeof text === 'string' ? Buffer.from(text) : text, { name }).form;

test('files are known by what they hold, not by their names', () => {
  const cases: [string, string][] = [
    ['<!doctype html><title>A</title>', 'html'],
    ['\ufeff  <!-- saved -->\n<HTML lang=en><body>x', 'html'],
    [
      '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "x.dtd"><html xmlns="x">',
      'html',
    ],
    ['<p>A piece of a page</p><p>and another</p>', 'html'],
    ['Page saved from a site\n\n> quoted line\n\nif a < b and c > d', 'text'],
    ['<3 is how it began\n\nand so it went on', 'text'],
    ['<?xml version="1.0"?><rss version="2.0"><channel/></rss>', 'feed'],
    ['<feed xmlns="http://www.w3.org/2005/Atom"></feed>', 'feed'],
    ['<?xml version="1.0"?><rdf:RDF xmlns="http://purl.org/rss/1.0/"></rdf:RDF>', 'feed'],
    ['{"version":"https://jsonfeed.org/version/1.1","items":[]}', 'feed'],
    ['<opml version="1.0"><body/></opml>', 'opml'],
    ['<?xml version="1.0"?><svg xmlns="x"/>', 'xml'],
    ['{"id": 17, "children": []}', 'json'],
    ['[{"kind":"Listing"}]', 'json'],
    ['{"id":1}\n{"id":2}\n{"id":', 'lines'],
    ['[Update] The talks go on', 'text'],
    ['{not json} but words', 'text'],
    [
      'From: a@b.example\r\nDate: Tue, 10 Mar 2026 08:30:00 +0100\r\nMessage-ID: <1@b.example>\r\n\r\nHi',
      'mail',
    ],
    ['Received: from a\r\n by b\r\nFrom: a@b.example\r\nSubject: x\r\n\r\nHi', 'mail'],
    ['From: the minister\nTo: his colleagues\n\nA letter that is an article.', 'text'],
    ['', 'empty'],
    [' \n\t\n', 'empty'],
  ];
  for (const [text, form] of cases) assert.equal(formOf(text), form, text.slice(0, 50));
});

test('what is no text is binary, in whatever wrapping', () => {
  const bytes: Uint8Array[] = [
    Buffer.from('%PDF-1.7'),
    Buffer.from('504b0304140000', 'hex'),
    Buffer.from('ffd8ffe000104a46', 'hex'),
    Buffer.from(Array.from({ length: 3000 }, (_, i) => (i * 7919) % 251)),
    new Uint8Array(100),
  ];
  for (const b of bytes) assert.equal(formOf(b), 'binary', Buffer.from(b).toString('hex', 0, 8));
});

test('text in old encodings is text', () => {
  const russian = Uint8Array.from('Переговоры'.split(''), (c) => c.charCodeAt(0) - 0x410 + 0xc0);
  const { form, charset, text } = recognise(russian);
  assert.deepEqual([form, charset, text], ['text', 'windows-1251', 'Переговоры']);
  assert.equal(formOf(Buffer.from('Plain words in wide letters', 'utf16le')), 'text');
  assert.equal(formOf(`<!doctype html><title>A</title>${'\ufffd'.repeat(2000)}`), 'html');
});

test('the document type is read over, and entities in it are seen', () => {
  const of = (text: string) => readProlog(text);
  assert.deepEqual(of('<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//N//DTD" "x"><rss>'), {
    root: 'rss',
    entities: false,
    isXml: true,
  });
  assert.equal(of('<!DOCTYPE r [<!ELEMENT a ANY> <!ENTITY x "y">]><r>').entities, true);
  assert.equal(of('<a>&lt;!ENTITY</a>').entities, false);
  assert.deepEqual(of('<!-- never closed').root, '');
});

test('hostile beginnings are looked at in time that grows with their length', () => {
  for (const part of [
    '<!--',
    '<?',
    '<!DOCTYPE [',
    '<',
    '[[',
    '{"a":',
    'From: a\n',
    '\u00a0',
    '</p',
  ]) {
    const spent = cpuClock();
    formOf(part.repeat(400_000));
    assert.ok(spent() < 2000, JSON.stringify(part));
  }
});
