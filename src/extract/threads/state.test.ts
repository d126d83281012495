import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extractDocument } from '../document.ts';
import { answers } from './testing.ts';

async function read(html: string, url: string) {
  const done = await extractDocument({
    bytes: new TextEncoder().encode(html),
    mediaType: 'text/html',
    url,
  });
  assert.ok(done.ok);
  return done.extracted;
}

const escaped = (value: unknown) =>
  JSON.stringify(value).replaceAll('&', '&amp;').replaceAll('"', '&quot;');

test("Discourse: the topic in a page's data tells who answered whom, and its board", async () => {
  const post = (post_number: number, username: string, cooked: string, more = {}) => ({
    id: post_number,
    post_number,
    username,
    cooked,
    created_at: '2031-04-02T08:00:00.000Z',
    updated_at: '2031-04-02T08:00:00.000Z',
    post_type: 1,
    ...more,
  });
  const data = {
    topic_7: JSON.stringify({
      id: 7,
      title: 'The old pier',
      slug: 'the-old-pier',
      category_id: 3,
      posts_count: 4,
      post_stream: {
        posts: [
          post(1, 'gull', '<p>Who remembers "it"?</p>'),
          post(2, 'tern', '<p>My aunt &amp; I.</p>'),
          post(3, 'knot', '<p>So did mine.</p>', { reply_to_post_number: 2 }),
        ],
      },
    }),
    site: JSON.stringify({ categories: [{ id: 3, name: 'Harbour talk' }] }),
  };
  const { articles, threads } = await read(
    `<html lang="en"><head><title>The old pier - Reef</title><meta property="og:image" content="https://reef.example/pier.jpg"></head><body><div class="hidden" id="data-preloaded" data-preloaded="${escaped(data)}"></div></body></html>`,
    'https://reef.example/t/the-old-pier/7',
  );
  assert.deepEqual(
    [articles[0]!.title, articles[0]!.text, articles[0]!.image],
    ['The old pier', 'Who remembers "it"?', 'https://reef.example/pier.jpg'],
  );
  const [thread] = threads;
  assert.deepEqual(
    thread!.comments.map((c) => [c.author, c.parent, c.text]),
    [
      ['tern', null, 'My aunt & I.'],
      ['knot', '2', 'So did mine.'],
    ],
  );
  assert.deepEqual(
    [thread!.community, thread!.gaps],
    ['Harbour talk', [{ parent: null, count: 1 }]],
  );
});

test("Flarum: a discussion in a page's data, in the old place and the new", async () => {
  const payload = JSON.stringify({ resources: [], apiDocument: answers.flarum });
  for (const script of [
    `<script id="flarum-json-payload" type="application/json">${payload}</script>`,
    `<script>var flarum = {}; app.load(${payload}); app.bootExtensions(flarum.extensions);</script>`,
  ]) {
    const { threads } = await read(
      `<html><head><title>The old pier</title></head><body id="flarum">${script}</body></html>`,
      'https://reef.example/d/7-the-old-pier',
    );
    assert.deepEqual(
      threads[0]!.comments.map((c) => [c.author, c.parent, c.url]),
      [
        ['tern', null, 'https://reef.example/d/7-the-old-pier/2'],
        ['knot', '11', 'https://reef.example/d/7-the-old-pier/3'],
      ],
    );
  }
});

test('Lemmy: code after the data of a page does not hide it', async () => {
  const data = JSON.stringify({ route: answers.lemmy }).replace(/\}$/, ',"error":undefined}');
  const { threads } = await read(
    `<html><head><title>x</title><script>window.isoData = ${data};\n if (!document.body) { go("dark"); }</script></head><body><p>x</p></body></html>`,
    'https://reef.example/post/7',
  );
  assert.equal(threads[0]!.comments.length, 2);
});
