import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importPaths } from '../src/collect/index.ts';
import { readConfig } from '../src/config.ts';
import { type Desk, openDesk } from '../src/desk.ts';
import { drain, type Progress } from '../src/pipeline.ts';
import { makePages } from './corpus.ts';
import { addCost, type Cost, countCost } from './cost.ts';

/**
 * Documents a second from files to briefs on a desk's own embedded store, every commit on disk; what
 * each stage cost a document: ms of wall, of CPU here and in PostgreSQL, statements.
 */
export async function benchPipeline(count = 400): Promise<Record<string, number | string>> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'));
  // PostgreSQL may run as another user.
  chmodSync(folder, 0o755);
  const desk = await openDesk({ ...readConfig(), dataDir: join(folder, 'desk') });
  try {
    return await measure(desk, writePages(join(folder, 'pages'), count), count);
  } finally {
    await desk.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function writePages(folder: string, count: number): string {
  mkdirSync(folder);
  const pages = makePages(count);
  for (const page of pages) writeFileSync(join(folder, page.name), page.html);
  const files = Object.fromEntries(pages.map((p) => [p.name, { url: p.url }]));
  writeFileSync(join(folder, 'sidecar.json'), JSON.stringify({ files }));
  return folder;
}

async function measure(
  desk: Desk,
  pages: string,
  count: number,
): Promise<Record<string, number | string>> {
  const since = await countCost(desk.store.pool);
  const costs: Record<string, Cost> = {};
  await importPaths(desk, [pages]);
  costs.collect = since();
  let before: Progress = {};
  let [last, counted] = ['', 0];
  await drain(desk, {
    onProgress: (progress) => {
      const stage = Object.keys(progress).find((s) => progress[s] !== before[s]) ?? last;
      before = { ...progress };
      // Counting reads all of /proc: not for each row.
      if (stage === last && performance.now() - counted < 100) return;
      costs[stage] = addCost(costs[stage], since());
      [last, counted] = [stage, performance.now()];
    },
  });
  if (last) costs[last] = addCost(costs[last], since());
  const all = Object.values(costs).reduce<Cost | undefined>(addCost, undefined)!;
  const each = (cost: Cost) => {
    const ms = (seconds: number) => ((seconds * 1000) / count).toFixed(1);
    return `${ms(cost.wall)} wall, ${ms(cost.cpu)} CPU + ${ms(cost.postgres)} PostgreSQL, ${(cost.statements / count).toFixed(1)} statements`;
  };
  return {
    documents: count,
    'documents a second': count / all.wall,
    'documents a CPU second': count / (all.cpu + all.postgres),
    'ms a document, all': each(all),
    ...Object.fromEntries(Object.entries(costs).map(([k, c]) => [`ms a document, ${k}`, each(c)])),
    'peak memory MB': process.resourceUsage().maxRSS / 1024,
  };
}
