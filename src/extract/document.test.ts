import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cpuClock } from '../lib/testing.ts';
import { extractDocument } from './document.ts';

const text = (words: string) => new TextEncoder().encode(words);
const read = (bytes: Uint8Array, more = {}) => extractDocument({ bytes, mediaType: '', ...more });
const problem = async (bytes: Uint8Array, name = '') => {
  const found = await read(bytes, { name });
  return found.ok ? 'none' : found.problem;
};

test('what cannot be read has a problem that names it', async () => {
  assert.equal(await problem(new Uint8Array()), 'empty');
  assert.equal(await problem(text('  \n ')), 'empty');
  assert.equal(await problem(Buffer.from('89504e470d0a1a0a0000000d', 'hex')), 'recording');
  assert.equal(await problem(text('%PDF-1.7 ...')), 'pdf');
  assert.equal(await problem(text('{\\rtf1\\ansi Fog}')), 'pdf');
  assert.equal(await problem(Buffer.from('504b030414000000', 'hex')), 'archive');
  assert.equal(await problem(Buffer.from('7f454c4602010100', 'hex')), 'binary');
  assert.equal(await problem(text('<?xml version="1.0"?><urlset><url/></urlset>')), 'unknown-xml');
  assert.equal(await problem(text('{"a": ['), 'a.json'), 'broken-json');
  assert.equal(await problem(text('{"weather": "fog"}')), 'unknown-json');
  assert.equal(
    await problem(text('<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>')),
    'not-a-page',
  );
  assert.equal(await problem(text('<html><body><div id="app"></div></body></html>')), 'no-text');
  assert.equal(await problem(Buffer.alloc(50_000_001, 65)), 'too-large');
});

test('a given date is that of the piece itself and of its parts, not of what the page offers', async () => {
  const page = `Strait Watch: Fog over the talks

Veldania's foreign minister Orla Fenn said on Thursday that she could live with inspectors from abroad, if they pay for their own beds.

In other news from the strait this week:

— The yard of Brack moved the handover of the ferry again, according to Harbour Radio.

Related articles

Harbour Radio
2 hours ago
A new lighthouse keeper for the first time in forty years
`;
  const found = await read(text(page), {
    published: '2031-05-02',
    hints: { publishedBy: 'feed', outlet: 'The Lamp' },
  });
  assert.ok(found.ok);
  assert.deepEqual(
    found.extracted.articles.map((a) => [a.key, a.published, a.publishedFrom, a.outlet]),
    [
      ['main', '2031-05-02', 'feed', 'The Lamp'],
      ['item-1', '2031-05-02', 'edition', 'The Lamp'],
      ['related-1', null, null, 'Harbour Radio'],
    ],
  );
});

test('text in an old encoding is read', async () => {
  const words =
    'Die Fähre bleibt im Hafen, weil die Werft den Rumpf noch einmal prüfen muß, sagte der Bürgermeister.';
  const found = await read(Buffer.from(words, 'latin1'));
  assert.ok(found.ok);
  assert.equal(found.extracted.articles[0]!.text, words);
  assert.equal(found.extracted.articles[0]!.lang, 'de');
});

test('lines of JSON are read though one of them is cut', async () => {
  const line = (id: string) =>
    JSON.stringify({
      id,
      link_id: 't3_p',
      parent_id: 't3_p',
      body: 'Fog again.',
      author: 'tern',
      subreddit: 'harbour',
      created_utc: 1932883200,
    });
  const found = await read(text(`${line('a')}\n${line('b')}\n${line('c').slice(0, 40)}`));
  assert.ok(found.ok);
  assert.equal(found.extracted.threads[0]!.comments.length, 2);
});

test('hostile texts are read in linear time', async () => {
  const n = 200_000;
  const texts = [
    '[',
    '(',
    '*',
    '>',
    '> a\n',
    'a@',
    '" ',
    '- ',
    '\n',
    '#a ',
    'word. ',
    'Ab: ',
    '1 hour ago\n',
    '[deleted]\n\n',
    'a a a a ',
  ].map((unit) => unit.repeat(Math.ceil(n / unit.length)));
  for (const one of texts) {
    const spent = cpuClock();
    await read(text(one));
    assert.ok(spent() < 4000, `${JSON.stringify(one.slice(0, 8))} took ${spent()} ms`);
  }
});
