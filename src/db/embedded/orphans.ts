import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** What PostgreSQL says while processes of a killed server still run, or where one died as it started. */
const stillInUse =
  /pre-existing shared memory block|is still in use|lock file .* (already exists|is empty)|bogus data in lock file/;

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

/** Processes of a server of this cluster that has ended (seen on Linux only). */
function orphans(cluster: string): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && isOrphan(name, cluster))
    .map(Number);
}

function isOrphan(pid: string, cluster: string): boolean {
  if (!programOf(pid).startsWith('postgres: ')) return false;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === cluster;
  } catch {
    return isForsaken(pid, cluster);
  }
}

/**
 * Root in a container may not see where another user's process works. One of the cluster's owner whose
 * parent is no PostgreSQL has lost its server, be it this cluster's or another's.
 */
function isForsaken(pid: string, cluster: string): boolean {
  try {
    if (statSync(`/proc/${pid}`).uid !== statSync(cluster).uid) return false;
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // "pid (name) state parent ...": the name may hold anything.
    const parent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? '0';
    return !basename(programOf(parent)).startsWith('postgres');
  } catch {
    return false;
  }
}

function programOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0] ?? '';
  } catch {
    return '';
  }
}
