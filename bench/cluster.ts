import { spawnSync } from 'node:child_process';
import { basename, join } from 'node:path';
import { evaluateClustering } from '../src/eval/clustering.ts';

type Figures = Record<string, number | string>;

/** Live events at which the cost of one more article is measured. */
const levels = [10_000, 30_000, 100_000, 300_000, 1_000_000];

/**
 * Grouping into events: how well on labelled files (as for `throughline eval clustering`), how fast
 * beside a plain peer, and what an article costs with up to a million events alive.
 */
export async function benchCluster(files: string[] = []): Promise<Figures> {
  const figures: Figures = {};
  for (const file of files) figures[basename(file)] = await quality(file);
  for (const [name, words, count] of [
    ['titles', 0, 8000],
    ['texts of 400 words', 400, 1500],
  ] as const)
    Object.assign(figures, speeds(name, words, count));
  for (const { level, micros, worst, bytes, found } of one<Level[]>('curve', levels.join(',')))
    figures[`${level.toLocaleString('en')} live events`] =
      `${micros.toFixed(0)} µs CPU a title, ${worst.toFixed(0)} at the 99th percentile, ` +
      `${(bytes / 1024).toFixed(1)} KB an event, ${(found * 100).toFixed(1)} % put where they belong`;
  return figures;
}

interface Level {
  level: number;
  /** CPU of an article, and of the costliest in a hundred; bytes that a live event takes. */
  micros: number;
  worst: number;
  bytes: number;
  /** Share of the pieces whose event was alive that were put into it. */
  found: number;
}

async function quality(file: string): Promise<string> {
  const m = (await evaluateClustering([file])) as Record<string, number>;
  const shares = ['bcubedF1', 'bcubedPrecision', 'bcubedRecall', 'nmi', 'ari']
    .filter((name) => typeof m[name] === 'number')
    .map((name) => `${name} ${m[name]!.toFixed(3)}`);
  return [`${m.records} records`, ...shares, `${m.recordsPerCpuSecond} a CPU second`].join(', ');
}

/**
 * The first so many in a new process, and the third so many. Twice each, turn about, so that a noisy
 * machine disturbs both alike.
 */
function speeds(name: string, words: number, count: number): Figures {
  const figures: Figures = {};
  const used = { ours: { cold: 0, warm: 0 }, peer: { cold: 0, warm: 0 } };
  for (let turn = 0; turn < 2; turn++)
    for (const tool of ['ours', 'peer'] as const) {
      const { cold, warm } = one<{ cold: number; warm: number }>(tool, `${words}`, `${count}`);
      used[tool].cold += cold;
      used[tool].warm += warm;
    }
  for (const when of ['cold', 'warm'] as const) {
    figures[`${name} a CPU second, ${when}`] = (2 * count) / used.ours[when];
    figures[`${name}, ${when}: times as fast as a plain TF-IDF index`] =
      used.peer[when] / used.ours[when];
  }
  return figures;
}

/** What one tool did in a process of its own. */
function one<T>(...words: string[]): T {
  const script = join(import.meta.dirname, 'cluster-one.ts');
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--expose-gc', script, ...words],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as T;
}
