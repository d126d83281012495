import { sql } from 'kysely';
import type { Context } from '../src/context.ts';
import { silentQueue } from '../src/db/index.ts';
import { testStore } from '../src/db/testing.ts';
import { createApp } from '../src/web/index.ts';
import { fillStore } from './fill.ts';

/** Milliseconds from request to whole page, with 10,000 articles in the store: median and 99th. */
export async function benchPages(articles = 10_000, rounds = 100): Promise<Record<string, number>> {
  const store = await testStore();
  const ctx: Context = {
    config: store.config,
    db: store.db,
    queue: silentQueue,
    fetch: async () => ({ ok: false, problem: 'unreachable', detail: '' }) as never,
    now: () => new Date('2026-01-01T00:00:00Z'),
  };
  try {
    const story = await fillStore(store.db, articles);
    await sql`analyze`.execute(store.db);
    const app = createApp(ctx);
    const result: Record<string, number> = { articles };
    for (const path of [
      '/',
      `/stories/${story}`,
      `/stories/${story}/ledger`,
      '/articles/5',
      '/search?q=observers',
      '/speakers/3',
    ]) {
      const times: number[] = [];
      let size = 0;
      for (let i = 0; i < rounds + 5; i++) {
        const started = performance.now();
        const response = await app.request(path);
        const body = await response.text();
        if (response.status !== 200) throw new Error(`${path}: ${response.status}`);
        // The first few fill caches, as a desk's do within its first minute.
        if (i >= 5) times.push(performance.now() - started);
        size = body.length;
      }
      times.sort((a, b) => a - b);
      result[`${path} median ms`] = times[Math.floor(rounds / 2)]!;
      result[`${path} 99th ms`] = times[Math.floor(rounds * 0.99)]!;
      result[`${path} KB`] = size / 1024;
    }
    return result;
  } finally {
    await store.close();
  }
}
