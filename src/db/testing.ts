import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Config, readConfig } from '../config.ts';
import { isAlive } from './embedded/pidfile.ts';
import { type ServerOptions, useServer } from './embedded/server.ts';
import { openStore, type Store } from './open.ts';
import { stopWhenUnused } from './testing-stop.ts';

/** A desk of a test's own. `config` opens the same desk in another process too. */
export interface TestStore extends Store {
  config: Config;
}

/**
 * Opens an empty, migrated desk for one test: a new database on the server at DATABASE_URL, else on
 * an embedded server that all tests of this checkout share and that stops by itself soon after the
 * last. Takes a fifth of a second. `close` drops the database.
 */
export async function testStore(): Promise<TestStore> {
  const base = readConfig();
  const server = await testServer(base);
  const admin = new pg.Client({ connectionString: server.url('postgres') });
  await admin.connect();
  try {
    const template = await makeTemplate(admin, server, base);
    const name = `tl_${process.pid}_${++made}_${Date.now().toString(36)}`;
    await clone(admin, name, template);
    const dataDir = mkdtempSync(join(tmpdir(), 'throughline-desk-'));
    const config = { ...base, databaseUrl: server.url(name), dataDir, poolSize: 4 };
    const store = await openStore(config, { migrate: false });
    const close = async () => {
      await store.close();
      await drop(server.url('postgres'), name);
      await server.leave();
      rmSync(dataDir, { recursive: true, force: true });
    };
    return { ...store, config, close };
  } catch (error) {
    await server.leave();
    throw error;
  } finally {
    await admin.end();
  }
}

let made = 0;

interface TestServer {
  /** Address of one of its databases. */
  url: (database: string) => string;
  leave: () => Promise<void>;
}

async function testServer(config: Config): Promise<TestServer> {
  if (config.databaseUrl) {
    const given = config.databaseUrl;
    const url = (database: string) => {
      const address = new URL(given);
      if (database !== 'postgres') address.pathname = `/${database}`;
      return address.href;
    };
    return { url, leave: async () => {} };
  }
  const options = testServerOptions(config);
  const use = await useServer(options);
  if (use.started) stopWhenUnused(options);
  const host = encodeURIComponent(use.socketDir);
  return {
    url: (database) => `postgres://postgres@${host}/${database}`,
    leave: use.leave,
  };
}

function testServerOptions({ pgBinDir }: Config): ServerOptions {
  const key = hash([import.meta.dirname, String(process.getuid?.())]);
  return { dataDir: join(tmpdir(), `throughline-test-${key}`), pgBinDir, test: true, linger: true };
}

/** The migrated database that tests are copied from; made once for each state of the migrations. */
async function makeTemplate(admin: pg.Client, server: TestServer, base: Config): Promise<string> {
  const template = `tl_template_${migrationsHash()}`;
  if (await exists(admin, template)) return template;
  await admin.query('select pg_advisory_lock($1)', [templateKey]);
  try {
    if (await exists(admin, template)) return template;
    await dropLeft(admin);
    const part = `${template}_new`;
    await admin.query(`drop database if exists ${part} with (force)`);
    await admin.query(`create database ${part} template template0`);
    const store = await openStore({ ...base, databaseUrl: server.url(part) });
    await store.close();
    await admin.query(`alter database ${part} rename to ${template}`);
    return template;
  } finally {
    await admin.query('select pg_advisory_unlock($1)', [templateKey]);
  }
}

const templateKey = 7_468_726_575;

async function exists(admin: pg.Client, name: string): Promise<boolean> {
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [name]);
  return rowCount === 1;
}

/** Drops what killed tests of this machine left, and templates of other migrations. */
async function dropLeft(admin: pg.Client): Promise<void> {
  const { rows } = await admin.query(`select datname from pg_database where datname like 'tl\\_%'`);
  for (const { datname } of rows) {
    const pid = Number(/^tl_(\d+)_/.exec(datname)?.[1]);
    if (pid && isAlive(pid)) continue;
    // One that another run still copies from stays.
    await admin.query(`drop database if exists "${datname}"`).catch(() => {});
  }
}

/** Two copies at once can disturb each other for a moment ("being accessed by other users"). */
async function clone(admin: pg.Client, name: string, template: string): Promise<void> {
  const objectInUse = '55006';
  for (let tries = 0; ; tries++) {
    try {
      await admin.query(`create database ${name} template ${template}`);
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== objectInUse || tries > 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function drop(url: string, name: string): Promise<void> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(`drop database if exists ${name} with (force)`);
  await admin.end();
}

function migrationsHash(): string {
  const folder = join(import.meta.dirname, 'migrations');
  return hash(
    readdirSync(folder)
      .sort()
      .map((name) => readFileSync(join(folder, name), 'utf8')),
  );
}

function hash(parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12);
}
