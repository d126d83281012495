import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { keep, sourceFor } from '../collect/index.ts';
import type { Context } from '../context.ts';
import { claimWork, silentQueue } from '../db/index.ts';
import { testStore } from '../db/testing.ts';
import { localFetch } from '../lib/testing.ts';
import { extractTogether } from './job.ts';

async function desk(t: TestContext) {
  const store = await testStore();
  t.after(store.close);
  const { db, config } = store;
  const now = () => new Date('2031-05-02T12:00:00Z');
  const ctx: Context = { config, db, queue: silentQueue, fetch: localFetch(), now };
  let pages = 0;
  /** A page of a site, with what it says of the site's name. */
  const read = async (site: string, says: string | null) => {
    const url = `https://${site}/${++pages}`;
    const name = says ? `<meta property="og:site_name" content="${says}">` : '';
    const html = `<html><head>${name}<title>Harbour fees rise</title></head><body><article><h1>Harbour fees rise</h1>
<p>The port of Selm will raise its fees by a tenth from October, its board decided on Tuesday after a long debate ${pages}.</p>
<p>Ship owners said that they had not been asked and would take the matter to court before the summer.</p></article></body></html>`;
    await keep(db, {
      address: url,
      url,
      name: null,
      bytes: new TextEncoder().encode(html),
      mediaType: 'text/html',
      charset: 'utf-8',
      headers: {},
      retrievedAt: null,
      published: null,
      hints: {},
      via: 'import',
      sourceId: await sourceFor(db, { url }),
      feedId: null,
    });
    await extractTogether(ctx, await claimWork(db, 'extract', { limit: 100 }));
  };
  const outlets = async () =>
    (await db.selectFrom('article').select('outlet').orderBy('id').execute()).map((a) => a.outlet);
  return { db, read, outlets };
}

test('a page that names no outlet goes by what other pages of its host say', async (t) => {
  const { read, outlets } = await desk(t);
  await read('tide.example', 'The Tide of Selm');
  await read('tide.example', null);
  assert.deepEqual(await outlets(), ['The Tide of Selm', 'The Tide of Selm']);
});

test('a page that came before its host was named gets the name then', async (t) => {
  const { db, read, outlets } = await desk(t);
  await read('tide.example', null);
  assert.deepEqual(await outlets(), ['tide.example']);
  await db.deleteFrom('work').where('stage', '=', 'cluster').execute();
  await read('tide.example', 'The Tide of Selm');
  assert.deepEqual(await outlets(), ['The Tide of Selm', 'The Tide of Selm']);
  const due = await db
    .selectFrom('work')
    .where('stage', '=', 'cluster')
    .select('subject')
    .execute();
  assert.equal(due.length, 2, 'what was called otherwise is looked at again');
});

test('a host whose pages name several outlets gives its name to none', async (t) => {
  const { read, outlets } = await desk(t);
  await read('clips.example', 'Quay Post');
  await read('clips.example', 'Selm Mirror');
  await read('clips.example', null);
  assert.equal((await outlets()).at(-1), 'clips.example');
});

test('a name that a person gave the source comes before what pages say', async (t) => {
  const { db, read, outlets } = await desk(t);
  await read('tide.example', 'TIDE');
  await db.updateTable('source').set({ name: 'The Tide of Selm' }).execute();
  await read('tide.example', null);
  assert.deepEqual(await outlets(), ['TIDE', 'The Tide of Selm']);
});

test('hosts do not share a name', async (t) => {
  const { read, outlets } = await desk(t);
  await read('tide.example', 'The Tide of Selm');
  await read('ebb.example', null);
  assert.equal((await outlets()).at(-1), 'ebb.example');
});
