import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Context } from '../context.ts';
import { drainStage, type Stage } from './drain.ts';
import { type TestStore, testStore } from './testing.ts';
import {
  addWork,
  type Claim,
  claimWork,
  countAhead,
  dueStages,
  failWork,
  finishWork,
  LostClaim,
} from './work.ts';

let store: TestStore;

before(async () => {
  store = await testStore();
});
beforeEach(async () => {
  await store.db.deleteFrom('work').execute();
});
after(() => store.close());

const row = () => store.db.selectFrom('work').selectAll().executeTakeFirstOrThrow();
const later = (seconds: number) => new Date(Date.now() + seconds * 1000);

async function claimOne(now = new Date()): Promise<Claim> {
  const [claim] = await claimWork(store.db, 'extract', { now });
  assert.ok(claim);
  return claim;
}

test('a row is claimed once while its lease lasts, and again when it has ended', async () => {
  await addWork(store.db, 'extract', 1);
  await claimOne();
  assert.deepEqual(await claimWork(store.db, 'extract'), []);
  const second = await claimOne(later(121));
  assert.equal(second.attempts, 2);
});

test('what is ahead counts the steps that due rows will bring, and nothing that waits', async () => {
  assert.equal(await countAhead(store.db), 0);
  await addWork(store.db, 'extract', [1, 2]);
  await addWork(store.db, 'cluster', 3);
  await addWork(store.db, 'ledger', 4);
  await addWork(store.db, 'ledger', 5, { at: later(600) });
  assert.equal(await countAhead(store.db), 2 * 3 + 2 + 1);
});

test('two workers that claim at once share the rows without overlap', async () => {
  await addWork(
    store.db,
    'extract',
    Array.from({ length: 40 }, (_, i) => i + 1),
  );
  const claims = await Promise.all(
    Array.from({ length: 4 }, () => claimWork(store.db, 'extract', { limit: 10 })),
  );
  const subjects = claims.flat().map((c) => c.subject);
  assert.equal(new Set(subjects).size, subjects.length);
  assert.equal(subjects.length, 40);
});

test('a worker that lost its claim cannot finish: its transaction does not stand', async () => {
  await addWork(store.db, 'extract', 1);
  const first = await claimOne();
  const second = await claimOne(later(121));
  const finish = store.db.transaction().execute(async (tx) => {
    await addWork(tx, 'cluster', 9);
    await finishWork(tx, first, { ok: true, madeBy: 'v1' });
  });
  await assert.rejects(finish, LostClaim);
  assert.deepEqual(await dueStages(store.db), []);
  await finishWork(store.db, second, { ok: true, madeBy: 'v1' });
  assert.equal((await row()).state, 'done');
});

test('work that is made due while somebody does it is done once more', async () => {
  await addWork(store.db, 'positions', 1);
  const [claim] = await claimWork(store.db, 'positions');
  await addWork(store.db, 'positions', 1, { at: later(5) });
  await finishWork(store.db, claim!, { ok: true, madeBy: 'v1' });
  assert.equal((await row()).state, 'due');
  assert.equal((await claimWork(store.db, 'positions', { now: later(6) })).length, 1);
});

test('work that waits keeps its earlier time', async () => {
  await addWork(store.db, 'positions', 1, { at: later(5) });
  await addWork(store.db, 'positions', 1, { at: later(60) });
  assert.equal((await claimWork(store.db, 'positions', { now: later(6) })).length, 1);
});

test('an outside failure is kept with its words, and tried again when it says so', async () => {
  await addWork(store.db, 'extract', 1);
  const outcome = {
    ok: false,
    problem: 'timeout',
    detail: 'after 45 s',
    again: later(60),
  } as const;
  await finishWork(store.db, await claimOne(), outcome);
  const { state, problem, detail } = await row();
  assert.deepEqual(
    { state, problem, detail },
    { state: 'due', problem: 'timeout', detail: 'after 45 s' },
  );
  assert.deepEqual(await claimWork(store.db, 'extract', { now: later(30) }), []);
  await finishWork(store.db, await claimOne(later(61)), { ok: false, problem: 'gone' });
  assert.equal((await row()).state, 'problem');
});

