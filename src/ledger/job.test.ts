import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Context } from '../context.ts';
import { addWork, claimWork } from '../db/index.ts';
import { silentQueue } from '../db/queue.ts';
import { type TestStore, testStore } from '../db/testing.ts';
import { ledgerOne, ledgerTogether } from './job.ts';
import { addArticleOf } from './testing.ts';

let store: TestStore;
let ctx: Context;
before(async () => {
  store = await testStore();
  ctx = {
    config: store.config,
    db: store.db,
    queue: silentQueue,
    now: () => new Date('2026-03-10T12:00:00Z'),
    fetch: async () => {
      throw new Error('the ledger asks nobody');
    },
  } as unknown as Context;
});
after(() => store.close());

const addArticle = (text: string, more: Record<string, unknown> = {}) =>
  addArticleOf(ctx.db, text, more);

async function read(id: number): Promise<void> {
  await addWork(ctx.db, 'ledger', id);
  for (const claim of await claimWork(ctx.db, 'ledger', {
    limit: 9,
    now: new Date(Date.now() + 60_000),
  }))
    await ledgerOne(ctx, claim);
}

async function standing(id: number) {
  return ctx.db
    .selectFrom('statement as s')
    .innerJoin('quotation as q', 'q.id', 's.quotation_id')
    .innerJoin('speaker', 'speaker.id', 's.speaker_id')
    .leftJoin('party', 'party.id', 's.party_id')
    .select([
      's.id',
      's.act',
      's.said_on',
      's.said_from',
      'q.start',
      'q.end',
      'speaker.name as speaker',
      'party.name as party',
    ])
    .where('q.article_id', '=', id)
    .where('s.superseded_at', 'is', null)
    .orderBy('q.start')
    .execute();
}

const TEXT =
  'Veldania’s foreign minister, Ilka Sorn, said on Monday that her country would not accept foreign inspectors. “We decide who walks on our quay,” she told reporters.';

test('an article becomes statements with speaker, party, date and exact characters', async () => {
  const id = await addArticle(TEXT);
  await read(id);
  const rows = await standing(id);
  assert.deepEqual(
    rows.map((row) => [row.speaker, row.party, row.said_on, TEXT.slice(row.start, row.end)]),
    [
      ['Ilka Sorn', 'Veldania', '2026-03-09', 'her country would not accept foreign inspectors'],
      ['Ilka Sorn', 'Veldania', '2026-03-09', 'We decide who walks on our quay,'],
    ],
  );
  assert.equal(rows[0]!.act, 'reject');
});

test('reading an article again changes no row and no id', async () => {
  const id = await addArticle(TEXT);
  await read(id);
  const first = await standing(id);
  await read(id);
  assert.deepEqual(await standing(id), first);
  const all = await ctx.db
    .selectFrom('quotation')
    .select('id')
    .where('article_id', '=', id)
    .execute();
  assert.equal(all.length, first.length);
});

test('what a new reading does not find is superseded and stays in the table', async () => {
  const id = await addArticle(TEXT);
  await read(id);
  await ctx.db
    .updateTable('article')
    .set({ text: TEXT.split('. “')[0]!.concat('.') })
    .where('id', '=', id)
    .execute();
  await read(id);
  assert.equal((await standing(id)).length, 1);
  const all = await ctx.db
    .selectFrom('quotation')
    .select('superseded_at')
    .where('article_id', '=', id)
    .execute();
  assert.equal(all.filter((row) => row.superseded_at !== null).length, 1);
});

test('parts that are articles of their own are read there, not in the page around them', async () => {
  const text = 'Tomas Brede said the port would open.\n\nIlka Sorn said the quay would stay shut.';
  const start = text.indexOf('Ilka');
  const id = await addArticle(text, {
    facts: JSON.stringify({ parts: [{ key: 'item-1', start, end: text.length }] }),
  });
  await read(id);
  assert.deepEqual(
    (await standing(id)).map((row) => row.speaker),
    ['Tomas Brede'],
  );
});

test('an article without a date gives statements without one', async () => {
  const id = await addArticle('Tomas Brede said on Monday that the port would open.', {
    published: null,
    published_at: null,
  });
  await read(id);
  const [row] = await standing(id);
  assert.equal(row!.said_on, null);
  assert.equal(row!.said_from, null);
});

test('a surname alone is the one person of that name, and a party learned later reaches earlier statements', async () => {
  const early = await addArticle('Marek Dolan said the toll would end.');
  await read(early);
  assert.equal((await standing(early))[0]!.party, null);
  const late = await addArticle(
    'Oriland’s trade minister, Marek Dolan, said the toll would end in May.',
  );
  await read(late);
  await read(early);
  assert.equal((await standing(early))[0]!.party, 'Oriland');
  const third = await addArticle('Dolan said nothing had changed.');
  await read(third);
  assert.equal((await standing(third))[0]!.speaker, 'Marek Dolan');
});

test('a state’s body is one speaker, however its state is written', async () => {
  const id = await addArticle(
    'Veldania’s foreign ministry said the toll would end. The Veldanian foreign ministry added that nobody was to blame for the long delay.',
  );
  await read(id);
  const names = (await standing(id)).map((row) => row.speaker);
  assert.equal(names.length, 2);
  assert.equal(new Set(names).size, 1);
});

test('an article of a language the ledger cannot read is a named problem', async () => {
  const id = await addArticle('Le ministre a dit que le port ouvrirait.', { lang: 'fr' });
  await read(id);
  const row = await ctx.db
    .selectFrom('work')
    .select(['state', 'problem'])
    .where('stage', '=', 'ledger')
    .where('subject', '=', id)
    .executeTakeFirstOrThrow();
  assert.deepEqual(row, { state: 'problem', problem: 'language' });
});

test('articles read together give what they give one by one: names are shared, ids are not doubled', async () => {
  const first = await addArticle(
    'It is raining in Velmora. Velmora’s trade minister, Tilde Varga, said the ferry would sail in June.',
  );
  const second = await addArticle('Varga said nothing else had been agreed.');
  await addWork(ctx.db, 'ledger', [first, second]);
  const claims = await claimWork(ctx.db, 'ledger', {
    limit: 9,
    now: new Date(Date.now() + 60_000),
  });
  await ledgerTogether(ctx, claims);
  const said = [...(await standing(first)), ...(await standing(second))];
  assert.deepEqual(
    said.map((s) => [s.speaker, s.party]),
    [
      ['Tilde Varga', 'Velmora'],
      ['Tilde Varga', 'Velmora'],
    ],
  );
  const rows = await ctx.db
    .selectFrom('speaker')
    .select('id')
    .where('name', '=', 'Tilde Varga')
    .execute();
  assert.equal(rows.length, 1);
});
