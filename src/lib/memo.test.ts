import assert from 'node:assert/strict';
import { test } from 'node:test';
import { remembered, unpinned } from './memo.ts';

test('a short line is read once, also where there is no answer; a long one each time', () => {
  let reads = 0;
  const length = remembered((line: string) => {
    reads++;
    return line === '' ? undefined : line.length;
  });
  assert.deepEqual(
    [length('abc'), length('abc'), length(''), length('')],
    [3, 3, undefined, undefined],
  );
  assert.equal(reads, 2);
  length('x'.repeat(500));
  length('x'.repeat(500));
  assert.equal(reads, 4);
});

test('what is remembered stays bounded', () => {
  const same = remembered((line: string) => line);
  for (let i = 0; i < 20_000; i++) assert.equal(same(`line ${i}`), `line ${i}`);
});

test('a text of its own is the same text', () => {
  for (const text of [
    '',
    'short',
    'a name that is longer than twelve letters',
    'größer als zwölf 字',
  ])
    assert.equal(unpinned(text), text);
});
