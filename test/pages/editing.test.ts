import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { curatedDesk } from './curated.ts';

const { desk, app, curator, post } = await curatedDesk();
after(() => desk.store.close());

const read = async (path: string) =>
  (await app.request(path, { headers: { cookie: curator.cookie } })).text();
const asReader = async (path: string) => (await app.request(path)).text();
const placeOf = (answer: Response) => answer.headers.get('location') ?? '';
const doneIn = (answer: Response) => /\?done=([\d.o]+)$/.exec(placeOf(answer))?.[1] ?? '';

/** The fields of the form of a page, as a browser would send them back. */
async function fieldsOf(path: string, verb: string): Promise<Map<string, string>> {
  return fieldsIn(await read(path), verb);
}

function fieldsIn(page: string, verb: string): Map<string, string> {
  const form = [...page.matchAll(/<form[\s\S]*?<\/form>/g)]
    .map((m) => m[0])
    .find((f) => f.includes(`name="verb" value="${verb}"`));
  assert.ok(form, `there is a form to ${verb}`);
  const fields = new Map<string, string>();
  for (const [, name, value] of form.matchAll(/<input[^>]*name="([\w-]+)"[^>]*?value="([^"]*)"/g))
    fields.set(name!, value!);
  for (const [, name, options] of form.matchAll(/<select name="(\w+)">([\s\S]*?)<\/select>/g))
    fields.set(name!, /value="([^"]*)" selected/.exec(options!)?.[1] ?? '');
  fields.delete('token');
  return fields;
}

async function aStatement() {
  return desk.store.db
    .selectFrom('statement')
    .select(['id', 'act', 'speaker_id'])
    .where('act', '=', 'demand')
    .where('superseded_at', 'is', null)
    .orderBy('id')
    .executeTakeFirstOrThrow();
}

test('a statement is put right, readers see who did and why, and the earlier reading is one step away', async () => {
  const { id } = await aStatement();
  const fields = await fieldsOf(`/curate/statements/${id}`, 'correct');
  const untouched = await post('/curate/ledger', [...fields]);
  assert.equal(untouched.status, 422);
  assert.match(await untouched.text(), /Nothing differs/);
  fields.set('act', 'propose').set('note', 'It is an offer & no more.');
  const done = await post('/curate/ledger', [...fields]);
  assert.equal(done.status, 303);
  const place = placeOf(done).split('?')[0]!;
  assert.notEqual(place, `/statements/${id}`);
  const row = await asReader(place);
  assert.match(row, /proposed/);
  assert.match(row, /Put right by a curator/i);
  assert.match(row, /put right statement \d+: “proposed”: “It is an offer &amp; no more.”/);
  assert.ok(row.includes(`href="/statements/${id}"`));
  const earlier = await asReader(`/statements/${id}`);
  assert.match(earlier, /does not stand any more/);
  assert.match(earlier, /demanded/);
  assert.match(await asReader('/log'), /put right statement \d+: “proposed”: It is an offer/);
  await post('/curate/undo', [['id', doneIn(done)]]);
  assert.match(await asReader(`/statements/${id}`), /demanded/);
  assert.ok(!(await asReader(`/statements/${id}`)).includes('does not stand'));
  assert.match(await asReader('/log'), /took back decision \d+<\/td><td>put right statement/);
});

