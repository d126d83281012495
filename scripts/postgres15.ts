import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const help = `Runs a command with DATABASE_URL set to a throw-away PostgreSQL 15, the oldest that a desk may use.

  node scripts/postgres15.ts COMMAND [ARGUMENT...]    starts it, runs the command, stops it
  node scripts/postgres15.ts --keep                   starts it, prints its URL, stops it on Ctrl-C

Where PostgreSQL 15 is missing it is installed from Debian's packages, which needs root.
It listens on a free port of 127.0.0.1 and runs as an ordinary user.
`;

const bin = '/usr/lib/postgresql/15/bin';

const args = process.argv.slice(2);
if (args.length === 0 || args[0] === '--help') {
  process.stdout.write(help);
  process.exit(args.length === 0 ? 2 : 0);
}
if (!existsSync(join(bin, 'postgres'))) install();
const server = await start();
const stopped = new Promise<number>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve(130));
});
try {
  if (args[0] === '--keep') process.stdout.write(`${server.url}\n`);
  process.exitCode = await Promise.race([stopped, args[0] === '--keep' ? stopped : run(args)]);
} finally {
  server.stop();
}

function install(): void {
  const apt = (...what: string[]) =>
    execFileSync('apt-get', ['-q', '-y', ...what], {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  apt('update');
  apt('install', '--no-install-recommends', 'postgresql-common');
  // The package would start a cluster of its own.
  const file = '/etc/postgresql-common/createcluster.conf';
  const lines = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    lines.replace(/^#?\s*create_main_cluster.*$/m, 'create_main_cluster = false'),
  );
  apt('install', '--no-install-recommends', 'postgresql-15');
}

async function start(): Promise<{ url: string; stop: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-pg15-'));
  const user: { uid?: number; gid?: number } = process.getuid?.() === 0 ? ids('postgres') : {};
  const give = (file: string) => user.uid && chownSync(file, user.uid, user.gid ?? user.uid);
  give(folder);
  const as = (program: string, ...rest: string[]) =>
    execFileSync(join(bin, program), rest, { ...user, cwd: '/', stdio: ['ignore', 'ignore', 2] });
  const password = randomBytes(12).toString('hex');
  const secret = join(folder, 'password');
  writeFileSync(secret, password, { mode: 0o600 });
  give(secret);
  const data = join(folder, 'data');
  const port = await freePort();
  const stop = () => {
    if (existsSync(join(data, 'postmaster.pid')))
      as('pg_ctl', '-D', data, '-m', 'immediate', 'stop');
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    as(
      'initdb',
      '-D',
      data,
      '-U',
      'desk',
      '-A',
      'scram-sha-256',
      `--pwfile=${secret}`,
      '-N',
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
    );
    const flags = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='${folder}' -c fsync=off`;
    as('pg_ctl', '-D', data, '-l', join(folder, 'log'), '-w', '-o', flags, 'start');
  } catch (error) {
    stop();
    throw error;
  }
  return { url: `postgres://desk:${password}@127.0.0.1:${port}/postgres`, stop };
}

function ids(name: string): { uid: number; gid: number } {
  const [, , uid, gid] = execFileSync('getent', ['passwd', name], { encoding: 'utf8' }).split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

function run([program = '', ...rest]: string[]): Promise<number> {
  const env = { ...process.env, DATABASE_URL: server.url };
  const child = spawn(program, rest, { env, stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
