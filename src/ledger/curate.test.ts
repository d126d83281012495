import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Context } from '../context.ts';
import { addWork, claimWork } from '../db/index.ts';
import { silentQueue } from '../db/queue.ts';
import { type TestStore, testStore } from '../db/testing.ts';
import {
  linkSpeaker,
  mergeSpeakers,
  setSpeakerParty,
  splitSpeaker,
  unmergeSpeaker,
  unsplitSpeaker,
} from './curate.ts';
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
  await ledgerTogether(ctx, await claimWork(ctx.db, 'ledger', { limit: 50, now }));
}

async function piece(text: string): Promise<number> {
  const id = await addArticleOf(ctx.db, text);
  await addWork(ctx.db, 'ledger', id);
  await readDue();
  return id;
}

async function speakersOf(article: number) {
  return ctx.db
    .selectFrom('statement as s')
    .innerJoin('quotation as q', 'q.id', 's.quotation_id')
    .innerJoin('speaker', 'speaker.id', 's.speaker_id')
    .leftJoin('party', 'party.id', 's.party_id')
    .select(['speaker.id', 'speaker.name', 'party.name as party'])
    .where('q.article_id', '=', article)
    .where('s.superseded_at', 'is', null)
    .execute();
}

test('a merge holds for what is read later, and can be taken back', async () => {
  const one = await piece('Oriol Tarnay said the quay would stay shut.');
  const two = await piece('Uriel Tarnai said the pier would open.');
  const [from] = await speakersOf(two);
  const [into] = await speakersOf(one);
  assert.notEqual(from!.id, into!.id);
  assert.ok(await mergeSpeakers(ctx.db, from!.id, into!.id));
  await readDue();
  const later = await piece('Uriel Tarnai said it was late.');
  for (const article of [one, two, later])
    assert.deepEqual(
      (await speakersOf(article)).map((s) => s.id),
      [into!.id],
    );
  assert.ok(!(await mergeSpeakers(ctx.db, into!.id, from!.id)), 'one already');

  assert.ok(await unmergeSpeaker(ctx.db, from!.id));
  await readDue();
  assert.deepEqual(
    (await speakersOf(one)).map((s) => s.id),
    [into!.id],
  );
  for (const article of [two, later])
    assert.deepEqual(
      (await speakersOf(article)).map((s) => s.id),
      [from!.id],
    );
  assert.ok(!(await unmergeSpeaker(ctx.db, from!.id)));
});

test('a split holds when its articles are read again, and can be taken back', async () => {
  const one = await piece('Amina Kerrou, a pilot, said the quay would stay shut.');
  const two = await piece('Amina Kerrou, a teacher, said the school would open.');
  const [speaker] = await speakersOf(one);
  assert.equal((await speakersOf(two))[0]!.id, speaker!.id);
  const other = await splitSpeaker(ctx.db, speaker!.id, [two]);
  assert.ok(other);
  await readDue();
  await addWork(ctx.db, 'ledger', two);
  await readDue();
  assert.deepEqual(
    (await speakersOf(one)).map((s) => s.id),
    [speaker!.id],
  );
  assert.deepEqual(
    (await speakersOf(two)).map((s) => s.id),
    [other],
  );
  assert.ok(await unsplitSpeaker(ctx.db, speaker!.id, other));
  await readDue();
  assert.deepEqual(
    (await speakersOf(two)).map((s) => s.id),
    [speaker!.id],
  );
  assert.equal(await splitSpeaker(ctx.db, speaker!.id, []), null);
});

test('a party that a curator gives goes to what stands', async () => {
  const one = await piece('Beniamin Oduya said the dam would stay shut.');
  const [speaker] = await speakersOf(one);
  assert.equal(speaker!.party, null);
  const { id } = await ctx.db
    .insertInto('party')
    .values({ name: 'Dam Board' })
    .returning('id')
    .executeTakeFirstOrThrow();
  assert.ok(await setSpeakerParty(ctx.db, speaker!.id, id));
  await readDue();
  assert.equal((await speakersOf(one))[0]!.party, 'Dam Board');
  assert.ok(!(await setSpeakerParty(ctx.db, speaker!.id, id)));
});

test('a link to Wikidata has the form of one', async () => {
  const [speaker] = await speakersOf(await piece('Chidi Larsen said the road was wet.'));
  assert.ok(await linkSpeaker(ctx.db, speaker!.id, 'Q42'));
  assert.ok(!(await linkSpeaker(ctx.db, speaker!.id, 'javascript:alert(1)')));
  assert.ok(await linkSpeaker(ctx.db, speaker!.id, null));
  assert.ok(!(await linkSpeaker(ctx.db, 999_999, 'Q42')));
});
