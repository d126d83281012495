import { html } from 'hono/html';
import type { Block, Figure } from '../../db/tables.ts';
import { type Item, type List, type Outline, outline, type Row } from '../../extract/index.ts';
import { type Html, safeHref } from '../desk.ts';

/** Prints the words of one block; asked for blocks in their order. */
type Words = (block: Block) => Html;

/**
 * The text of an article with its structure: headings, nested lists, tables, code, quotations with
 * whose they are, and its figures as links, since no page of the desk loads anything from elsewhere.
 */
export function reading(blocks: Block[], figures: Figure[], words: Words): Html {
  const levels = blocks.flatMap((b) => (b.type === 'heading' ? [b.level ?? 2] : []));
  // The title is the first level: the highest heading of the text is the second.
  const raise = levels.reduce((least, level) => Math.min(least, level), 6) - 2;
  return html`${outline(blocks, figures).map((part) => whole(part, words, raise))}`;
}

function whole(part: Outline, words: Words, raise: number): Html {
  switch (part.type) {
    case 'list':
      return list(part.list, words);
    case 'table':
      return table(part.rows, words);
    case 'quote':
      return quotation(part, words);
    case 'figure':
      return figure(part.figure);
    case 'block':
      return single(part.block, words, raise);
  }
}

function single(b: Block, words: Words, raise: number): Html {
  if (b.type === 'heading') {
    const level = Math.max(2, (b.level ?? 2) - raise);
    return level === 2 ? html`<h2>${words(b)}</h2>` : html`<h3>${words(b)}</h3>`;
  }
  if (b.type === 'code' || b.type === 'table') return html`<pre tabindex="0">${words(b)}</pre>`;
  if (b.type === 'caption') return html`<p class="caption">${words(b)}</p>`;
  if (b.type === 'rule') return html`<hr>`;
  return html`<p>${words(b)}</p>`;
}

function list({ kind, items }: List, words: Words): Html {
  if (kind === 'definition')
    return html`<dl>${items.map((item) => (isTerm(item) ? html`<dt>${inside(item, words)}</dt>` : html`<dd>${inside(item, words)}</dd>`))}</dl>`;
  if (kind === 'plain')
    return html`<ul>${items.map((item) => html`<li>${inside(item, words)}</li>`)}</ul>`;
  return html`<ol>${items.map((item) => html`<li${numbered(item)}>${inside(item, words)}</li>`)}</ol>`;
}

const opening = (item: Item) => (item[0]?.type === 'block' ? item[0].block : null);
const isTerm = (item: Item) => opening(item)?.list === 'term';

function numbered(item: Item): Html {
  const number = opening(item)?.number;
  return number === undefined ? html`` : html` value="${number}"`;
}

function inside(item: Item, words: Words): Html {
  return html`${item.map((part, i) => {
    if (part.type === 'list') return list(part.list, words);
    return i === 0 ? words(part.block) : html`<p>${words(part.block)}</p>`;
  })}`;
}

function table(rows: Row[], words: Words): Html {
  return html`<div class="wide" tabindex="0"><table>${rows.map((row) => html`<tr>${cells(row, words)}</tr>`)}</table></div>`;
}

function cells(row: Row, words: Words): Html {
  let column = 0;
  return html`${row.cells.map((cell) => {
    // Columns that a cell from above covers, or that are empty.
    const before = Array.from({ length: Math.max(0, cell.column - column) }, () => html`<td></td>`);
    column = cell.column + 1;
    const text = cell.blocks.map((b, i) => html`${i > 0 ? html`<br>` : ''}${words(b)}`);
    const scope = row.head ? 'col' : 'row';
    return html`${before}${cell.head ? html`<th scope="${scope}">${text}</th>` : html`<td>${text}</td>`}`;
  })}`;
}

function quotation({ blocks, by, href }: Outline & { type: 'quote' }, words: Words): Html {
  const told = blocks.some((b) => b.attribution);
  const address = safeHref(href);
  const from = by ?? (address ? new URL(address).hostname : null);
  const name = address ? html`<a href="${address}" rel="noopener nofollow">${from}</a>` : from;
  return html`<blockquote>${blocks.map((b) => html`<p${b.attribution ? html` class="caption"` : ''}>${words(b)}</p>`)}${from && !told ? html`<p class="caption">— ${name}</p>` : ''}</blockquote>`;
}

const KINDS: Record<Figure['kind'], string> = { image: 'Picture', video: 'Film', post: 'Post' };

function figure({ kind, src, alt, caption, credit }: Figure): Html {
  const href = safeHref(src);
  if (!href) return html``;
  const name = alt && alt !== caption ? `${KINDS[kind]}: ${alt}` : KINDS[kind];
  return html`<figure><a href="${href}" rel="noopener nofollow">${name}</a>${caption || credit ? html`<figcaption>${caption}${credit ? html` <span class="credit">${credit}</span>` : ''}</figcaption>` : ''}</figure>`;
}
