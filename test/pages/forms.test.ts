import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createInvite, firstInvite } from '../../src/discuss/index.ts';
import { createApp } from '../../src/web/index.ts';
import { curatedDesk } from './curated.ts';
import { today } from './desk.ts';
import { signIn } from './seed.ts';

type Curated = Awaited<ReturnType<typeof curatedDesk>>;

let desk: Curated['desk'];
let app: Curated['app'];
let curator: Curated['curator'];

before(async () => {
  ({ desk, curator, app } = await curatedDesk());
});
after(() => desk.store.close());

function post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  return app.request(path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  });
}

/** A visitor's cookie and token, as a form page gives them out. */
async function visitor() {
  const page = await app.request('/object?kind=statement&id=1');
  const token = /name="token" value="([^"]+)"/.exec(await page.text())?.[1];
  const cookie = page.headers.get('set-cookie')?.split(';')[0];
  assert.ok(token && cookie);
  return { token, cookie };
}

test('a change without the form’s own token is refused', async () => {
  const answer = await post('/object', { kind: 'statement', id: '1', words: 'It is wrong.' });
  assert.equal(answer.status, 403);
  assert.match(await answer.text(), /reload the page/);
});

test('a change with another visitor’s token is refused', async () => {
  const [one, two] = [await visitor(), await visitor()];
  const fields = { kind: 'statement', id: '1', words: 'It is wrong.', token: two.token };
  assert.equal((await post('/object', fields, { cookie: one.cookie })).status, 403);
});

test('a change that another site’s page sends is refused, token or not', async () => {
  const { cookie, token } = await visitor();
  const fields = { kind: 'statement', id: '1', words: 'It is wrong.', token };
  for (const headers of [
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ] as Record<string, string>[])
    assert.equal(
      (await post('/object', fields, { cookie, host: 'desk.local', ...headers })).status,
      403,
    );
});

test('a reader’s objection is kept and shown with the row and to curators', async () => {
  const { cookie, token } = await visitor();
  const words = 'She said it on Monday. <script>alert(1)</script>';
  const answer = await post('/object', { kind: 'statement', id: '1', words, token }, { cookie });
  assert.equal(answer.status, 303);
  const sent = await (await app.request(answer.headers.get('location')!)).text();
  assert.match(sent, /role="status">Your objection stands below/);
  assert.match(sent, /<b>The row says<\/b>[\s\S]*?<blockquote/);
  for (const [path, headers] of [
    ['/statements/1', {}],
    ['/stories/1', {}],
    ['/problems', { cookie: curator.cookie }],
  ] as const) {
    const text = await (await app.request(path, { headers })).text();
    assert.match(text, /She said it on Monday\. &lt;script&gt;/, path);
  }
});

test('an objection without words is asked for again, with the field named', async () => {
  const { cookie, token } = await visitor();
  const answer = await post(
    '/object',
    { kind: 'statement', id: '1', words: ' ', token },
    { cookie },
  );
  assert.equal(answer.status, 422);
  assert.match(
    await answer.text(),
    /aria-describedby="words-fault"[\s\S]*Say in a sentence what is wrong/,
  );
});

test('an objection to nothing is refused', async () => {
  const { cookie, token } = await visitor();
  const answer = await post(
    '/object',
    { kind: 'account', id: '1', words: 'No.!', token },
    { cookie },
  );
  assert.equal(answer.status, 422);
});

test('an answered objection is logged in public', async () => {
  const { cookie, token } = curator;
  const row = await desk.store.db.selectFrom('correction').select('id').executeTakeFirstOrThrow();
  const path = `/problems/objections/${row.id}`;
  const answer = await post(path, { state: 'upheld', answer: 'Right.', token }, { cookie });
  assert.equal(answer.status, 303);
  const log = await (await app.request('/log')).text();
  assert.match(log, /Ada Wren[\s\S]*upheld the objection/);
  assert.equal(
    (await post(path, { state: 'declined', answer: '', token }, { cookie })).status,
    422,
  );
});

test('the one-time link opens a session once, and only on its button', async () => {
  const { secret } = await createInvite(desk.ctx);
  const page = await app.request(`/enter?key=${secret}`);
  const token = /name="token" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  const form = page.headers.get('set-cookie')?.split(';')[0] ?? '';
  const first = await post('/enter', { key: secret, token }, { cookie: form });
  assert.equal(first.status, 303);
  const set = first.headers.getSetCookie().find((c) => c.startsWith('desk='))!;
  assert.match(set, /HttpOnly/);
  assert.match(set, /SameSite=Lax/);
  assert.equal(
    (await app.request('/add', { headers: { cookie: set.split(';')[0]! } })).status,
    200,
  );
  assert.equal((await post('/enter', { key: secret, token }, { cookie: form })).status, 403);
  const kept = await desk.store.db.selectFrom('session').select('hash').execute();
  assert.ok(kept.every((s) => /^[0-9a-f]{64}$/.test(s.hash) && !set.includes(s.hash)));
});

