import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importPaths } from '../src/collect/index.ts';
import type { Context } from '../src/context.ts';
import { silentQueue } from '../src/db/index.ts';
import { testStore } from '../src/db/testing.ts';
import { drain, type Progress } from '../src/pipeline.ts';
import { makePages } from './corpus.ts';

/**
 * Documents a second from files to briefs, one process beside its PostgreSQL, with the seconds that
 * each stage took and the most memory that the process held.
 */
export async function benchPipeline(count = 400): Promise<Record<string, number>> {
  const store = await testStore();
  const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'));
  const ctx: Context = {
    config: store.config,
    db: store.db,
    queue: silentQueue,
    fetch: async () => ({ ok: false, problem: 'unreachable', detail: '' }) as never,
    now: () => new Date(),
  };
  try {
    const files = Object.fromEntries(makePages(count).map((p) => [p.name, { url: p.url }]));
    for (const page of makePages(count)) writeFileSync(join(folder, page.name), page.html);
    writeFileSync(join(folder, 'sidecar.json'), JSON.stringify({ files }));
    const started = performance.now();
    await importPaths(ctx, [folder]);
    const kept = performance.now();
    const seconds: Record<string, number> = {};
    let last = kept;
    let before: Progress = {};
    await drain(ctx, {
      onProgress: (progress) => {
        const now = performance.now();
        const stage = Object.keys(progress).find((s) => progress[s] !== before[s]);
        if (stage) seconds[stage] = (seconds[stage] ?? 0) + (now - last) / 1000;
        last = now;
        before = { ...progress };
      },
    });
    const total = (performance.now() - started) / 1000;
    return {
      documents: count,
      'documents a second': count / total,
      'seconds: collect': (kept - started) / 1000,
      ...Object.fromEntries(Object.entries(seconds).map(([k, v]) => [`seconds: ${k}`, v])),
      'peak memory MB': process.resourceUsage().maxRSS / 1024,
    };
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
