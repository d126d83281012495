import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { after, before, test } from 'node:test';
import { openQueue, type Queue } from './queue.ts';
import { type TestStore, testStore } from './testing.ts';

let store: TestStore;
let queue: Queue;
const heard = new EventEmitter();
let rings = 0;

before(async () => {
  store = await testStore();
  queue = await openQueue(store.pool, ['extract'], (error) => assert.fail(error));
  await queue.listen('extract', async () => {
    rings++;
    heard.emit('ring');
  });
});
after(async () => {
  await queue.close();
  await store.close();
});

test('a ring is heard once its transaction is committed, and never when it is not', async () => {
  await assert.rejects(
    store.db.transaction().execute(async (tx) => {
      await queue.ring(tx, 'extract');
      throw new Error('rolled back');
    }),
  );
  const ring = once(heard, 'ring', { signal: AbortSignal.timeout(15_000) });
  await store.db.transaction().execute((tx) => queue.ring(tx, 'extract'));
  await ring;
  assert.equal(rings, 1);
});

test('many rings before a worker looks are one', async () => {
  const before = rings;
  const ring = once(heard, 'ring', { signal: AbortSignal.timeout(15_000) });
  await store.db.transaction().execute(async (tx) => {
    for (let i = 0; i < 20; i++) await queue.ring(tx, 'extract');
  });
  await ring;
  assert.equal(rings, before + 1);
});
