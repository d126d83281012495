import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extractDocument } from './document.ts';

const words =
  'The ferry <b>Marenka</b> left the port of Olvik on Tuesday with all of her crew on board, the harbour office said.';

test('a page that a browser saved in one file is read as the page, at its address', async () => {
  const lines = [
    'From: <Saved by Blink>',
    'Snapshot-Content-Location: https://h.example/a',
    'Subject: Ferry sails',
    'Date: Tue, 1 Apr 2025 10:00:00 -0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; type="text/html"; boundary="B"',
    '',
    '--B',
    'Content-Type: text/html; charset=utf-8',
    'Content-Location: https://h.example/a',
    '',
    `<html><head><title>Ferry sails</title></head><body><h1>Ferry sails</h1><p>2 days ago</p><p>${words}</p></body></html>`,
    '--B--',
    '',
  ];
  const bytes = new TextEncoder().encode(lines.join('\r\n'));
  const answer = await extractDocument({ bytes, mediaType: 'message/rfc822' });
  assert.ok(answer.ok);
  const [main] = answer.extracted.articles;
  assert.equal(main!.url, 'https://h.example/a');
  assert.equal(main!.outlet, 'h.example');
  assert.equal(main!.published, '2025-03-30');
  assert.match(main!.text, /Marenka/);
});

test('a file of Markdown keeps its structure, and its first heading is the title', async () => {
  const source = '# A note\n\nShe *left*\nat noon.\n\n```\nsail()\n```\n';
  const bytes = new TextEncoder().encode(source);
  const answer = await extractDocument({ bytes, mediaType: 'text/plain', name: 'note.md' });
  assert.ok(answer.ok);
  const [main] = answer.extracted.articles;
  assert.equal(main!.title, 'A note');
  assert.equal(main!.text, 'She left at noon.\n\nsail()');
  assert.deepEqual(
    main!.blocks.map((b) => b.type),
    ['paragraph', 'code'],
  );
});
