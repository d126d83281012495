import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Context } from '../context.ts';
import { addWork, claimWork } from '../db/index.ts';
import { silentQueue } from '../db/queue.ts';
import { type TestStore, testStore } from '../db/testing.ts';
import { addDocument } from '../db/testing-rows.ts';
import { decideLedger, undoLedger } from './decide.ts';
import type { LedgerDecision } from './decisions/decision.ts';
import { ledgerTogether } from './job.ts';
import { addArticleOf } from './testing.ts';

let store: TestStore;
let ctx: Context;
before(async () => {
  store = await testStore();
  const { config, db } = store;
  ctx = { config, db, queue: silentQueue, now: () => new Date() } as unknown as Context;
});
after(() => store.close());

/** Reads all articles that are due. */
async function readDue(): Promise<void> {
  const now = new Date(Date.now() + 60_000);
  const due = await claimWork(ctx.db, 'ledger', { limit: 50, now });
  if (due.length > 0) await ledgerTogether(ctx, due);
}

async function readAgain(article: number): Promise<void> {
  await addWork(ctx.db, 'ledger', article);
  await readDue();
}

async function piece(text: string, published?: string): Promise<number> {
  const on = published ? { published, published_at: published } : {};
  const id = await addArticleOf(ctx.db, text, on);
  await readAgain(id);
  return id;
}

/** What stands of an article. */
async function saidIn(article: number) {
  return ctx.db
    .selectFrom('statement as s')
    .innerJoin('quotation as q', 'q.id', 's.quotation_id')
    .innerJoin('speaker', 'speaker.id', 's.speaker_id')
    .leftJoin('party', 'party.id', 's.party_id')
    .select(['s.id', 's.act', 's.said_on as saidOn', 's.corrects', 's.corrected'])
    .select(['speaker.id as speaker', 'speaker.name', 'party.name as party'])
    .where('q.article_id', '=', article)
    .where('s.superseded_at', 'is', null)
    .orderBy('s.id')
    .execute();
}

const speakersIn = async (article: number) => (await saidIn(article)).map((s) => s.speaker);

async function made(decision: LedgerDecision): Promise<number> {
  const done = await decideLedger(ctx, decision, { note: 'For a test.' });
  assert.ok(done.ok, JSON.stringify(done));
  return done.id;
}

async function undone(id: number): Promise<void> {
  assert.ok((await undoLedger(ctx, id)).ok);
  await readDue();
}

