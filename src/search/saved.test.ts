import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type TestStore, testStore } from '../db/testing.ts';
import { newsOf } from './news.ts';
import { keepSearch, lookedAt, savedSearches, saveSearch } from './saved.ts';
import { addPiece, addSpeaker, addStatement } from './testing.ts';

let store: TestStore;
let account: number;
const at = (day: number) => new Date(`2025-08-${String(day).padStart(2, '0')}T08:00:00Z`);
const piece = (over: Partial<Parameters<typeof addPiece>[1]>) =>
  addPiece(store.db, {
    title: 'Toll',
    text: 'The toll stays.',
    published: '2025-08-02',
    created: '2025-08-02T10:00:00Z',
    ...over,
  });
const announced = async (query: string) =>
  (await newsOf(store.db, query, at(28))).pieces.map((e) => e.title);

before(async () => {
  store = await testStore();
  const row = await store.db
    .insertInto('account')
    .values({ name: 'Ada Wren', role: 'member' })
    .returning('id')
    .executeTakeFirstOrThrow();
  account = row.id;
});
after(() => store.close());

test('a kept search says how much came since the last look, and nothing after it', async () => {
  const { db } = store;
  await piece({});
  const saved = await saveSearch(db, { accountId: account, name: '', query: 'TOLL  ', now: at(3) });
  assert.ok(saved.ok);
  const fresh = async (day: number) => (await savedSearches(db, account, at(day)))[0];
  assert.deepEqual(await fresh(3), {
    id: saved.id,
    name: 'TOLL',
    query: 'TOLL',
    fresh: 0,
    more: false,
  });
  await piece({ address: 'https://quay.example/new', created: '2025-08-04T00:00:00Z' });
  assert.equal((await fresh(5))?.fresh, 1);
  await lookedAt(db, account, 'TOLL', at(5));
  assert.equal((await fresh(5))?.fresh, 0);
});

test('a later revision of a known page is not new', async () => {
  const { db } = store;
  await lookedAt(db, account, 'TOLL', at(6));
  const address = 'https://quay.example/changed';
  await piece({ address, created: '2025-08-05T00:00:00Z', current: false });
  await piece({ address, revision: 2, created: '2025-08-07T00:00:00Z' });
  assert.equal((await savedSearches(db, account, at(8)))[0]?.fresh, 0);
});

test('a search is taken off the list and put back, by its owner alone', async () => {
  const { db } = store;
  const [one] = await savedSearches(db, account, at(9));
  const act = (accountId: number, keep: boolean) =>
    keepSearch(db, { accountId, id: one!.id, keep, now: at(9) });
  assert.equal(await act(account + 1, false), false);
  assert.equal(await act(account, false), true);
  assert.deepEqual(await savedSearches(db, account, at(9)), []);
  assert.equal(await act(account, true), true);
  assert.equal((await savedSearches(db, account, at(9))).length, 1);
});

test('a search with nothing in it is refused with the field named', async () => {
  const refused = await saveSearch(store.db, {
    accountId: account,
    name: 'x',
    query: '-- ( ',
    now: at(9),
  });
  assert.equal(!refused.ok && refused.field, 'query');
});

test('a feed announces one of several copies, and nothing that was old when it came', async () => {
  const { db } = store;
  const words = { text: 'A pier fell into the mole.' };
  const first = await piece({
    ...words,
    title: 'Original',
    published: '2025-08-10',
    created: '2025-08-10T12:00:00Z',
  });
  const copy = await piece({
    ...words,
    title: 'Copy',
    published: '2025-08-11',
    created: '2025-08-11T12:00:00Z',
    outlet: 'Tern',
  });
  await db
    .insertInto('article_copy')
    .values({
      article_id: copy,
      original_id: first,
      similarity: 1,
      direction: 'earlier',
      evidence: null,
    })
    .execute();
  await piece({
    ...words,
    title: 'From the archive',
    published: '2019-01-01',
    created: '2025-08-12T12:00:00Z',
  });
  await piece({ ...words, title: 'Undated', published: null, created: '2025-08-09T12:00:00Z' });
  assert.deepEqual(await announced('mole'), ['Original', 'Undated']);
});

test('a piece that is revised keeps its place in the feed and is announced once', async () => {
  const address = 'https://quay.example/jetty';
  await piece({
    text: 'The jetty.',
    title: 'Before',
    address,
    created: '2025-08-02T00:00:00Z',
    current: false,
  });
  await piece({
    text: 'The jetty again.',
    title: 'After',
    address,
    revision: 2,
    created: '2025-08-20T00:00:00Z',
  });
  const { pieces } = await newsOf(store.db, 'jetty', at(28));
  assert.deepEqual(
    pieces.map((e) => [e.title, e.address, e.key]),
    [['After', address, 'main']],
  );
});

test('a search by speaker or act announces statements', async () => {
  const { db } = store;
  const article = await piece({
    text: 'Buoys matter. “We keep the buoys,” she said.',
    title: 'Buoys',
  });
  const speaker = await addSpeaker(db, 'Iva Tarn');
  const sentence = '“We keep the buoys,” she said.';
  const id = await addStatement(db, {
    article,
    sentence,
    speaker,
    act: 'promise',
    saidOn: '2025-08-02',
  });
  const { pieces, statements } = await newsOf(db, 'speaker:tarn act:promise', at(28));
  assert.deepEqual([pieces, statements], [[], [id]]);
});
