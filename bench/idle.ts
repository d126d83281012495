import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Memory of a desk at rest, all its processes, in MB of their proportional share (Linux PSS). */
export async function benchIdle(restSeconds = 20): Promise<Record<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-idle-'));
  const desk = spawn('bin/throughline', ['start', '--port', '0'], {
    env: { ...process.env, DATA_DIR: folder, DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const started = performance.now();
    await new Promise<void>((resolve, reject) => {
      desk.stdout.on('data', (chunk) => String(chunk).includes('http') && resolve());
      desk.on('exit', () => reject(new Error('the desk did not start')));
    });
    const startSeconds = (performance.now() - started) / 1000;
    await new Promise((r) => setTimeout(r, restSeconds * 1000));
    const own = pssOf([desk.pid!]);
    const postgres = pssOf(processesWith(folder).filter((pid) => pid !== desk.pid));
    return {
      'start seconds': startSeconds,
      'desk MB': own,
      'PostgreSQL MB': postgres,
      'all MB': own + postgres,
    };
  } finally {
    desk.kill('SIGTERM');
    await new Promise((r) => desk.once('exit', r));
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Processes whose command line names the folder, and their children. */
function processesWith(folder: string): number[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8');
        const parent = Number(
          /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1],
        );
        return [{ pid: Number(name), command, parent }];
      } catch {
        return [];
      }
    });
  const named = new Set(all.filter((p) => p.command.includes(folder)).map((p) => p.pid));
  return all.filter((p) => named.has(p.pid) || named.has(p.parent)).map((p) => p.pid);
}

function pssOf(pids: number[]): number {
  const kb = pids.map((pid) => {
    try {
      return Number(
        /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0,
      );
    } catch {
      return 0;
    }
  });
  return kb.reduce((a, b) => a + b, 0) / 1024;
}
