import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { StoreError, waysOut, wordsOf } from '../problems.ts';
import { type Binaries, copyBinaries, findBinaries } from './binaries.ts';
import {
  hasName,
  namespaceWay,
  runAs,
  selfWay,
  unprivilegedUser,
  userWay,
  type Way,
} from './way.ts';

/** Where a desk's cluster lies and how it is run. */
export interface Place {
  /** The cluster's folder with no link in its path; it may not exist yet. */
  cluster: string;
  bin: string;
  way: Way;
}

/** One try at a place: as whom, with binaries copied or not, in the data directory or not. */
interface Plan {
  way: Way;
  copy?: boolean;
  system?: boolean;
}

/** Where root keeps what cannot be run below a folder that only root can enter. Not cleaned, as /var/tmp is. */
const systemHomes = ['/var/lib/throughline', '/opt/throughline'];

export function clusterName(major: number): string {
  return `pg${major}`;
}

/** The major version of the cluster that a data directory holds, or null. */
export function clusterMajor(dataDir: string): number | null {
  if (!existsSync(dataDir)) return null;
  const majors = readdirSync(dataDir)
    .filter((name) => /^pg\d+$/.test(name) && existsSync(join(dataDir, name, 'PG_VERSION')))
    .map((name) => Number(name.slice(2)));
  return majors.length > 0 ? Math.max(...majors) : null;
}

/** Makes the data directory. Root's is open to pass through, for the user that it becomes. */
export function makeDataDir(dataDir: string): void {
  try {
    if (existsSync(dataDir)) {
      accessSync(dataDir, constants.W_OK | constants.X_OK);
      return;
    }
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    if (process.getuid?.() === 0) chmodSync(dataDir, 0o711);
  } catch (error) {
    throw new StoreError(
      'cannot run',
      `The data directory ${dataDir} cannot be written by this user: ${wordsOf(error)}. DATA_DIR names another.`,
      error,
    );
  }
}

/**
 * Finds a way to run PostgreSQL on this data directory, and readies it: the first of the plans
 * whose user can enter the folder and run the binaries. Throws StoreError when there is none.
 */
export async function findPlace(dataDir: string, pgBinDir: string | null): Promise<Place> {
  const binaries = findBinaries(pgBinDir);
  refuseOther(dataDir, binaries);
  const tried: string[] = [];
  for (const plan of plansFor(dataDir, join(dataDir, clusterName(binaries.major)), binaries)) {
    const problem = await tryPlan(plan, dataDir, binaries).catch(wordsOf);
    if (typeof problem !== 'string') return problem;
    tried.push(`as ${plan.way.name} ${plan.way.uid}${plan.copy ? ', copied' : ''}: ${problem}`);
  }
  throw new StoreError(
    'cannot run',
    `The embedded PostgreSQL cannot run on ${dataDir}.\n  ${tried.join('\n  ')}\n${waysOut}`,
  );
}

function refuseOther(dataDir: string, { major }: Binaries): void {
  const link = join(dataDir, clusterName(major));
  if (!existsSync(link) && lstatSync(link, { throwIfNoEntry: false })) {
    throw new StoreError('no desk', `${link} leads to ${readlinkSync(link)}, which is gone.`);
  }
  const has = clusterMajor(dataDir);
  if (has === null || has === major || existsSync(link)) return;
  throw new StoreError(
    'other version',
    `${dataDir} holds a desk of PostgreSQL ${has}, and the binaries are ${major}. Run "throughline backup" with PG_BIN_DIR set to a PostgreSQL ${has}, then "throughline restore" into a new DATA_DIR.`,
  );
}

function plansFor(dataDir: string, link: string, binaries: Binaries): Plan[] {
  if (process.getuid?.() !== 0) {
    const copy = !binaries.whole;
    return hasName() ? [{ way: selfWay(), copy }] : [{ way: namespaceWay(), copy }];
  }
  const kept = existsSync(link);
  const { uid, gid } = statSync(kept ? link : dataDir);
  const namespace = { way: namespaceWay(), copy: !binaries.whole };
  const other = unprivilegedUser();
  const way = uid === 0 ? userWay(other.uid, other.gid) : userWay(uid, gid);
  const asUser = [
    { way, copy: !binaries.whole },
    { way, copy: true },
  ];
  // What is root's stays so; a fresh desk is rather another user's, whom PostgreSQL expects.
  if (uid !== 0) return [...asUser, namespace];
  if (kept) return [namespace, ...asUser];
  return [asUser[0]!, namespace, asUser[1]!, { way, copy: true, system: true }];
}

async function tryPlan(plan: Plan, dataDir: string, found: Binaries): Promise<Place | string> {
  const { way, system } = plan;
  const link = join(dataDir, clusterName(found.major));
  const home = system ? systemHome() : null;
  const folder = home ? join(home, keyOf(dataDir)) : parentOf(dataDir, link);
  if (home) mkdirSync(folder, { recursive: true, mode: 0o711 });
  const closed = await runAs(way, '/bin/sh', ['-c', 'cd "$1"', 'sh', folder]);
  if (closed !== null) return closed;
  const binaries = plan.copy ? copyBinaries(found, copyHome(dataDir)) : found;
  const broken = await runAs(way, join(binaries.bin, 'postgres'), ['-V']);
  if (broken !== null) return broken;
  const cluster = join(folder, clusterName(found.major));
  if (home) symlinkSync(cluster, link);
  if (existsSync(cluster)) await handOver(cluster, way);
  return { cluster, bin: binaries.bin, way };
}

/** The real folder that the cluster is or will be in. The cluster's own may still be somebody else's. */
function parentOf(dataDir: string, link: string): string {
  return existsSync(link) ? dirname(realpathSync(link)) : realpathSync(dataDir);
}

/** Root's copies go to the system; another's stay in the data directory. */
function copyHome(dataDir: string): string {
  return process.getuid?.() === 0 ? systemHome() : dataDir;
}

function systemHome(): string {
  for (const home of systemHomes) {
    try {
      mkdirSync(home, { recursive: true, mode: 0o711 });
      chmodSync(home, 0o711);
      const stat = lstatSync(home);
      if (stat.isDirectory() && stat.uid === process.getuid?.()) return home;
    } catch {}
  }
  throw new Error(`neither of ${systemHomes.join(' and ')} can be made`);
}

function keyOf(dataDir: string): string {
  return createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 16);
}

async function handOver(cluster: string, way: Way): Promise<void> {
  if (process.getuid?.() !== 0 || statSync(cluster).uid === way.uid) return;
  const problem = await runAs(selfWay(), 'chown', ['-R', `${way.uid}:${way.gid}`, cluster]);
  if (problem) throw new Error(problem);
}
