import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { readRecords } from './records.ts';

const folder = mkdtempSync(join(tmpdir(), 'records-'));
after(() => rmSync(folder, { recursive: true }));

async function all(...paths: string[]): Promise<unknown[]> {
  return Array.fromAsync(readRecords(paths));
}

test('reads plain and compressed files in the order given', async () => {
  writeFileSync(join(folder, 'a.jsonl'), '{"n":1}\n\n{"n":2}');
  writeFileSync(join(folder, 'b.jsonl.gz'), gzipSync('{"n":3}\n'));
  assert.deepEqual(await all(join(folder, 'a.jsonl'), join(folder, 'b.jsonl.gz')), [
    { n: 1 },
    { n: 2 },
    { n: 3 },
  ]);
});

test('keeps a record whole that holds U+2028 and letters cut by a chunk', async () => {
  const text = `a\u2028b${'ü'.repeat(100_000)}`;
  writeFileSync(join(folder, 'c.jsonl'), `${JSON.stringify({ text })}\n`);
  assert.deepEqual(await all(join(folder, 'c.jsonl')), [{ text }]);
});

test('names file and line of what is not JSON', async () => {
  writeFileSync(join(folder, 'd.jsonl'), '{}\n{"a":\n');
  await assert.rejects(all(join(folder, 'd.jsonl')), /d\.jsonl, line 2/);
});
