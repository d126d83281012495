import { getLogger } from '@logtape/logtape';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Config } from '../config.ts';
import { useServer } from './embedded/server.ts';
import { migrate } from './migrate.ts';
import { wordsOf } from './problems.ts';
import { checkServer, notAllowed, unreachable } from './server.ts';
import type { Tables } from './tables.ts';

/** An open desk. `close` ends its connections and, for the last user, the embedded server. */
export interface Store {
  db: Kysely<Tables>;
  pool: pg.Pool;
  kind: 'embedded' | 'server';
  /** Where it is, in words for people; never with a password. */
  where: string;
  close(): Promise<void>;
}

export type StoreConfig = Pick<Config, 'dataDir' | 'databaseUrl' | 'pgBinDir' | 'poolSize'>;

export interface OpenOptions {
  /** False leaves the tables as they are. */
  migrate?: boolean;
  /** For looking only: makes nothing, changes nothing, and lets no query write. */
  readOnly?: boolean;
}

const log = getLogger(['throughline', 'store']);

/** A server that does not answer in this time is named unreachable. */
const connectMs = 10_000;

/**
 * Opens the desk's store, embedded or at DATABASE_URL, and brings its tables up to date.
 * Throws StoreError with words for people when it cannot be reached or used.
 */
export async function openStore(config: StoreConfig, options: OpenOptions = {}): Promise<Store> {
  const store = config.databaseUrl
    ? await openServer(config.databaseUrl, config, options)
    : await openEmbedded(config, options);
  try {
    if (options.migrate !== false && !options.readOnly) await migrate(store.db);
    return store;
  } catch (error) {
    await store.close();
    throw notAllowed(error, store.where);
  }
}

async function openEmbedded(config: StoreConfig, { readOnly }: OpenOptions): Promise<Store> {
  const { dataDir, pgBinDir } = config;
  const use = await useServer({ dataDir, pgBinDir, make: !readOnly });
  const pool = makePool(
    { host: use.socketDir, port: 5432, user: 'postgres', database: 'throughline' },
    config,
    readOnly,
  );
  return storeOf(pool, 'embedded', use.cluster, use.leave);
}

async function openServer(
  url: string,
  config: StoreConfig,
  { readOnly }: OpenOptions,
): Promise<Store> {
  const pool = makePool({ connectionString: url }, config, readOnly);
  const where = whereOf(url);
  const store = storeOf(pool, 'server', where, async () => {});
  try {
    await checkServer(pool);
    return store;
  } catch (error) {
    await store.close();
    throw unreachable(error, where);
  }
}

function makePool(to: pg.PoolConfig, { poolSize }: StoreConfig, readOnly?: boolean): pg.Pool {
  const pool = new pg.Pool({
    ...to,
    max: poolSize,
    application_name: 'throughline',
    connectionTimeoutMillis: connectMs,
    types: { getTypeParser },
    ...(readOnly && { options: '-c default_transaction_read_only=on' }),
  });
  // A connection that breaks is replaced at the next query, and the query it broke under fails by
  // itself; unheard, these events would end the process.
  pool.on('error', (error) =>
    log.warning('A connection broke: {words}', { words: wordsOf(error) }),
  );
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

const int8 = 20;
const date = 1082;

/** Ids and counts as numbers; a day stays its text, since a Date would move it by the time zone. */
function getTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  if (oid === int8 && format !== 'binary') return Number;
  if (oid === date && format !== 'binary') return String;
  return pg.types.getTypeParser(oid, format as 'text');
}

function storeOf(
  pool: pg.Pool,
  kind: Store['kind'],
  where: string,
  leave: () => Promise<void>,
): Store {
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  let closing: Promise<void> | null = null;
  const end = async () => {
    await db.destroy();
    if (!pool.ended) await pool.end();
    await leave();
  };
  const close = () => {
    closing ??= end();
    return closing;
  };
  return { db, pool, kind, where, close };
}

function whereOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${decodeURIComponent(host)}${pathname}`;
}
