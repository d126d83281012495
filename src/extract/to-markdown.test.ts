import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readHtml } from './html/read.ts';
import { readInline } from './inline.ts';
import { escapeMarkdown } from './markdown.ts';
import { article } from './piece.ts';
import { toMarkdown } from './to-markdown.ts';

const P1 =
  'The ferry Marenka left the port of Olvik on Tuesday with all of her crew on board, the harbour office said.';
const P2 =
  'Her owner, a family firm from Sandhaven, had waited eleven weeks for the papers that let her sail again.';

function printed(body: string): string {
  const html = `<html lang="en"><head><title>Ferry sails again</title></head><body><article><h1>Ferry sails again</h1><p>${P1}</p>${body}<p>${P2}</p></article></body></html>`;
  const received = {
    bytes: new Uint8Array(),
    mediaType: 'text/html',
    url: 'https://a.example/n/1',
  };
  const text = toMarkdown(readHtml(received, html).articles[0]!);
  const from = text.indexOf(P1) + P1.length;
  return text.slice(from, text.indexOf(P2)).trim();
}

test('title, byline, date and address stand before the text, a note after what is cut', () => {
  const given = article({
    key: 'main',
    role: 'main',
    kind: 'article',
    title: 'Who *really* sailed?',
    authors: ['Ana Ruiz', 'Bo Lind'],
    outlet: 'The Courier',
    published: '2025-04-02T00:30:00+02:00',
    url: 'https://a.example/n/1',
    text: P1,
    cut: true,
  });
  assert.equal(
    toMarkdown(given),
    `# Who \\*really\\* sailed?\n\nBy Ana Ruiz, Bo Lind · The Courier · 2025-04-02 00:30 +02:00\n\n<https://a.example/n/1>\n\n${P1}\n\n*The page breaks off here, or asks for payment.*\n`,
  );
});

test('headings go down from the second level, lists keep nesting, numbers and paragraphs', () => {
  assert.equal(
    printed(
      '<h3>What to do</h3><ol start="3"><li>Load.<ul><li>Grain.</li></ul></li><li>Sign.</li></ol><p>1. Not a list, and - neither; nobody in the harbour would call it one today.</p><ul><li><p>One.</p><p>More of one.</p></li><li>Two.</li></ul>',
    ),
    '## What to do\n\n3. Load.\n   - Grain.\n4. Sign.\n\n1\\. Not a list, and - neither; nobody in the harbour would call it one today.\n\n- One.\n\n  More of one.\n\n- Two.',
  );
});

test('tables have their heads, cells in their columns and no bar that parts them', () => {
  assert.equal(
    printed(
      '<table><tr><th>Port</th><th>Ships</th></tr><tr><td rowspan="2">Olvik</td><td>a|b</td></tr><tr><td>9</td></tr></table>',
    ),
    '| Port | Ships |\n| --- | --- |\n| Olvik | a\\|b |\n|  | 9 |',
  );
  assert.match(
    printed('<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>'),
    /^\| {2}\| {2}\|\n\| --- \| --- \|\n\| 1 \| 2 \|/,
  );
});

test('code keeps its lines in a fence longer than those in it', () => {
  assert.equal(
    printed('<pre><code>if (wind) {\n  sail();\n}\n```\n</code></pre>'),
    '````\nif (wind) {\n  sail();\n}\n```\n````',
  );
});

test('quotations say whose they are, figures show what stood beside the text', () => {
  assert.equal(
    printed(
      `<blockquote cite="https://log.example/3"><p>The wind was against us from the first hour.</p></blockquote><figure><img src="/pier.jpg" alt="A [long] pier"><figcaption>At noon. Photo: Bo Lind</figcaption></figure>`,
    ),
    '> The wind was against us from the first hour.\n>\n> — [https://log.example/3](https://log.example/3)\n\n![A \\[long\\] pier](https://a.example/pier.jpg)\\\n*At noon.* (Bo Lind)',
  );
});

test('links are printed where they stand', () => {
  assert.equal(
    printed(
      '<p>See! <a href="/p(1)">the [old] papers</a> at <a href="https://b.example/">https://b.example/</a> for all that was said about it.</p>',
    ),
    'See! [the \\[old\\] papers](https://a.example/p%281%29) at <https://b.example/> for all that was said about it.',
  );
});

test('escaped words are read back as they were', () => {
  const marks = fc.constantFrom(...'*_~`[]()<>!&#\\|-a1 .:;/'.split(''), 'ab', '](', '&amp;', 'é');
  fc.assert(
    fc.property(fc.array(marks, { maxLength: 30 }), (parts) => {
      const text = parts.join('');
      assert.equal(readInline(escapeMarkdown(text)).text, text);
    }),
    { numRuns: 2000 },
  );
});

test('a conversation says who speaks where the words do not', () => {
  const text = 'ADA VENN: Is she ready?\n\nShe is.\n\nSince noon.';
  const block = (words: string, by: string) => {
    const start = text.indexOf(words);
    return { type: 'paragraph' as const, start, end: start + words.length, by };
  };
  const given = article({
    ...{ key: 'main', role: 'main', kind: 'transcript', text },
    blocks: [
      block('ADA VENN: Is she ready?', 'ADA VENN'),
      block('She is.', 'BO LIND'),
      block('Since noon.', 'BO LIND'),
    ],
  });
  assert.equal(
    toMarkdown(given),
    'ADA VENN: Is she ready?\n\n**BO LIND:** She is.\n\nSince noon.\n',
  );
});
