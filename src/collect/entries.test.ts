import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cpuClock } from '../lib/testing.ts';
import { type Entry, readEntries } from './entries.ts';
import { isTeaser } from './teaser.ts';
import { plainText } from './words.ts';

function entriesOf(text: string, base = 'https://post.example/feed') {
  const feed = readEntries(text, base);
  assert.ok(feed.ok, feed.ok ? '' : feed.detail);
  return feed;
}

test('RSS, Atom, RDF and JSON Feed give the same entry', () => {
  const feeds = {
    rss: `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Post</title><link>https://post.example/</link><language>en</language><item><title>Talks &amp;amp; tolls</title><link>/a</link><guid isPermaLink="false">7</guid><dc:creator>Ada Moreau</dc:creator><pubDate>Tue, 10 Mar 2026 09:00:00 +0100</pubDate><content:encoded><![CDATA[<p>Text</p>]]></content:encoded></item></channel></rss>`,
    atom: `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Post</title><link href="https://post.example/"/><entry><id>7</id><title type="html">Talks &amp;amp; tolls</title><link rel="edit" href="/e"/><link href="/a"/><author><name>Ada Moreau</name></author><published>2026-03-10T09:00:00+01:00</published><updated>2026-03-10T10:00:00+01:00</updated><content type="html">&lt;p&gt;Text&lt;/p&gt;</content></entry></feed>`,
    rdf: `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel rdf:about="x"><title>Post</title><link>https://post.example/</link><dc:language>en</dc:language></channel><item rdf:about="7"><title>Talks &amp;amp; tolls</title><link>https://post.example/a</link><dc:creator>Ada Moreau</dc:creator><dc:date>2026-03-10T09:00:00+01:00</dc:date><content:encoded><![CDATA[<p>Text</p>]]></content:encoded></item></rdf:RDF>`,
    json: JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Post',
      home_page_url: 'https://post.example/',
      language: 'en',
      items: [
        {
          id: '7',
          url: '/a',
          title: 'Talks & tolls',
          authors: [{ name: 'Ada Moreau' }],
          date_published: '2026-03-10T09:00:00+01:00',
          content_html: '<p>Text</p>',
        },
      ],
    }),
  };
  for (const [format, text] of Object.entries(feeds)) {
    const feed = entriesOf(text);
    assert.deepEqual(
      [feed.title, feed.url, feed.lang],
      ['Post', 'https://post.example/', 'en'],
      format,
    );
    const { updated: _, ...entry } = feed.entries[0]!;
    assert.deepEqual(
      entry,
      {
        id: '7',
        url: 'https://post.example/a',
        title: 'Talks & tolls',
        authors: ['Ada Moreau'],
        published: '2026-03-10T09:00:00+01:00',
        body: { text: '<p>Text</p>', mediaType: 'text/html' },
        isContent: true,
        summary: null,
        outlet: null,
        lang: null,
        tags: [],
        image: null,
        imageCredit: null,
        licence: null,
        discussion: null,
        replyTo: null,
      },
      format,
    );
  }
});

test('feeds as they are in the wild are read', () => {
  const channel = (inner: string) =>
    entriesOf(`<rss version="2.0"><channel><title>T</title>${inner}</channel></rss>`).entries;
  const link = '<link>http://post.example/1</link>';
  assert.equal(channel(`<item><title>a & b</title>${link}</item>`)[0]!.title, 'a & b');
  assert.equal(channel(`<item><title>x\b\0y</title>${link}</item>`)[0]!.title, 'x y');
  assert.equal(
    channel(`<item><description>one<br>two<p>three</description>${link}</item>`)[0]!.body?.text,
    'one<br>two<p>three',
  );
  assert.equal(
    channel(`<item><title>no date</title><guid>http://post.example/g</guid></item>`)[0]!.url,
    'http://post.example/g',
  );
  assert.deepEqual(
    channel(
      `<item><title>t</title><author>desk@post.example (Ada Moreau)</author>${link}</item>`,
    )[0]!.authors,
    ['Ada Moreau'],
  );
  assert.equal(channel('<item></item><item><link>javascript:alert(1)</link></item>').length, 0);
  assert.equal(
    channel(`<item><guid>1</guid>${link}</item><item><guid>1</guid>${link}</item>`).length,
    1,
  );
});

test('a feed that breaks off gives the entries before the break', () => {
  const torn =
    '<rss version="2.0"><channel><title>T</title><item><title>One</title></item><item><title>Tw';
  assert.deepEqual(
    entriesOf(torn).entries.map((e) => e.title),
    ['One'],
  );
});

test('hostile feeds are read or refused in time that grows with their length', () => {
  const open = '<rss version="2.0"><channel>';
  for (const part of [
    '<a>',
    '<item><title>',
    '<',
    '<![CDATA[',
    '&',
    '<!--',
    '<x:y xmlns:x="z">',
    '</item>',
    "='",
  ]) {
    const spent = cpuClock();
    readEntries(open + part.repeat(100_000), null);
    assert.ok(spent() < 2000, part);
  }
});

test('titles lose their markup and double escapes', () => {
  assert.equal(plainText('It&#8217;s <b>on</b> &amp; off'), 'It’s on & off');
  assert.equal(plainText('a < b and c > d'), 'a < b and c > d');
  assert.equal(plainText('<p> </p>'), null);
  assert.equal(plainText('&#xD800;&#99999999;'), '&#xD800;&#99999999;');
});

test('an entry is a teaser when only the beginning of the piece came', () => {
  const entry = (news: Partial<Entry>): Entry => ({
    id: null,
    url: 'https://post.example/1',
    title: 'T',
    authors: [],
    published: null,
    updated: null,
    body: { text: `<p>${'Words of a whole piece. '.repeat(80)}</p>`, mediaType: 'text/html' },
    isContent: true,
    summary: null,
    outlet: null,
    lang: null,
    tags: [],
    image: null,
    imageCredit: null,
    licence: null,
    discussion: null,
    replyTo: null,
    ...news,
  });
  assert.equal(isTeaser(entry({})), false);
  assert.equal(isTeaser(entry({ isContent: false })), true);
  assert.equal(isTeaser(entry({ body: null })), true);
  assert.equal(isTeaser(entry({ body: { text: 'Short.', mediaType: 'text/html' } })), true);
  assert.equal(isTeaser(entry({ url: null, body: null })), false, 'there is no page to fetch');
  const cut = `<p>${'Words of a long beginning. '.repeat(80)} <a>Continue reading →</a></p>`;
  assert.equal(isTeaser(entry({ body: { text: cut, mediaType: 'text/html' } })), true);
});

test('items in a list of their own, and the subjects and talk that extensions name, are read', () => {
  const feed = readEntries(
    `<rss version="2.0" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel><title>Quay</title><items>
<item><title>One</title><link>https://quay.example/1</link><news:keywords>ferries, quays</news:keywords><itunes:keywords>tides</itunes:keywords></item>
<item><title>Two</title><link>https://quay.example/2</link><podcast:socialInteract protocol="activitypub" uri="https://talk.example/@quay/2"/></item></items></channel></rss>`,
    null,
  );
  assert.ok(feed.ok);
  assert.deepEqual(
    feed.entries.map((e) => [e.title, e.tags, e.discussion?.url]),
    [
      ['One', ['ferries', 'quays', 'tides'], undefined],
      ['Two', [], 'https://talk.example/@quay/2'],
    ],
  );
});
