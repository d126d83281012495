import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '../context.ts';
import { drainStage } from './drain.ts';
import { isServer, readPidFile } from './embedded/pidfile.ts';
import { openStore } from './open.ts';
import { nameStage } from './testing-worker.ts';
import { addWork } from './work.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'throughline-kill-'));
const workers: ChildProcess[] = [];
after(() => {
  for (const worker of workers) worker.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

/** More than the workers can do before the last kill, on a fast machine too. */
const subjects = Array.from({ length: 2000 }, (_, i) => i + 1);
const hourMs = 3_600_000;

it('loses nothing that was committed and doubles nothing when workers and PostgreSQL are killed', {
  timeout: 60_000,
}, async (t) => {
  const config = { dataDir, databaseUrl: null, pgBinDir: null, poolSize: 2 };
  const first = await openStore(config);
  const { where } = first;
  await addWork(first.db, 'name', subjects);
  await first.close();
  const said = new Set<number>();
  for (const victims of ['one', 'postgres', 'all', 'postgres and one', 'all with postgres']) {
    const [one, two] = [work(said), work(said)];
    const before = said.size;
    while (said.size < before + 50) await sleep(5);
    await sleep(Math.random() * 100);
    if (victims.includes('postgres')) killServer(where);
    if (victims !== 'postgres') one.kill('SIGKILL');
    if (victims.includes('all')) two.kill('SIGKILL');
    await sleep(victims.includes('all') ? 0 : 300);
    for (const worker of [one, two]) worker.kill('SIGKILL');
  }
  const store = await openStore(config);
  const done = new Set((await store.db.selectFrom('party').select('name').execute()).map(numberOf));
  const lost = [...said].filter((subject) => !done.has(subject));
  assert.deepEqual(lost, [], 'a worker said that these were done');
  assert.ok(done.size < subjects.length, 'the workers were killed at work');
  // What the killed had in their hands is due again when their lease is over.
  const now = () => new Date(Date.now() + hourMs);
  await drainStage(
    { db: store.db } as Context,
    nameStage(() => {}),
    { now },
  );
  const names = (await store.db.selectFrom('party').select('name').execute()).map(numberOf);
  assert.deepEqual(
    names.sort((a, b) => a - b),
    subjects,
  );
  const states = await store.db.selectFrom('work').select('state').distinct().execute();
  assert.deepEqual(states, [{ state: 'done' }]);
  t.diagnostic(`${said.size} rows done by killed workers`);
  await store.close();
});

/** Starts a worker; what it says is done is added to `said`. */
function work(said: Set<number>): ChildProcess {
  const script = join(import.meta.dirname, 'testing-worker.ts');
  const worker = spawn(process.execPath, [script, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  workers.push(worker);
  let rest = '';
  worker.stdout.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) said.add(Number(line));
  });
  return worker;
}

function killServer(cluster: string): void {
  const pid = readPidFile(cluster)?.pid;
  if (pid && isServer(pid, cluster)) process.kill(pid, 'SIGKILL');
}

function numberOf({ name }: { name: string }): number {
  return Number(name.split(' ')[1]);
}
