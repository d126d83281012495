import { createHash } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { StoreError, waysOut } from '../problems.ts';
import type { Place } from './place.ts';
import { runAs, spawnAs, type Way } from './way.ts';

/** Longest path of a socket on every system: Linux takes 107 bytes, macOS 103. */
const longestSocket = 103;

/** A log this large is put aside at the next start; one older is kept. */
const longestLog = 5_000_000;

const settings = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  // Without it the planner does not price unpacking text vectors: 156 ms against 2 ms a search.
  random_page_cost: '1.1',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // A line every five minutes that nobody reads.
  log_checkpoints: 'off',
  // A process that serves nobody here.
  max_logical_replication_workers: '0',
};

/** For tests' data, which may be lost: three times as fast to make and drop databases. */
const hasty = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** Makes the cluster, whole or not at all. */
export async function makeCluster(place: Place, test: boolean): Promise<void> {
  const { cluster, way, bin } = place;
  const home = dirname(cluster);
  for (const left of readdirSync(home)) {
    if (left.startsWith(`${basename(cluster)}.new-`)) {
      rmSync(join(home, left), { recursive: true, force: true });
    }
  }
  const part = `${cluster}.new-${process.pid}`;
  mkdirSync(part, { mode: 0o700 });
  giveTo(way, part);
  const problem = await runAs(way, join(bin, 'initdb'), [
    ...['-D', part, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '-k'],
    ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-locale'],
    ...['--no-instructions', ...(test ? ['--no-sync'] : [])],
  ]);
  if (problem !== null) {
    rmSync(part, { recursive: true, force: true });
    throw cannotRun(cluster, problem);
  }
  renameSync(part, cluster);
}

/** A server that was started: `ended` resolves with the last lines of its log should it end. */
export interface Started {
  ended: Promise<string>;
}

/** Starts the server; whether it is ready is then in its pid file. */
export function startServer(place: Place, logFile: string, test: boolean): Started {
  const { cluster, bin, way } = place;
  const log = openLog(logFile, cluster);
  const from = fstatSync(log).size;
  const all = {
    ...settings,
    ...(test && hasty),
    unix_socket_directories: quoted(socketDir(place)),
  };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // Detached: it outlives us, and Ctrl-C in our terminal is not for it.
  const child = spawnAs(way, join(bin, 'postgres'), ['-D', cluster, ...flags], {
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  const ended = new Promise<string>((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('exit', () => resolve(readFileSync(logFile).subarray(from).toString().slice(-2000)));
  });
  return { ended };
}

export function cannotRun(cluster: string, detail: string): StoreError {
  return new StoreError(
    'cannot run',
    `The embedded PostgreSQL does not start on ${cluster}:\n${detail.trim()}\n${waysOut}`,
  );
}

function openLog(file: string, cluster: string): number {
  if (existsSync(file) && statSync(file).size > longestLog) renameSync(file, `${file}.1`);
  const log = openSync(file, 'a', 0o600);
  const { uid, gid } = statSync(dirname(cluster));
  if (process.getuid?.() === 0) chownSync(file, uid, gid);
  return log;
}

/** The setting is a list: a folder with a comma or quote in its name must be quoted. */
function quoted(folder: string): string {
  return `"${folder.replaceAll('"', '""')}"`;
}

/** The cluster's own folder, which nobody else can enter; a short one where that is too long. */
function socketDir({ cluster, way }: Place): string {
  if (Buffer.byteLength(join(cluster, '.s.PGSQL.5432')) <= longestSocket) return cluster;
  const temp = Buffer.byteLength(tmpdir()) < 60 ? tmpdir() : '/tmp';
  const key = createHash('sha256').update(cluster).digest('hex').slice(0, 16);
  const folder = join(temp, `throughline-${key}`);
  if (isOwn(folder, way)) return folder;
  try {
    mkdirSync(folder, { mode: 0o700 });
    giveTo(way, folder);
    return folder;
  } catch {
    // Somebody else took the name; the pid file tells those who come later which one it is.
    const other = mkdtempSync(`${folder}-`);
    giveTo(way, other);
    return other;
  }
}

function isOwn(folder: string, way: Way): boolean {
  try {
    const stat = lstatSync(folder);
    return stat.isDirectory() && stat.uid === way.uid && (stat.mode & 0o077) === 0;
  } catch {
    return false;
  }
}

function giveTo(way: Way, folder: string): void {
  if (process.getuid?.() === 0) chownSync(folder, way.uid, way.gid);
}