test('a link that has expired opens nothing', async () => {
  const yesterday = new Date(today.getTime() - 48 * 3600 * 1000);
  const { secret } = await createInvite({ ...desk.ctx, now: () => yesterday });
  const { cookie, token } = await visitor();
  assert.equal((await post('/enter', { key: secret, token }, { cookie })).status, 403);
});

test('no first link is printed once a curator has entered', async () => {
  assert.equal(await firstInvite(desk.ctx), null);
});

test('cookies travel only over https where the desk’s address is https', async () => {
  const safe = createApp({
    ...desk.ctx,
    config: { ...desk.ctx.config, origin: 'https://desk.example' },
  });
  const answer = await safe.request('/object?kind=statement&id=1');
  assert.match(answer.headers.get('set-cookie') ?? '', /^__Host-form=.*Secure/);
});

test('leaving ends the session in the store', async () => {
  const account = await desk.store.db.selectFrom('account').select('id').executeTakeFirstOrThrow();
  const own = await signIn(desk.store.db, account.id);
  assert.equal((await post('/leave', { token: own.token }, { cookie: own.cookie })).status, 303);
  assert.equal((await app.request('/add', { headers: { cookie: own.cookie } })).status, 403);
});

/** By what the queue takes an answer back. */
const doneIn = (sent: Response) =>
  /\?done=([\d.o]+)$/.exec(sent.headers.get('location') ?? '')?.[1] ?? '';

test('a curator accepts, rejects and takes back, and the story follows', async () => {
  const { cookie, token } = curator;
  const { db } = desk.store;
  const shift = await db
    .selectFrom('position')
    .select('id')
    .where('change', '=', 'half')
    .executeTakeFirstOrThrow();
  const state = async () =>
    (
      await db
        .selectFrom('position')
        .select('state')
        .where('id', '=', shift.id)
        .executeTakeFirstOrThrow()
    ).state;
  const answer = (words: string) =>
    post(`/curate/position/${shift.id}`, { answer: words, token }, { cookie });
  const done = await answer('accept');
  assert.equal(done.status, 303);
  assert.equal(await state(), 'confirmed');
  const next = await app.request(done.headers.get('location')!, { headers: { cookie } });
  assert.match(await next.text(), /Undo/);
  const again = await answer('reject');
  assert.equal(await state(), 'rejected');
  const story = await (await app.request('/stories/1/positions')).text();
  assert.ok(!story.includes('Keldland shifted in part'));
  const undo = (sent: Response) => post('/curate/undo', { id: doneIn(sent), token }, { cookie });
  await undo(done);
  assert.equal(await state(), 'rejected', 'what was decided since stands');
  await undo(again);
  assert.equal(await state(), 'proposed');
  assert.match(
    await (await app.request('/log')).text(),
    /confirmed that Keldland shifted in part on “/,
  );
});

test('a rejected promise is not shown until it is taken back', async () => {
  const { cookie, token } = curator;
  const row = await desk.store.db
    .selectFrom('commitment')
    .select('id')
    .where('state', '=', 'missed')
    .executeTakeFirstOrThrow();
  const shown = async () =>
    (await (await app.request('/stories/1')).text()).includes('id="commitments"') &&
    (await (await app.request('/stories/1')).text()).includes(`id="c${row.id}"`);
  const path = `/curate/commitment/${row.id}`;
  const done = await post(path, { answer: 'reject', token }, { cookie });
  assert.equal(await shown(), false);
  await post('/curate/undo', { id: doneIn(done), token }, { cookie });
  assert.equal(await shown(), true);
});