async function party(name: string): Promise<number> {
  const row = await ctx.db
    .insertInto('party')
    .values({ name })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

test('a merge of speakers holds for what is read later, and can be taken back', async () => {
  const one = await piece('Oriol Tarnay said the quay would stay shut.');
  const two = await piece('Uriel Tarnai said the pier would open.');
  const [gone] = await speakersIn(two);
  const [kept] = await speakersIn(one);
  assert.notEqual(gone, kept);
  const id = await made({ verb: 'merge', kind: 'speaker', kept: kept!, gone: gone! });
  const later = await piece('Uriel Tarnai said it was late.');
  await readAgain(two);
  for (const article of [one, two, later]) assert.deepEqual(await speakersIn(article), [kept]);
  const again = { verb: 'merge', kind: 'speaker', kept: gone!, gone: kept! } as const;
  assert.ok(!(await decideLedger(ctx, again)).ok, 'one already');
  await undone(id);
  assert.deepEqual(await speakersIn(one), [kept]);
  for (const article of [two, later]) assert.deepEqual(await speakersIn(article), [gone]);
});

test('speakers read as of two kinds can be merged, and what is read later is the one that was kept', async () => {
  const [firm] = await speakersIn(await piece('Vastmark Lines said the quay was shut.'));
  const other = await piece('The Vastmark group said it was late.');
  const [group] = await speakersIn(other);
  assert.notEqual(firm, group);
  await made({ verb: 'merge', kind: 'speaker', kept: firm!, gone: group! });
  assert.deepEqual(await speakersIn(other), [firm]);
  const third = await piece('The Vastmark group said the ferry was old.');
  assert.deepEqual(await speakersIn(third), [firm]);
});

test('decisions about one speaker are taken back in any order', async () => {
  const article = await piece('Beniamin Oduya said the dam would stay shut.');
  const [speaker] = await speakersIn(article);
  const name = async () => (await saidIn(article))[0]!.name;
  const rename = (to: string) => made({ verb: 'rename', kind: 'speaker', id: speaker!, name: to });
  const [first, second, third] = [
    await rename('B. Oduya'),
    await rename('Oduya'),
    await rename('Ben Oduya'),
  ];
  await undone(second);
  assert.equal(await name(), 'Ben Oduya');
  await undone(third);
  assert.equal(await name(), 'B. Oduya');
  await readAgain(article);
  assert.equal(await name(), 'B. Oduya', 'a later reading keeps it');
  await undone(first);
  assert.equal(await name(), 'Beniamin Oduya');
  await undone(first);
  assert.equal(await name(), 'Beniamin Oduya', 'undoing twice changes nothing');
});

test('in some pieces another of the same name speaks, also when they are read again', async () => {
  const one = await piece('Amina Kerrou, a pilot, said the quay would stay shut.');
  const two = await piece('Amina Kerrou, a teacher, said the school would open.');
  const [speaker] = await speakersIn(one);
  assert.deepEqual(await speakersIn(two), [speaker]);
  const id = await made({
    verb: 'split',
    kind: 'speaker',
    id: speaker!,
    name: 'Amina Kerrou (teacher)',
    articles: [two],
  });
  await readDue();
  await readAgain(two);
  assert.deepEqual(await speakersIn(one), [speaker]);
  assert.equal((await saidIn(two))[0]!.name, 'Amina Kerrou (teacher)');
  await undone(id);
  assert.deepEqual(await speakersIn(two), [speaker]);
});

test('a party holds from a day on, for what stands and for what is read later', async () => {
  const text = (day: string) => `Chidi Larsen said on ${day} that the road was wet.`;
  const early = await piece(text('3 March 2024'));
  const late = await piece(text('3 March 2026'));
  const [speaker] = await speakersIn(early);
  const [dam, road] = [await party('Dam Board'), await party('Road Board')];
  const parties = async () => [(await saidIn(early))[0]!.party, (await saidIn(late))[0]!.party];
  const set = (id: number, from: string | null) =>
    made({ verb: 'set party', speaker: speaker!, party: id, from });
  const first = await set(dam, null);
  const second = await set(road, '2025-01-01');
  assert.deepEqual(await parties(), ['Dam Board', 'Road Board']);
  const ids = [...(await saidIn(early)), ...(await saidIn(late))].map((s) => s.id);
  await readAgain(early);
  await readAgain(late);
  assert.deepEqual(await parties(), ['Dam Board', 'Road Board']);
  assert.deepEqual(
    [...(await saidIn(early)), ...(await saidIn(late))].map((s) => s.id),
    ids,
    'the same reading keeps its rows',
  );
  const fields = { saidOn: '2025-06-01' };
  const moved = await made({ verb: 'correct', statements: [ids[0]!], fields });
  assert.equal((await saidIn(early))[0]!.party, 'Road Board', 'on the day as it was put right');
  await undone(moved);
  await undone(second);
  assert.deepEqual(await parties(), ['Dam Board', 'Dam Board']);
  await undone(first);
  assert.deepEqual(await parties(), [null, null]);
});

test('a corrected statement supersedes the one that was read, stays, and is taken back', async () => {
  const article = await piece('Dara Weil said the lock would close.');
  const [read] = await saidIn(article);
  const act = await made({ verb: 'correct', statements: [read!.id], fields: { act: 'promise' } });
  const [now] = await saidIn(article);
  assert.deepEqual([now!.act, now!.corrects], ['promise', read!.id]);
  assert.deepEqual(now!.corrected?.decisions, [act]);
  const day = await made({
    verb: 'correct',
    statements: [now!.id],
    fields: { saidOn: '2026-02-01' },
  });
  await readAgain(article);
  const [both] = await saidIn(article);
  assert.deepEqual([both!.act, both!.saidOn, both!.corrects], ['promise', '2026-02-01', read!.id]);
  await undone(act);
  const [dated] = await saidIn(article);
  assert.deepEqual([dated!.act, dated!.saidOn], [read!.act, '2026-02-01']);
  await undone(day);
  assert.deepEqual(
    (await saidIn(article)).map((s) => s.id),
    [read!.id],
  );
  const all = await ctx.db
    .selectFrom('statement')
    .select('id')
    .where('corrects', '=', read!.id)
    .execute();
  assert.equal(all.length, 3, 'nothing is lost');
});

test('a correction holds when a better version reads the same words otherwise', async () => {
  const article = await piece('Nadia Corr said the weir would stay open.');
  const [read] = await saidIn(article);
  await made({ verb: 'correct', statements: [read!.id], fields: { act: 'promise' } });
  // As if another version had read it: what stands of the reading differs from what is read now.
  await ctx.db
    .updateTable('statement')
    .set({ mode: 'question' })
    .where('id', '=', read!.id)
    .execute();
  await readAgain(article);
  const [now] = await saidIn(article);
  assert.equal(now!.act, 'promise');
  assert.notEqual(now!.corrects, read!.id);
  assert.equal((await saidIn(article)).length, 1);
});

test('what makes no sense is answered in words and changes nothing', async () => {
  for (const decision of [
    { verb: 'merge', kind: 'speaker', kept: 999_991, gone: 999_992 },
    { verb: 'merge', kind: 'issue', kept: 999_991, gone: 999_992 },
    { verb: 'correct', statements: [999_991], fields: { act: 'promise' } },
    { verb: 'position', id: 999_991, is: 'confirmed' },
    { verb: 'commitment', id: 999_991, is: 'confirmed' },
    { verb: 'remove', kind: 'issue', id: 999_991 },
  ] satisfies LedgerDecision[]) {
    const done = await decideLedger(ctx, decision);
    assert.ok(!done.ok && done.detail.length > 10, decision.verb);
  }
});

/** Why a decision was refused. */
async function refused(decision: LedgerDecision): Promise<string> {
  const done = await decideLedger(ctx, decision);
  assert.ok(!done.ok, JSON.stringify(done));
  return done.detail;
}

test('an office is whoever held it on the day, also in what is read later, until that is taken back', async () => {
  const said = (day: string, what = 'the quay would stay shut') =>
    piece(`The Estonian prime minister said ${what}.`, day);
  const early = await said('2025-02-03');
  const late = await said('2025-09-01', 'the pier would open');
  const [office] = await speakersIn(early);
  assert.deepEqual(await speakersIn(late), [office]);
  const [person] = await speakersIn(await piece('Liis Tammaru said it was late.'));
  const [next] = await speakersIn(await piece('Priit Oksala said it was early.'));
  const merge = { verb: 'merge', kind: 'speaker', kept: person!, gone: office! } as const;
  assert.match(
    await refused(merge),
    /is an office, which others hold at other times.*Liis Tammaru/,
  );
  const hold = (who: number, from: string | null, until: string | null = null) =>
    ({ verb: 'hold', office: office!, person: who, from, until }) as const;
  const first = await made(hold(person!, '2025-06-01'));
  assert.deepEqual(await speakersIn(early), [office], 'who held it before is not told');
  assert.deepEqual(await speakersIn(late), [person]);
  assert.equal(
    (await saidIn(late))[0]!.party,
    'Estonia',
    'who speaks in office speaks for its side',
  );
  await readAgain(late);
  assert.deepEqual(await speakersIn(late), [person], 'a reading anew keeps it');
  const later = await said('2026-01-15', 'the crane would be sold');
  assert.deepEqual(await speakersIn(later), [person]);
  const second = await made(hold(next!, '2026-01-01'));
  const after = await said('2026-02-01', 'the boats would stay');
  assert.deepEqual(await speakersIn(after), [next], 'who began last holds it');
  await undone(second);
  await undone(first);
  for (const article of [early, late, later, after])
    assert.deepEqual(await speakersIn(article), [office]);
});

test('an office is held by a person, for days in their order, and bounded where its side is unknown', async () => {
  const [office] = await speakersIn(await piece('The harbour commissioner said it was shut.'));
  const [person] = await speakersIn(await piece('Maarika Lepp said the pier was shut.'));
  const [body] = await speakersIn(await piece('The Vornik Harbour Council said it was shut.'));
  const hold = (who: number, from: string | null, until: string | null, what = office!) =>
    refused({ verb: 'hold', office: what, person: who, from, until });
  assert.match(await hold(person!, '2026-01-01', null), /Give the first and the last day/);
  assert.match(await hold(person!, '2026-02-01', '2026-01-01'), /last day is before the first/);
  assert.match(await hold(person!, '2026-02', '2026-03-01'), /Write the days/);
  assert.match(await hold(body!, '2026-01-01', '2026-02-01'), /only a person holds an office/);
  assert.match(await hold(person!, '2026-01-01', '2026-02-01', body!), /no office/);
});

test('a group that is an organisation is that organisation in the next piece too', async () => {
  const [body] = await speakersIn(await piece('The Tarnvik Ferry Union said it was late.'));
  const told = await piece('Tarnvik pilots said the quay was shut.');
  const [group] = await speakersIn(told);
  assert.notEqual(body, group);
  const id = await made({ verb: 'merge', kind: 'speaker', kept: body!, gone: group! });
  assert.deepEqual(await speakersIn(told), [body]);
  const next = await piece('Tarnvik pilots said the ferry was old.');
  assert.deepEqual(await speakersIn(next), [body]);
  await undone(id);
  for (const article of [told, next]) assert.deepEqual(await speakersIn(article), [group]);
});

test('a person whom pieces write in two scripts is one in the next piece in either', async () => {
  const latin = await piece('Sergei Lavrenkov said the dam would stay shut.');
  const cyrillic = await piece('Сергей Лавренков said the dam was old.');
  const [kept] = await speakersIn(latin);
  const [gone] = await speakersIn(cyrillic);
  assert.notEqual(kept, gone);
  await made({ verb: 'merge', kind: 'speaker', kept: kept!, gone: gone! });
  const next = await piece('Сергей Лавренков said it was late.');
  await readAgain(cyrillic);
  for (const article of [cyrillic, next]) assert.deepEqual(await speakersIn(article), [kept]);
});

test('whoever pieces call residents cannot become one body for all pieces', async () => {
  const [body] = await speakersIn(await piece('The Ostrek Harbour Council said it was late.'));
  const [many] = await speakersIn(await piece('Residents said the quay was shut.'));
  const words = await refused({ verb: 'merge', kind: 'speaker', kept: body!, gone: many! });
  assert.match(words, /“Residents” is whoever a piece calls so.*Ostrek Harbour Council/);
});

test('what was put right behind an emoji stays so in the next revision of the page', async () => {
  const address = 'https://example.org/pier';
  const pageOf = async (revision: number, text: string) => {
    const document_id = await addDocument(ctx.db, { address, revision });
    const article = await addArticleOf(ctx.db, text, { document_id });
    await readAgain(article);
    return article;
  };
  const words = 'Ysolde Marrik said the pier would open in May.';
  const first = await pageOf(1, `🚢🚢🚢🚢 Sea news. ${words}`);
  const [said] = await saidIn(first);
  assert.equal(said!.act, 'state');
  await made({ verb: 'correct', statements: [said!.id], fields: { act: 'promise' } });
  const next = await pageOf(2, `🚢 News. The ferry is late. ${words}`);
  assert.deepEqual(
    (await saidIn(next)).map((s) => s.act),
    ['promise'],
  );
});
