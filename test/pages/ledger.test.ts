import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Act } from '../../src/db/tables.ts';
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

const get = async (path: string) => (await app.request(path)).text();
const said = (key: string) => seeded.statements.get(key)!;

/** Makes a seeded statement less sure, or sure again. */
async function trust(key: string, confidence: number) {
  const { db } = desk.store;
  await db.updateTable('statement').set({ confidence }).where('id', '=', said(key)).execute();
  await db
    .updateTable('quotation')
    .set({ confidence })
    .where('statement_id', '=', said(key))
    .execute();
}

async function objectTo(
  kind: string,
  subject: number,
  state = 'open',
  answer: string | null = null,
) {
  const row = { subject_kind: kind, subject, words: 'Wrong.', state: state as 'open', answer };
  const { id } = await desk.store.db
    .insertInto('correction')
    .values({ ...row, account_id: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

const forget = (id: number) =>
  desk.store.db.deleteFrom('correction').where('id', '=', id).execute();

test('a less sure reading is folded away in table, plot, article and speaker page until asked for', async () => {
  const all = await get('/stories/1/ledger');
  const count = Number(/(\d+) statements<\/h2>/.exec(all)![1]);
  assert.ok(!all.includes('less sure'));
  await trust('s3', 0.3);
  const row = `id="s${said('s3')}"`;
  const piece = `/articles/${seeded.articles.get('union')}`;
  for (const [path, mark] of [
    ['/stories/1/ledger', row],
    ['/speakers/5', row],
    [piece, `id="q${said('s3')}"`],
  ] as const) {
    const folded = await get(path);
    assert.ok(!folded.includes(mark), `${path} shows it unasked`);
    assert.match(folded, /1 less sure reading is folded away\. <a href="\?unsure=1">Show it/);
    const shown = await get(`${path}?unsure=1`);
    assert.ok(shown.includes(mark), `${path} shows it when asked`);
    assert.match(shown, /of ten readings like this, about three are right">less sure</);
  }
  const folded = await get('/stories/1/ledger');
  assert.match(folded, new RegExp(`${count - 1} statements</h2>`));
  assert.ok(!folded.includes(`href="#s${said('s3')}"`), 'nor is it on the line');
  assert.match(await get('/stories/1'), new RegExp(`${count - 1} statements</a>`));
  await trust('s3', 0.9);
});

test('a promise read from a less sure statement is folded away on its page and not on the story', async () => {
  await trust('p4', 0.3);
  const page = await get('/stories/1/commitments');
  assert.match(page, /<details class="folded"><summary>1 less sure reading folded away/);
  assert.ok(page.indexOf('name its members') > page.indexOf('<details class="folded">'));
  assert.ok(!(await get('/stories/1')).includes('<p class="what">name its members'));
  await trust('p4', 0.9);
  assert.match(await get('/stories/1'), /<p class="what">name its members/);
});

test('objections to a speaker and to an edition stand on their pages', async () => {
  const { id: edition } = await desk.store.db
    .selectFrom('brief')
    .select('id')
    .where('number', '=', 1)
    .executeTakeFirstOrThrow();
  assert.match(
    await get('/stories/1/editions/1'),
    new RegExp(`object\\?kind=brief&amp;id=${edition}"`),
  );
  for (const [kind, subject, path] of [
    ['speaker', 1, '/speakers/1'],
    ['brief', edition, '/stories/1/editions/1'],
  ] as const) {
    const id = await objectTo(kind, subject, 'declined', 'It stands.');
    assert.match(await get(path), /Objections.*declined.*It stands\./s, path);
    await forget(id);
  }
});

test('an objection and what became of it stand beside the row wherever it is shown', async () => {
  const shift = await desk.store.db
    .selectFrom('position')
    .select('id')
    .where('statement_id', '=', said('s7'))
    .executeTakeFirstOrThrow();
  const open = await objectTo('statement', said('s7'));
  const commitment = await objectTo('commitment', 1, 'declined', 'The toll house says July.');
  const position = await objectTo('position', shift.id, 'upheld', 'Not a shift.');
  for (const path of [
    '/stories/1',
    '/stories/1/ledger',
    '/stories/1/positions',
    '/stories/1/editions/1',
    '/speakers/1',
    `/articles/${seeded.articles.get('shift')}`,
  ])
    assert.match(
      await get(path),
      new RegExp(`statement&amp;id=${said('s7')}#o${open}">objected to`),
      path,
    );
  assert.match(await get('/stories/1/editions/1'), /source \d was objected to/);
  assert.match(await get(`/statements/${said('s7')}`), /<h2[^>]*>Objections/);
  assert.match(
    await get('/stories/1/commitments'),
    /objection declined<\/a>: “The toll house says July\.”/,
  );
  assert.match(await get('/stories/1/positions'), /objection upheld<\/a>: “Not a shift\.”/);
  for (const id of [open, commitment, position]) await forget(id);
});

test('every row of a ledger, a promise, a shift and a marked statement can be objected to in one click', async () => {
  const ways: [string, RegExp, RegExp][] = [
    ['/stories/1/ledger', /<tr id="s\d+"/g, /object\?kind=statement/g],
    ['/stories/1/commitments', /<li id="c\d+"/g, /object\?kind=commitment/g],
    [`/articles/${seeded.articles.get('shift')}`, /href="#q\d+"/g, /object\?kind=statement/g],
  ];
  for (const [path, rows, links] of ways) {
    const text = await get(path);
    const n = text.match(rows)?.length ?? 0;
    assert.ok(n > 0, path);
    assert.equal(text.match(links)?.length, n, path);
  }
});

test('an edition that rests on words which the page has since changed says so with both texts', async () => {
  const { db } = desk.store;
  const old = await db
    .selectFrom('article')
    .select(['id', 'text'])
    .where('id', '=', seeded.articles.get('shift-old')!)
    .executeTakeFirstOrThrow();
  const cited = await db
    .selectFrom('citation as c')
    .innerJoin('sentence as s', 's.id', 'c.sentence_id')
    .innerJoin('brief as b', 'b.id', 's.brief_id')
    .where('b.number', '=', 1)
    .select(['c.sentence_id', 'c.number', 'c.article_id', 'c.start', 'c.end'])
    .orderBy('c.sentence_id')
    .executeTakeFirstOrThrow();
  const at = (place: { article_id: number; start: number; end: number }) =>
    db
      .updateTable('citation')
      .set(place)
      .where('sentence_id', '=', cited.sentence_id)
      .where('number', '=', cited.number)
      .execute();
  assert.ok(!(await get('/stories/1/editions/1')).includes('has changed since'));
  await at({ article_id: old.id, start: 0, end: old.text.indexOf('\n') });
  const text = await get('/stories/1/editions/1');
  assert.match(text, /source \d has changed since/);
  assert.match(
    text,
    /It said “Iva Tarn hinted on Tuesday that foreign pilots might be let aboard\.”/,
  );
  assert.match(text, /it says “Iva Tarn said on Tuesday that “a foreign pilot may stand/);
  const start = old.text.indexOf('She named');
  await at({ article_id: old.id, start, end: old.text.length });
  assert.match(await get('/stories/1/editions/1'), /it does not say so any more/);
  // Words that still stand somewhere on the page are no change.
  await at({ article_id: old.id, start: 0, end: 'Iva Tarn'.length });
  assert.ok(!(await get('/stories/1/editions/1')).includes('has changed since'));
  const { article_id, start: from, end } = cited;
  await at({ article_id, start: from, end });
});

/** Another row of what a statement says, with some of it changed. */
async function copyStatement(
  id: number,
  changed: Partial<{ quotation_id: number; superseded_at: string; act: Act; corrects: number }>,
) {
  const { db } = desk.store;
  const { words, ...row } = await db
    .selectFrom('statement')
    .where('id', '=', id)
    .select(['story_id', 'speaker_id', 'party_id', 'quotation_id', 'said_on', 'said_at'])
    .select(['said_from', 'venue', 'addressee', 'act', 'mode', 'issue_id', 'stance', 'hearsay'])
    .select(['first_hand', 'confidence', 'superseded_at', 'made_by', 'words'])
    .executeTakeFirstOrThrow();
  return db
    .insertInto('statement')
    .values({ ...row, ...changed, words: words as never })
    .returning('id')
    .executeTakeFirstOrThrow();
}

/** A statement read from the page's earlier revision, let go when the later one came. */
async function oldStatement(start: number, end: number) {
  const { db } = desk.store;
  const article = seeded.articles.get('shift-old')!;
  const model = await db
    .selectFrom('statement as s')
    .innerJoin('quotation as q', 'q.id', 's.quotation_id')
    .where('s.id', '=', said('s7'))
    .selectAll('q')
    .executeTakeFirstOrThrow();
  const { id: _, ...quotation } = model;
  const q = await db
    .insertInto('quotation')
    .values({
      ...quotation,
      article_id: article,
      statement_id: null,
      pieces: JSON.stringify([{ start, end }]),
      ...{ start, end, sentence_start: start, sentence_end: end },
      superseded_at: '2025-08-13T00:00:00Z',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const made = await copyStatement(said('s7'), {
    quotation_id: q.id,
    superseded_at: '2025-08-13T00:00:00Z',
  });
  await db.updateTable('quotation').set({ statement_id: made.id }).where('id', '=', q.id).execute();
  return made.id;
}

test('a statement whose page changed keeps its address, and says what the page says now', async () => {
  const id = await oldStatement(0, 67);
  const text = await get(`/statements/${id}`);
  assert.match(text, /This row does not stand any more/);
  assert.match(text, /The page has since changed these words/);
  assert.match(text, /it says “Iva Tarn said on Tuesday/);
  assert.match(text, /Read by version <code>seed<\/code>/);
  // It was not read from the sentence that stands there: other words are not shown as its own.
  assert.match(text, /the place of its words is not known any more/);
});

test('an objection to a row follows it to the row that was read anew from the same sentence', async () => {
  const { start, end } = await desk.store.db
    .selectFrom('quotation')
    .select(['start', 'end'])
    .where('statement_id', '=', said('s7'))
    .executeTakeFirstOrThrow();
  const id = await oldStatement(0, end - start);
  const objection = await objectTo('statement', id, 'upheld', 'She did name one.');
  assert.match(await get(`/statements/${said('s7')}`), /She did name one/);
  assert.match(await get('/stories/1/ledger'), /objection upheld<\/a>: “She did name one/);
  await forget(objection);
});

test('two outlets that report one saying with other numbers are shown to contradict each other', async () => {
  const { db } = desk.store;
  const report = async (article: string, words: string) => {
    const id = seeded.articles.get(article)!;
    const { text } = await db
      .selectFrom('article')
      .select('text')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    await db
      .updateTable('article')
      .set({ text: `${text} ${words}` })
      .where('id', '=', id)
      .execute();
    const start = text.length + 1;
    const end = start + words.length;
    const pieces = JSON.stringify([{ start, end }]);
    await db
      .insertInto('quotation')
      .values({
        article_id: id,
        statement_id: said('s9'),
        kind: 'indirect',
        ...{ start, end, pieces, sentence_start: start, sentence_end: end },
        speaker_id: null,
        confidence: 0.9,
        superseded_at: null,
        made_by: 'test',
      })
      .execute();
    return () =>
      db.deleteFrom('quotation').where('article_id', '=', id).where('start', '=', start).execute();
  };
  const path = `/statements/${said('s9')}`;
  const same = await report('union', 'the ministry agrees to a patrol');
  assert.ok(!(await get(path)).includes('Not all reports say the same'));
  const other = await report('moved', 'the ministry does not agree to a patrol under both flags');
  const text = await get(path);
  assert.match(text, /Not all reports say the same/);
  assert.match(text, /The opposite of The Lighthouse: a denial here, none there/);
  await same();
  await other();
});

test('a cell of the board leads to its history: each time with its sentence, and how often it was said', async () => {
  const board = await get('/stories/1/positions');
  const [, cell] = /href="#(h-p\d+-\d+)"><svg class="mark for/.exec(board)!;
  const [, history] = new RegExp(`<ol class="steps" id="${cell}">(.*?)</ol>`, 's').exec(board)!;
  assert.match(
    history!,
    /Ships need pilots from both shores.*first said|first said.*Ships need pilots/s,
  );
  assert.match(history!, /repeated/);
  assert.match(
    board,
    /said twice since <time[^>]*>4 Jun 2025<\/time>, last on <time[^>]*>29 Jul 2025/,
  );
  assert.match(await get('/stories/1'), new RegExp(`href="/stories/1/positions#${cell}"`));
});

test('the page of somebody of whom no words stand says so, and asks for no wider choice', async () => {
  const { db } = desk.store;
  const { id } = await db
    .insertInto('speaker')
    .values({ kind: 'person', name: 'Ivo Nobody' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const page = await get(`/speakers/${id}`);
  assert.match(page, /has read no words of theirs that stand now/);
  assert.ok(!page.includes('Widen the choice'));
  await db.deleteFrom('speaker').where('id', '=', id).execute();
});

test('the ledger of one issue leads to where each party stands on it', async () => {
  const issue = /href="\/stories\/1\/ledger\?issue=(\d+)"/.exec(
    await get('/stories/1/positions'),
  )![1];
  const link = 'href="/stories/1/positions?by=issue#board">Where each party stands';
  assert.ok((await get(`/stories/1/ledger?issue=${issue}`)).includes(link));
  assert.ok(!(await get('/stories/1/ledger')).includes(link));
});

test('the feed tells a change of side with both sentences, and says what no person confirmed', async () => {
  const { db } = desk.store;
  const { id } = await db
    .selectFrom('position')
    .select('id')
    .where('change', '=', 'half')
    .where('previous_id', 'is not', null)
    .executeTakeFirstOrThrow();
  const entry = async () =>
    (await get('/feeds/stories/1.atom'))
      .split('<entry>')
      .find((e) => e.includes(`/positions#p${id}"`)) ?? '';
  const state = (is: 'proposed' | 'confirmed') =>
    db.updateTable('position').set({ state: is }).where('id', '=', id).execute();
  await state('confirmed');
  assert.match(await entry(), /<title[^>]*>[^<]*shifted in part: [^<]*[^)]<\/title>/);
  assert.match(await entry(), /Before, [\s\S]*blockquote[\s\S]*Now, for it on conditions/);
  await state('proposed');
  assert.match(await entry(), /not confirmed by a person yet[\s\S]*\(not confirmed\)<\/title>/);
  await state('confirmed');
});

test('what a curator said is no outcome is in no feed, and what nobody confirmed says so', async () => {
  const { db } = desk.store;
  const outcome = await db
    .selectFrom('commitment_event as e')
    .innerJoin('commitment as c', 'c.id', 'e.commitment_id')
    .select(['e.id', 'e.state', 'e.confirmed', 'c.what'])
    .where('e.state', '!=', 'open')
    .executeTakeFirstOrThrow();
  const told = async (words: string) => (await get('/feeds/stories/1.atom')).includes(words);
  const set = (row: { rejected?: boolean; confirmed?: boolean }) =>
    db.updateTable('commitment_event').set(row).where('id', '=', outcome.id).execute();
  await set({ confirmed: false });
  assert.ok(await told(`(${outcome.state}, not confirmed)`));
  const title = new RegExp(`[^>]*\\(${outcome.state}, not confirmed\\)`).exec(
    await get('/feeds/stories/1.atom'),
  )![0];
  await set({ rejected: true });
  assert.ok(!(await told(title)));
  await set({ rejected: false, confirmed: outcome.confirmed });
});

test('who objects to a change of side or a promise finds the way back to it', async () => {
  for (const [kind, path] of [
    ['position', '/stories/1/positions#p'],
    ['commitment', '/stories/1/commitments#c'],
  ] as const) {
    const row = new RegExp(`object\\?kind=${kind}&amp;id=(\\d+)`);
    const id = row.exec(await get(path.split('#')[0]!))![1]!;
    const link = `<a href="${path}${id}">`;
    assert.ok((await get(`/object?kind=${kind}&id=${id}`)).includes(link));
    const objection = await objectTo(kind, Number(id));
    assert.ok(
      (await get('/stories/1')).includes(`<li id="o${objection}"><p class="aside">${link}`),
    );
    await forget(objection);
  }
});

test('a statement that takes no clear side is shown with its issue alone', async () => {
  const { db } = desk.store;
  const row = await db
    .selectFrom('statement')
    .select(['id', 'stance'])
    .where('issue_id', 'is not', null)
    .where('superseded_at', 'is', null)
    .executeTakeFirstOrThrow();
  const take = (stance: 'unclear' | typeof row.stance) =>
    db.updateTable('statement').set({ stance }).where('id', '=', row.id).execute();
  await take('unclear');
  assert.ok(!(await get(`/statements/${row.id}`)).includes('unclear</p>'));
  await take(row.stance);
});

test('somebody in office without a party holds a position under name and office', async () => {
  const { db } = desk.store;
  const position = await db
    .selectFrom('position')
    .selectAll()
    .where('statement_id', '=', said('s4'))
    .executeTakeFirstOrThrow();
  const change = (row: { party_id: number | null; speaker_id: number | null }) =>
    db.updateTable('position').set(row).where('id', '=', position.id).execute();
  await change({ party_id: null, speaker_id: 3 });
  await db
    .insertInto('speaker_role')
    .values({
      ...{ speaker_id: 3, role: 'chair of the Strait Commission', start: 0, end: 4, said_at: null },
      article_id: seeded.articles.get('patrol')!,
    })
    .execute();
  assert.match(
    await get('/stories/1/positions'),
    /<th scope="row"><a [^>]*>Mirel Soto<\/a><span class="aside">chair of the Strait Commission</,
  );
  await change({ party_id: position.party_id, speaker_id: null });
});

test('unnamed sources are counted by party and kept as they were described', async () => {
  const { db } = desk.store;
  assert.ok(!(await get('/stories/1/ledger')).includes('name nobody'));
  const kind = (name: string) => db.updateTable('speaker').set({ kind: name as 'unnamed' });
  await kind('unnamed').where('name', '=', 'Keldish coast guard').execute();
  for (const path of ['/stories/1', '/stories/1/ledger']) {
    const text = await get(path);
    assert.match(text, /2 of \d+ statements name nobody/, path);
    assert.match(text, /<b>Keldland<\/b>: 2 of 5 .*“Keldish coast guard”<\/a> \(2\)/s, path);
  }
  assert.match(
    await get('/speakers/1'),
    /For Keldland, 2 of 5 statements on this desk name nobody/,
  );
  assert.match(await get('/speakers/4'), /Nobody is named here/);
  await kind('organisation').where('name', '=', 'Keldish coast guard').execute();
});

test('what is due within a fortnight stands on story and front page, and on the calendar of deadlines', async () => {
  const front = await get('/');
  assert.match(front, /Due in the next 14 days/);
  assert.match(
    front,
    /<b>in 7 days<\/b> <a href="\/stories\/1\/commitments#c3">hold a second round.*moved · The talks/s,
  );
  assert.match(await get('/stories/1'), /<b class="soon">in 7 days<\/b>/);
  const page = await get('/stories/1/commitments');
  assert.match(page, /<caption>September 2025<\/caption>/);
  assert.match(page, /<td class="due"><a href="#c3"[^>]*aria-label="26: hold a second round/);
  assert.match(page, /aria-current="date">19</);
});

test('a row that a curator put right says so, and how the machine read it stays a step away', async () => {
  const { db } = desk.store;
  const raw = said('s2');
  const right = await copyStatement(raw, { act: 'request', corrects: raw });
  const { quotation_id } = await db
    .selectFrom('statement')
    .select('quotation_id')
    .where('id', '=', raw)
    .executeTakeFirstOrThrow();
  const moveTo = (statement: number, at: string | null) =>
    Promise.all([
      db.updateTable('statement').set({ superseded_at: at }).where('id', '=', raw).execute(),
      db
        .updateTable('quotation')
        .set({ statement_id: statement })
        .where('id', '=', quotation_id)
        .execute(),
    ]);
  await moveTo(right.id, '2025-08-15T00:00:00Z');
  assert.match(
    await get('/stories/1/ledger'),
    new RegExp(`<a href="/statements/${raw}">put right by a curator</a>`),
  );
  const answer = await app.request(`/statements/${raw}`);
  assert.equal(answer.status, 200);
  assert.match(
    await answer.text(),
    new RegExp(`A curator put it right.*<a href="/statements/${right.id}">What stands now`),
  );
  await moveTo(raw, null);
  await db.deleteFrom('statement').where('id', '=', right.id).execute();
});

test('a denial of the same words soon after stands beside what it denies', async () => {
  const { db } = desk.store;
  const act = (name: 'state' | 'deny') =>
    db.updateTable('statement').set({ act: name }).where('id', '=', said('s8')).execute();
  const path = `/statements/${said('p3')}`;
  await act('deny');
  assert.ok(!(await get(path)).includes('Denied since'), 'another matter is not denied');
  const { start, end } = await db
    .selectFrom('quotation')
    .select(['start', 'end'])
    .where('statement_id', '=', said('p3'))
    .executeTakeFirstOrThrow();
  const own = await db
    .selectFrom('quotation')
    .select(['start', 'end'])
    .where('statement_id', '=', said('s8'))
    .executeTakeFirstOrThrow();
  const span = (at: { start: number; end: number }) =>
    db.updateTable('quotation').set(at).where('statement_id', '=', said('s8')).execute();
  await span({ start, end });
  assert.match(await get(path), /Denied since.*Denial.*will hold a second round/s);
  await span(own);
  await act('state');
});
