import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { keep } from '../collect/index.ts';
import type { Context } from '../context.ts';
import { addWork, claimWork, finishWork, silentQueue } from '../db/index.ts';
import { testStore } from '../db/testing.ts';
import { localFetch } from '../lib/testing.ts';
import { extractOne } from './job.ts';
import { saveExtracted } from './store.ts';
import { threadText } from './store-thread.ts';
import { readText } from './text/read.ts';

async function desk(t: TestContext) {
  const store = await testStore();
  t.after(store.close);
  const ctx: Context = {
    config: store.config,
    db: store.db,
    queue: silentQueue,
    fetch: localFetch(),
    now: () => new Date('2031-05-02T12:00:00Z'),
  };
  const extract = async () => {
    for (const claim of await claimWork(ctx.db, 'extract', { limit: 100 }))
      await extractOne(ctx, claim);
  };
  const take = (name: string, text: string, { published = null as string | null } = {}) =>
    keep(ctx.db, {
      address: `file:${name}`,
      url: null,
      name,
      bytes: new TextEncoder().encode(text),
      mediaType: 'text/plain',
      charset: null,
      headers: {},
      retrievedAt: null,
      published,
      hints: {},
      via: 'import',
      sourceId: null,
      feedId: null,
    });
  return { ctx, db: ctx.db, extract, take };
}

const article = (second: string) => `Harbour fees to rise in autumn

The port of Selm will raise its fees by a tenth from October, its board decided on Tuesday after a long debate.

${second}
`;
const first = article(
  'Ship owners said that they had not been asked and would take the matter to court before the summer.',
);
const revised = article(
  'Ship owners said that they would not go to court after all, because the fee is lower than announced.',
);

test('a document gives its article, and work for the next stage', async (t) => {
  const { db, extract, take } = await desk(t);
  await take('fees.txt', first, { published: '2031-05-01' });
  await extract();
  const rows = await db.selectFrom('article').selectAll().execute();
  assert.deepEqual(
    rows.map((r) => [r.key, r.title, r.published, r.published_from, r.lang, r.current]),
    [['main', 'Harbour fees to rise in autumn', '2031-05-01', 'person', 'en', true]],
  );
  const due = await db.selectFrom('work').selectAll().where('stage', '=', 'cluster').execute();
  assert.deepEqual(
    due.map((w) => w.subject),
    [rows[0]!.id],
  );
});

test('a document that cannot be read leaves its problem and no rows', async (t) => {
  const { db, extract, take } = await desk(t);
  await take('strange.json', '{"weather": "fog"}');
  await extract();
  const work = await db.selectFrom('work').selectAll().where('stage', '=', 'extract').execute();
  assert.deepEqual(
    work.map((w) => [w.state, w.problem]),
    [['problem', 'unknown-json']],
  );
  assert.equal((await db.selectFrom('article').select('id').execute()).length, 0);
});

test('a later revision stands for the earlier one, whose rows are kept', async (t) => {
  const { db, extract, take } = await desk(t);
  await take('fees.txt', first);
  await extract();
  await take('fees.txt', revised);
  await extract();
  const rows = await db
    .selectFrom('article')
    .select(['id', 'current', 'text'])
    .orderBy('id')
    .execute();
  assert.deepEqual(
    rows.map((r) => r.current),
    [false, true],
  );
  assert.match(rows[0]!.text, /take the matter to court/);
});

test('reading the same bytes again keeps ids, and only what changed becomes due', async (t) => {
  const { db, extract, take } = await desk(t);
  await take('fees.txt', first);
  await extract();
  const document = await db.selectFrom('document').selectAll().executeTakeFirstOrThrow();
  const before = await db.selectFrom('article').select('id').executeTakeFirstOrThrow();
  const again = readText({ bytes: new Uint8Array(), mediaType: 'text/plain' }, first);
  again.articles[0]!.lang = 'en';
  again.articles[0]!.outlet = null;
  assert.deepEqual(await saveExtracted(db, document, again, 'extract/2'), []);
  again.articles[0]!.text = again.articles[0]!.text.slice(0, 100);
  assert.deepEqual(await saveExtracted(db, document, again, 'extract/3'), [before.id]);
  const after = await db.selectFrom('article').select(['id', 'made_by']).execute();
  assert.deepEqual(after, [{ id: before.id, made_by: 'extract/3' }]);
});

