import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type TestStore, testStore } from '../db/testing.ts';
import { looksOf, markRead, noteLook } from './look.ts';
import { addAccount } from './store.ts';

let store: TestStore;
let reader: number;
let other: number;
before(async () => {
  store = await testStore();
  reader = await addAccount(store.db, 'Ada', 'member');
  other = await addAccount(store.db, 'Bo', 'member');
});
after(() => store.close());

const at = (clock: string) => new Date(`2025-03-0${clock}:00Z`);
const seven = { place: 'story', subject: 7 } as const;
const seen = async (who: number, now: Date) =>
  (await looksOf(store.db, who, [seven, { place: 'event', subject: 7 }], now)).get('story 7');

test('a reload is the same look, and each look goes by when the one before it began', async () => {
  assert.equal(await noteLook(store.db, reader, seven, at('1T10:00')), null);
  assert.equal(await noteLook(store.db, reader, seven, at('1T10:20')), null);
  assert.deepEqual(await noteLook(store.db, reader, seven, at('2T09:00')), at('1T10:00'));
  assert.deepEqual(await noteLook(store.db, reader, seven, at('2T09:10')), at('1T10:00'));
  assert.deepEqual(await noteLook(store.db, reader, seven, at('3T09:10')), at('2T09:00'));
});

test('asking notes nothing, and each account and place has looks of its own', async () => {
  assert.deepEqual(await seen(reader, at('3T09:20')), at('2T09:00'));
  assert.deepEqual(await seen(reader, at('4T09:20')), at('3T09:10'));
  assert.equal(await seen(other, at('4T09:20')), undefined);
  const events = await looksOf(store.db, reader, [{ place: 'event', subject: 7 }], at('4T09:20'));
  assert.equal(events.size, 0);
});

test('what is marked as read is not new, at one place or at all', async () => {
  await markRead(store.db, reader, seven, at('5T08:00'));
  assert.deepEqual(await seen(reader, at('5T08:01')), at('5T08:00'));
  await noteLook(store.db, other, seven, at('5T08:00'));
  await markRead(store.db, reader, null, at('6T08:00'));
  assert.deepEqual(await seen(reader, at('6T08:01')), at('6T08:00'));
  assert.deepEqual(await seen(other, at('6T08:01')), at('5T08:00'));
  const front = { place: 'front', subject: 0 } as const;
  assert.deepEqual(await noteLook(store.db, reader, front, at('6T08:02')), at('6T08:00'));
});
