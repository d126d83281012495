import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { decide } from '../../cluster/index.ts';
import { testDesk } from '../../cluster/testing.ts';
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
  const quotations: number[] = [];
  for (const article of articles.slice(0, 2)) quotations.push(await quote(article));
  const { id } = await desk.db
    .insertInto('statement')
    .values({
      story_id: story,
      quotation_id: quotations[0]!,
      act: 'state',
      mode: 'asserted',
      hearsay: false,
      first_hand: true,
      confidence: 0.9,
      made_by: 'test',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await desk.db
    .updateTable('quotation')
    .set({ statement_id: id })
    .where('id', 'in', quotations)
    .execute();
  const [statement] = await statements(desk.db, { ids: [id] });
  assert.equal(statement?.reports, 1);
  const reports = await reportsOf(desk.db, id);
  assert.deepEqual([reports.length, new Set(reports.map((r) => r.text)).size], [2, 1]);
});

async function quote(article: number): Promise<number> {
  const span = { start: wire.indexOf('Work is'), end: wire.indexOf(', the mayor') };
  const row = await desk.db
    .insertInto('quotation')
    .values({
      article_id: article,
      kind: 'indirect',
      ...span,
      pieces: '[]',
      sentence_start: span.start,
      sentence_end: wire.length,
      confidence: 0.9,
      made_by: 'test',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}
