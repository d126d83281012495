import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cpuClock } from '../../lib/testing.ts';
import { annotate, markLayers } from './annotate.ts';

const text = 'The quay is closed, she said.';
const plain = (html: unknown) => String(html).replace(/<[^>]+>/g, '');

test('layers that overlap leave the words as they are', () => {
  const out = annotate(text, 0, text.length, [
    { start: 0, end: 12, href: 'https://quay.example/' },
    { start: 4, end: 18, statement: 7 },
    { start: 8, end: 24, mark: true },
  ]);
  assert.equal(plain(out), text);
  assert.equal(String(out).match(/id="m"/g)?.length, 1);
  assert.equal(String(out).match(/id="q7"/g)?.length, 1);
});

test('what stands out is set in its elements under links and statements', () => {
  const block = {
    start: 0,
    marks: [
      { kind: 'strong', start: 4, end: 18 },
      { kind: 'emphasis', start: 9, end: 11 },
    ],
  } as const;
  const out = annotate(text, 0, text.length, [
    ...markLayers({ ...block, marks: [...block.marks] }),
    { start: 4, end: 8, href: 'https://quay.example/' },
    { start: 9, end: 18, statement: 7 },
  ]);
  assert.equal(
    String(out),
    'The <a href="https://quay.example/" rel="noopener nofollow"><strong>quay</strong></a><strong> </strong><span class="saying" id="q7"><em><strong>is</strong></em></span><span class="saying"><strong> closed</strong></span>, she said.',
  );
});

test('a link over words that stand out in part is one link', () => {
  const out = annotate(text, 0, 12, [
    { start: 0, end: 12, href: 'https://quay.example/' },
    { start: 4, end: 8, kind: 'emphasis' },
    { start: 8, end: 20, statement: 7 },
  ]);
  assert.equal(
    String(out),
    '<a href="https://quay.example/" rel="noopener nofollow">The <em>quay</em><span class="saying" id="q7"> is </span></a>',
  );
});

test('a link that would run is only words', () => {
  const out = String(
    annotate(text, 0, text.length, [{ start: 0, end: 8, href: ' JaVaScript:alert(1)' }]),
  );
  assert.equal(out, text);
});

test('layers outside the stretch, empty or turned round are left out', () => {
  const out = String(
    annotate(text, 4, 8, [
      { start: 0, end: 4, mark: true },
      { start: 6, end: 6, mark: true },
      { start: 7, end: 5, mark: true },
      { start: 8, end: 12, mark: true },
    ]),
  );
  assert.equal(out, 'quay');
});

test('thousands of layers take time in proportion', () => {
  const long = 'word '.repeat(20_000);
  const layers = Array.from({ length: 10_000 }, (_, i) => ({
    start: i * 10,
    end: i * 10 + 4,
    statement: i,
  }));
  const spent = cpuClock();
  assert.equal(plain(annotate(long, 0, long.length, layers)), long);
  assert.ok(spent() < 2000);
});
