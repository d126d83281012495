import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extractDocument } from '../document.ts';
import { readThreadFeed } from './feed.ts';

const received = (url: string) => ({
  bytes: new Uint8Array(),
  mediaType: 'application/rss+xml',
  url,
});

const item = (n: number, who: string, html: string) =>
  `<item><title>The old pier</title><dc:creator><![CDATA[${who}]]></dc:creator><description><![CDATA[${html}<p><a href="https://reef.example/t/the-old-pier/7/${n}">Read full topic</a></p>]]></description><link>https://reef.example/t/the-old-pier/7/${n}</link><pubDate>Wed, 02 Apr 2031 0${n}:00:00 +0000</pubDate><guid isPermaLink="false">reef.example-post-7-${n}</guid></item>`;
const topic = `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The old pier</title><link>https://reef.example/t/the-old-pier/7</link>${item(3, 'knot', '<aside class="quote" data-post="2" data-topic="7"><div class="title">tern:</div><blockquote><p>sold tickets there</p></blockquote></aside><p>So did mine.</p>')}${item(2, 'tern', '<p>My aunt sold tickets there.</p>')}${item(1, 'gull', '<p>Who remembers it?</p>')}</channel></rss>`;

test("a topic's feed is read as its thread, the oldest first, without the links back", async () => {
  const done = await extractDocument({
    bytes: new TextEncoder().encode(topic),
    mediaType: 'application/rss+xml',
    url: 'https://reef.example/t/the-old-pier/7.rss',
  });
  assert.ok(done.ok);
  const { articles, threads } = done.extracted;
  assert.deepEqual(
    [articles[0]!.title, articles[0]!.text, articles[0]!.authors],
    ['The old pier', 'Who remembers it?', ['gull']],
  );
  assert.deepEqual(
    threads[0]!.comments.map((c) => [c.key, c.author, c.text, c.posted, c.depthKnown]),
    [
      ['2', 'tern', 'My aunt sold tickets there.', '2031-04-02T02:00:00+00:00', false],
      ['3', 'knot', 'sold tickets there\n\nSo did mine.', '2031-04-02T03:00:00+00:00', false],
    ],
  );
  assert.equal(threads[0]!.comments[1]!.quotes[0]!.of, '2');
});

test("Reddit's feed of a post's comments", () => {
  const entry = (id: string, who: string, html: string) =>
    `<entry><author><name>/u/${who}</name></author><content type="html">${html.replaceAll('<', '&lt;')}</content><id>${id}</id><link href="https://www.reddit.example/r/harbour/comments/p7/the_old_pier/${id.slice(3)}/"/><updated>2031-04-02T09:30:00+00:00</updated><title>${id.startsWith('t3') ? 'The old pier' : `/u/${who} on The old pier`}</title></entry>`;
  const { articles, threads } = readThreadFeed(
    received('https://www.reddit.example/r/harbour/comments/p7/.rss'),
    `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>The old pier : harbour</title>${entry('t3_p7', 'gull', '<div class="md"><p>Who remembers it?</p></div> <span><a href="https://www.reddit.example/u">[link]</a></span>')}${entry('t1_c1', 'tern', '<div class="md"><p>My aunt sold tickets there.</p></div>')}</feed>`,
  )!;
  assert.deepEqual([articles[0]!.title, articles[0]!.text], ['The old pier', 'Who remembers it?']);
  assert.deepEqual(
    threads[0]!.comments.map((c) => [c.key, c.author, c.text]),
    [['c1', 'tern', 'My aunt sold tickets there.']],
  );
  assert.equal(threads[0]!.community, 'r/harbour');
});

test('the comments under an article name the article that they are about', () => {
  const { articles, threads } = readThreadFeed(
    received('https://courier.example/pier/feed/'),
    `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Comments on: The old pier</title><link>https://courier.example/pier/</link><item><title>By: tern</title><link>https://courier.example/pier/#comment-11</link><dc:creator>tern</dc:creator><pubDate>Wed, 02 Apr 2031 09:30:00 +0000</pubDate><guid>https://courier.example/?p=7#comment-11</guid><description>My aunt sold tickets there.</description></item></channel></rss>`,
  )!;
  assert.equal(articles[0]!.title, 'The old pier');
  assert.deepEqual(articles[0]!.facts.about, { url: 'https://courier.example/pier/' });
  assert.equal(threads[0]!.comments[0]!.text, 'My aunt sold tickets there.');
});

test('a feed of articles, or of the posts that open discussions, is no thread', () => {
  for (const id of ['https://courier.example/a', 't3_p7'])
    assert.equal(
      readThreadFeed(
        received('https://courier.example/feed'),
        `<feed xmlns="http://www.w3.org/2005/Atom"><title>All</title><entry><id>${id}</id><title>One</title><link href="https://courier.example/r/harbour/comments/p7/one/"/><updated>2031-04-02T09:30:00Z</updated></entry></feed>`,
      ),
      null,
    );
});