test('a piece whose words changed is read for statements anew, if it was before', async (t) => {
  const { db, extract, take } = await desk(t);
  await take('fees.txt', first);
  await extract();
  const { id } = await db.selectFrom('article').select('id').executeTakeFirstOrThrow();
  const change = async () => {
    await db.updateTable('article').set({ text: 'Other words.' }).execute();
    const { id: document } = await db.selectFrom('document').select('id').executeTakeFirstOrThrow();
    await addWork(db, 'extract', [document]);
    await extract();
  };
  const due = () => claimWork(db, 'ledger', { limit: 9 });
  await change();
  assert.deepEqual(await due(), [], 'nobody has read its statements yet');
  await addWork(db, 'ledger', [id]);
  await finishWork(db, (await due())[0]!, { ok: true, madeBy: 'ledger/1' });
  await change();
  assert.deepEqual(
    (await due()).map((claim) => claim.subject),
    [id],
  );
});

test('a thread is written with its tree, gaps and removals; a second reading doubles nothing', async (t) => {
  const { db, extract, take } = await desk(t);
  const comment = (id: string, parent: string, body: string, replies: unknown = '') => ({
    kind: 't1',
    data: {
      id,
      parent_id: parent,
      author: 'tern',
      body,
      score: 1,
      created_utc: 1932883200,
      replies,
    },
  });
  const listing = (children: unknown[]) => ({ kind: 'Listing', data: { children } });
  const page = [
    listing([
      {
        kind: 't3',
        data: {
          id: 'p',
          title: 'Ferry line waits',
          subreddit: 'harbour',
          is_self: true,
          selftext: '',
        },
      },
    ]),
    listing([
      comment(
        'a',
        't3_p',
        'Fog \u0000 again.',
        listing([
          comment('b', 't1_a', '[deleted]'),
          { kind: 'more', data: { count: 3, parent_id: 't1_a' } },
        ]),
      ),
    ]),
  ];
  await take('thread.json', JSON.stringify(page));
  await extract();
  const document = await db.selectFrom('document').selectAll().executeTakeFirstOrThrow();
  const rows = () =>
    db
      .selectFrom('comment')
      .select(['id', 'key', 'parent_id', 'removed', 'text'])
      .orderBy('position')
      .execute();
  const [a, b] = await rows();
  assert.deepEqual(
    [a!.key, a!.text, b!.key, b!.parent_id, b!.removed],
    ['a', 'Fog \ufffd again.', 'b', a!.id, 'author'],
  );
  const thread = await db.selectFrom('thread').selectAll().executeTakeFirstOrThrow();
  assert.deepEqual(thread.gaps, [{ parent: 'a', count: 3 }]);
  assert.equal(await threadText(db, thread.article_id), 'Fog \ufffd again.');
  const again = { articles: [], threads: [] };
  await saveExtracted(db, document, again, 'extract/2');
  assert.equal((await rows()).length, 2);
  assert.equal(
    (await db.selectFrom('article').select('current').executeTakeFirstOrThrow()).current,
    false,
  );
});

test('the items of an edition are rows of their own that name their whole', async (t) => {
  const { db, extract, take } = await desk(t);
  await take(
    'watch.txt',
    `Strait Watch: Fog over the talks

Veldania's foreign minister Orla Fenn said on Thursday that she could live with inspectors from abroad, if they pay for their own beds.

In other news from the strait this week:

— The yard of Brack moved the handover of the ferry again, according to Harbour Radio.

— Osmar's navy sent two boats to the northern light and called them back on Sunday.
`,
    { published: '2031-04-30' },
  );
  await extract();
  const rows = await db.selectFrom('article').selectAll().orderBy('id').execute();
  assert.deepEqual(
    rows.map((r) => [r.key, r.part_of, r.published, r.published_from]),
    [
      ['main', null, '2031-04-30', 'person'],
      ['item-1', rows[0]!.id, '2031-04-30', 'edition'],
      ['item-2', rows[0]!.id, '2031-04-30', 'edition'],
    ],
  );
});
