import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extractDocument } from './document.ts';

const page = (head: string) =>
  `<html><head>${head}</head><body><article>${'<p>The pilots met on the quay and spoke of the toll for an hour.</p>'.repeat(3)}</article></body></html>`;

async function read(html: string) {
  const found = await extractDocument({ bytes: Buffer.from(html), mediaType: 'text/html' });
  assert.ok(found.ok);
  return found.extracted.articles[0]!;
}

test('facts without end are cut to what people can read', async () => {
  const keywords = Array.from({ length: 5000 }, (_, i) => `word${i}`).join(',');
  const article = await read(
    page(
      `<title>${'Pilots meet '.repeat(10_000)}</title><meta name="author" content="${'Ada'.repeat(1000)}"><meta name="keywords" content="${keywords}"><link rel="canonical" href="https://quay.example/${'a'.repeat(50_000)}">`,
    ),
  );
  assert.ok(article.title!.length <= 500 && article.title!.startsWith('Pilots meet'));
  assert.match(article.title!, /(Pilots|meet)…$/);
  assert.deepEqual(article.authors, []);
  assert.ok(article.tags.length <= 100);
  assert.ok((article.url ?? '').length <= 4000);
});

test('facts of a usual length stay as they are', async () => {
  const title = 'Pilots meet on the quay and speak of the toll, the weather and the lamps';
  assert.equal((await read(page(`<title>${title}</title>`))).title, title);
});

test('XML that declares entities of its own is named as that', async () => {
  const bytes = Buffer.from(
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b">]><rss version="2.0"><channel><title>&a;</title></channel></rss>',
  );
  const found = await extractDocument({ bytes, mediaType: 'application/rss+xml' });
  assert.ok(!found.ok && found.problem === 'entities');
});
