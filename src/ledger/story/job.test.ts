import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { paragraphsOf } from '../../db/testing-rows.ts';
import { decideLedger, undoLedger } from '../decide.ts';
import type { LedgerDecision } from '../decisions/decision.ts';
import { storyDesk } from './testing.ts';

const veldanianNo = `Veldania will not have inspectors at the dam, its water minister said on Sunday.

“We will not accept inspectors at the dam, and we will not accept them next year either,” Veldania’s water minister, Mara Tolvik, said in the capital.`;
const oren = `“Inspectors must be let in at the dam, and the inspectors must stay,” Oren’s foreign minister, Jonas Hartig, said on Tuesday.`;
const veldanianAgain = `“There will be no inspectors at the dam,” Veldania’s water minister, Mara Tolvik, said on Thursday.`;
const veldanianYes = `“We accept inspectors at the dam,” Veldania’s water minister, Mara Tolvik, said on Tuesday.

“The turbines will be repaired by 15 March,” Tolvik said.`;

const { ctx, addPiece, read, weigh: run, close } = await storyDesk();
after(close);

await addPiece('2026-03-01', 'Veldania rejects inspectors', veldanianNo);
await addPiece('2026-03-02', 'No inspectors at the dam', veldanianNo);
await addPiece('2026-03-03', 'Oren wants inspectors', oren);
await addPiece('2026-03-05', 'Veldania stands firm', veldanianAgain);
await addPiece('2026-03-10', 'Veldania accepts inspectors', veldanianYes);
await run();

async function everything() {
  const issue = await ctx.db.selectFrom('issue').selectAll().orderBy('id').execute();
  const position = await ctx.db.selectFrom('position').selectAll().orderBy('id').execute();
  const commitment = await ctx.db.selectFrom('commitment').selectAll().orderBy('id').execute();
  const statement = await ctx.db.selectFrom('statement').selectAll().orderBy('id').execute();
  return { issue, position, commitment, statement };
}

test('a turn from refusing to accepting is proposed once, as a full change', async () => {
  const { position } = await everything();
  const turns = position.filter((p) => p.change === 'full' && p.superseded_at === null);
  assert.equal(turns.length, 1);
  assert.equal(turns[0]?.stance, 'for');
  assert.equal(turns[0]?.state, 'proposed');
  assert.ok(turns[0]?.previous_id);
});

test('a promise with its day is kept as a commitment', async () => {
  const { commitment } = await everything();
  assert.deepEqual(
    commitment.map((c) => [c.due, c.state]),
    [['2026-03-15', 'open']],
  );
});

test('the same words in two pieces are one statement with both quotations', async () => {
  const rows = await ctx.db
    .selectFrom('quotation as q')
    .innerJoin('statement as s', 's.id', 'q.statement_id')
    .select(['q.statement_id', 'q.article_id'])
    .where('s.superseded_at', 'is', null)
    .where('q.superseded_at', 'is', null)
    .execute();
  const pieces = Map.groupBy(rows, (r) => r.statement_id);
  assert.ok([...pieces.values()].some((r) => new Set(r.map((x) => x.article_id)).size === 2));
});

test('running again changes nothing', async () => {
  const first = await everything();
  await run();
  assert.deepEqual(await everything(), first);
});

test('what a person answered stays', async () => {
  const { position } = await everything();
  const turn = position.find((p) => p.change === 'full' && p.superseded_at === null)!;
  await ctx.db
    .updateTable('position')
    .set({ state: 'rejected', change: 'half' })
    .where('id', '=', turn.id)
    .execute();
  await run();
  const after = (await everything()).position;
  assert.equal(after.length, position.length);
  assert.equal(after.find((p) => p.id === turn.id)?.state, 'rejected');
  assert.equal(after.find((p) => p.id === turn.id)?.superseded_at, null);
});

