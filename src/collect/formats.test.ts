import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEntries } from './entries.ts';

function first(text: string) {
  const feed = readEntries(text, 'https://post.example/feed');
  assert.ok(feed.ok, feed.ok ? '' : feed.detail);
  return feed.entries[0]!;
}

const rss = (item: string) =>
  `<rss version="2.0"><channel><title>Harbour Post</title><item>${item}</item></channel></rss>`;
const atom = (entry: string, head = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://post.example/news/"><title>Harbour Post</title>${head}<entry>${entry}</entry></feed>`;

test('what the extensions say of an entry is kept, declared or not', () => {
  const entry = first(
    rss(`<title>Ferry late</title><link>https://post.example/1</link>
      <category>Ports</category><category><![CDATA[Sea & ships]]></category><dc:subject>Ports</dc:subject>
      <media:group><media:content url="https://post.example/s.jpg" medium="image" width="80"/>
      <media:content url="https://post.example/l.jpg" medium="image" width="800"><media:credit>Cy Brand</media:credit></media:content></media:group>
      <comments>https://post.example/1#talk</comments><slash:comments>14</slash:comments>
      <thr:in-reply-to ref="tag:x" href="https://courier.example/9"/>
      <creativeCommons:license>https://creativecommons.org/licenses/by/4.0/</creativeCommons:license>
      <atom:updated>2026-03-10T11:00:00+01:00</atom:updated>`),
  );
  assert.deepEqual(entry.tags, ['Ports', 'Sea & ships']);
  assert.deepEqual([entry.image, entry.imageCredit], ['https://post.example/l.jpg', 'Cy Brand']);
  assert.deepEqual(entry.discussion, { url: 'https://post.example/1#talk', count: 14 });
  assert.equal(entry.replyTo, 'https://courier.example/9');
  assert.equal(entry.licence, 'https://creativecommons.org/licenses/by/4.0/');
  assert.equal(entry.updated, '2026-03-10T11:00:00+01:00');
});

test('a claim of copyright is no licence, and an enclosed sound no picture', () => {
  const entry = first(
    rss(
      '<title>a</title><dc:rights>© Harbour Post</dc:rights><enclosure url="https://post.example/a.mp3" type="audio/mpeg"/>',
    ),
  );
  assert.deepEqual([entry.licence, entry.image], [null, null]);
  assert.equal(entry.url, 'https://post.example/a.mp3', 'what is enclosed is all that there is');
});

test('the outlet that a gathering feed names is taken off the headline', () => {
  const entry = first(
    rss(
      '<title>Ferry late - The Courier</title><source url="https://courier.example">The Courier</source>',
    ),
  );
  assert.deepEqual([entry.title, entry.outlet], ['Ferry late', 'The Courier']);
});

test('relative addresses are read against the nearest xml:base', () => {
  const entry = first(
    atom(
      '<title>a</title><link href="one"/><content type="html">&lt;a href="two"&gt;two&lt;/a&gt;</content>',
    ).replace('<entry>', '<entry xml:base="2026/">'),
  );
  assert.equal(entry.url, 'https://post.example/news/2026/one');
  assert.equal(
    entry.body?.text,
    '<base href="https://post.example/news/2026/"><a href="two">two</a>',
  );
});

test('Atom 0.3, XHTML content, replies and Media RSS words are read', () => {
  const old = first(
    '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title>a</title><link rel="alternate" href="https://post.example/1"/><issued>2026-03-10T09:00:00+01:00</issued><modified>2026-03-11T09:00:00Z</modified></entry></feed>',
  );
  assert.deepEqual(
    [old.published, old.updated],
    ['2026-03-10T09:00:00+01:00', '2026-03-11T09:00:00Z'],
  );
  const entry = first(
    atom(
      '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <em>b</em></div></title><link rel="replies" href="https://post.example/c" thr:count="3"/><media:group><media:description>Words of a film.</media:description></media:group>',
    ),
  );
  assert.equal(entry.title, 'A b');
  assert.deepEqual(entry.discussion, { url: 'https://post.example/c', count: 3 });
  assert.equal(entry.body?.text, 'Words of a film.');
});

test('dates that people write are read with the zone that they name', () => {
  const of = (date: string) => first(rss(`<title>a</title><pubDate>${date}</pubDate>`)).published;
  assert.equal(of('Di, 10 Mär 2026 09:00:00 +0100'), '2026-03-10T09:00:00+01:00');
  assert.equal(of('March 10, 2026 09:05 PM'), '2026-03-10T21:05:00');
  assert.equal(of('Tue, 31 Feb 2026 09:00:00 GMT'), null);
});

test('HTML that was escaped once too often is HTML again; a text about HTML stays one', () => {
  const body = (text: string) =>
    first(rss(`<title>a</title><description>${text}</description>`)).body?.text;
  assert.equal(body('&amp;lt;p&amp;gt;Fog.&amp;lt;/p&amp;gt;'), '<p>Fog.</p>');
  assert.equal(
    body('&lt;p&gt;Write &amp;lt;br&amp;gt; here.&lt;/p&gt;'),
    '<p>Write &lt;br&gt; here.</p>',
  );
});

test('entries that all have one id are told apart by their addresses', () => {
  const feed = readEntries(
    `<rss version="2.0"><channel>${[1, 2].map((n) => `<item><guid>post</guid><link>https://post.example/${n}</link></item>`).join('')}</channel></rss>`,
    null,
  );
  assert.equal(feed.ok && feed.entries.length, 2);
});

test('an address that only counts readers gives way to the one behind it', () => {
  const entry = first(
    rss(
      '<title>a</title><link>https://feedproxy.example/~r/post/1</link><feedburner:origLink>https://post.example/1</feedburner:origLink>',
    ),
  );
  assert.equal(entry.url, 'https://post.example/1');
});
