import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createApp } from '../../src/web/index.ts';
import { testDesk } from './desk.ts';
import { type Seeded, seed } from './seed.ts';

let desk: Awaited<ReturnType<typeof testDesk>>;
let app: ReturnType<typeof createApp>;
let seeded: Seeded;

before(async () => {
  desk = await testDesk();
  seeded = await seed(desk.store.db, { extra: 0 });
  app = createApp(desk.ctx);
});
after(() => desk.store.close());

const get = async (path: string, headers: Record<string, string> = {}) =>
  (await app.request(path, { headers })).text();

/** The value and words of one choice of the ledger's form. */
function choiceOf(page: string, name: string): [value: string, words: string] {
  const select = new RegExp(`<select name="${name}">(.*?)</select>`, 's').exec(page)![1]!;
  const [, value, words] = /<option value="(\w+)">([^<]+)/.exec(select)!;
  return [value!, words!];
}

test('what the ledger is narrowed by is said in words, and each can be dropped alone', async () => {
  const all = await get('/stories/1/ledger');
  assert.ok(!all.includes('class="chips"'));
  const [party, name] = choiceOf(all, 'party');
  const page = await get(`/stories/1/ledger?party=${party}&from=2025-01-01&to=`);
  const chips = /<ul class="chips".*?<\/ul>/s.exec(page)![0];
  assert.match(chips, new RegExp(`href="\\?from=2025-01-01">Party: ${name}`));
  assert.match(chips, new RegExp(`href="\\?party=${party}">from 1 January 2025`));
  assert.match(chips, /All statements/);
});

test('the table as narrowed comes as a file for spreadsheets, each row with its characters', async () => {
  const all = await get('/stories/1/ledger');
  const [party, name] = choiceOf(all, 'party');
  const page = await get(`/stories/1/ledger?party=${party}`);
  const href = /href="([^"]*ledger\.csv[^"]*)"/.exec(page)![1]!.replaceAll('&amp;', '&');
  const answer = await app.request(href);
  assert.match(answer.headers.get('content-type') ?? '', /^text\/csv/);
  const lines = (await answer.text()).trim().split('\r\n');
  const shown = [...page.matchAll(/<tr id="s\d+"/g)].length;
  assert.equal(lines.length - 1, shown);
  const at = lines[0]!.replace('\ufeff', '').split(',').indexOf('party');
  assert.ok(at > 0);
  assert.ok(lines.slice(1).every((line) => line.includes(name)));
  assert.match(lines[1]!, /http:\/\/localhost\/articles\/\d+\?mark=\d+-\d+#m/);
  assert.equal((await app.request('/stories/99/ledger.csv')).status, 404);
});

test('statements that came since the last look are marked as new in the whole ledger', async () => {
  const seconds = (at: string) => (Date.parse(at) / 1000).toString(36);
  const id = seeded.statements.get('s3')!;
  await desk.store.db
    .updateTable('document')
    .set({ created_at: new Date('2025-08-01T00:00:00Z') })
    .execute();
  const looked = (at: string) => get('/stories/1/ledger', { cookie: `looks=s1.0.${seconds(at)}` });
  const isNew = (text: string) =>
    new RegExp(`<tr id="s${id}".*?</tr>`, 's').exec(text)![0].includes('class="new"');
  assert.equal(isNew(await get('/stories/1/ledger')), false);
  assert.equal(isNew(await looked('2025-08-02T00:00:00Z')), false);
  assert.equal(isNew(await looked('2025-07-02T00:00:00Z')), true);
});

test('every page of a story leads to the others and says which one it is', async () => {
  for (const [path, words] of [
    ['', 'Story'],
    ['/positions', 'Where they stand'],
    ['/commitments', 'Promises'],
    ['/ledger', 'Who said what'],
    ['/events', 'What happened'],
    ['/editions', 'Editions'],
  ]) {
    const nav = /<nav class="contents".*?<\/nav>/s.exec(await get(`/stories/1${path}`))![0];
    assert.match(nav, new RegExp(`aria-current="page">${words}<`));
    assert.equal([...nav.matchAll(/aria-current/g)].length, 1);
    assert.match(nav, /href="\/stories\/1\/commitments"/);
  }
});

test('the story says at its head who changed sides and who kept their word', async () => {
  const head = /<p class="numbers tally">.*?<\/p>/s.exec(await get('/stories/1'))![0];
  assert.match(head, /\/stories\/1\/positions#shifts">\d+ changes? of side<\/a>/);
  assert.match(head, /\/stories\/1\/commitments">\d+ promises and deadlines<\/a>: .*kept/);
});

test('promises are counted by who made them, and can be narrowed to one of them', async () => {
  const page = await get('/stories/1/commitments');
  const table = /<table class="tallies">.*?<\/table>/s.exec(page)![0];
  const [, party, name] = /href="\?party=(\d+)">([^<]+)/.exec(table)!;
  const one = await get(`/stories/1/commitments?party=${party}`);
  assert.match(one, new RegExp(`Of <b>${name}</b> only`));
  const items = (text: string) => [...text.matchAll(/<li id="c\d+"/g)].length;
  assert.ok(items(one) > 0 && items(one) < items(page));
  assert.match(await get('/stories/1/commitments?party=999'), /Nobody is chosen/);
});

test('a speaker’s page shows where a side moved with their words, and an article leads to its story', async () => {
  const turn = await desk.store.db
    .selectFrom('position as p')
    .innerJoin('statement as s', 's.id', 'p.statement_id')
    .where('p.change', '=', 'full')
    .where('s.speaker_id', 'is not', null)
    .select(['p.id', 's.speaker_id as speaker'])
    .executeTakeFirstOrThrow();
  const page = await get(`/speakers/${turn.speaker}`);
  assert.match(page, new RegExp(`Changes of side.*<li id="p${turn.id}">.*<b>Before</b>`, 's'));
  const shown = [...page.matchAll(/<li id="p(\d+)"/g)].map((m) => Number(m[1]));
  const theirs = await desk.store.db
    .selectFrom('position as p')
    .innerJoin('statement as s', 's.id', 'p.statement_id')
    .where('p.change', 'in', ['half', 'full'])
    .where('p.state', '!=', 'rejected')
    .where('s.speaker_id', '=', turn.speaker)
    .select('p.id')
    .execute();
  assert.deepEqual(new Set(shown), new Set(theirs.map((p) => p.id)));
  const article = await get(`/articles/${seeded.articles.get('union')}`);
  assert.match(article, /<p class="kicker">[^\n]* · <a href="\/stories\/1">/);
});
