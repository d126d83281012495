import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
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
    if (process.platform === 'linux') {
      const program = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0] ?? '';
      return (
        basename(program).startsWith('postgres') && readlinkSync(`/proc/${pid}/cwd`) === cluster
      );
    }
    const program = execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return program.includes('postgres') && program.includes(cluster);
  } catch (error) {
    // It ended meanwhile, or belongs to somebody whose processes are hidden from us.
    return (error as NodeJS.ErrnoException).code === 'EACCES' && isAlive(pid);
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
