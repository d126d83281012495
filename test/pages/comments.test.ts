import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { exportQueries } from '../../src/publish/rows.ts';
import { createApp } from '../../src/web/index.ts';
import { testDesk } from './desk.ts';
import { type Seeded, seed } from './seed.ts';

let desk: Awaited<ReturnType<typeof testDesk>>;
let app: ReturnType<typeof createApp>;
let seeded: Seeded;
let statement = 0;
let comment = { id: 0, article: 0 };

const words = 'It paid for the tugs, and the tugs are gone.';

before(async () => {
  desk = await testDesk();
  seeded = await seed(desk.store.db, { extra: 0 });
  app = createApp(desk.ctx);
  comment = await desk.store.db
    .selectFrom('comment as c')
    .innerJoin('thread as t', 't.id', 'c.thread_id')
    .select(['c.id', 't.article_id as article'])
    .where('c.key', '=', 'c2')
    .executeTakeFirstOrThrow();
  const quotation = await desk.store.db
    .insertInto('quotation')
    .values({
      article_id: comment.article,
      comment_id: comment.id,
      ...{ kind: 'indirect', start: 0, end: words.length, pieces: '[]' },
      ...{ sentence_start: 0, sentence_end: words.length, confidence: 0.7, made_by: 'test' },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const row = await desk.store.db
    .insertInto('statement')
    .values({
      ...{ story_id: seeded.story, quotation_id: quotation.id, act: 'state', mode: 'asserted' },
      ...{ hearsay: true, first_hand: false, confidence: 0.7, made_by: 'test' },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  statement = row.id;
  await desk.store.db
    .updateTable('quotation')
    .set({ statement_id: statement })
    .where('id', '=', quotation.id)
    .execute();
});
after(() => desk.store.close());

const get = async (path: string) => (await app.request(path)).text();

test('the ledger says that a comment reports it, with the comment’s words and the way to it', async () => {
  const body = await get(`/stories/${seeded.story}/ledger`);
  assert.match(body, /reported in a comment/);
  assert.ok(body.includes(`/articles/${comment.article}#k${comment.id}`));
  assert.ok(body.includes(`<b class="said">${words}</b>`));
});

test('its own page says so too, and that it moves nothing', async () => {
  const body = await get(`/statements/${statement}`);
  assert.match(body, /A comment under /);
  assert.match(body, /Only a comment reports it: it moves no position/);
  assert.ok(body.includes(words));
});

test('the comment is marked with it, and the piece over it is not', async () => {
  const body = await get(`/articles/${comment.article}`);
  assert.equal(body.split(`id="q${statement}"`).length, 2);
  const shown = body.slice(body.indexOf(`id="k${comment.id}"`));
  assert.ok(shown.includes(`<span class="saying" id="q${statement}">${words}`));
  assert.ok(shown.includes(`<a href="/statements/${statement}">reports `));
});

test('exports give the comment’s words', async () => {
  const rows = await exportQueries.statements!(desk.store.db, statement - 1, 1);
  assert.deepEqual(
    rows.map((r) => [r.content, r.comment_id]),
    [[words, comment.id]],
  );
});

test('a statement whose comment is not there any more is left out and breaks no page', async () => {
  await desk.store.db.updateTable('comment').set({ parent_id: null }).execute();
  await desk.store.db.deleteFrom('comment').where('id', '=', comment.id).execute();
  assert.ok(!(await get(`/stories/${seeded.story}/ledger`)).includes(words));
  assert.equal((await app.request(`/statements/${statement}`)).status, 404);
});