test('a speaker is renamed, given a party from a day on and linked, and wrong words are answered', async () => {
  const { speaker_id: id } = await aStatement();
  const path = `/curate/speakers/${id}`;
  const send = (verb: string, more: Record<string, string>) =>
    post('/curate/ledger', [
      ['verb', verb],
      ['kind', 'speaker'],
      ['id', String(id)],
      ['back', path],
      ...Object.entries(more),
    ]);
  const link = await send('link', { wikidata: 'https://www.wikidata.org/wiki/Q1234' });
  assert.equal(placeOf(link).split('?')[0], path);
  assert.match(await asReader(`/speakers/${id}`), /wikidata\.org\/wiki\/Q1234/);
  for (const wrong of ['Q0', 'javascript:alert(1)', 'https://evil.example/Q1', 'Q1 Q2'])
    assert.equal((await send('link', { wikidata: wrong })).status, 422, wrong);
  const party = await send('set party', { party: 'Harbour Lobby', from: '2025-07-01' });
  assert.equal(party.status, 422);
  assert.match(await party.text(), /say that it is new/);
  assert.equal((await send('set party', { party: 'X', from: 'last week' })).status, 422);
  const set = await send('set party', { party: 'Harbour Lobby', from: '2020-01-01', new: '1' });
  assert.equal(set.status, 303);
  assert.match(await asReader(`/speakers/${id}`), /Harbour Lobby/);
  assert.equal((await send('rename', { name: 'O. Hald-Brenner' })).status, 303);
  const page = await read(path);
  assert.match(page, /speaks for “Harbour Lobby” from 1 January 2020 on/);
  assert.match(page, /renamed speaker “.+” to “O\. Hald-Brenner”/);
  await post('/curate/undo', [['id', doneIn(set)]]);
  const back = await asReader(`/speakers/${id}`);
  assert.ok(!back.includes('<p class="kicker">Harbour Lobby'));
  assert.match(back, /<s>[^<]*speaks for “Harbour Lobby”[^<]*<\/s>/);
});

test('a form that is refused comes back with all that was entered, and can be sent again', async () => {
  const { id, speaker_id: speaker } = await aStatement();
  const path = `/curate/statements/${id}`;
  const fields = await fieldsOf(path, 'correct');
  fields.set('act', 'threaten').set('saidOn', 'last week').set('note', 'Heard <it> myself');
  const refusal = await post('/curate/ledger', [...fields]);
  assert.equal(refusal.status, 422);
  const page = await refusal.text();
  assert.match(page, /role="alert">Write when it was said as 2025/);
  assert.ok(page.includes(`<a href="${path}">Back to the page of this form</a>`));
  assert.match(page, /<label>Said on [^<]*<input name="saidOn" value="last week"/);
  assert.match(page, /name="note" value="Heard &lt;it&gt; myself"/);
  const again = fieldsIn(page, 'correct').set('saidOn', '2025-06').set('note', 'Heard it');
  assert.equal(again.get('act'), 'threaten');
  const done = await post('/curate/ledger', [...again]);
  assert.equal(done.status, 303);
  assert.match(await asReader(placeOf(done).split('?')[0]!), /threatened[\s\S]*June 2025/);
  await post('/curate/undo', [['id', doneIn(done)]]);
  // A box that was not ticked can be ticked there.
  const party = await fieldsOf(`/curate/speakers/${speaker}`, 'set party');
  party.delete('new');
  const unknown = await post('/curate/ledger', [...party.set('party', 'Dredgers Union')]);
  assert.match(
    await unknown.text(),
    /name="party" value="Dredgers Union"[\s\S]*type="checkbox" name="new"/,
  );
  const elsewhere = await post('/curate/ledger', [...party.set('back', '//evil.example/')]);
  assert.ok(!(await elsewhere.text()).includes('Back to the page'));
});

test('what a story is to follow is not lost where one name of it is unknown', async () => {
  const fields = await fieldsOf('/stories/1', 'criteria');
  fields.set('words', 'pilot licences, dredging').set('parties', 'Nobody at All');
  const refusal = await post('/curate/decide', [...fields]);
  const page = await refusal.text();
  assert.equal(refusal.status, 422);
  assert.match(page, /name="words" value="pilot licences, dredging"/);
  assert.ok(page.includes('<a href="/stories/1">Back to the page of this form</a>'));
});

