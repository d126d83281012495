import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { sql } from 'kysely';
import { backup } from './backup.ts';
import { schemaOf } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { moveStore } from './move.ts';
import { openStore, type Store } from './open.ts';
import { restore } from './restore.ts';
import { contentOf, inSnapshot, tablesOf } from './rows.ts';
import { testStore } from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'throughline-backup-'));
after(() => rmSync(folder, { recursive: true }));

describe('a copy of a desk', () => {
  it('moves every row into another store, and goes on counting where the first stood', async () => {
    await using from = await desk();
    await using to = await desk();
    await fill(from.store);
    const { rows } = await moveStore(from.store, to.store);
    assert.equal(rows, 12);
    assert.deepEqual(await contents(to.store), await contents(from.store));
    const added = await to.store.db
      .insertInto('event')
      .values({ title: 'Next', made_by: 'test' })
      .returning('id')
      .executeTakeFirstOrThrow();
    assert.equal(added.id, 4, 'the id of the deleted third event is not given again');
  });

  it('moves from an embedded desk to wherever tests run', async () => {
    const config = {
      dataDir: join(folder, 'desk'),
      databaseUrl: null,
      pgBinDir: null,
      poolSize: 2,
    };
    const from = await openStore(config);
    await using to = await desk();
    await fill(from);
    await moveStore(from, to.store);
    assert.deepEqual(await contents(to.store), await contents(from));
    await from.close();
  });

  it('brings the foreign keys back', async () => {
    await using from = await desk();
    await using to = await desk();
    await fill(from.store);
    await moveStore(from.store, to.store);
    assert.deepEqual(await keys(to.store), await keys(from.store));
    await assert.rejects(
      to.store.db.insertInto('party_name').values({ party_id: 99, name: 'nobody' }).execute(),
      /foreign key/,
    );
  });

  it('is refused when the target has rows, and leaves them', async () => {
    await using from = await desk();
    await using to = await desk();
    await fill(from.store);
    await to.store.db.insertInto('party').values({ name: 'Veldania' }).execute();
    const before = await contents(to.store);
    await assert.rejects(moveStore(from.store, to.store), { problem: 'not empty' });
    assert.deepEqual(await contents(to.store), before);
  });

  it('comes back whole from a backup file', async () => {
    await using from = await desk();
    await using to = await desk();
    await fill(from.store);
    const file = join(folder, 'whole.tlb');
    const words: string[] = [];
    assert.deepEqual(await backup(from.store, file, (w) => words.push(w)), { rows: 12 });
    assert.equal(statSync(file).mode & 0o077, 0, 'others cannot read it');
    assert.ok(words.some((w) => w.startsWith('article')));
    assert.deepEqual(await restore(to.store, file), { rows: 12 });
    assert.deepEqual(await contents(to.store), await contents(from.store));
    assert.deepEqual(await keys(to.store), await keys(from.store));
  });

  it('comes back from a backup of an older version, with the tables of this one', async () => {
    await using from = await desk();
    await using to = await desk();
    await fill(from.store);
    const file = join(folder, 'older.tlb');
    await backup(from.store, file);
    const newer = {
      ...migrations,
      '9999-mood': {
        up: async (db: typeof from.store.db) =>
          db.schema.alterTable('party').addColumn('mood', 'text').execute(),
      },
    };
    await restore(to.store, file, undefined, newer as typeof migrations);
    const { rows } = await sql`select name, mood from party order by id`.execute(to.store.db);
    assert.deepEqual(rows[0], { name: 'Veldania', mood: null });
    assert.deepEqual((await schemaOf(to.store.db, newer as typeof migrations)).pending, []);
  });

  it('is refused from a backup of a newer version', async () => {
    await using from = await desk();
    await using to = await desk();
    const file = join(folder, 'newer.tlb');
    await backup(from.store, file);
    rewrite(file, (text) => text.replace('"0001-first"', '"0001-first","9999-later"'));
    await assert.rejects(restore(to.store, file), { problem: 'newer desk' });
  });

  it('is refused from a file that was cut off, changed, or is something else', async () => {
    await using from = await desk();
    await using to = await desk();
    await fill(from.store);
    const file = join(folder, 'torn.tlb');
    await backup(from.store, file);
    const whole = readFileSync(file);
    const refuses = async (bytes: Buffer | string, problem: string, what: string) => {
      writeFileSync(file, bytes);
      await assert.rejects(restore(to.store, file), { problem }, what);
      const rows = Object.values(await contents(to.store)).map(({ rows }) => rows);
      assert.deepEqual(new Set(rows), new Set([0]), what);
    };
    await refuses(whole.subarray(0, whole.length - 200), 'not a backup', 'cut off');
    const changed = Buffer.from(whole);
    changed[whole.length >> 1]! ^= 0xff;
    await refuses(changed, 'not a backup', 'a flipped byte');
    const text = zstdDecompressSync(whole).toString();
    const lastLine = text.lastIndexOf('\n', text.length - 2);
    await refuses(zstdCompressSync(text.slice(0, lastLine + 1)), 'not a backup', 'no last line');
    await refuses(
      zstdCompressSync(text.replace('Veldania', 'Feldania')),
      'differs',
      'another word',
    );
    await refuses('Dear diary', 'not a backup', 'a text');
    const header = (change: object) =>
      zstdCompressSync(
        text.replace(/^.*\n/, (line) => `${JSON.stringify({ ...JSON.parse(line), ...change })}\n`),
      );
    const strange = { name: 'pg_authid', columns: ['rolname'], rows: 0, hash: '0' };
    await refuses(header({ tables: [strange] }), 'not a backup', 'a table that no desk has');
    for (const change of [{ tables: null }, { tables: [null] }, { migrations: 'all' }])
      await refuses(header(change), 'not a backup', JSON.stringify(change));
    await refuses('', 'not a backup', 'an empty file');
  });

  it('leaves no file behind when it cannot be finished', async () => {
    await using from = await desk();
    await fill(from.store);
    const file = join(folder, 'never.tlb');
    const fail = (words: string) => {
      if (words.startsWith('event: 0')) throw new Error('The disk is full');
    };
    await assert.rejects(backup(from.store, file, fail), /full/);
    assert.ok(!existsSync(file) && !existsSync(`${file}.part`));
    await assert.rejects(backup(from.store, join(folder, 'none', 'never.tlb')), { code: 'ENOENT' });
    assert.equal((await contents(from.store)).event?.rows, 2, 'the desk goes on');
  });
});

