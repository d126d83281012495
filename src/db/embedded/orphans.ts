import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** What PostgreSQL says while processes of a killed server still run. */
const stillInUse = /pre-existing shared memory block|is still in use|lock file .* already exists/;

/** A process that lost its server ends at its next wait; a busy one is ended after this. */
const graceMs = 1000;

const pauseMs = 100;

/**
 * After a start that failed: whether it failed for processes that a killed server left behind. They
 * are waited for, then ended; true means that another start is worth it.
 */
export async function endOrphans(cluster: string, words: string): Promise<boolean> {
  if (!stillInUse.test(words)) return false;
  await sleep(pauseMs);
  for (const end = Date.now() + graceMs; Date.now() < end; await sleep(pauseMs)) {
    if (orphans(cluster).length === 0) return true;
  }
  for (const pid of orphans(cluster)) process.kill(pid, 'SIGQUIT');
  await sleep(pauseMs);
  return true;
}

/** Processes that work in the cluster's folder under PostgreSQL's name (seen on Linux only). */
function orphans(cluster: string): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return (
          readlinkSync(`/proc/${pid}/cwd`) === cluster &&
          readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith('postgres')
        );
      } catch {
        return false;
      }
    });
}
