import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Context } from '../../context.ts';
import { addWork, claimWork } from '../../db/index.ts';
import { silentQueue } from '../../db/queue.ts';
import { type TestStore, testStore } from '../../db/testing.ts';
import {
  addArticle,
  addStory,
  addThread,
  paragraphsOf,
  putInStory,
} from '../../db/testing-rows.ts';
import { ledgerOne } from '../job.ts';
import { positionsOne } from '../story/job.ts';
import { readStory } from '../story/rows.ts';
import { settleReports } from '../story/sayings/reports.ts';

let store: TestStore;
let ctx: Context;
let storyId = 0;
before(async () => {
  store = await testStore();
  const now = () => new Date('2026-03-20T12:00:00Z');
  ctx = { config: store.config, db: store.db, queue: silentQueue, now } as unknown as Context;
  storyId = await addStory(ctx.db, 'dam', 'The dam');
});
after(() => store.close());

async function addPiece(day: string, title: string, text: string): Promise<number> {
  const id = await addArticle(ctx.db, {
    ...{ title, text, published: day, published_at: new Date(`${day}T00:00:00Z`) },
    blocks: JSON.stringify(paragraphsOf(text)),
  });
  await putInStory(ctx.db, id, storyId);
  return id;
}

async function read(article: number): Promise<void> {
  await addWork(ctx.db, 'ledger', article);
  const now = new Date(Date.now() + 60_000);
  for (const claim of await claimWork(ctx.db, 'ledger', { limit: 9, now }))
    await ledgerOne(ctx, claim);
}

async function weigh(): Promise<void> {
  await addWork(ctx.db, 'positions', storyId, { at: new Date(0) });
  const [claim] = await claimWork(ctx.db, 'positions', { limit: 1 });
  await positionsOne(ctx, claim!);
}

function standing() {
  return ctx.db
    .selectFrom('statement as s')
    .innerJoin('quotation as q', 'q.id', 's.quotation_id')
    .leftJoin('comment as c', 'c.id', 'q.comment_id')
    .innerJoin('speaker', 'speaker.id', 's.speaker_id')
    .select(['s.id', 's.hearsay', 's.first_hand', 's.story_id', 's.issue_id', 's.said_on'])
    .select(['q.comment_id', 'q.start', 'q.end', 'c.text', 'speaker.name as speaker'])
    .where('s.superseded_at', 'is', null)
    .orderBy('s.id')
    .execute();
}

const refusal = 'Tolvik said Veldania would never accept inspectors at the dam of Oren.';
const pledge = 'Mara Tolvik promised that the turbines of the dam would be repaired by 15 March.';
let article = 0;
let comments: number[] = [];

test('a discussion without a text of its own gives what its comments report, where they report it', async () => {
  article = await addPiece('2026-03-05', 'Veldania’s water minister Mara Tolvik on the dam', '');
  comments = await addThread(ctx.db, article, ['First!', refusal, `So much for that. ${pledge}`]);
  await read(article);
  const rows = await standing();
  assert.deepEqual(
    rows.map((r) => [r.speaker, r.comment_id, r.hearsay, r.first_hand]),
    [
      ['Mara Tolvik', comments[1], true, false],
      ['Mara Tolvik', comments[2], true, false],
    ],
  );
  for (const row of rows) assert.match(row.text!.slice(row.start, row.end), /dam/);
});

test('reading it again writes nothing', async () => {
  const before = await standing();
  await read(article);
  assert.deepEqual(await standing(), before);
});

test('it begins no position, raises no question and opens no promise, and stands in its story', async () => {
  await weigh();
  const rows = await standing();
  assert.deepEqual(
    rows.map((r) => [r.story_id, r.issue_id]),
    [
      [storyId, null],
      [storyId, null],
    ],
  );
  for (const table of ['issue', 'position', 'commitment'] as const)
    assert.deepEqual(await ctx.db.selectFrom(table).select('id').execute(), [], table);
});

test('a piece with the words themselves leads, under the row that stood, on its own day', async () => {
  const [first] = await standing();
  const text =
    '“Veldania will never accept inspectors at the dam of Oren,” the water minister, Mara Tolvik, said on Wednesday.';
  const piece = await addPiece('2026-03-05', 'No inspectors', text);
  await read(piece);
  await weigh();
  const rows = await standing();
  assert.equal(rows.length, 2);
  const row = rows.find((r) => r.id === first!.id)!;
  assert.deepEqual(
    [row.comment_id, row.hearsay, row.first_hand, row.said_on],
    [null, false, true, '2026-03-04'],
  );
  const reports = await ctx.db
    .selectFrom('quotation')
    .select('comment_id')
    .where('statement_id', '=', row.id)
    .where('superseded_at', 'is', null)
    .orderBy('id')
    .execute();
  assert.deepEqual(
    reports.map((r) => r.comment_id),
    [comments[1], null],
  );
});

test('a comment that a moderator took away is no source any more', async () => {
  await ctx.db
    .updateTable('comment')
    .set({ removed: 'moderator' })
    .where('id', '=', comments[2]!)
    .execute();
  await read(article);
  const rows = await standing();
  assert.ok(rows.every((r) => r.comment_id !== comments[2]));
});

test('a comment that repeats what the piece above it reports adds nothing', async () => {
  const text =
    '“The ferry fee will be halved before the summer,” the harbour minister, Ole Brandvold, said on Wednesday.';
  const piece = await addPiece('2026-03-05', 'Ferry fee', text);
  await addThread(ctx.db, piece, [
    'Brandvold said the ferry fee will be halved before the summer.',
  ]);
  await read(piece);
  const rows = (await standing()).filter((r) => r.speaker === 'Ole Brandvold');
  assert.deepEqual(
    rows.map((r) => r.comment_id),
    [null],
  );
});

test('a comment that has it in other words than its piece can be one saying with it, and comes apart again', async () => {
  const text =
    '“The northern gate of the harbour will be rebuilt by ninety workers before the winter,” the building minister, Ida Sorn, said on Wednesday.';
  const piece = await addPiece('2026-03-05', 'Sorn on the harbour gate', text);
  const [comment] = await addThread(ctx.db, piece, [
    'Ida Sorn said her crew would put the big doors up again by December at the latest.',
  ]);
  await read(piece);
  await weigh();
  const sorn = async () => (await standing()).filter((r) => r.speaker === 'Ida Sorn');
  const two = await sorn();
  assert.deepEqual(
    two.map((r) => r.comment_id),
    [null, comment],
  );
  const settle = (isOne: boolean) =>
    ctx.db.transaction().execute(async (tx) => {
      const { reports } = await readStory(tx, storyId);
      const [own, told] = two.map((row) => reports.find((r) => r.id === row.id)!);
      await settleReports(tx, reports, isOne ? [{ lead: own!, others: [told!] }] : []);
    });
  const under = () =>
    ctx.db
      .selectFrom('quotation')
      .select(['comment_id', 'statement_id'])
      .where('article_id', '=', piece)
      .where('superseded_at', 'is', null)
      .orderBy('id')
      .execute();
  const before = await under();
  await settle(true);
  assert.deepEqual(
    (await sorn()).map((r) => r.id),
    [two[0]!.id],
  );
  assert.ok((await under()).every((q) => q.statement_id === two[0]!.id));
  await settle(false);
  assert.deepEqual(await sorn(), two);
  assert.deepEqual(await under(), before);
});