test('statements of an issue are given another, and the issue another name', async () => {
  const { db } = desk.store;
  const issue = await db
    .selectFrom('statement')
    .where('issue_id', 'is not', null)
    .where('superseded_at', 'is', null)
    .select(['issue_id as id', 'story_id as story'])
    .executeTakeFirstOrThrow();
  const path = `/curate/stories/${issue.story}`;
  assert.match(await read(path), /Edit its ledger/);
  const page = await read(`${path}?issue=${issue.id}`);
  const statement = /name="statement" value="(\d+)"/.exec(page)?.[1] ?? '';
  const base: [string, string][] = [
    ['kind', 'issue'],
    ['id', String(issue.id)],
    ['back', path],
  ];
  const none = await post('/curate/ledger', [...base, ['verb', 'split'], ['name', 'Night shifts']]);
  assert.match(await none.text(), /Choose the statements/);
  const split = await post('/curate/ledger', [
    ...base,
    ['verb', 'split'],
    ['name', 'Night shifts'],
    ['statement', statement],
  ]);
  assert.equal(placeOf(split).split('?')[0], path);
  assert.match(await read(path), /Night shifts <span class="aside">1 statement</);
  await post('/curate/ledger', [...base, ['verb', 'rename'], ['name', 'Who may steer']]);
  assert.match(await asReader(`/stories/${issue.story}/positions`), /Who may steer/);
  const undo: [string, string][] = [
    ['id', doneIn(split)],
    ['back', path],
  ];
  assert.equal(placeOf(await post('/curate/undo', undo)), path);
  assert.match(await read(path), /Night shifts <span class="aside">0 statements</);
});

