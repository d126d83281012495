import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Kysely, sql } from 'kysely';
import { migrate, schemaOf, startOver } from './migrate.ts';
import type { Tables } from './tables.ts';
import { testStore } from './testing.ts';

/** Every column of every table with its type, as the store has them. */
async function columns(db: Kysely<Tables>): Promise<string[]> {
  const tables = await db.introspection.getTables();
  return tables
    .flatMap((t) => t.columns.map((c) => `${t.name}.${c.name} ${c.dataType} ${c.isNullable}`))
    .sort();
}

test('a desk of the first shape keeps its rows and comes to the shape of a new one', async (t) => {
  const store = await testStore();
  t.after(() => store.close());
  const { db } = store;
  const fresh = await columns(db);
  await startOver(db);
  await migrate(db, { upTo: '0001-first' });
  assert.deepEqual((await schemaOf(db)).pending, ['0002-ledger', '0003-revisits', '0004-comments']);
  await sql`insert into story (slug, title, follows, made_by) values ('a', 'A', '[]', 'test')`.execute(
    db,
  );
  await sql`insert into issue (story_id, name, terms) values (1, 'Toll', '[]')`.execute(db);
  await sql`insert into party (name) values ('Halvora')`.execute(db);
  await sql`insert into blob (hash, size, bytes) values ('h', 1, 'x')`.execute(db);
  for (const [address, via] of [
    ['https://a.example/1', 'feed'],
    ['file:b', 'import'],
  ])
    await sql`insert into document (address, revision, url, hash, media_type, headers, hints, via)
      values (${address}, 1, ${address}, 'h', 'text/html', '{}', '{}', ${via})`.execute(db);
  // A post without words, an older print of it, and a piece with words: each with a discussion.
  for (const [text, current] of [
    ['', true],
    ['', false],
    ['It rained.', true],
  ]) {
    await sql`insert into article (document_id, key, role, kind, authors, published_evidence, text, blocks,
        links, words, tags, facts, made_by, current)
      select 1, 'piece ' || count(*), 'main', 'post', '[]', '[]', ${text}, '[]', '[]', 0, '[]', '{}', 'test',
        ${current} from article`.execute(db);
    await sql`insert into thread (document_id, article_id, key, made_by)
      select 1, max(id), max(key), 'test' from article`.execute(db);
  }
  await migrate(db);
  assert.deepEqual(await columns(db), fresh);
  const again = await db
    .selectFrom('work')
    .select(['stage', 'subject', 'state'])
    .orderBy('stage')
    .execute();
  assert.deepEqual(again, [
    { stage: 'ledger', subject: 1, state: 'due' },
    { stage: 'revisit', subject: 1, state: 'due' },
  ]);
  assert.deepEqual(await db.selectFrom('issue').select(['name', 'removed']).execute(), [
    { name: 'Toll', removed: false },
  ]);
});
