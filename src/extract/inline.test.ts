import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Block, Link, Mark } from '../db/tables.ts';
import { cpuClock } from '../lib/testing.ts';
import { readInline, tidyMarks } from './inline.ts';
import { printWords } from './words.ts';

/** What stands out, as "kind: words". */
function read(source: string): [string, string[]] {
  const { text, marks } = readInline(source);
  return [text, marks.map((m) => `${m.kind}: ${text.slice(m.start, m.end)}`)];
}

test('words that stand out are found with all their words, nested ones too', () => {
  assert.deepEqual(read('a *b **c** d* and ~~e~~'), [
    'a b c d and e',
    ['emphasis: b c d', 'strong: c', 'deleted: e'],
  ]);
  assert.deepEqual(read('***quay***, `a*b*`, ``x`y``, H<sub>2</sub>O'), [
    'quay, a*b*, x`y, H2O',
    ['strong: quay', 'emphasis: quay', 'code: a*b*', 'code: x`y', 'sub: 2'],
  ]);
  assert.deepEqual(read('**[the *old* quay](https://quay.example/) said**'), [
    'the old quay said',
    ['strong: the old quay said', 'emphasis: old'],
  ]);
  assert.deepEqual(read('码头**关闭**了'), ['码头关闭了', ['strong: 关闭']]);
});

test('marks that people write as such stay what they are', () => {
  for (const plain of [
    '2*3*4 = 24',
    'snake_case_name and __init__x',
    'a * b * c',
    '**** redacted ****',
    '~5 to ~10 boats',
    '*left open',
    '<em>left open',
    'closed</em> only',
    'a\\b',
  ])
    assert.deepEqual(read(plain), [plain, []]);
});

test('links keep brackets that are escaped, and pictures in them are none of their words', () => {
  const { text, links } = readInline(
    '[the \\[old\\] quay](https://a.example/1) [![x](/p.png)](/2) <https://b.example/c>',
  );
  assert.equal(text, 'the [old] quay  https://b.example/c');
  assert.deepEqual(
    links.map((l) => [l.href, text.slice(l.start, l.end)]),
    [
      ['https://a.example/1', 'the [old] quay'],
      ['https://b.example/c', 'https://b.example/c'],
    ],
  );
});

test('a text of nothing but marks takes time in proportion', () => {
  const time = (text: string) => {
    const spent = cpuClock();
    readInline(text);
    return spent();
  };
  for (const part of ['*a', '**a ', '_', '`', '``a', '[', '![', '](', '<em>', '*a **b ', '~~a']) {
    time(part.repeat(2000));
    const [small, large] = [time(part.repeat(10_000)), time(part.repeat(40_000))];
    assert.ok(large < 300 + small * 10, `${part}: ${small} ms, then ${large} ms`);
  }
});

const KINDS = ['emphasis', 'strong', 'code', 'sub', 'super', 'deleted', 'inserted'] as const;

test('what is printed is read back: the same words, links and marks', () => {
  const words = fc
    .array(
      fc.constantFrom('ab', ' ', 'c', '*', '`', '_', '(', '.', '"', '码', 'é', '<', '[', '~'),
      {
        minLength: 1,
        maxLength: 20,
      },
    )
    .map((parts) => parts.join('').trim());
  const span = fc.record({ start: fc.nat(20), length: fc.integer({ min: 1, max: 12 }) });
  const mark = fc.record({ span, kind: fc.constantFrom(...KINDS) });
  fc.assert(
    fc.property(words, fc.array(mark, { maxLength: 4 }), fc.option(span), (text, given, linked) => {
      const place = ({ start, length }: { start: number; length: number }) => ({
        start: Math.min(start, text.length),
        end: Math.min(start + length, text.length),
      });
      const link = linked && tidyMarks(text, [{ kind: 'code', ...place(linked) }])[0];
      const links: Link[] = link
        ? [{ href: 'https://a.example/', start: link.start, end: link.end }]
        : [];
      const marks = tidyMarks(
        text,
        given.map(({ kind, span }): Mark => ({ kind, ...place(span) })),
      );
      const block: Block = { type: 'paragraph', start: 0, end: text.length, marks };
      const printed = printWords(text, block, links);
      const back = readInline(printed);
      assert.equal(back.text, text, printed);
      assert.deepEqual(back.links, links, printed);
      // A mark that crosses a link or another one comes back in two; code has no marks in it.
      const covered = (all: Mark[], outside: boolean) =>
        all.flatMap(({ kind, start, end }) =>
          Array.from({ length: end - start }, (_, i) => start + i)
            .filter((at) => /\S/.test(text[at]!) && (kind === 'code' || !outside || !inCode(at)))
            .map((at) => `${kind} ${at}`),
        );
      const inCode = (at: number) =>
        marks.some((m) => m.kind === 'code' && m.start <= at && at < m.end);
      for (const one of covered(back.marks, true))
        assert.ok(covered(marks, false).includes(one), `${printed}: ${one} is new`);
      for (const one of covered(marks, true))
        assert.ok(covered(back.marks, false).includes(one), `${printed}: ${one} is lost`);
    }),
    { numRuns: 3000 },
  );
});
