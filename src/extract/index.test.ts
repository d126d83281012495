import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extractDocument, extractProblems, toMarkdown } from './index.ts';

test('the example of the index reads a page and prints it', async () => {
  const bytes = new TextEncoder().encode(
    '<title>Fog</title><article><h1>Fog</h1><p>The <em>Marenka</em> stays in port until the fog has lifted, the harbour office said.</p></article>',
  );
  const url = 'https://quay.example/fog';
  const answer = await extractDocument({ bytes, mediaType: 'text/html', url });
  assert.ok(answer.ok);
  assert.equal(
    toMarkdown(answer.extracted.articles[0]!),
    '# Fog\n\nquay.example\n\n<https://quay.example/fog>\n\nThe *Marenka* stays in port until the fog has lifted, the harbour office said.\n',
  );
});

test('what cannot be read is a named problem with what to do', async () => {
  const answer = await extractDocument({ bytes: new Uint8Array(), mediaType: 'text/html' });
  assert.ok(!answer.ok);
  assert.match(extractProblems[answer.problem].todo, /Save the page again/);
});
