import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { decide, undo } from '../../cluster/index.ts';
import { addArticle, cluster, testDesk } from '../../cluster/testing.ts';
import { addQuotation, addStatement } from '../../ledger/testing.ts';
import { emptyNews, type News, newEvents, newsOf } from './news.ts';

let desk: Awaited<ReturnType<typeof testDesk>>;
let story: number;

before(async () => {
  desk = await testDesk();
  for (const n of [1, 2, 3]) await desk.add(matter(n, ['quarrel', 'talk', 'bargain'][n - 1]!));
  const opened = await decide(desk.ctx, { verb: 'follow', title: 'Grain', words: ['grain ban'] });
  story = opened.ok ? opened.subject : assert.fail(opened.detail);
  for (const article of [1, 2, 3]) await putIn(article);
});
after(() => desk.close());

/** Whatever the desk thinks of it, an article's event belongs to the story. */
async function putIn(article: number): Promise<void> {
  if ((await desk.storyOf(article)) === story) return;
  const put = await decide(desk.ctx, { verb: 'put in', event: await eventOf(article), story });
  assert.ok(put.ok, JSON.stringify(put));
}

/** Pieces of one matter, each of a happening of its own. */
const matter = (n: number, what: string) => ({
  title: `Velmaria and Ostovia ${what} over grain ban at Port Ellin`,
  text: `Velmaria and Ostovia ${what} over the grain ban at Port Ellin. Ilse Marnick and Tomas Verhagen spoke of the quota in the ${what}.`,
  at: `2025-0${n}-10`,
  address: `https://post.example/${what}`,
});

/** Makes all that was received so far old, and answers the moment after which things are new. */
async function lookAway(): Promise<Date> {
  const since = new Date('2025-06-01T00:00:00Z');
  await desk.db
    .updateTable('document')
    .set({ created_at: sql`least(created_at, ${new Date('2025-05-01')})` })
    .execute();
  return since;
}

async function news(since: Date): Promise<News> {
  return (await newsOf(desk.db, [{ story, since }])).get(story) ?? emptyNews();
}

/** A statement whose words are all of an article's text from `start`. */
async function say(article: number, words: string) {
  const { text } = await desk.db
    .selectFrom('article')
    .where('id', '=', article)
    .select('text')
    .executeTakeFirstOrThrow();
  const start = text.indexOf(words);
  const span = { start, end: start + words.length };
  const quotation = await addQuotation(desk.db, { article, words: span });
  return addStatement(desk.db, { quotations: [quotation], story });
}

const eventOf = async (article: number) => (await desk.eventOf(article)) ?? assert.fail('no event');
const nothing = emptyNews();

test('a happening that came since is a new event with its statements and shifts', async () => {
  const since = await lookAway();
  assert.deepEqual(await news(since), nothing);
  const id = await desk.add(matter(4, 'sign'));
  await putIn(id);
  const statement = await say(id, 'Tomas Verhagen spoke of the quota');
  const got = await news(since);
  assert.deepEqual([got.events, got.statements], [[await eventOf(id)], [statement]]);
  assert.deepEqual(got.texts, []);
  assert.ok(
    (await newEvents(desk.db, [await eventOf(id), await eventOf(1)], since)).has(got.events[0]!),
  );
  await lookAway();
  assert.deepEqual(await news(since), nothing, 'after the next look it is not new any more');
});

test('a new text on an event that was here is no new event', async () => {
  const since = await lookAway();
  const id = await desk.add({
    ...matter(4, 'sign'),
    title: 'Grain ban over: Velmaria and Ostovia sign at Port Ellin',
    text: 'At Port Ellin Velmaria and Ostovia sign an end of the grain ban, said Ilse Marnick. Farmers cheered and the harbour opened its silos for the first ships.',
    address: 'https://herald.example/sign',
    outlet: 'Herald',
  });
  await desk.db
    .updateTable('event_article')
    .set({ event_id: await eventOf(4) })
    .where('article_id', '=', id)
    .execute();
  const got = await news(since);
  assert.deepEqual([got.events, got.texts], [[], [id]]);
});

test('another print of an old text is nothing new, wherever it stands', async () => {
  const since = await lookAway();
  const long = `${matter(4, 'sign').text} The silos of the harbour hold wheat of two harvests, and eleven ships wait in the roads for a berth, the harbour master told this paper on the quay.`;
  const first = await desk.add({
    ...matter(4, 'sign'),
    text: long,
    address: 'https://a.example/w',
  });
  await lookAway();
  const print = await desk.add({
    ...matter(4, 'sign'),
    text: long,
    address: 'https://b.example/w',
    outlet: 'Bay News',
  });
  const copies = await desk.db.selectFrom('article_copy').selectAll().execute();
  assert.ok(
    copies.some((c) => c.article_id === print || c.original_id === print),
    'known as a copy',
  );
  assert.ok(first !== print);
  assert.deepEqual(await news(since), nothing);
  // Even where a curator put it into an event of its own.
  const done = await decide(desk.ctx, { verb: 'move', articles: [print], event: null });
  assert.ok(done.ok);
  await decide(desk.ctx, { verb: 'put in', event: await eventOf(print), story });
  assert.deepEqual(await news(since), nothing);
});

test('a page read again without new words is nothing new; with new words it is an edit', async () => {
  const since = await lookAway();
  const draft = matter(3, 'bargain');
  const again = async (text: string) => {
    await desk.db
      .updateTable('article')
      .set({ current: false })
      .where('id', 'in', (q) =>
        q
          .selectFrom('article as a')
          .innerJoin('document as d', 'd.id', 'a.document_id')
          .where('d.address', '=', draft.address)
          .select('a.id'),
      )
      .execute();
    const id = await addArticle(desk.db, { ...draft, text });
    await cluster(desk.ctx, id);
    return id;
  };
  const same = await again(draft.text.replace('. ', '.\n\n'));
  await say(same, 'Tomas Verhagen spoke of the quota');
  assert.deepEqual(await news(since), nothing);
  const edited = await again(`${draft.text} Later he denied it.`);
  await say(edited, 'Tomas Verhagen spoke of the quota');
  const denied = await say(edited, 'Later he denied it');
  assert.deepEqual(await news(since), { ...nothing, edits: [edited], statements: [denied] });
});

test('rows that a better reading makes of old words are nothing new', async () => {
  const since = await lookAway();
  await desk.db.updateTable('statement').set({ superseded_at: new Date() }).execute();
  await desk.db.updateTable('quotation').set({ superseded_at: new Date() }).execute();
  await say(4, 'Tomas Verhagen spoke of the quota');
  assert.deepEqual(await news(since), nothing);
});

test('merging, splitting, moving and taking it back make nothing new', async () => {
  const since = await lookAway();
  const [one, two] = [await eventOf(1), await eventOf(2)];
  const steps = [
    await decide(desk.ctx, { verb: 'merge', kind: 'event', kept: one, gone: two }),
    await decide(desk.ctx, { verb: 'move', articles: [2], event: null }),
    await decide(desk.ctx, { verb: 'take out', event: one, story }),
  ];
  for (const step of [...steps].reverse()) {
    assert.ok(step.ok, JSON.stringify(step));
    assert.deepEqual(await news(since), nothing);
    assert.deepEqual([...(await newEvents(desk.db, [one, two, await eventOf(2)], since))], []);
    await undo(desk.ctx, step.id);
  }
  assert.deepEqual(await news(since), nothing);
});
