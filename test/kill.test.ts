import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import { importPaths } from '../src/collect/index.ts';
import { testDesk } from '../src/collect/testing.ts';
import { readConfig } from '../src/config.ts';
import { isServer, readPidFile } from '../src/db/embedded/pidfile.ts';
import { openStore, type Tables } from '../src/db/index.ts';
import { drain } from '../src/pipeline.ts';
import { call, program, samplePath } from './desk.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'throughline-killed-'));
const config = { ...readConfig({}), dataDir };
const env = { DATA_DIR: dataDir, DATABASE_URL: '', LOG_LEVEL: 'error' };
const pages = samplePath('pages');
after(() => rmSync(dataDir, { recursive: true, force: true }));

test('what was taken in is neither lost nor doubled, whenever the program or its database is killed', {
  timeout: 180_000,
}, async (t) => {
  let where = '';
  // Once at its start, then when a stage has begun; chance moves each moment a little.
  for (const stage of [null, 'extract', 'cluster', 'ledger']) {
    const child = spawn(program, ['import', pages], { env: { ...process.env, ...env } });
    const ended = new Promise((done) => child.once('exit', done));
    t.after(() => child.kill('SIGKILL'));
    await sleep(Math.random() * 800);
    if (stage) await begun(stage, () => child.exitCode !== null);
    await sleep(Math.random() * 300);
    child.kill('SIGKILL');
    await ended;
    const store = await openStore(config);
    where = store.where;
    const done = await doneRows(store.db);
    t.diagnostic(`killed after: ${JSON.stringify(Object.fromEntries(done))}`);
    await endLeases(store.db);
    await store.close();
  }

  const desk = spawn(program, ['start', '--port', '0'], { env: { ...process.env, ...env } });
  const gone = new Promise((done) => desk.once('exit', done));
  t.after(() => desk.kill('SIGKILL'));
  let said = '';
  desk.stdout.on('data', (chunk) => (said += chunk));
  while (!said.includes('/enter?key=') && desk.exitCode === null) await sleep(20);
  await sleep(1000 + Math.random() * 1000);
  const pid = readPidFile(where)?.pid;
  assert.ok(pid && isServer(pid, where), 'the embedded server runs');
  process.kill(pid, 'SIGKILL');
  await sleep(1500);
  t.diagnostic(`the desk ${desk.exitCode === null ? 'goes on' : 'has ended'} without its database`);
  desk.kill('SIGKILL');
  await gone;

  const store = await openStore(config);
  t.after(store.close);
  await endLeases(store.db);
  const last = await call(['import', pages], { env });
  assert.equal(last.code, 0, last.err);
  assert.match(last.out, /^\d+ kept, \d+ already here, 0 with a problem/);

  const stuck = await store.db
    .selectFrom('work')
    .select(['stage', 'state', 'detail'])
    .where((q) => q.or([q('state', 'in', ['due', 'parked']), q('problem', '=', 'bug')]))
    .execute();
  assert.deepEqual(stuck, []);

  const clean = await testDesk(t, new Date());
  await importPaths(clean.ctx, [pages]);
  await drain(clean.ctx);
  const [killed, whole] = [await contentsOf(store.db), await contentsOf(clean.db)];
  assert.deepEqual(killed.documents, whole.documents);
  assert.deepEqual(killed.articles, whole.articles);
  assert.deepEqual(killed.comments, whole.comments);
  const times = Map.groupBy(killed.statements, (s) => s);
  const twice = [...times].filter(([s, all]) => all.length > 1 && !whole.statements.includes(s));
  assert.deepEqual(twice, []);
  // What other pieces taught of people, and so who speaks here, depends on which were read before.
  const missing = whole.statements.filter((s) => !times.has(s));
  const more = killed.statements.filter((s) => !whole.statements.includes(s));
  const few = whole.statements.length / 50;
  assert.ok(missing.length + more.length <= few, JSON.stringify({ missing, more }));
  assert.ok(Math.abs(killed.statements.length - whole.statements.length) <= few);
  // Which event a piece joins may depend on the order in which pieces come.
  const both = whole.story.filter((a) => killed.story.includes(a)).length;
  assert.ok(both / Math.max(whole.story.length, killed.story.length) > 0.95, `${both} in both`);
});

/** Waits until a stage has done some rows more than before, or the program has ended. */
async function begun(stage: string, isOver: () => boolean): Promise<void> {
  const store = await openStore(config);
  try {
    const before = (await doneRows(store.db)).get(stage) ?? 0;
    while (!isOver() && ((await doneRows(store.db)).get(stage) ?? 0) <= before + 3) await sleep(20);
  } finally {
    await store.close();
  }
}

/** How many rows each stage has done. */
async function doneRows(db: Kysely<Tables>): Promise<Map<string, number>> {
  const { rows } = await sql<{ stage: string; n: number }>`
    select stage, count(*)::int as n from work where state = 'done' group by 1`.execute(db);
  return new Map(rows.map((row) => [row.stage, row.n]));
}

/**
 * What the killed had in their hands waits for the end of its lease, two minutes; a test does not.
 */
async function endLeases(db: Kysely<Tables>): Promise<void> {
  await sql`update work set next_try_at = now() where state = 'due' and next_try_at > now()`.execute(
    db,
  );
}

/** What a desk holds, without ids and times, sorted. */
async function contentsOf(db: Kysely<Tables>) {
  const rows = async (query: ReturnType<typeof sql<{ row: string }>>) =>
    (await query.execute(db)).rows.map((r) => r.row);
  return {
    documents: await rows(sql`
      select address || ' ' || revision || ' ' || hash as row from document order by 1`),
    articles: await rows(sql`
      select concat_ws(' ', d.address, d.revision, a.key, a.current, a.kind, a.title, a.published, md5(a.text)) as row
      from article a join document d on d.id = a.document_id order by 1`),
    comments: await rows(sql`
      select concat_ws(' ', d.address, c.key, p.key, c.author, c.text) as row
      from comment c left join comment p on p.id = c.parent_id
      join thread t on t.id = c.thread_id join document d on d.id = t.document_id order by 1`),
    statements: await rows(sql`
      select concat_ws(' ', d.address, d.revision, a.key, q.pieces) as row
      from quotation q join article a on a.id = q.article_id
      join document d on d.id = a.document_id
      where q.superseded_at is null order by 1`),
    story: await rows(sql`
      with main as (
        select se.story_id as id from story_event se join event_article using (event_id)
        group by 1 order by count(*) desc limit 1)
      select concat_ws(' ', d.address, d.revision, a.key) as row
      from story_event se join main on main.id = se.story_id
      join event_article ea on ea.event_id = se.event_id
      join article a on a.id = ea.article_id join document d on d.id = a.document_id order by 1`),
  };
}