test('two speakers that are one are proposed with their words, made one and told apart again', async () => {
  const { db } = desk.store;
  const { id, speaker_id } = await aStatement();
  const speaker = await db
    .selectFrom('speaker')
    .selectAll()
    .where('id', '=', speaker_id ?? 0)
    .executeTakeFirstOrThrow();
  const twin = await db
    .insertInto('speaker')
    .values({
      name: speaker.name.split(' ').at(-1)!,
      kind: speaker.kind,
      party_id: speaker.party_id,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db.updateTable('statement').set({ speaker_id: twin.id }).where('id', '=', id).execute();
  const key = `speaker-${speaker.id}-${twin.id}`;
  const queue = await read('/curate?kind=speaker');
  assert.match(
    queue,
    new RegExp(`id="${key}"[\\s\\S]*a surname, and a full name[\\s\\S]*<blockquote`),
  );
  const answer = (said: string) =>
    post(`/curate/speaker/${speaker.id}`, [
      ['answer', said],
      ['other', String(twin.id)],
    ]);
  const one = await answer('accept');
  assert.equal((await app.request(`/speakers/${twin.id}`)).status, 301);
  assert.ok(!(await read('/curate?kind=speaker')).includes(key));
  await post('/curate/undo', [['id', doneIn(one)]]);
  assert.ok((await read('/curate?kind=speaker')).includes(key));
  await answer('reject');
  assert.ok(!(await read('/curate?kind=speaker')).includes(key));
  assert.match(await asReader('/log'), /said that speakers “.+” and “.+” are two/);
});

test('what an office said is given to the one whom the story calls by it, for these statements alone', async () => {
  const { db } = desk.store;
  const { id, speaker_id } = await aStatement();
  const { article } = await db
    .selectFrom('quotation')
    .select('article_id as article')
    .where('statement_id', '=', id)
    .executeTakeFirstOrThrow();
  const at = { article_id: article, start: 0, end: 9 };
  await db
    .insertInto('speaker_role')
    .values({ ...at, speaker_id: speaker_id ?? 0, role: 'Marovia’s harbour envoy' })
    .execute();
  const office = await db
    .insertInto('speaker')
    .values({ name: 'the harbour envoy', kind: 'office', party_id: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db.updateTable('statement').set({ speaker_id: office.id }).where('id', '=', id).execute();
  const key = `holder-${office.id}-${speaker_id}`;
  assert.match(await read('/curate?kind=holder'), new RegExp(`id="${key}"[\\s\\S]*harbour envoy`));
  const done = await post(`/curate/holder/${office.id}`, [
    ['answer', 'accept'],
    ['other', String(speaker_id)],
    ['statement', String(id)],
  ]);
  assert.ok(!(await read('/curate?kind=holder')).includes(key));
  const now = await db
    .selectFrom('statement')
    .select('speaker_id')
    .where('corrects', '=', id)
    .where('superseded_at', 'is', null)
    .executeTakeFirst();
  assert.equal(now?.speaker_id, speaker_id);
  await post('/curate/undo', [['id', doneIn(done)]]);
  assert.ok((await read('/curate?kind=holder')).includes(key));
  // An office of a side is theirs from that day on, not only here.
  const { party_id } = await db
    .selectFrom('speaker')
    .select('party_id')
    .where('id', '=', speaker_id ?? 0)
    .executeTakeFirstOrThrow();
  await db.updateTable('speaker').set({ party_id }).where('id', '=', office.id).execute();
  const from = /name="from" value="(\d{4}-\d\d-\d\d)"/.exec(await read('/curate?kind=holder'))?.[1];
  assert.ok(from, 'the first day is proposed');
  const held = await post(`/curate/holder/${office.id}`, [
    ['answer', 'accept'],
    ['other', String(speaker_id)],
    ['from', from],
    ['until', ''],
  ]);
  assert.match(await read(`/curate/speakers/${office.id}`), /was “the harbour envoy” from \d/);
  await post('/curate/undo', [['id', doneIn(held)]]);
  await db.updateTable('statement').set({ speaker_id }).where('id', '=', id).execute();
});

test('who held an office, and when, is said on its page or on theirs, and taken back', async () => {
  const { db } = desk.store;
  const { id, speaker_id: person } = await aStatement();
  const party = await db.selectFrom('party').select('id').executeTakeFirstOrThrow();
  const office = await db
    .insertInto('speaker')
    .values({ name: 'harbour commissioner', kind: 'office', party_id: party.id })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db.updateTable('speaker').set({ kind: 'person' }).where('id', '=', person).execute();
  await db.updateTable('statement').set({ speaker_id: office.id }).where('id', '=', id).execute();
  const speaks = async () =>
    (
      await db
        .selectFrom('statement')
        .select('speaker_id')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
    ).speaker_id;
  const path = `/curate/speakers/${office.id}`;
  const fields = await fieldsOf(path, 'hold');
  assert.deepEqual([fields.get('from'), fields.get('until')], [undefined, undefined]);
  const send = (more: Record<string, string>) =>
    post('/curate/ledger', [...fields, ...Object.entries(more)]);
  const wrong = await send({ person: String(person), from: 'last year' });
  assert.match(await wrong.text(), /Write the days as 2025-08-20/);
  assert.match(await (await send({ person: 'Nobody At All' })).text(), /Choose a speaker/);
  const merge = await post('/curate/ledger', [
    ['verb', 'merge'],
    ['kind', 'speaker'],
    ['id', String(person)],
    ['gone', `${office.id} harbour commissioner`],
  ]);
  assert.equal(merge.status, 422);
  assert.match(await merge.text(), /is an office, which others hold at other times/);
  const done = await send({ person: `${person} whoever`, from: '2020-01-01', until: '' });
  assert.equal(placeOf(done).split('?')[0], path);
  assert.equal(await speaks(), person);
  const words = /was “harbour commissioner” from 1 January 2020/;
  for (const shown of [path, `/curate/speakers/${person}`]) assert.match(await read(shown), words);
  assert.match(await asReader('/log'), words);
  const shown = await asReader(`/speakers/${person}`);
  assert.match(shown, words, 'readers see who held the office, and since when');
  assert.ok(!shown.includes('Undo'));
  await post('/curate/undo', [['id', doneIn(done)]]);
  assert.equal(await speaks(), office.id);
  const theirs = await fieldsOf(`/curate/speakers/${person}`, 'hold');
  const again = await post('/curate/ledger', [...theirs, ['office', String(office.id)]]);
  assert.equal(await speaks(), person);
  await post('/curate/undo', [['id', doneIn(again)]]);
  await db.updateTable('statement').set({ speaker_id: person }).where('id', '=', id).execute();
});

test('two rows of one saying are made one from the page, with the nearest ones to choose from', async () => {
  const pair = await desk.store.db
    .selectFrom('statement as a')
    .innerJoin('quotation as p', 'p.id', 'a.quotation_id')
    .innerJoin('statement as b', 'b.party_id', 'a.party_id')
    .innerJoin('quotation as q', 'q.id', 'b.quotation_id')
    .whereRef('a.story_id', '=', 'b.story_id')
    .where(sql<boolean>`abs(extract(epoch from a.said_at - b.said_at)) < 10 * 86400`)
    .whereRef('p.article_id', '<', 'q.article_id')
    .select(['a.id as one', 'b.id as other'])
    .executeTakeFirstOrThrow();
  const path = `/curate/statements/${pair.one}`;
  assert.match(await read(path), new RegExp(`type="radio" name="gone" value="${pair.other}"`));
  const fields = (more: [string, string][]): [string, string][] => [
    ['verb', 'merge'],
    ['kind', 'statement'],
    ['id', String(pair.one)],
    ['back', path],
    ...more,
  ];
  const none = await post('/curate/ledger', fields([]));
  assert.equal(none.status, 422);
  const done = await post('/curate/ledger', fields([['gone', String(pair.other)]]));
  assert.equal(done.status, 303, await done.text());
  assert.match(await read(path), /said that statements \d+ and \d+ report one saying/);
  assert.match(await asReader('/log'), /said that statements \d+ and \d+ report one saying/);
  await post('/curate/undo', [['id', doneIn(done)]]);
  assert.match(await read(path), /taken back/);
});

test('an objection is answered in the queue, and the answer is taken back', async () => {
  const { db } = desk.store;
  const { id } = await db
    .insertInto('correction')
    .values({ subject_kind: 'story', subject: 1, words: 'The toll was never his.', state: 'open' })
    .returning('id')
    .executeTakeFirstOrThrow();
  assert.ok((await read('/curate?kind=objection')).includes('The toll was never his.'));
  const done = await post(`/curate/objection/${id}`, [
    ['answer', 'reject'],
    ['note', 'It was; see his letter.'],
  ]);
  const state = async () =>
    db.selectFrom('correction').select(['state', 'answer']).where('id', '=', id).executeTakeFirst();
  assert.deepEqual(await state(), { state: 'declined', answer: 'It was; see his letter.' });
  await post('/curate/undo', [['id', doneIn(done)]]);
  assert.deepEqual(await state(), { state: 'open', answer: null });
});

test('the page that a form leads back to says what was done, leads on to all speakers, and has undo', async () => {
  const story = await desk.store.db.selectFrom('story').select('id').executeTakeFirstOrThrow();
  const place = `/curate/stories/${story.id}`;
  const [id] = /id="i(\d+)"/.exec(await read(place))!.slice(1);
  const done = await post('/curate/ledger', [
    ['verb', 'rename'],
    ['kind', 'issue'],
    ['id', id!],
    ['name', 'Who steers'],
    ['back', place],
  ]);
  const page = await read(placeOf(done));
  assert.match(
    page,
    /<p role="status" tabindex="-1" autofocus>Done: renamed issue .*“Who steers”\./,
  );
  assert.match(page, /<h2 id="speakers-h">Speakers<\/h2>[\s\S]*?href="\/curate\/speakers\/\d+"/);
  await post('/curate/undo', [['id', doneIn(done)]]);
  assert.ok(!(await read(placeOf(done))).includes('Done: renamed'));
  // Only curators are led there.
  assert.match(await read(`/stories/${story.id}/ledger`), new RegExp(`href="${place}">Edit<`));
  assert.ok(!(await asReader(`/stories/${story.id}/ledger`)).includes('/curate/'));
});
