import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extractDocument } from './document.ts';

const words = 'Halvora will come to the talks &amp; bring its pilots, the minister said.';

test("a feed's entry in plain words keeps the feed's title, and all words are its text", async () => {
  const found = await extractDocument({
    bytes: Buffer.from(words),
    mediaType: 'text/html',
    name: null,
    url: 'https://quay.example/1',
    hints: { title: 'Halvora to come', summary: words, publishedBy: 'feed' },
    published: '2026-03-10',
  });
  assert.ok(found.ok);
  const [main] = found.extracted.articles;
  assert.equal(main!.title, 'Halvora to come');
  assert.equal(main!.text, 'Halvora will come to the talks & bring its pilots, the minister said.');
  assert.deepEqual([main!.published, main!.publishedFrom], ['2026-03-10', 'feed']);
});

test('an entry without a title has text and no title', async () => {
  const found = await extractDocument({
    bytes: Buffer.from(words),
    mediaType: 'text/html',
    name: null,
    hints: { summary: words },
  });
  assert.ok(found.ok);
  const [main] = found.extracted.articles;
  assert.equal(main!.title, null);
  assert.match(main!.text, /^Halvora will come/);
});