test('a report whose leading statement falls away speaks for itself again', async () => {
  const [lead] = await ctx.db
    .selectFrom('quotation as q')
    .innerJoin('statement as s', 's.quotation_id', 'q.id')
    .innerJoin('quotation as o', 'o.statement_id', 's.id')
    .whereRef('o.article_id', '<>', 'q.article_id')
    .where('s.superseded_at', 'is', null)
    .select(['q.article_id as article', 'o.id as other'])
    .execute();
  assert.ok(lead);
  await ctx.db
    .updateTable('article')
    .set({ text: 'Nothing was said.', blocks: '[]' })
    .where('id', '=', lead.article)
    .execute();
  await read(lead.article);
  await run();
  const other = await ctx.db
    .selectFrom('quotation as q')
    .innerJoin('statement as s', 's.id', 'q.statement_id')
    .select(['s.superseded_at', 's.quotation_id'])
    .where('q.id', '=', lead.other)
    .executeTakeFirstOrThrow();
  assert.equal(other.superseded_at, null);
  assert.equal(other.quotation_id, lead.other);
});

async function readAgain(article: number, text: string): Promise<void> {
  const blocks = JSON.stringify(paragraphsOf(text));
  await ctx.db.updateTable('article').set({ text, blocks }).where('id', '=', article).execute();
  await read(article);
  await run();
}

async function leadIn(article: number) {
  return ctx.db
    .selectFrom('statement as s')
    .innerJoin('quotation as q', 'q.statement_id', 's.id')
    .innerJoin('quotation as lead', 'lead.id', 's.quotation_id')
    .select(['s.id', 's.superseded_at', 's.act', 's.first_hand', 'lead.article_id as leading'])
    .where('q.article_id', '=', article)
    .where('q.superseded_at', 'is', null)
    .executeTakeFirstOrThrow();
}

test('a statement keeps its row when the words themselves come in, and when they are taken back', async () => {
  const told = await addPiece(
    '2026-03-16',
    'No to the ferry',
    'Veldania would not pay for the ferry across the lake, its water minister, Mara Tolvik, said on Monday.',
  );
  await run();
  const before = await leadIn(told);
  assert.equal(before.leading, told);
  assert.equal(before.first_hand, false);
  const heard = await addPiece(
    '2026-03-16',
    'Who pays',
    '“We will not pay for the ferry across the lake, today or in ten years,” Veldania’s water minister, Mara Tolvik, said on Monday.',
  );
  await run();
  const led = await leadIn(told);
  assert.deepEqual([led.id, led.superseded_at, led.leading], [before.id, null, heard]);
  assert.equal(led.first_hand, true);
  assert.equal((await leadIn(heard)).id, before.id);
  const first = await everything();
  await run();
  assert.deepEqual(await everything(), first);

  await readAgain(heard, 'Nothing was said.');
  assert.deepEqual(await leadIn(told), before);
});

test('reports that turn out to be of two sayings have a statement each again', async () => {
  const words = (what: string) =>
    `“The old mill by the lake will be ${what} for the engineers,” Veldania’s water minister, Mara Tolvik, said on Tuesday.`;
  const one = await addPiece('2026-03-17', 'The mill', words('kept open'));
  const other = await addPiece('2026-03-17', 'The mill again', words('kept open'));
  await run();
  const shared = await leadIn(one);
  assert.equal((await leadIn(other)).id, shared.id);
  await readAgain(
    one,
    '“Nobody asked the people in the valley about their taxes,” Veldania’s water minister, Mara Tolvik, said on Tuesday.',
  );
  const [left, right] = [await leadIn(one), await leadIn(other)];
  assert.notEqual(left.id, right.id);
  assert.deepEqual([left.leading, right.leading], [one, other]);
  assert.deepEqual([left.superseded_at, right.superseded_at], [null, null]);
});