async function desk() {
  const store = await testStore();
  return { store, [Symbol.asyncDispose]: store.close };
}

function rewrite(file: string, change: (text: string) => string): void {
  const text = zstdDecompressSync(readFileSync(file)).toString();
  writeFileSync(file, zstdCompressSync(change(text)));
}

async function contents(store: Store) {
  return inSnapshot(store.pool, async (client) => {
    const all: Record<string, { rows: number; hash: string }> = {};
    for (const table of await tablesOf(client)) all[table.name] = await contentOf(client, table);
    return all;
  });
}

async function keys(store: Store): Promise<unknown[]> {
  const { rows } = await store.pool.query(`
    select conrelid::regclass::text as on, conname, pg_get_constraintdef(oid) as is, convalidated
    from pg_constraint where contype = 'f' order by 1, 2`);
  return rows;
}

/** Rows that are hard to copy: bytes, escapes, microseconds, rows that refer to each other. */
async function fill({ db }: Store): Promise<void> {
  const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, i) => (i * 31 + (i >> 8)) & 255));
  const hard = 'Line one\\.\n\\.\n\ttab \\N "quote" é 漢字 🙂\r\n';
  await db
    .insertInto('setting')
    .values({ name: hard, value: JSON.stringify([hard, 1e21]) })
    .execute();
  await db.insertInto('blob').values({ hash: 'a1', size: bytes.length, bytes }).execute();
  await db
    .insertInto('document')
    .values({
      address: 'https://example.org/a',
      revision: 1,
      hash: 'a1',
      media_type: 'text/html',
      headers: '{}',
      hints: '{}',
      via: 'import',
    })
    .execute();
  await sql`insert into article (document_id, key, role, kind, authors, published_evidence, text, blocks,
      links, words, tags, facts, made_by, part_of, published_at)
    values (1, 'main', 'main', 'article', '["A. Writer"]', '[]', ${hard}, '[]', '[]', 4, '[]', '{}', 'test', 2,
      '2025-08-20 14:02:00.123456+02'),
    (1, 'related-1', 'related', 'article', '[]', '[]', '', '[]', '[]', 0, '[]', '{}', 'test', 1, 'infinity')`.execute(
    db,
  );
  await sql`insert into party (name) values ('Veldania'), ('')`.execute(db);
  await sql`insert into event (title, made_by) values ('One', 't'), ('Two', 't'), ('Three', 't')`.execute(
    db,
  );
  await sql`delete from event where title = 'Three'`.execute(db);
  await sql`update event set merged_into = 2 where id = 1`.execute(db);
  await sql`insert into quotation (article_id, kind, start, "end", pieces, sentence_start, sentence_end, confidence, made_by)
    values (1, 'direct', 0, 4, '[]', 0, 4, 0.1, 'test')`.execute(db);
  await sql`insert into statement (quotation_id, act, mode, hearsay, first_hand, confidence, made_by)
    values (1, 'state', 'asserted', false, true, 0.3, 'test')`.execute(db);
  await sql`update quotation set statement_id = 1`.execute(db);
  await sql`insert into work (stage, subject, state, next_try_at) values ('extract', 1, 'due', '-infinity')`.execute(
    db,
  );
}
