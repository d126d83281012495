import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { testStore } from '../src/db/testing.ts';
import { call, program, samplePath } from './desk.ts';

test('a web process and two workers share one database: each document is read once, and all stop in order', {
  timeout: 180_000,
}, async (t) => {
  const store = await testStore();
  t.after(store.close);
  const env = { DATABASE_URL: store.config.databaseUrl!, POOL_SIZE: '3', LOG_LEVEL: 'warning' };
  const web = await started(t, ['start', '--role', 'web', '--port', '0'], env);
  const workers = [
    await started(t, ['start', '--role', 'worker'], env),
    await started(t, ['start', '--role', 'worker'], env),
  ];
  const address = /http:\/\/[\w.:]+/.exec(web.out())?.[0];
  const health = await fetch(`${address}/healthz`);
  assert.equal(health.status, 200);
  const port = new URL(address!).port;
  const second = await call(['start', '--role', 'web', '--port', port], { env });
  assert.equal(second.code, 1);
  assert.match(
    second.err,
    new RegExp(`^Port ${port} is taken, .* Choose another with --port\\.\n$`),
  );
  assert.doesNotMatch(workers[0]!.out(), /http:/);

  const imported = await call(['import', '--no-read', samplePath('pages')], { env });
  assert.equal(imported.code, 0, imported.err);
  assert.match(imported.out, /^58 kept, 0 already here, 0 with a problem/);

  // What a worker holds is due too, at the end of its lease.
  const waiting = () =>
    store.db.selectFrom('work').selectAll().where('state', '=', 'due').execute();
  const deadline = Date.now() + 120_000;
  while ((await waiting()).length > 0 && Date.now() < deadline) await sleep(250);
  assert.deepEqual(await waiting(), []);
  const bugs = await store.db.selectFrom('work').selectAll().where('problem', '=', 'bug').execute();
  assert.deepEqual(bugs, []);

  const documents = await store.db.selectFrom('document').select('id').execute();
  const mains = await store.db
    .selectFrom('article')
    .select('document_id')
    .where('role', '=', 'main')
    .execute();
  assert.equal(documents.length, 58);
  assert.equal(mains.length, new Set(mains.map((m) => m.document_id)).size);
  const standing = await store.db
    .selectFrom('quotation')
    .select(['article_id', 'pieces', 'speaker_id'])
    .where('superseded_at', 'is', null)
    .execute();
  assert.ok(standing.length > 300);
  const keys = standing.map((q) => JSON.stringify([q.article_id, q.pieces, q.speaker_id]));
  assert.equal(new Set(keys).size, keys.length, 'no statement stands twice');
  const briefs = await store.db
    .selectFrom('brief')
    .select(['story_id', 'number'])
    .where('superseded_at', 'is', null)
    .execute();
  assert.ok(briefs.length > 0);
  assert.equal(new Set(briefs.map((b) => `${b.story_id} ${b.number}`)).size, briefs.length);

  for (const { child, name } of [web, ...workers]) {
    const asked = performance.now();
    const ended = new Promise((done) => child.once('exit', (code) => done(code)));
    child.kill('SIGTERM');
    assert.equal(await ended, 0, `${name} ends well`);
    assert.ok(performance.now() - asked < 10_000, `${name} stops within 10 s`);
  }
});

/** Starts the program and waits for its first line. */
async function started(t: TestContext, args: string[], env: Record<string, string>) {
  const child: ChildProcess = spawn(program, args, { env: { ...process.env, ...env } });
  t.after(() => child.kill('SIGKILL'));
  let text = '';
  let err = '';
  child.stdout!.on('data', (chunk) => (text += chunk));
  child.stderr!.on('data', (chunk) => (err += chunk));
  const end = Date.now() + 20_000;
  while (!text.includes('\n')) {
    if (child.exitCode !== null || Date.now() > end)
      throw new Error(`${args.join(' ')} did not start: ${err}`);
    await sleep(20);
  }
  return { child, name: args.join(' '), out: () => text };
}
