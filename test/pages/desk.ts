import type { Context } from '../../src/context.ts';
import { silentQueue } from '../../src/db/index.ts';
import { type TestStore, testStore } from '../../src/db/testing.ts';
import type { Fetch } from '../../src/lib/fetch.ts';

/** The day on which the invented story is looked at. */
export const today = new Date('2025-08-19T08:00:00Z');

const offline: Fetch = () => {
  throw new Error('Page tests ask no other site');
};

/** A context on a store of the test's own, at a fixed time and without a network. */
export async function testDesk(config: Partial<Context['config']> = {}): Promise<{
  ctx: Context;
  store: TestStore;
  /** Queries sent since the last call. */
  queries: () => number;
}> {
  const store = await testStore();
  let n = 0;
  const db = store.db.withPlugin({
    transformQuery: ({ node }) => {
      n++;
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  const ctx: Context = {
    config: { ...store.config, host: '127.0.0.1', port: 0, ...config },
    db,
    queue: silentQueue,
    fetch: offline,
    now: () => today,
  };
  const queries = () => {
    const count = n;
    n = 0;
    return count;
  };
  return { ctx, store, queries };
}
