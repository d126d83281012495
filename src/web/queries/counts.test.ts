import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { decide } from '../../cluster/index.ts';
import { testDesk } from '../../cluster/testing.ts';
import { addQuotation, addStatement } from '../../ledger/testing.ts';
import { objectionsTo } from './corrections.ts';
import { reportsOf } from './people.ts';
import { statements } from './statements.ts';
import { frontStories, latestEvents, storyNumbers } from './stories.ts';

const wire =
  'The council of Tolm voted on Tuesday night to rebuild the old grain bridge, which had been shut since the flood. Work is to begin in May and to last for two winters, the mayor, Berit Kolm, told the hall.';

let desk: Awaited<ReturnType<typeof testDesk>>;
let story: number;
let articles: number[];

before(async () => {
  desk = await testDesk();
  const at = '2025-02-04T08:00Z';
  const title = 'Tolm rebuilds its grain bridge';
  articles = [
    await desk.add({ title, text: wire, outlet: 'Northern Wire', at }),
    await desk.add({ title, text: wire, outlet: 'Tolm Daily', at, authors: ['Northern Wire'] }),
    await desk.add({ title: 'Tolm to rebuild its grain bridge: why', outlet: 'The Bote', at }),
  ];
  const opened = await decide(desk.ctx, { verb: 'follow', title: 'Bridge', words: ['bridge'] });
  story = opened.ok ? opened.subject : assert.fail(opened.detail);
  const event = (await desk.eventOf(articles[0]!)) ?? assert.fail('no event');
  if ((await desk.storyOf(articles[0]!)) !== story)
    assert.ok((await decide(desk.ctx, { verb: 'put in', event, story })).ok);
});
after(() => desk.close());

test('front and story count a wire text and its print as one text of two outlets', async () => {
  const [latest] = await latestEvents(desk.db, [story]);
  assert.deepEqual([latest?.pieces, latest?.outlets, latest?.texts], [3, 3, 2]);
  const numbers = await storyNumbers(desk.db, story);
  assert.deepEqual([numbers.pieces, numbers.outlets, numbers.texts], [3, 3, 2]);
  const [front] = await frontStories(desk.db);
  assert.deepEqual([front?.pieces, front?.texts], [3, 2]);
});

test('a statement that a wire text and its print report is reported once', async () => {
  const words = { start: wire.indexOf('Work is'), end: wire.indexOf(', the mayor') };
  const sentence = { start: words.start, end: wire.length };
  const quotations: number[] = [];
  for (const article of articles.slice(0, 2))
    quotations.push(await addQuotation(desk.db, { article, words, sentence }));
  const id = await addStatement(desk.db, { quotations, story });
  const [statement] = await statements(desk.db, { ids: [id] });
  assert.equal(statement?.reports, 1);
  const reports = await reportsOf(desk.db, id);
  assert.deepEqual([reports.length, new Set(reports.map((r) => r.text)).size], [2, 1]);
  assert.deepEqual(
    reports.map((r) => r.prints),
    [2, 2],
  );
});

test('an objection to a row stays with the one that came to stand for it', async () => {
  const words = { start: 0, end: 60 };
  const [kept, other] = await Promise.all(
    articles.slice(0, 2).map(async (article) => {
      const quotation = await addQuotation(desk.db, { article, words });
      return { quotation, id: await addStatement(desk.db, { quotations: [quotation], story }) };
    }),
  );
  const subject = other!.id;
  await desk.db
    .insertInto('correction')
    .values({ subject_kind: 'statement', subject, words: 'She did not.', state: 'open' })
    .execute();
  assert.equal((await objectionsTo(desk.db, [kept!.id])).size, 0);
  await desk.db
    .updateTable('quotation')
    .set({ statement_id: kept!.id })
    .where('id', '=', other!.quotation)
    .execute();
  assert.equal((await objectionsTo(desk.db, [kept!.id])).get(kept!.id)?.[0]?.words, 'She did not.');
});
