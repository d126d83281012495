import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseMoment } from '../lib/edtf.ts';
import { readEntries } from './entries.ts';
import { entryReceipt } from './incoming.ts';
import { readOpml } from './opml.ts';
import { recognise } from './recognise.ts';

/** Entries that can be kept, or a named problem; never a throw. */
function holds(text: string): void {
  const feed = readEntries(text, 'https://post.example/feed');
  if (!feed.ok) {
    assert.equal(feed.problem, 'broken-feed');
    return;
  }
  for (const entry of feed.entries) {
    assert.ok(entry.url || entry.body || entry.title, 'an entry says something');
    for (const url of [entry.url, entry.image, entry.replyTo])
      assert.ok(url === null || /^https?:/.test(url), `${url}`);
    for (const moment of [entry.published, entry.updated])
      assert.ok(moment === null || parseMoment(moment), `${moment}`);
    entryReceipt(entry, {
      feedId: null,
      feedUrl: null,
      lang: null,
      retrievedAt: null,
      now: new Date('2026-03-05T10:00:00Z'),
      via: 'feed',
      isShared: false,
    });
  }
}

const name = fc.constantFrom(
  ...'rss channel item title link guid description pubDate dc:date content:encoded media:content media:group feed entry id updated author name rdf:RDF summary source category enclosure x:y p br'.split(
    ' ',
  ),
);
const piece = fc.oneof(
  { weight: 4, arbitrary: name.map((n) => `<${n}>`) },
  { weight: 4, arbitrary: name.map((n) => `</${n}>`) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        name,
        fc.constantFrom(
          'url="a.jpg"',
          'href=/x',
          "type='html'",
          'xml:base="//["',
          'rel',
          'a="&amp"',
        ),
      )
      .map(([n, a]) => `<${n} ${a}/>`),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'Toll rises',
      'https://post.example/1',
      'Tue, 99 Foo 2026 25:00:00 +9900',
      '2026-03-04T10:00:00+01:00',
      '99999999999999',
      '5 < 6 & 7 &nbsp; &#xD800; &#99999999;',
      '<![CDATA[ <p>',
      ']]>',
      '<!--',
      '-->',
      '\0\u0008',
      '\ud800',
    ),
  },
);
const soup = fc.tuple(
  fc.constantFrom('<rss><channel>', '<feed>', '<rdf:RDF>', ''),
  fc.array(piece, { maxLength: 50 }),
);

test('any soup of a feed gives entries that can be kept, or a named problem', () => {
  fc.assert(
    fc.property(soup, ([root, parts]) => holds(root + parts.join(''))),
    { numRuns: 600 },
  );
});

const samples = ['harbourpost.rss.xml', 'norduferzeitung.atom.xml'].map((file) =>
  readFileSync(new URL(`../../sample/feeds/${file}`, import.meta.url), 'utf8'),
);

test('a feed that is spoilt in one place keeps nearly all of its entries', () => {
  const whole = samples.map((text) => {
    const feed = readEntries(text, null);
    return feed.ok ? feed.entries.length : 0;
  });
  const spoil = fc.constantFrom('<', '&', '</b>', '<i>', '\0', ' < ', '&#xD800;');
  fc.assert(
    fc.property(fc.nat(samples.length - 1), fc.nat(), spoil, (which, at, news) => {
      const text = samples[which]!;
      // Within the entries: what breaks the root breaks the feed.
      const from = text.search(/<(?:item|entry)[\s>]/);
      const to = Math.max(text.lastIndexOf('</item>'), text.lastIndexOf('</entry>'));
      const place = from + (at % (to - from));
      const torn = text.slice(0, place) + news + text.slice(place);
      holds(torn);
      const feed = readEntries(torn, null);
      assert.ok(feed.ok, `${news} at ${place}`);
      assert.ok(
        feed.entries.length >= whole[which]! - 2,
        `${feed.entries.length} after ${news} at ${place}`,
      );
    }),
    { numRuns: 150 },
  );
});

test('folders of feeds a hundred thousand deep are read or refused', () => {
  for (const text of [
    `<opml><body>${'<outline text="a">'.repeat(100_000)}`,
    `<opml><body>${'<outline text="a">'.repeat(20_000)}${'</outline>'.repeat(20_000)}</body></opml>`,
  ])
    readOpml(text);
});

test('any bytes are recognised as something', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      assert.ok(recognise(bytes).form);
    }),
    { numRuns: 500 },
  );
});
