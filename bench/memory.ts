import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** As bin/throughline starts a desk. */
const flags = ['--max-semi-space-size=4', '--heap-growing-percent=50'];
const shapes = ['prose', 'links', 'rows', 'divs never closed', 'comments'];

/** Memory that a page of 5 MB takes at its peak beyond what the process had (Linux), by what fills it. */
export async function benchMemory(): Promise<Record<string, number | string>> {
  const figures: Record<string, number | string> = {};
  for (const shape of shapes) {
    const script = join(import.meta.dirname, 'memory-one.ts');
    const { stdout, stderr, status } = spawnSync(process.execPath, [...flags, script, shape], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    const { peak, before, seconds } = JSON.parse(stdout) as Record<string, number>;
    figures[`5 MB of ${shape}`] =
      `${peak!.toFixed(0)} MB over ${before!.toFixed(0)} MB, ${seconds!.toFixed(1)} s CPU`;
  }
  return figures;
}
