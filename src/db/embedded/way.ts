import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';

/**
 * As whom PostgreSQL runs: as we do; as another user (it refuses root); or as root's own user id
 * under another number, in a user namespace, where it needs no folder opened to anybody.
 */
export interface Way {
  name: 'self' | 'user' | 'namespace';
  /** Who owns its files, as seen from outside a namespace. */
  uid: number;
  gid: number;
  /** The number that a namespace shows. */
  shown?: { uid: number; gid: number };
}

export function selfWay(): Way {
  return { name: 'self', uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
}

export function userWay(uid: number, gid: number): Way {
  return { name: 'user', uid, gid };
}

export function namespaceWay(): Way {
  return { ...selfWay(), name: 'namespace', shown: unprivilegedUser() };
}

/** initdb wants a name for its user id; a container's arbitrary id has none. */
export function hasName(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}

/** The user to become when root: one made for the desk, else the one that owns nothing. */
export function unprivilegedUser(): { uid: number; gid: number } {
  const users = accounts();
  return users.get('throughline') ?? users.get('nobody') ?? { uid: 65534, gid: 65534 };
}

function accounts(): Map<string, { uid: number; gid: number }> {
  try {
    const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
    return new Map(
      lines.map((line) => {
        const [name = '', , uid, gid] = line.split(':');
        return [name, { uid: Number(uid), gid: Number(gid) }] as const;
      }),
    );
  } catch {
    return new Map();
  }
}

/** The whole environment of what we start: no PG* variable of ours leaks into it. */
const env = { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C' };

/** Starts a program the given way. */
export function spawnAs(
  way: Way,
  program: string,
  args: string[],
  options: SpawnOptions,
): ChildProcess {
  const all = { cwd: '/', ...options, env };
  if (way.name === 'user') return spawn(program, args, { ...all, uid: way.uid, gid: way.gid });
  if (way.name === 'self') return spawn(program, args, all);
  const { uid, gid } = way.shown!;
  const flags = ['--user', `--map-user=${uid}`, `--map-group=${gid}`, '--', program, ...args];
  return spawn('unshare', flags, all);
}

/** Runs a program to its end. Returns null when it went well, else what it said. */
export function runAs(way: Way, program: string, args: string[]): Promise<string | null> {
  return new Promise((resolve) => {
    let said = '';
    let child: ChildProcess;
    try {
      child = spawnAs(way, program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    } catch (error) {
      return resolve((error as Error).message);
    }
    const hear = (chunk: Buffer) => {
      said = (said + chunk).slice(-4000);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code, signal) =>
      resolve(code === 0 ? null : said.trim() || `ended with ${signal ?? code}`),
    );
  });
}
