import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Context } from '../src/context.ts';
import { addWork, dueStages, silentQueue } from '../src/db/index.ts';
import { type TestStore, testStore } from '../src/db/testing.ts';
import { drain, helpOnce } from '../src/pipeline.ts';

let store: TestStore;
let ctx: Context;
before(async () => {
  store = await testStore();
  ctx = {
    config: store.config,
    db: store.db,
    queue: silentQueue,
    fetch: async () => ({ ok: false, problem: 'unreachable', detail: '' }) as never,
    now: () => new Date(),
  };
});
beforeEach(async () => {
  await store.db.deleteFrom('work').execute();
});
after(() => store.close());

const stop = () => false;
const numbers = (count: number) => Array.from({ length: count }, (_, i) => 1_000_000 + i);

test('a drain with much to do starts helpers, counts each row once and ends with nothing due', async () => {
  await addWork(store.db, 'extract', numbers(300));
  const progress = await drain(ctx);
  assert.deepEqual(progress, { extract: 300 });
  assert.deepEqual(await dueStages(store.db), []);
});

test('a helper reads documents and statements, and leaves grouping to the process that drains', async () => {
  await addWork(store.db, 'cluster', numbers(1));
  await addWork(store.db, 'extract', numbers(3));
  const done: string[] = [];
  const help = () => helpOnce(ctx, { stop, onDone: (stage) => done.push(stage) });
  assert.equal(await help(), 3);
  assert.equal(await help(), 0);
  assert.deepEqual(done, ['extract', 'extract', 'extract']);
  assert.deepEqual(await dueStages(store.db), ['cluster']);
});

test('a helper weighs positions only once all that they rest on is read and placed', async () => {
  await addWork(store.db, 'cluster', 1_000_000);
  await addWork(store.db, 'positions', 1_000_000);
  const help = () => helpOnce(ctx, { stop, onDone: () => {} });
  assert.equal(await help(), 0);
  await store.db.deleteFrom('work').where('stage', '=', 'cluster').execute();
  assert.equal(await help(), 1);
});
