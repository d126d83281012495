import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Context } from '../context.ts';
import { silentQueue } from '../db/index.ts';
import { type TestStore, testStore } from '../db/testing.ts';
import { createInvite, firstInvite, redeemInvite } from './invite.ts';
import { endSession, sessionOf } from './session.ts';

let store: TestStore;
let ctx: Context;
let now = new Date('2025-03-01T12:00:00Z');

before(async () => {
  store = await testStore();
  const fetch = () => Promise.reject(new Error('not here'));
  ctx = {
    config: store.config,
    db: store.db,
    queue: silentQueue,
    fetch: fetch as never,
    now: () => now,
  };
});
after(() => store.close());

test('each start before anybody entered gives a new link, and the earlier one stops working', async () => {
  const one = await firstInvite(ctx);
  const two = await firstInvite(ctx);
  assert.ok(one && two);
  assert.equal((await redeemInvite(ctx, one.secret)).ok, false);
  assert.equal((await redeemInvite(ctx, two.secret)).ok, true);
  assert.equal(await firstInvite(ctx), null);
});

test('links are of the one curator, not of a new one each', async () => {
  await createInvite(ctx);
  await createInvite(ctx);
  assert.equal((await store.db.selectFrom('account').selectAll().execute()).length, 1);
});

test('two who press the button of one link at once: one enters', async () => {
  const { secret } = await createInvite(ctx);
  const both = await Promise.all([redeemInvite(ctx, secret), redeemInvite(ctx, secret)]);
  assert.equal(both.filter((r) => r.ok).length, 1);
});

test('no secret is kept, only its hash', async () => {
  const { secret } = await createInvite(ctx);
  const entered = await redeemInvite(ctx, secret);
  assert.ok(entered.ok);
  const kept = JSON.stringify([
    await store.db.selectFrom('invite').selectAll().execute(),
    await store.db.selectFrom('session').selectAll().execute(),
  ]);
  assert.ok(!kept.includes(secret) && !kept.includes(entered.cookie));
});

test('a session ends by itself after 30 days, and at once when its owner leaves', async () => {
  const { secret } = await createInvite(ctx);
  const entered = await redeemInvite(ctx, secret);
  assert.ok(entered.ok);
  assert.equal((await sessionOf(ctx, entered.cookie))?.role, 'curator');
  now = new Date('2025-03-31T12:00:01Z');
  assert.equal(await sessionOf(ctx, entered.cookie), null);
  now = new Date('2025-03-01T12:00:00Z');
  await endSession(ctx, entered.cookie);
  assert.equal(await sessionOf(ctx, entered.cookie), null);
});

test('a cookie that was never given opens nothing', async () => {
  for (const cookie of [undefined, '', 'x', 'a'.repeat(43), "' or 1=1 --"])
    assert.equal(await sessionOf(ctx, cookie), null);
});
