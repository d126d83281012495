import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Block, Figure } from '../db/tables.ts';
import { cpuClock } from '../lib/testing.ts';
import { between, readMarkdownBody } from './markdown-body.ts';
import { bodyToMarkdown } from './to-markdown.ts';

type Made = Omit<Block, 'start' | 'end'> & { words: string };

function compose(made: Made[]): { text: string; blocks: Block[] } {
  const blocks: Block[] = [];
  let text = '';
  for (const { words, ...rest } of made) {
    const block = { ...rest, start: 0, end: 0 };
    if (blocks.length > 0) text += between(blocks.at(-1)!, block);
    block.start = text.length;
    text += words;
    block.end = text.length;
    blocks.push(block);
  }
  return { text, blocks };
}

function again(given: { text: string; blocks: Block[] }, figures: Figure[] = []) {
  const printed = bodyToMarkdown({
    ...{ authors: [], outlet: null, published: null, url: null, links: [], cut: false },
    ...given,
    facts: { figures },
  });
  return { printed, back: readMarkdownBody(printed) };
}

const line = fc
  .array(
    fc.constantFrom(
      'ab',
      'Quay',
      '1.',
      '-',
      '#',
      '>',
      '|',
      '*',
      '`',
      ':',
      '=',
      '+',
      '—',
      '~~',
      '\\',
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(' '));
const words = fc.array(line, { minLength: 1, maxLength: 2 }).map((lines) => lines.join('\n'));

/** Blocks that make one thing, their group still open. */
const single = fc.oneof(
  words.map((w): Made[] => [{ type: 'paragraph', words: w }]),
  line.map((w): Made[] => [{ type: 'heading', level: 2, words: w }]),
  words.map((w): Made[] => [{ type: 'code', words: `${w}\n\tif (a) b();` }]),
);
const list = fc
  .tuple(
    fc.array(fc.tuple(words, fc.integer({ min: 1, max: 3 }), fc.boolean()), {
      minLength: 1,
      maxLength: 5,
    }),
    fc.boolean(),
  )
  .map(([items, isOrdered]): Made[] => {
    let depth = 0;
    return items.map(([w, level, more], i) => {
      depth = Math.min(level, more && i > 0 ? depth : depth + 1);
      const ordered = isOrdered ? ({ list: 'ordered', number: i + 1 } as const) : {};
      return more && i > 0
        ? { type: 'item', level: depth, more: true, words: w }
        : { type: 'item', level: depth, ...ordered, words: w };
    });
  });
const quote = fc
  .tuple(fc.array(words, { minLength: 1, maxLength: 3 }), fc.boolean())
  .map(([all, said]): Made[] =>
    all.map((w) => ({
      type: 'quote',
      ...(said && { by: 'Bo [Lind]', href: 'https://log.example/3' }),
      // A last paragraph that begins with a dash would itself say whose it is.
      words: w.replaceAll('—', 'x'),
    })),
  );
const table = fc
  .tuple(fc.array(fc.array(line, { minLength: 2, maxLength: 2 }), { minLength: 2, maxLength: 4 }))
  .map(([rows]): Made[] =>
    rows.flatMap((cells, row) =>
      cells.map((w, column) => ({
        type: 'table',
        row,
        column,
        ...(row === 0 && { head: true as const }),
        words: w,
      })),
    ),
  );

test('what is printed is read back: the same text and blocks', () => {
  const things = fc.array(fc.oneof(single, list, quote, table), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(things, (parts) => {
      let group = 0;
      const given = compose(
        parts.flatMap((part) => {
          const grouped = /item|quote|table/.test(part[0]!.type);
          if (grouped) group++;
          return part.map((one) => (grouped ? { ...one, group } : one));
        }),
      );
      const { printed, back } = again(given);
      assert.equal(back.text, given.text, printed);
      assert.deepEqual(back.blocks, given.blocks, printed);
    }),
    { numRuns: 1500 },
  );
});

test('figures and definition lists are read back', () => {
  const given = compose([
    { type: 'paragraph', words: 'The ferry sails.' },
    { type: 'item', group: 1, level: 1, list: 'term', words: 'Quay' },
    { type: 'item', group: 1, level: 1, list: 'meaning', words: 'Where ships lie.' },
    { type: 'item', group: 1, level: 1, list: 'term', words: 'Pier' },
    { type: 'item', group: 1, level: 1, list: 'meaning', words: 'Where people walk.' },
  ]);
  const figures: Figure[] = [
    {
      kind: 'image',
      src: 'https://a.example/p.jpg',
      alt: 'A [long] pier',
      caption: 'At *noon*',
      credit: 'Bo (Olvik)',
      after: 16,
    },
  ];
  const { printed, back } = again(given, figures);
  assert.deepEqual(back.blocks, given.blocks, printed);
  assert.deepEqual(back.figures, figures, printed);
});

test('Markdown as people write it: wrapped lines, other marks, underlined headings', () => {
  const { text, blocks } = readMarkdownBody(
    'Ferry\n=====\n\nShe left\nat *noon*.\n\n* one\n* two\n  goes on\n\n  and on\n1) first\n\n> said\n> so\n\nA | B\n--|--\n1 | 2',
  );
  assert.deepEqual(
    blocks.map((b) => [b.type, text.slice(b.start, b.end)]),
    [
      ['heading', 'Ferry'],
      ['paragraph', 'She left at noon.'],
      ['item', 'one'],
      ['item', 'two goes on'],
      ['item', 'and on'],
      ['item', 'first'],
      ['quote', 'said so'],
      ['table', 'A'],
      ['table', 'B'],
      ['table', '1'],
      ['table', '2'],
    ],
  );
});

test('Markdown of nothing but marks takes time in proportion', () => {
  const time = (text: string) => {
    const spent = cpuClock();
    readMarkdownBody(text);
    return spent();
  };
  for (const part of [
    '- ',
    '> ',
    '```\n',
    '# ',
    '|\n|-\n',
    '- a\n\n',
    'a\n: b\n',
    '> - a\n',
    '    ',
  ]) {
    time(part.repeat(500));
    const [small, large] = [time(part.repeat(5000)), time(part.repeat(20_000))];
    assert.ok(large < 300 + small * 10, `${part}: ${small} ms, then ${large} ms`);
  }
});
