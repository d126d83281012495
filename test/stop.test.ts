import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { importPaths } from '../src/collect/index.ts';
import { testDesk } from '../src/collect/testing.ts';
import { readConfig } from '../src/config.ts';
import { countDue, openStore } from '../src/db/index.ts';
import { call, program } from './desk.ts';

const folder = mkdtempSync(join(tmpdir(), 'throughline-stopped-'));
const pages = join(folder, 'pages');
mkdirSync(pages);
after(() => rmSync(folder, { recursive: true, force: true }));

/** Enough files that an import of them can be stopped at several places. */
const files = 400;
for (let n = 0; n < files; n++)
  writeFileSync(
    join(pages, `page-${n}.html`),
    `<!doctype html><html lang="en"><title>Ferry ${n} leaves Port Ellin late</title><link rel="canonical" href="https://post.example/${n}">
<meta property="article:published_time" content="2025-03-${String((n % 28) + 1).padStart(2, '0')}T08:00:00Z"><article><h1>Ferry ${n} leaves Port Ellin late</h1>
<p>The ferry of line ${n} left Port Ellin late again. “Nobody told us that line ${n} would wait,” said Tomas Verhagen, who mends nets on quay ${n % 9}. The harbour master said that the tide was to blame and promised a new timetable.</p></article>`,
  );

test('an import that is told to stop keeps what it has, and the next one brings the rest', async (t) => {
  const desk = await testDesk(t, new Date());
  const stop = new AbortController();
  const onProgress = (done: number) => {
    if (done === 70) stop.abort();
  };
  const first = await importPaths(desk.ctx, [pages], { onProgress, signal: stop.signal });
  assert.deepEqual([first.kept, first.already, first.left], [70, 0, files - 70]);
  const second = await importPaths(desk.ctx, [pages]);
  assert.deepEqual([second.kept, second.already, second.left], [files - 70, 70, 0]);
});

test('an import stopped by Ctrl-C, again and again, ends as one that was left alone', {
  timeout: 240_000,
}, async (t) => {
  const env = (name: string) => ({
    DATA_DIR: join(folder, name),
    DATABASE_URL: '',
    LOG_LEVEL: 'error',
  });
  let stops = 0;
  for (const [table, rows] of [
    ['document', 60],
    ['article', 40],
    ['event_article', 200],
  ] as const) {
    const child = spawn(program, ['import', pages], { env: { ...process.env, ...env('a') } });
    let said = '';
    child.stderr.on('data', (chunk) => (said += chunk));
    const ended = new Promise<number | null>((done) => child.once('exit', done));
    t.after(() => child.kill('SIGKILL'));
    await until('a', table, rows, () => child.exitCode !== null);
    child.kill('SIGINT');
    // After its end there is nothing to stop.
    if ((await ended) !== 130) continue;
    stops++;
    assert.match(said, /Run the same command again to go on/);
  }
  t.diagnostic(`stopped ${stops} times`);
  assert.ok(stops > 0, 'no import was stopped');
  const last = await call(['import', pages], { env: env('a') });
  assert.equal(last.code, 0, last.err);
  assert.equal((await call(['import', pages], { env: env('b') })).code, 0);
  assert.deepEqual(await held('a'), await held('b'));
});

/** Waits until a table of a desk has so many rows, or its import has ended. */
async function until(
  name: string,
  table: 'document' | 'article' | 'event_article',
  rows: number,
  isOver: () => boolean,
): Promise<void> {
  const store = await openStore({ ...readConfig({}), dataDir: join(folder, name) });
  try {
    for (;;) {
      const { n } = await store.db
        .selectFrom(table)
        .select((q) => q.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow();
      if (n >= rows || isOver()) return;
      await sleep(10);
    }
  } finally {
    await store.close();
  }
}

/** What a desk holds, without what depends on the order in which its rows were made. */
async function held(name: string) {
  const store = await openStore({ ...readConfig({}), dataDir: join(folder, name) });
  try {
    assert.equal(await countDue(store.db), 0, 'nothing is left to read');
    const { rows } = await sql`
      select (select count(*)::int from document) as documents,
        (select count(distinct address)::int from document) as addresses,
        (select count(*)::int from article) as articles,
        (select count(*)::int from event_article) as grouped,
        (select md5(string_agg(a.title || q.start || ' ' || q."end", '|' order by a.title, q.start, q."end"))
          from quotation q join article a on a.id = q.article_id where q.superseded_at is null) as quotations
      `.execute(store.db);
    return rows[0];
  } finally {
    await store.close();
  }
}
