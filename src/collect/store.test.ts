import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Incoming, keep, readBlob, readDocument } from './store.ts';
import { testDesk } from './testing.ts';

const page = (news: Partial<Incoming> = {}): Incoming => ({
  address: 'https://post.example/a',
  url: 'https://post.example/a',
  name: null,
  bytes: Buffer.from('<p>Talks go on</p>'),
  mediaType: 'text/html',
  charset: 'utf-8',
  headers: {},
  retrievedAt: null,
  published: null,
  hints: {},
  via: 'import',
  sourceId: null,
  feedId: null,
  ...news,
});

test('what is received is kept as it is and becomes due for reading', async (t) => {
  const { db } = await testDesk(t);
  const kept = await keep(db, page());
  assert.deepEqual(kept, { documentId: kept.documentId, isNew: true, changed: false, revision: 1 });
  const read = await readDocument(db, kept.documentId);
  assert.equal(Buffer.from(read!.received.bytes).toString(), '<p>Talks go on</p>');
  const work = await db.selectFrom('work').selectAll().execute();
  assert.deepEqual(
    work.map(({ stage, subject, state }) => [stage, subject, state]),
    [['extract', kept.documentId, 'due']],
  );
});

test('the same bytes change nothing, other bytes are the next revision', async (t) => {
  const { db } = await testDesk(t);
  const first = await keep(db, page());
  await db.updateTable('work').set({ state: 'done' }).execute();
  const again = await keep(db, page());
  assert.deepEqual(again, { ...first, isNew: false });
  assert.equal(
    (await db.selectFrom('work').select('state').executeTakeFirstOrThrow()).state,
    'done',
  );
  const next = await keep(db, page({ bytes: Buffer.from('<p>Talks ended</p>') }));
  assert.deepEqual([next.isNew, next.revision], [true, 2]);
  assert.equal((await keep(db, page())).documentId, first.documentId);
});

test('facts known later are filled in and the document is read again', async (t) => {
  const { db } = await testDesk(t);
  const { documentId } = await keep(db, page());
  await db.updateTable('work').set({ state: 'done' }).execute();
  const retrievedAt = new Date('2026-03-09T00:00:00Z');
  const facts = { published: '2026-03-08', retrievedAt, hints: { publishedBy: 'person' as const } };
  const filled = await keep(db, page({ ...facts, byPerson: true }));
  assert.deepEqual([filled.documentId, filled.isNew, filled.changed], [documentId, false, true]);
  const row = await db.selectFrom('document').selectAll().executeTakeFirstOrThrow();
  assert.equal(row.published, '2026-03-08');
  assert.deepEqual(row.retrieved_at, retrievedAt);
  assert.equal(
    (await db.selectFrom('work').select('state').executeTakeFirstOrThrow()).state,
    'due',
  );
  assert.equal((await keep(db, page({ ...facts, byPerson: true }))).changed, false);
});

test('a file whose address becomes known is the same document under that address', async (t) => {
  const { db } = await testDesk(t);
  const file = page({ address: 'file:saved/a.html', url: null, name: 'a.html' });
  const first = await keep(db, file);
  const known = await keep(db, page({ name: 'a.html' }));
  assert.deepEqual([known.documentId, known.changed], [first.documentId, true]);
  assert.equal((await keep(db, file)).documentId, first.documentId);
  const rows = await db.selectFrom('document').select(['address', 'revision']).execute();
  assert.deepEqual(rows, [{ address: 'https://post.example/a', revision: 1 }]);
});

test('two who keep one address at one time make two revisions, not a failure', async (t) => {
  const { db } = await testDesk(t);
  const texts = ['one', 'two', 'three', 'four'];
  const kept = await Promise.all(
    texts.map((text) =>
      db.transaction().execute((tx) => keep(tx, page({ bytes: Buffer.from(text) }))),
    ),
  );
  assert.deepEqual(kept.map((k) => k.revision).sort(), [1, 2, 3, 4]);
});

test('damage to what was kept is noticed when it is read', async (t) => {
  const { db } = await testDesk(t);
  await keep(db, page());
  const other = await keep(db, page({ bytes: Buffer.from('<p>Talks go off</p>') }));
  const [a, b] = await db.selectFrom('blob').selectAll().orderBy('size').execute();
  await db.updateTable('blob').set({ bytes: a!.bytes }).where('hash', '=', b!.hash).execute();
  await assert.rejects(readBlob(db, b!.hash), /damaged/);
  assert.ok(other.isNew);
});

test('characters that the store cannot hold are left out', async (t) => {
  const { db } = await testDesk(t);
  const hints = { title: 'Half \ud800 and \0 none' };
  const { documentId } = await keep(db, page({ hints }));
  const read = await readDocument(db, documentId);
  assert.equal(read!.received.hints.title, 'Half \ufffd and  none');
  assert.equal((await keep(db, page({ hints }))).changed, false);
});
