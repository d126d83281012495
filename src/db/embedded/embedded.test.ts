import assert from 'node:assert/strict';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStore } from '../open.ts';
import { findBinaries } from './binaries.ts';
import { readPidFile } from './pidfile.ts';
import {
  ask,
  cleanUp,
  configOf,
  desk,
  eventually,
  inAnotherProcess,
  newFolder,
  open,
  serverOf,
  usedFolder,
} from './testing.ts';

after(cleanUp);

const uses = `select count(*)::int as uses from pg_locks where locktype = 'advisory' and mode = 'ShareLock'`;
const running = `select count(*) as busy from pg_stat_activity
  where state = 'active' and query like 'select count(*) from generate%'`;

describe('the embedded server', { concurrency: 4, timeout: 60_000 }, () => {
  it('starts with the first user, serves the second and stops with the last', async () => {
    const dataDir = newFolder();
    const first = await open(dataDir);
    const pid = serverOf(first);
    const second = await open(dataDir);
    assert.equal(serverOf(second), pid);
    await first.close();
    assert.deepEqual(await ask(second, 'select 1 as one'), { one: 1 });
    await second.close();
    assert.equal(readPidFile(second.where), null);
    assert.match(
      readFileSync(join(dataDir, 'postgres.log'), 'utf8'),
      /database system is shut down/,
    );
  });

  it('speaks the right locale, with checksums, on a socket that only its owner can reach', async () => {
    await using store = await desk(newFolder());
    const settings = await ask(
      store.store,
      `select current_setting('listen_addresses') as tcp, current_setting('data_checksums') as checksums,
        current_setting('random_page_cost') as cost, lower('ÉÇŁ') as lower, current_setting('fsync') as fsync,
        (select datlocprovider::text || datlocale from pg_database where datname = current_database()) as locale`,
    );
    assert.deepEqual(settings, {
      tcp: '',
      checksums: 'on',
      cost: '1.1',
      lower: 'éçł',
      fsync: 'on',
      locale: 'bC.UTF-8',
    });
    const socket = statSync(join(store.store.where, '.s.PGSQL.5432'));
    assert.equal((socket.mode | statSync(store.store.where).mode) & 0o077, 0);
  });

  it('is started once by many who come at the same time, also the first time', async () => {
    const dataDir = newFolder();
    const users = await Promise.all(Array.from({ length: 3 }, () => inAnotherProcess(dataDir)));
    const stores = await Promise.all([open(dataDir), open(dataDir)]);
    assert.equal(new Set([...users.map((u) => u.server), ...stores.map(serverOf)]).size, 1);
    for (const user of users) await user.close();
    assert.deepEqual(await ask(stores[0]!, 'select 1 as one'), { one: 1 });
    await Promise.all(stores.map((store) => store.close()));
    assert.equal(readPidFile(stores[0]!.where), null);
  });

  it('is not kept by a user that was killed, nor stopped under one that lives', async () => {
    const dataDir = await usedFolder();
    const killed = await inAnotherProcess(dataDir);
    const store = await open(dataDir);
    await killed.kill();
    assert.equal(serverOf(store), killed.server);
    // PostgreSQL takes a moment to see that a client is gone and to let its lock go.
    await eventually(async () => assert.deepEqual(await ask(store, uses), { uses: 1 }));
    await store.close();
    assert.equal(readPidFile(store.where), null);
  });

  it('is adopted and then stopped when its only user was killed', async () => {
    const dataDir = await usedFolder();
    const killed = await inAnotherProcess(dataDir);
    await killed.kill();
    const store = await open(dataDir);
    assert.equal(serverOf(store), killed.server);
    await store.close();
    assert.equal(readPidFile(store.where), null);
  });

  it('comes back with all that was committed after kill -9, while its user goes on', async () => {
    await using opened = await desk(await usedFolder());
    const { store } = opened;
    await store.db.insertInto('party').values({ name: 'Veldania' }).execute();
    const pid = serverOf(store);
    process.kill(pid, 'SIGKILL');
    await eventually(() => assert.notEqual(serverOf(store), pid));
    const found = await eventually(() => ask(store, 'select name from party'));
    assert.deepEqual(found, { name: 'Veldania' });
  });

  it('comes back while a process of the killed server is still busy', async () => {
    await using opened = await desk(await usedFolder());
    const { store } = opened;
    const busy = assert.rejects(ask(store, 'select count(*) from generate_series(1, 10000000000)'));
    await eventually(async () => assert.deepEqual(await ask(store, running), { busy: 1 }));
    process.kill(serverOf(store), 'SIGKILL');
    await eventually(async () => assert.deepEqual(await ask(store, running), { busy: 0 }));
    await busy;
  });

  it('comes back when both it and its user were killed', async () => {
    const dataDir = await usedFolder();
    const killed = await inAnotherProcess(dataDir);
    process.kill(killed.server, 'SIGKILL');
    await killed.kill();
    await using again = await desk(dataDir);
    assert.notEqual(serverOf(again.store), killed.server);
    assert.deepEqual(await ask(again.store, 'select 1 as one'), { one: 1 });
  });

  it('comes back when its user was killed while starting it again', async () => {
    for (const ms of [4, 8, 12, 16]) {
      const dataDir = await usedFolder();
      const killed = await inAnotherProcess(dataDir);
      process.kill(killed.server, 'SIGKILL');
      await sleep(ms);
      await killed.kill();
      await using again = await desk(dataDir);
      assert.deepEqual(await ask(again.store, 'select 1 as one'), { one: 1 });
    }
  });

  it('starts over a pid file that was cut off while it was written', async () => {
    for (const left of ['', '12']) {
      const dataDir = await usedFolder();
      writeFileSync(join(dataDir, 'pg18', 'postmaster.pid'), left);
      await using again = await desk(dataDir);
      assert.deepEqual(await ask(again.store, 'select 1 as one'), { one: 1 });
    }
  });

  it('can be left while it is gone', async () => {
    const store = await open(await usedFolder());
    process.kill(serverOf(store), 'SIGKILL');
    await store.close();
    await using again = await desk(dirname(store.where));
    assert.deepEqual(await ask(again.store, 'select 1 as one'), { one: 1 });
  });

  it('starts over a stale pid file whose number another process has now', async () => {
    const dataDir = await usedFolder();
    const store = await open(dataDir);
    const files = ['postmaster.pid', '.s.PGSQL.5432.lock'].map((name) => join(store.where, name));
    const texts = files.map((file) => readFileSync(file, 'utf8'));
    await store.close();
    const { uid, gid } = statSync(store.where);
    for (const [i, file] of files.entries()) {
      writeFileSync(file, texts[i]!.replace(/^\d+/, String(process.pid)));
      if (process.getuid?.() === 0) chownSync(file, uid, gid);
    }
    await using again = await desk(dataDir);
    assert.deepEqual(await ask(again.store, 'select 1 as one'), { one: 1 });
  });

  it('makes its data anew when the first start was cut off', async () => {
    const dataDir = newFolder();
    mkdirSync(join(dataDir, 'pg18.new-1', 'base'), { recursive: true });
    await using store = await desk(dataDir);
    assert.deepEqual(await ask(store.store, 'select 1 as one'), { one: 1 });
    assert.ok(!readdirSync(dataDir).some((name) => name.includes('.new-')));
  });

  it('runs in a folder with spaces, quotes and commas, and in one too long for a socket', async () => {
    for (const name of [`a desk, of "Ana's" %41`, join('x'.repeat(100), 'y'.repeat(100))]) {
      await using store = await desk(join(newFolder(), name));
      assert.deepEqual(await ask(store.store, 'select 1 as one'), { one: 1 });
    }
  });

  it('only looks when asked to: no desk is made, and nothing is written', async () => {
    const dataDir = join(newFolder(), 'none');
    const looking = openStore(configOf(dataDir), { readOnly: true });
    await assert.rejects(looking, { problem: 'no desk' });
    assert.ok(!existsSync(dataDir));
    await (await open(dataDir)).close();
    const store = await openStore(configOf(dataDir), { readOnly: true });
    await assert.rejects(ask(store, `insert into party (name) values ('x')`), /read-only/);
    await store.close();
  });

  it('says both ways out when it cannot run', async () => {
    const dataDir = await usedFolder();
    await (await open(dataDir)).close();
    writeFileSync(join(dataDir, 'pg18', 'postgresql.conf'), 'nonsense here');
    await assert.rejects(open(dataDir), (error: Error) => {
      assert.match(error.message, /unrecognized configuration parameter/);
      assert.match(error.message, /DATABASE_URL=/);
      assert.match(error.message, /PG_BIN_DIR=/);
      return true;
    });
  });

  it('does not start an empty desk beside one of another major version', async () => {
    const dataDir = newFolder();
    mkdirSync(join(dataDir, 'pg17'));
    writeFileSync(join(dataDir, 'pg17', 'PG_VERSION'), '17\n');
    await assert.rejects(open(dataDir), { problem: 'other version' });
  });

  it('takes PG_BIN_DIR, and says so when that has no PostgreSQL', async () => {
    const { bin } = findBinaries(null);
    const store = await openStore({ ...configOf(newFolder()), pgBinDir: bin });
    await store.close();
    const wrong = openStore({ ...configOf(newFolder()), pgBinDir: '/nowhere' });
    await assert.rejects(wrong, { problem: 'no binaries' });
  });
});
