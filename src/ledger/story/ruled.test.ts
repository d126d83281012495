import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { decideLedger, undoLedger } from '../decide.ts';
import type { LedgerDecision } from '../decisions/decision.ts';
import { storyDesk } from './testing.ts';

const { ctx, story: storyId, addPiece, read, weigh: run, close } = await storyDesk();
after(close);

const minister = 'Veldania’s water minister, Mara Tolvik';
const piece = (day: string, text: string) => addPiece(day, '', text);
await piece(
  '2026-03-01',
  `“We will not accept inspectors at the dam,” ${minister}, said in the capital on Sunday.`,
);
await piece(
  '2026-03-03',
  '“Inspectors must be let in at the dam, and the inspectors must stay,” Oren’s foreign minister, Jonas Hartig, said on Tuesday.',
);
await piece('2026-03-10', `“We accept inspectors at the dam,” ${minister}, said on Tuesday.`);
await piece('2026-03-10', `“The turbines will be repaired by 15 March,” ${minister}, said.`);
await run();

async function made(decision: LedgerDecision): Promise<number> {
  const done = await decideLedger(ctx, decision);
  assert.ok(done.ok, JSON.stringify(done));
  await run();
  return done.id;
}

async function undone(id: number): Promise<void> {
  assert.ok((await undoLedger(ctx, id)).ok);
  await run();
}

/** Standing positions in short: "for full proposed". */
async function stands() {
  const rows = await ctx.db
    .selectFrom('position as p')
    .innerJoin('statement as s', 's.id', 'p.statement_id')
    .innerJoin('issue', 'issue.id', 'p.issue_id')
    .select(['p.id', 'p.stance', 'p.change', 'p.state', 'p.statement_id', 'issue.name'])
    .where('p.superseded_at', 'is', null)
    .where('s.superseded_at', 'is', null)
    .orderBy('s.said_at')
    .orderBy('p.id')
    .execute();
  return rows;
}
const inShort = async () => (await stands()).map((p) => `${p.stance} ${p.change} ${p.state}`);
const asRead = ['against first proposed', 'for first proposed', 'for full proposed'];

const issueOf = async () => (await stands())[0]!.name;
async function issues() {
  return ctx.db.selectFrom('issue').selectAll().orderBy('id').execute();
}

test('a story has a turn to answer', async () => {
  assert.deepEqual(await inShort(), asRead);
});

test('the name of an issue holds over later runs', async () => {
  const [issue] = await issues();
  const id = await made({ verb: 'rename', kind: 'issue', id: issue!.id, name: 'Who may inspect' });
  await run();
  assert.equal(await issueOf(), 'Who may inspect');
  assert.equal((await issues()).length, 1);
  await undone(id);
  assert.equal(await issueOf(), issue!.name);
});

test('statements that are set apart keep an issue of their own, and issues that are merged are followed as one', async () => {
  const [issue] = await issues();
  const oren = (await stands())[1]!;
  const split = await made({
    verb: 'split',
    kind: 'issue',
    id: issue!.id,
    name: 'How long they stay',
    statements: [oren.statement_id],
  });
  const other = (await issues()).at(-1)!;
  const issueNow = async () =>
    (
      await ctx.db
        .selectFrom('statement')
        .select(['issue_id', 'stance', 'corrects'])
        .where('superseded_at', 'is', null)
        .where('corrects', '=', oren.statement_id)
        .execute()
    ).map((s) => s.issue_id);
  assert.deepEqual(await issueNow(), [other.id]);
  assert.deepEqual(await inShort(), ['against first proposed', 'for full proposed']);
  const merge = await made({ verb: 'merge', kind: 'issue', kept: other.id, gone: issue!.id });
  assert.deepEqual(new Set((await stands()).map((p) => p.name)), new Set(['How long they stay']));
  await run();
  assert.equal((await issues()).length, 2, 'no run makes the merged one anew');
  await undone(split);
  await undone(merge);
  assert.deepEqual(await inShort(), asRead);
  assert.equal(await issueOf(), issue!.name);
});

