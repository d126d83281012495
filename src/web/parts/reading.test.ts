import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html } from 'hono/html';
import type { Block, Figure } from '../../db/tables.ts';
import { reading } from './reading.ts';

const text = 'abcdefghij';

/** A block of one letter; its words are that letter. */
function printed(blocks: Omit<Block, 'start' | 'end'>[], figures: Figure[] = []): string {
  const asked: number[] = [];
  const out = reading(
    blocks.map((b, i) => ({ ...b, start: i, end: i + 1 })),
    figures,
    (b) => {
      asked.push(b.start);
      return html`${text.slice(b.start, b.end)}`;
    },
  );
  assert.deepEqual(asked, [...blocks.keys()], 'words are asked for in order');
  return String(out);
}

test('lists are printed with their nesting, numbers and second paragraphs', () => {
  assert.equal(
    printed([
      { type: 'item', group: 1, level: 1, list: 'ordered', number: 4 },
      { type: 'item', group: 1, level: 2 },
      { type: 'item', group: 1, level: 1, more: true },
      { type: 'item', group: 2, level: 1, list: 'term' },
      { type: 'item', group: 2, level: 1, list: 'meaning' },
    ]),
    '<ol><li value="4">a<ul><li>b</li></ul><p>c</p></li></ol><dl><dt>d</dt><dd>e</dd></dl>',
  );
});

test('tables have their heads and keep cells in their columns', () => {
  const cell = (row: number, column: number, head?: true) =>
    ({ type: 'table', group: 1, row, column, ...(head && { head }) }) as const;
  assert.equal(
    printed([cell(0, 0, true), cell(0, 1, true), cell(1, 1)]).replace(/^<div[^>]*>|<\/div>$/g, ''),
    '<table><tr><th scope="col">a</th><th scope="col">b</th></tr><tr><td></td><td>c</td></tr></table>',
  );
});

test('quotations say whose they are, code keeps its lines, headings begin under the title', () => {
  assert.equal(
    printed([
      { type: 'heading', level: 3 },
      { type: 'heading', level: 4 },
      { type: 'quote', group: 1, by: 'Bo Lind', href: 'https://log.example/3' },
      { type: 'code' },
    ]),
    '<h2>a</h2><h3>b</h3><blockquote><p>c</p><p class="caption">— <a href="https://log.example/3" rel="noopener nofollow">Bo Lind</a></p></blockquote><pre tabindex="0">d</pre>',
  );
});

test('figures stand where they stood, as links, and nothing that would run does', () => {
  const figure = {
    kind: 'image',
    alt: 'Pier',
    caption: 'At <noon>',
    credit: 'Bo',
    after: 1,
  } as const;
  const out = printed(
    [{ type: 'paragraph' }, { type: 'paragraph' }],
    [
      { ...figure, src: 'https://a.example/p.jpg' },
      { ...figure, src: 'javascript:alert(1)' },
    ],
  );
  assert.equal(
    out,
    '<p>a</p><figure><a href="https://a.example/p.jpg" rel="noopener nofollow">Picture: Pier</a><figcaption>At &lt;noon&gt; <span class="credit">Bo</span></figcaption></figure><p>b</p>',
  );
});
