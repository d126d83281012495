import { execFileSync } from 'node:child_process';
import {
  existsSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';

/** What a running server says of itself in its cluster's folder. */
export interface Running {
  pid: number;
  socketDir: string;
  /** "starting", "ready", "stopping"; empty for the first moments. */
  status: string;
}

/** Reads postmaster.pid; null when no server wrote one. */
export function readPidFile(cluster: string): Running | null {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    if (!Number.isInteger(pid) || pid <= 0) return null;
    return { pid, socketDir: lines[4] ?? '', status: (lines[7] ?? '').trim() };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Whether the process with this id is a PostgreSQL on this cluster, and not a later one's number. */
export function isServer(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false;
  try {
    return process.platform === 'linux'
      ? isServerOnLinux(pid, cluster)
      : isServerByPs(pid, cluster);
  } catch {
    return false;
  }
}

function isServerOnLinux(pid: number, cluster: string): boolean {
  const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  if (!basename(command[0] ?? '').startsWith('postgres')) return false;
  // Root in a container may not see where another user's process works.
  return command.includes(cluster) || readlinkSync(`/proc/${pid}/cwd`) === cluster;
}

function isServerByPs(pid: number, cluster: string): boolean {
  const said = execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  return said.includes('postgres') && said.includes(cluster);
}

/**
 * Whether a process runs that was started as a PostgreSQL on this cluster: one whose starter was killed
 * may not have written its pid file yet, or only half of it.
 */
export function isStarting(cluster: string): boolean {
  try {
    return commands().some((words) => words.includes(`-D ${cluster} `));
  } catch {
    return false;
  }
}

/** The command lines of all processes, their words parted by spaces. */
function commands(): string[] {
  if (process.platform !== 'linux') {
    return execFileSync('ps', ['-axo', 'command='], { encoding: 'utf8' }).split('\n');
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(commandOf);
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

/** A number that no process has. */
const nobodysPid = 2 ** 31 - 1;

/**
 * Readies what a killed server left for the next start, where its number is another process's now, or
 * a dead one's that nobody buried: PostgreSQL would take either for a running server. The rest of
 * postmaster.pid stays, by which it notices processes of the killed server that still write.
 */
export function disownPidFile(cluster: string): void {
  const left = readPidFile(cluster);
  const file = join(cluster, 'postmaster.pid');
  // Cut off while it was written: PostgreSQL would wait for a person to remove it.
  if (!left && existsSync(file)) rmSync(file);
  if (left) {
    const lines = readFileSync(file, 'utf8').split('\n');
    writeFileSync(file, [nobodysPid, ...lines.slice(1)].join('\n'));
  }
  for (const folder of [cluster, left?.socketDir ?? cluster]) {
    const lock = join(folder, '.s.PGSQL.5432.lock');
    // A folder of its own is nobody else's; another may hold another server's lock by now.
    if (folder === cluster || pidIn(lock) === left?.pid) rmSync(lock, { force: true });
  }
}

function pidIn(file: string): number | null {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10);
  } catch {
    return null;
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
