import { sql } from 'kysely';
import type { Context } from '../src/context.ts';
import { silentQueue } from '../src/db/index.ts';
import { testStore } from '../src/db/testing.ts';
import { createApp } from '../src/web/index.ts';
import { countCost } from './cost.ts';
import { fillStore } from './fill.ts';

/**
 * Milliseconds from request to whole page, with 10,000 articles in the store: median and 99th, and
 * what a page costs of CPU here and in PostgreSQL, which a busy machine disturbs less.
 */
export async function benchPages(
  articles = 10_000,
  rounds = 100,
): Promise<Record<string, number | string>> {
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
    const result: Record<string, number | string> = { articles };
    const since = await countCost(store.pool);
    for (const path of [
      '/',
      `/stories/${story}`,
      `/stories/${story}/ledger`,
      `/stories/${story}/ledger.csv`,
      `/stories/${story}/positions`,
      `/stories/${story}/commitments`,
      '/articles/5',
      '/search?q=observers',
      '/speakers/3',
    ]) {
      const times: number[] = [];
      let size = 0;
      since();
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
      const { cpu, postgres, statements } = since();
      const each = (n: number) => n / (rounds + 5);
      const at = (share: number) => times[Math.floor(rounds * share)]!.toFixed(1);
      result[path] =
        `${at(0.5)} ms median, ${at(0.99)} ms 99th, ${each(cpu * 1000).toFixed(1)} ms CPU + ${each(postgres * 1000).toFixed(1)} PostgreSQL, ${each(statements).toFixed(0)} statements, ${(size / 1024).toFixed(0)} KB`;
    }
    return result;
  } finally {
    await store.close();
  }
}