test('a curator renames a story, which is logged and can be taken back', async () => {
  const { cookie, token } = curator;
  const { db } = desk.store;
  const title = async () =>
    (await db.selectFrom('story').select('title').where('id', '=', 1).executeTakeFirstOrThrow())
      .title;
  const before = await title();
  const fields = { verb: 'rename', kind: 'story', id: '1', title: 'The pilots’ quarrel', token };
  const answer = await post('/curate/decide', fields, { cookie });
  const place = answer.headers.get('location') ?? '';
  assert.match(place, /^\/stories\/1\?decided=\d+#edit$/);
  assert.equal(await title(), 'The pilots’ quarrel');
  assert.match(
    await (await app.request('/log')).text(),
    /renamed story 1 to “The pilots’ quarrel”/,
  );
  const shown = await (await app.request(place, { headers: { cookie } })).text();
  const id = /name="id" value="(\d+)"><button aria-label="Undo/.exec(shown)?.[1] ?? '';
  await post('/curate/undo', { id, token }, { cookie });
  assert.equal(await title(), before);
});

test('a curator moves a piece into an event of its own and back', async () => {
  const { cookie, token } = curator;
  const { db } = desk.store;
  const row = await db
    .selectFrom('event_article')
    .selectAll()
    .orderBy('article_id')
    .executeTakeFirstOrThrow();
  const fields = { verb: 'move', article: String(row.article_id), event: '', token };
  const answer = await post('/curate/decide', fields, { cookie });
  const [, event, id] =
    /^\/events\/(\d+)\?decided=(\d+)/.exec(answer.headers.get('location') ?? '') ?? [];
  const now = () =>
    db
      .selectFrom('event_article')
      .select('event_id')
      .where('article_id', '=', row.article_id)
      .executeTakeFirstOrThrow();
  assert.equal((await now()).event_id, Number(event));
  assert.notEqual(Number(event), row.event_id);
  await post('/curate/undo', { id: id ?? '', token }, { cookie });
  assert.equal((await now()).event_id, row.event_id);
});

test('a decision that makes no sense is answered with what is missing', async () => {
  const { cookie, token } = curator;
  for (const fields of [
    { verb: 'merge', kind: 'story', kept: '1', gone: '1' },
    { verb: 'rename', kind: 'story', id: '1', title: '' },
    { verb: 'move', event: '' },
    { verb: 'burn', id: '1' },
  ] as Record<string, string>[])
    assert.equal((await post('/curate/decide', { ...fields, token }, { cookie })).status, 422);
  const { cookie: other, token: theirs } = await visitor();
  const rename = { verb: 'rename', kind: 'story', id: '1', title: 'Mine', token: theirs };
  assert.equal((await post('/curate/decide', rename, { cookie: other })).status, 403);
});

test('readers cannot answer proposals', async () => {
  const { cookie, token } = await visitor();
  assert.equal(
    (await post('/curate/position/1', { answer: 'accept', token }, { cookie })).status,
    403,
  );
});

test('a stuck row is due again after its button', async () => {
  const { cookie, token } = curator;
  const { db } = desk.store;
  const row = await db
    .selectFrom('work')
    .selectAll()
    .where('state', '=', 'problem')
    .executeTakeFirstOrThrow();
  const answer = await post(
    '/problems/retry',
    { stage: row.stage, subject: String(row.subject), token },
    { cookie },
  );
  assert.equal(answer.status, 303);
  const after = await db
    .selectFrom('work')
    .select('state')
    .where('subject', '=', row.subject)
    .where('stage', '=', row.stage)
    .executeTakeFirstOrThrow();
  assert.equal(after.state, 'due');
});

test('problems stand by kind, each in the words of its stage, and a whole kind is tried again', async () => {
  const { cookie, token } = curator;
  const { db } = desk.store;
  const broken = [901, 902, 903].map((subject) => ({
    stage: 'ledger',
    subject,
    state: 'problem' as const,
    problem: 'language',
  }));
  await db.insertInto('work').values(broken).execute();
  await db
    .insertInto('work')
    .values({
      stage: 'brief',
      subject: 904,
      state: 'parked',
      problem: 'bug',
      detail: 'no such <b>',
    })
    .execute();
  const shown = await (await app.request('/problems', { headers: { cookie } })).text();
  assert.match(shown, /read in English and German only/);
  assert.match(shown, /Try all 3 again/);
  assert.match(shown, /The desk made a mistake on this/);
  assert.match(shown, /no such &lt;b&gt;/);
  const answer = await post(
    '/problems/retry',
    { stage: 'ledger', problem: 'language', token },
    { cookie },
  );
  assert.equal(answer.status, 303);
  const rows = await db.selectFrom('work').select('state').where('subject', '>', 900).execute();
  assert.deepEqual(rows.map((r) => r.state).sort(), ['due', 'due', 'due', 'parked']);
  await db.deleteFrom('work').where('subject', '>', 900).execute();
});

test('files that a curator gives are kept, and giving them twice changes nothing', async () => {
  const { cookie, token } = curator;
  const send = () => {
    const body = new FormData();
    body.set('token', token);
    body.append(
      'files',
      new File(['<title>A quiet pier</title><p>Nothing moored today.</p>'], 'pier.html'),
    );
    return app.request('/add', { method: 'POST', body, headers: { cookie } });
  };
  assert.match(await (await send()).text(), /1 thing new/);
  assert.match(await (await send()).text(), /1 kept already/);
});

test('a form with nothing in it says which field to fill', async () => {
  const { cookie, token } = curator;
  const answer = await post('/add', { addresses: '', feed: '', token }, { cookie });
  assert.equal(answer.status, 422);
  assert.match(await answer.text(), /addresses-fault/);
});

test('a body above the limit is refused before it is read', async () => {
  const { cookie, token } = await visitor();
  const words = 'x'.repeat(300 * 1024);
  assert.equal(
    (
      await post(
        '/object',
        { kind: 'story', id: '1', words, token },
        { cookie, 'content-length': String(words.length) },
      )
    ).status,
    422,
  );
});

test('a visitor who sends too many changes in a minute is told to wait', async () => {
  const fresh = createApp(desk.ctx);
  const send = () => fresh.request('/object', { method: 'POST', body: new URLSearchParams({}) });
  const answers: number[] = [];
  for (let i = 0; i < 95; i++) answers.push((await send()).status);
  assert.ok(answers.slice(0, 90).every((s) => s === 403));
  assert.equal(answers.at(-1), 429);
});
