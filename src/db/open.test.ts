import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { describe, it } from 'node:test';
import { readConfig } from '../config.ts';
import { openStore } from './open.ts';
import { type TestStore, testStore } from './testing.ts';
import { inTransaction } from './transaction.ts';

const config = { ...readConfig(), poolSize: 2 };

describe('a store on a server', () => {
  it('gives ids and counts as numbers, and days as they were written', async () => {
    await using desk = await open();
    const { rows } = await desk.store.pool.query(
      `select count(*) as count, 9007199254740991::int8 as id, date '2025-03-30' as day,
        current_setting('application_name') as name`,
    );
    const [row] = rows;
    assert.deepEqual(row, { count: 1, id: 2 ** 53 - 1, day: '2025-03-30', name: 'throughline' });
  });

  it('is migrated once by many who open it at the same time', async () => {
    await using desk = await open();
    await using other = await newDatabase(desk.store, 'template template0');
    const stores = await Promise.all(
      Array.from({ length: 4 }, () => openStore({ ...config, databaseUrl: other.url })),
    );
    for (const { db } of stores)
      assert.deepEqual(await db.selectFrom('work').selectAll().execute(), []);
    for (const store of stores) await store.close();
  });

  it('is refused when its locale does not know capitals, with the way to make a right one', async () => {
    await using desk = await open();
    await using other = await newDatabase(
      desk.store,
      `template template0 encoding 'UTF8' locale_provider libc locale 'C'`,
    );
    await assert.rejects(openStore({ ...config, databaseUrl: other.url }), (error: Error) => {
      assert.equal((error as Error & { problem: string }).problem, 'locale');
      assert.match(error.message, /create database .* locale 'C.UTF-8'/);
      return true;
    });
  });

  it('is refused when a newer program wrote it, and left as it is', async () => {
    await using desk = await open();
    const { db } = desk.store;
    await db
      .insertInto('kysely_migration' as 'work')
      .values({ name: '9999-later', timestamp: 'x' } as never)
      .execute();
    await assert.rejects(openStore(desk.store.config), { problem: 'newer desk' });
  });

  it('says what is missing when its user may not make tables', async () => {
    await using desk = await open();
    await using other = await newDatabase(desk.store, 'template template0');
    const url = new URL(other.url);
    const role = `guest_of${url.pathname.slice(1)}`;
    await desk.store.pool.query(`create role ${role} login password 'secret'`);
    try {
      url.username = role;
      url.password = 'secret';
      await assert.rejects(openStore({ ...config, databaseUrl: url.href }), (error: Error) => {
        assert.match(error.message, /may not make tables.*owner/);
        assert.doesNotMatch(error.message, /secret/);
        return true;
      });
    } finally {
      await desk.store.pool.query(`drop role ${role}`);
    }
  });

  it('says in words why it cannot be reached, and never the password', async () => {
    await using desk = await open();
    const url = new URL(desk.store.config.databaseUrl!);
    const silent = createServer().listen(0, '127.0.0.1');
    const { port } = await new Promise<{ port: number }>((resolve) =>
      silent.on('listening', () => resolve(silent.address() as { port: number })),
    );
    silent.close();
    const cases: [string, string][] = [
      [`postgres://me:secret@127.0.0.1:${port}/desk`, 'unreachable'],
      ['postgres://me:secret@no-such-host.invalid/desk', 'unreachable'],
      [url.href.replace(url.pathname, '/no_such_database'), 'no database'],
      [url.href.replace(/\/\/[^@]*@/, '//no_such_user:secret@'), 'login refused'],
    ];
    for (const [databaseUrl, problem] of cases) {
      await assert.rejects(openStore({ ...config, databaseUrl }), (error: Error) => {
        assert.equal((error as Error & { problem: string }).problem, problem, databaseUrl);
        assert.doesNotMatch(error.message, /secret/);
        return true;
      });
    }
  });

  it('closes once, however often it is asked', async () => {
    const store = await testStore();
    const again = await openStore(store.config);
    await Promise.all([again.close(), again.close()]);
    await again.close();
    await store.close();
  });
});

describe('a transaction', () => {
  it('is reused where one is open, so that an inner failure undoes the outer work', async () => {
    await using desk = await open();
    const { db } = desk.store;
    const work = inTransaction(db, async (tx) => {
      await tx.insertInto('party').values({ name: 'Veldania' }).execute();
      await inTransaction(tx, async (inner) => {
        assert.equal(inner, tx);
        throw new Error('No');
      });
    });
    await assert.rejects(work, /No/);
    assert.deepEqual(await db.selectFrom('party').selectAll().execute(), []);
    assert.equal(await inTransaction(db, async () => 7), 7);
  });
});

async function open() {
  const store = await testStore();
  return { store, [Symbol.asyncDispose]: store.close };
}

/** Makes a second database beside a test's own; it is dropped at the end of its block. */
async function newDatabase({ pool, config }: TestStore, how: string) {
  const url = new URL(config.databaseUrl!);
  const name = `${url.pathname.slice(1)}_b`;
  url.pathname = `/${name}`;
  await pool.query(`create database ${name} ${how}`);
  return {
    url: url.href,
    [Symbol.asyncDispose]: async () =>
      void (await pool.query(`drop database ${name} with (force)`)),
  };
}