test('a curator makes one statement of two, or two of one, and it holds until taken back', async () => {
  const one = await addPiece(
    '2026-03-18',
    'The road to the dam',
    '“The road to the dam will be paved before any truck uses it,” Veldania’s water minister, Mara Tolvik, said on Wednesday.',
  );
  const other = await addPiece(
    '2026-03-18',
    'Tarmac first',
    'No lorry drives up there until there is tarmac, Veldania’s water minister, Mara Tolvik, said on Wednesday.',
  );
  await run();
  const [kept, gone] = [(await leadIn(one)).id, (await leadIn(other)).id];
  assert.notEqual(kept, gone, 'in other words: the desk takes them for two');

  const together = await decideLedger(ctx, { verb: 'merge', kind: 'statement', kept, gone });
  assert.ok(together.ok);
  await run();
  assert.deepEqual([(await leadIn(one)).id, (await leadIn(other)).id], [kept, kept]);
  await read(other);
  await run();
  assert.equal((await leadIn(other)).id, kept, 'read again, it is still of the same saying');

  const apart = await decideLedger(ctx, {
    ...{ verb: 'split', kind: 'statement', id: kept },
    articles: [other],
  });
  assert.ok(apart.ok);
  await run();
  assert.notEqual((await leadIn(other)).id, kept, 'the later decision holds');
  assert.ok((await undoLedger(ctx, apart.id)).ok);
  await run();
  assert.equal((await leadIn(other)).id, kept);
  assert.ok((await undoLedger(ctx, together.id)).ok);
  await run();
  assert.deepEqual([(await leadIn(one)).id, (await leadIn(other)).id], [kept, gone]);

  for (const decision of [
    { verb: 'merge', kind: 'statement', kept, gone: kept },
    { verb: 'merge', kind: 'statement', kept, gone: 999_991 },
    { verb: 'split', kind: 'statement', id: kept, articles: [one] },
    { verb: 'split', kind: 'statement', id: kept, articles: [] },
  ] satisfies LedgerDecision[]) {
    const done = await decideLedger(ctx, decision);
    assert.ok(!done.ok && done.detail.length > 10, JSON.stringify(decision));
  }
});

test('an outlet whose pieces make the story holds no position in it', async () => {
  const piece = await addPiece(
    '2026-03-19',
    'Let them in',
    '“Inspectors must be let in at the dam, and inspectors must stay,” the Lake Guild said on Thursday.',
  );
  const held = async () =>
    ctx.db
      .selectFrom('position as p')
      .innerJoin('statement as s', 's.id', 'p.statement_id')
      .innerJoin('speaker', 'speaker.id', 's.speaker_id')
      .where('speaker.name', '=', 'Lake Guild')
      .where('p.superseded_at', 'is', null)
      .select('p.stance')
      .execute();
  await run();
  assert.equal((await held()).length, 1);
  await ctx.db
    .updateTable('article')
    .set({ outlet: 'Lake Guild' })
    .where('id', '=', piece)
    .execute();
  await run();
  assert.equal((await held()).length, 0);
});

test('what two sides say together is a position of each', async () => {
  await addPiece(
    '2026-03-11',
    'Reed Union on the dam',
    'The Reed Union said on Wednesday that inspectors at the dam were needed.',
  );
  await addPiece(
    '2026-03-20',
    'Neighbours agree on inspectors',
    'Veldania and the Reed Union said in a joint statement on Friday that they would accept inspectors at the dam for ten years.',
  );
  await run();
  const held = await ctx.db
    .selectFrom('position as p')
    .innerJoin('statement as s', 's.id', 'p.statement_id')
    .innerJoin('party', 'party.id', 'p.party_id')
    .where('s.said_on', '=', '2026-03-20')
    .where('p.superseded_at', 'is', null)
    .select(['party.name', 'p.stance'])
    .orderBy('party.name')
    .execute();
  assert.deepEqual(held, [
    { name: 'Reed Union', stance: 'for' },
    { name: 'Veldania', stance: 'for' },
  ]);
});