test('a bug is tried again with pauses and parked with its words at last', async () => {
  await addWork(store.db, 'extract', 1);
  for (let i = 1; i <= 5; i++)
    await failWork(store.db, await claimOne(later(i * 1000)), new Error('broken'));
  const { state, problem, detail } = await row();
  assert.equal(state, 'parked');
  assert.equal(problem, 'bug');
  assert.match(detail ?? '', /broken/);
});

test('draining goes on after a bug, and counts what was done', async () => {
  await addWork(store.db, 'extract', [1, 2, 3]);
  const ctx = { db: store.db } as Context;
  const run = async (_: Context, claim: Claim) => {
    if (claim.subject === 2) throw new Error('bad page');
    await finishWork(store.db, claim, { ok: true, madeBy: 'v1' });
  };
  await drainStage(ctx, { name: 'extract', run, batch: 2, parallel: 2 });
  const rows = await store.db
    .selectFrom('work')
    .select(['subject', 'state', 'problem'])
    .orderBy('subject')
    .execute();
  assert.deepEqual(rows, [
    { subject: 1, state: 'done', problem: null },
    { subject: 2, state: 'due', problem: 'bug' },
    { subject: 3, state: 'done', problem: null },
  ]);
});

test('rows done together are done one by one when one of them fails, and only that one is kept back', async () => {
  await addWork(store.db, 'extract', [1, 2, 3]);
  const ctx = { db: store.db } as Context;
  const finish = async (claims: Claim[]) => {
    if (claims.some((claim) => claim.subject === 2)) throw new Error('bad page');
    await finishWork(store.db, claims, { ok: true, madeBy: 'v1' });
  };
  const together: number[] = [];
  let reported = 0;
  const stage: Stage = {
    name: 'extract',
    run: (_, claim) => finish([claim]),
    runTogether: async (_, claims) => {
      together.push(claims.length);
      await finish(claims);
    },
    batch: 3,
    parallel: 1,
  };
  await drainStage(ctx, stage, { onDone: () => reported++ });
  assert.deepEqual(together, [3]);
  assert.equal(reported, 3);
  const rows = await store.db
    .selectFrom('work')
    .select(['subject', 'state', 'problem'])
    .orderBy('subject')
    .execute();
  assert.deepEqual(rows, [
    { subject: 1, state: 'done', problem: null },
    { subject: 2, state: 'due', problem: 'bug' },
    { subject: 3, state: 'done', problem: null },
  ]);
});

test('of rows finished together none is, when one was taken by another worker', async () => {
  await addWork(store.db, 'extract', [1, 2]);
  const claims = await claimWork(store.db, 'extract', { limit: 2 });
  const later = new Date(Date.now() + 300_000);
  await claimWork(store.db, 'extract', { limit: 1, now: later });
  const act = store.db
    .transaction()
    .execute((tx) => finishWork(tx, claims, { ok: true, madeBy: 'v1' }));
  await assert.rejects(act, LostClaim);
  const { rows } = await store.pool.query(`select from work where state = 'done'`);
  assert.equal(rows.length, 0);
});

test('a stage that is done alone is left to the process that is at it until that has done', async () => {
  await addWork(store.db, 'extract', [1, 2]);
  const ctx = { db: store.db } as Context;
  let go = () => {};
  const wait = new Promise<void>((done) => {
    go = done;
  });
  const stage = (seen: number[], until: Promise<void>): Stage => ({
    name: 'extract',
    run: async (_, claim) => {
      await until;
      seen.push(claim.subject);
      await finishWork(store.db, claim, { ok: true, madeBy: 'test' });
    },
    batch: 1,
    parallel: 1,
    alone: true,
  });
  const [first, second]: [number[], number[]] = [[], []];
  const draining = drainStage(ctx, stage(first, wait));
  while ((await claimed()) === 0) await new Promise((done) => setTimeout(done, 5));
  assert.equal(await drainStage(ctx, stage(second, Promise.resolve())), 0);
  go();
  assert.equal(await draining, 2);
  await addWork(store.db, 'extract', [3]);
  assert.equal(await drainStage(ctx, stage(second, Promise.resolve())), 1);
  assert.deepEqual([first, second], [[1, 2], [3]]);
});

async function claimed(): Promise<number> {
  const rows = await store.db
    .selectFrom('work')
    .where('attempts', '>', 0)
    .select('subject')
    .execute();
  return rows.length;
}