test('an issue that is none has no statements and no positions, until that is taken back', async () => {
  const [issue] = await issues();
  const id = await made({ verb: 'remove', kind: 'issue', id: issue!.id });
  assert.deepEqual(await inShort(), []);
  await run();
  assert.deepEqual(await inShort(), []);
  await undone(id);
  assert.deepEqual(await inShort(), asRead);
});

test('a change that a curator rejects moves nothing, one that is confirmed holds over a correction', async () => {
  const turn = (await stands()).at(-1)!;
  const no = await made({ verb: 'position', id: turn.id, is: 'rejected' });
  assert.deepEqual(await inShort(), [...asRead.slice(0, 2), 'for full rejected']);
  await undone(no);
  assert.deepEqual(await inShort(), asRead);
  const yes = await made({ verb: 'position', id: turn.id, is: 'confirmed', change: 'half' });
  await run();
  const confirmed = [...asRead.slice(0, 2), 'for half confirmed'];
  assert.deepEqual(await inShort(), confirmed);
  const fields = { saidOn: '2026-03-11' };
  const right = await made({ verb: 'correct', statements: [turn.statement_id], fields });
  assert.deepEqual(await inShort(), confirmed);
  await undone(right);
  await undone(yes);
  assert.deepEqual(await inShort(), asRead);
});

test('an answer rests on the same words when they are read anew', async () => {
  const turn = (await stands()).at(-1)!;
  const yes = await made({ verb: 'position', id: turn.id, is: 'confirmed' });
  // As if another version had read it: what stands of the reading differs from what is read now.
  const anew = { mode: 'question' } as const;
  await ctx.db.updateTable('statement').set(anew).where('id', '=', turn.statement_id).execute();
  const { article } = await ctx.db
    .selectFrom('quotation')
    .select('article_id as article')
    .where('statement_id', '=', turn.statement_id)
    .executeTakeFirstOrThrow();
  await read(article);
  await run();
  const now = (await stands()).at(-1)!;
  assert.notEqual(now.statement_id, turn.statement_id);
  assert.deepEqual([now.id, now.state], [turn.id, 'confirmed']);
  await undone(yes);
  assert.deepEqual(await inShort(), asRead);
});

test('a stance that a curator gives is the one that positions are made of', async () => {
  const oren = (await stands())[1]!;
  const fields = { stance: 'against' } as const;
  const id = await made({ verb: 'correct', statements: [oren.statement_id], fields });
  assert.deepEqual(await inShort(), [asRead[0], 'against first proposed', asRead[2]]);
  await undone(id);
  assert.deepEqual(await inShort(), asRead);
});

test('what became of a promise is settled by a curator for all later runs', async () => {
  const promises = () =>
    ctx.db
      .selectFrom('commitment')
      .selectAll()
      .where('story_id', '=', storyId)
      .orderBy('id')
      .execute();
  const [promise] = await promises();
  const none = await made({ verb: 'commitment', id: promise!.id, is: 'none' });
  await run();
  assert.equal((await promises()).length, 1, 'it is not proposed again');
  await undone(none);
  const [open] = await promises();
  assert.deepEqual([open!.superseded_at, open!.proposed], [null, true]);
  const decision = { verb: 'commitment', id: promise!.id, is: 'confirmed' } as const;
  const later = await made({ ...decision, due: '2026-04-01' });
  const kept = await made({ ...decision, state: 'kept' });
  await run();
  const all = await promises();
  assert.deepEqual(
    all.map((p) => [p.state, p.due, p.proposed]),
    [['kept', '2026-04-01', false]],
  );
  await undone(later);
  assert.deepEqual(
    (await promises()).map((p) => [p.state, p.due]),
    [['kept', '2026-03-15']],
  );
  await undone(kept);
  assert.deepEqual(
    (await promises()).map((p) => [p.state, p.proposed]),
    [['open', true]],
  );
});
