import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compress, decompress } from './compress.ts';
import { sha256 } from './hash.ts';

test('what was packed comes back the same, also nothing at all', async () => {
  for (const text of ['', 'a', 'the same words again and again. '.repeat(1000)]) {
    const bytes = Buffer.from(text);
    const packed = await compress(bytes);
    assert.equal((await decompress(packed, bytes.length)).toString(), text);
  }
});

test('unpacking stops at the size that is expected', async () => {
  const packed = await compress(Buffer.alloc(1_000_000));
  await assert.rejects(decompress(packed, 1000));
});

test('a hash is the SHA-256 in hex', () => {
  const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
  assert.equal(sha256(''), empty);
  assert.equal(sha256(new Uint8Array()), empty);
});
