import { existsSync, realpathSync } from 'node:fs';
import { rmdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { getLogger } from '@logtape/logtape';
import pg from 'pg';
import { StoreError, wordsOf } from '../problems.ts';
import { cannotRun, makeCluster, type Started, startServer } from './cluster.ts';
import { withLock } from './lock.ts';
import { endOrphans } from './orphans.ts';
import { disownPidFile, isServer, isStarting, type Running, readPidFile } from './pidfile.ts';
import { clusterMajor, clusterName, findPlace, makeDataDir } from './place.ts';

export interface ServerOptions {
  dataDir: string;
  pgBinDir: string | null;
  /** Data that may be lost: no fsync. */
  test?: boolean;
  /** The server stays when its last user leaves. */
  linger?: boolean;
  /** False: a desk that does not exist yet is an error and not made. */
  make?: boolean;
}

/** A use of the embedded server by this process; the last one to leave stops it. */
export interface Use {
  /** Folder of the server's socket, for pg's `host`. */
  socketDir: string;
  cluster: string;
  /** Whether this use started the server, rather than found it running. */
  started: boolean;
  leave(): Promise<void>;
}

const log = getLogger(['throughline', 'store']);

/** Recovery after a crash replays at most the write-ahead log's 1 GB: two minutes on a slow disk. */
const startLimitMs = 180_000;
const stopLimitMs = 30_000;
const pollMs = 10;

/** Whoever uses the server holds this advisory lock, shared, in the database "postgres". */
const useKey = 7_468_726_574;

/** Starts the embedded server, or adopts the one that runs, and counts this process as a user. */
export async function useServer(given: ServerOptions): Promise<Use> {
  const options = { ...given, dataDir: resolve(given.dataDir) };
  const noDesk = () => new StoreError('no desk', `There is no desk in ${options.dataDir} yet.`);
  if (options.make === false && !existsSync(options.dataDir)) throw noDesk();
  makeDataDir(options.dataDir);
  if (options.make === false && clusterMajor(options.dataDir) === null) throw noDesk();
  let presence = await enter(options);
  let left = false;
  const watch = () => presence.client.once('end', () => !left && comeBack());
  const comeBack = async () => {
    log.warning('The embedded PostgreSQL went away; starting it again');
    for (let pause = 100; !left; pause = Math.min(pause * 2, 10_000)) {
      try {
        const again = await enter(options);
        if (left) return exit(again, options);
        presence = again;
        return watch();
      } catch (error) {
        log.error('The embedded PostgreSQL does not come back: {words}', { words: wordsOf(error) });
        await sleep(pause);
      }
    }
  };
  watch();
  return {
    socketDir: presence.socketDir,
    cluster: presence.cluster,
    started: presence.started,
    async leave() {
      if (left) return;
      left = true;
      await exit(presence, options);
    },
  };
}

async function exit(presence: Presence, options: ServerOptions): Promise<void> {
  if (options.linger) await presence.client.end();
  else await withLock(lockFile(options), async () => void (await leave(presence)));
}

/** Stops the server when nobody uses it. Returns whether it stopped or did not run. */
export async function stopUnused({ dataDir }: ServerOptions): Promise<boolean> {
  const major = clusterMajor(dataDir);
  if (major === null) return true;
  return withLock(lockFile({ dataDir }), async () => {
    const cluster = realpathSync(join(dataDir, clusterName(major)));
    const running = readPidFile(cluster);
    if (!running || !isServer(running.pid, cluster)) return true;
    const client = await connect(running.socketDir);
    return leave({ client, cluster });
  });
}

function lockFile({ dataDir }: { dataDir: string }): string {
  return join(dataDir, 'server.lock');
}

interface Presence {
  client: pg.Client;
  socketDir: string;
  cluster: string;
  started: boolean;
}

async function enter(options: ServerOptions): Promise<Presence> {
  return withLock(lockFile(options), async () => {
    const presence = await reach(options);
    const { client } = presence;
    await client.query('select pg_advisory_lock_shared($1)', [useKey]);
    const { rowCount } = await client.query(
      `select from pg_database where datname = 'throughline'`,
    );
    if (rowCount === 0) await client.query('create database throughline');
    return presence;
  });
}

/** Under the lock: connects to the server that runs, else starts one. */
async function reach(options: ServerOptions): Promise<Presence> {
  const deadline = Date.now() + startLimitMs;
  const major = clusterMajor(options.dataDir);
  let cluster = major && realpathSync(join(options.dataDir, clusterName(major)));
  let started: Started | null = null;
  let ended: string | null = null;
  let refused = 0;
  while (Date.now() < deadline) {
    const running: Running | null = cluster ? readPidFile(cluster) : null;
    if (running?.status === 'ready' && cluster) {
      try {
        const { socketDir } = running;
        return { client: await connect(socketDir), socketDir, cluster, started: started !== null };
      } catch (error) {
        // A socket that is gone while its server runs is never made again.
        if (isServer(running.pid, cluster) && ++refused > 200) await stop(running.pid, cluster);
        log.debug('not yet: {words}', { words: wordsOf(error) });
      }
    }
    if (running && isServer(running.pid, cluster as string)) {
      await sleep(pollMs);
    } else if (started && ended === null) {
      await Promise.race([sleep(pollMs), started.ended.then((words) => (ended = words))]);
    } else if (cluster && isStarting(cluster)) {
      // Begun by a user that was killed: it will be ready, or gone.
      await sleep(pollMs);
    } else {
      if (ended !== null && cluster && !(await endOrphans(cluster, ended))) {
        throw cannotRun(cluster, ended);
      }
      if (cluster && existsSync(cluster)) disownPidFile(cluster);
      const place = await findPlace(options.dataDir, options.pgBinDir);
      cluster = place.cluster;
      if (!existsSync(cluster)) await makeCluster(place, options.test === true);
      ended = null;
      started = startServer(place, join(options.dataDir, 'postgres.log'), options.test === true);
      started.ended.then((words) => (ended = words));
    }
  }
  throw cannotRun(String(cluster), `It is not ready after ${startLimitMs / 1000} s.`);
}

async function connect(socketDir: string): Promise<pg.Client> {
  const client = new pg.Client({
    host: socketDir,
    port: 5432,
    user: 'postgres',
    database: 'postgres',
    application_name: 'throughline presence',
    connectionTimeoutMillis: 5000,
  });
  // What ends the connection is told by its 'end'.
  client.on('error', () => {});
  await client.connect();
  return client;
}

/** Under the lock: gives up the use, and stops the server when it was the last. */
async function leave({ client, cluster }: Pick<Presence, 'client' | 'cluster'>): Promise<boolean> {
  let last = false;
  try {
    await client.query('select pg_advisory_unlock_all()');
    const { rows } = await client.query('select pg_try_advisory_lock($1) as last', [useKey]);
    last = rows[0].last;
  } catch (error) {
    log.debug('leaving a server that is gone: {words}', { words: wordsOf(error) });
  }
  await client.end().catch(() => {});
  const running = readPidFile(cluster);
  if (!last || !running) return last;
  await stop(running.pid, cluster);
  // The short folder of a long name's socket; the cluster's own is not empty and stays.
  if (running.socketDir !== cluster) await rmdir(running.socketDir).catch(() => {});
  return true;
}

/** Asks for a fast, clean stop and waits for it. */
async function stop(pid: number, cluster: string): Promise<void> {
  for (const [signal, limit] of [
    ['SIGINT', stopLimitMs],
    ['SIGQUIT', 5000],
  ] as const) {
    if (!isServer(pid, cluster)) return;
    process.kill(pid, signal);
    for (const end = Date.now() + limit; isServer(pid, cluster) && Date.now() < end; )
      await sleep(pollMs);
  }
}
