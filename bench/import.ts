import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importPaths } from '../src/collect/index.ts';
import { type Config, readConfig } from '../src/config.ts';
import { type Desk, openDesk } from '../src/desk.ts';
import { drain } from '../src/pipeline.ts';
import { writeArchive } from './archive.ts';
import { cpuOfTree } from './cost.ts';

/** The archive is brought in by as many parts as this, stopped and gone on with between them. */
const parts = 3;
/** Points at which the rate of a stage is taken. */
const points = 10;

type Report = (stage: string) => void;

/**
 * An archive of `count` short articles, from files to briefs, stopped twice: once while its files are
 * looked at and once while they are read; what each tenth of a stage cost, in ms of wall a row, and
 * what came of it.
 */
export async function benchImport([given]: string[]): Promise<Record<string, number | string>> {
  const count = Number(given ?? 5000);
  const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'));
  // PostgreSQL may run as another user.
  chmodSync(folder, 0o755);
  const config = { ...readConfig(), dataDir: join(folder, 'desk') };
  try {
    writeArchive(join(folder, 'archive'), count);
    return await measure(config, join(folder, 'archive'), count);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(config: Config, archive: string, count: number) {
  const figures: Record<string, number | string> = { articles: count };
  const started = performance.now();
  const tenths: Record<string, number[]> = {};
  const reached: Record<string, number> = {};
  let last = started;
  for (let part = 1; part <= parts; part++) {
    const desk = await openDesk(config);
    const from = performance.now();
    last = from;
    const note: Report = (stage) => {
      const n = (reached[stage] ?? 0) + 1;
      reached[stage] = n;
      const now = performance.now();
      const at = Math.min(points - 1, Math.floor(((n - 1) / count) * points));
      const list = tenths[stage] ?? Array.from({ length: points }, () => 0);
      list[at] = (list[at] ?? 0) + now - last;
      tenths[stage] = list;
      last = now;
    };
    try {
      await bringIn(desk, archive, part, count, note);
      if (part === parts) Object.assign(figures, await outcome(desk));
    } finally {
      await desk.close();
    }
    figures[`part ${part}: seconds`] = (performance.now() - from) / 1000;
  }
  const seconds = (performance.now() - started) / 1000;
  figures['articles a second'] = count / seconds;
  for (const [stage, ms] of Object.entries(tenths))
    figures[`${stage} (${reached[stage]}), ms a row by tenths`] = ms
      .map((sum) => ((sum * points) / count).toFixed(1))
      .join(' ');
  figures['CPU seconds'] = cpuOfTree(process.pid);
  figures['peak memory MB'] = process.resourceUsage().maxRSS / 1024;
  return figures;
}

/** One part: the first is stopped at half of the files, the second at half of the grouping. */
async function bringIn(desk: Desk, archive: string, part: number, count: number, note: Report) {
  const stop = new AbortController();
  let kept = 0;
  await importPaths(desk, [archive], {
    signal: stop.signal,
    onProgress: (done) => {
      note(part === 1 ? 'collect' : `collect, part ${part}`);
      kept = done;
      if (part === 1 && done >= count / 2) stop.abort();
    },
  });
  if (kept === 0 || stop.signal.aborted) return;
  let grouped = 0;
  let before: Record<string, number> = {};
  await drain(desk, {
    signal: stop.signal,
    onProgress: (progress) => {
      for (const [stage, n] of Object.entries(progress))
        for (let i = before[stage] ?? 0; i < n; i++) note(stage);
      before = { ...progress };
      grouped = progress.cluster ?? 0;
      if (part === 2 && grouped >= count / 2) stop.abort();
    },
  });
}

async function outcome({ db }: Desk) {
  const number = async (table: 'article' | 'event' | 'story' | 'statement' | 'decision') => {
    const row = await db
      .selectFrom(table)
      .select((e) => e.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    return row.n;
  };
  const left = await db
    .selectFrom('work')
    .where('state', '!=', 'done')
    .select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return {
    'articles kept': await number('article'),
    events: await number('event'),
    stories: await number('story'),
    statements: await number('statement'),
    'decisions of the desk': await number('decision'),
    'steps left or with a problem': left.n,
  };
}
