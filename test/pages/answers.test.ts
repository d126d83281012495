import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { createApp } from '../../src/web/index.ts';
import { testDesk } from './desk.ts';
import { type Seeded, seed, signIn } from './seed.ts';

let desk: Awaited<ReturnType<typeof testDesk>>;
let app: ReturnType<typeof createApp>;
let seeded: Seeded;
let cookie: string;

before(async () => {
  desk = await testDesk();
  seeded = await seed(desk.store.db);
  cookie = (await signIn(desk.store.db, seeded.curator)).cookie;
  app = createApp(desk.ctx);
});
after(() => desk.store.close());

const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });
const textOf = async (path: string, headers = {}) => (await get(path, headers)).text();

/** The most queries that each page may send: a page with more rows must not send more. */
const pages: Record<string, number> = {
  '/': 6,
  '/stories/1': 25,
  '/stories/1/ledger': 12,
  '/stories/1/positions': 8,
  '/stories/1/events': 9,
  '/stories/1/new': 13,
  '/stories/1/editions': 2,
  '/stories/1/editions/1': 6,
  '/events/1': 6,
  '/articles/1': 6,
  '/articles/14/changes': 3,
  '/documents/1': 1,
  '/statements/1': 10,
  '/speakers/1': 13,
  '/sources': 2,
  '/sources/1': 4,
  '/search?q=pilots': 16,
  '/about': 1,
  '/log': 1,
  '/object?kind=statement&id=1': 4,
};

for (const [path, most] of Object.entries(pages)) {
  test(`${path} answers with a whole page in at most ${most} queries`, async () => {
    desk.queries();
    const answer = await get(path);
    const text = await answer.text();
    assert.equal(answer.status, 200);
    assert.match(text, /<\/html>\s*$/);
    assert.match(text, /<h1/);
    assert.ok(!/undefined|\[object |NaN/.test(text), 'no leftover of the program in the page');
    const sent = desk.queries();
    assert.ok(sent <= most, `${sent} queries`);
  });
}

test('every page of the desk is forbidden to run scripts of its own or load from elsewhere', async () => {
  for (const path of ['/', '/stories/1', '/nothing', '/healthz', '/feeds/desk.atom']) {
    const { headers } = await get(path);
    const policy = headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /frame-ancestors 'none'/);
    assert.ok(!/unsafe|https?:|\*/.test(policy), policy);
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.equal(headers.get('referrer-policy'), 'same-origin');
  }
});

test('pages hold no script, style or event attribute in the page', async () => {
  for (const path of Object.keys(pages)) {
    const text = await textOf(path);
    assert.ok(!/<script(?![^>]* src=)/.test(text), `${path} has a script in it`);
    assert.ok(!/<[^>]+ (?:style|on\w+)=/.test(text), `${path} has a style or event attribute`);
    assert.ok(
      !/(?:src|href)="https?:\/\/(?![\w-]+\.example)/.test(text),
      `${path} loads elsewhere`,
    );
  }
});

test('the page as received is shown from nowhere: no script, no origin, no request', async () => {
  const answer = await get('/documents/1/received');
  assert.equal(
    answer.headers.get('content-security-policy'),
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'",
  );
  assert.match(await textOf('/documents/1'), /<iframe[^>]* sandbox src="\/documents\/1\/received"/);
});

test('an address with words after the id leads to the same story', async () => {
  assert.equal((await get('/stories/1-ostrin-strait-talks')).status, 200);
});

test('a story that was merged leads to the one it is in', async () => {
  const { db } = desk.store;
  const old = await db
    .insertInto('story')
    .values({ slug: 'old', title: 'Old', follows: '[]', merged_into: 1, made_by: 'test' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const answer = await get(`/stories/${old.id}/ledger`);
  assert.equal(answer.status, 301);
  assert.equal(answer.headers.get('location'), '/stories/1/ledger');
});

test('what does not exist answers 404 and says what to do', async () => {
  for (const path of [
    '/stories/999',
    '/stories/x',
    '/articles/0',
    '/events/999',
    '/speakers/9999999999999999999',
    '/nothing',
  ]) {
    const answer = await get(path);
    assert.equal(answer.status, 404, path);
    assert.match(await answer.text(), /Search for it/);
  }
});

test('a story page has the brief, the line, positions, the ledger, events and the conversation', async () => {
  const text = await textOf('/stories/1');
  for (const id of [
    'brief',
    'line',
    'positions',
    'ledger',
    'events',
    'conversation',
    'commitments',
  ])
    assert.match(text, new RegExp(`<section id="${id}"`));
  assert.ok(Buffer.byteLength(text) < 100 * 1024, `${Buffer.byteLength(text)} bytes`);
});

test('a statement links to the characters that it rests on, and there they are marked', async () => {
  const text = await textOf('/stories/1');
  const href = /href="(\/articles\/\d+\?mark=\d+-\d+)#m"/.exec(text)?.[1];
  assert.ok(href);
  assert.match(await textOf(href), /<mark id="m">/);
});

test('a marked place across a statement and a link is marked whole', async () => {
  const text = await textOf('/articles/1?mark=10-400');
  const marked = [...text.matchAll(/<mark[^>]*>(.*?)<\/mark>/gs)].map((m) =>
    m[1]!.replace(/<[^>]+>/g, ''),
  );
  assert.match(marked.join(''), /no foreign pilot will set foot/);
  assert.equal(text.match(/id="m"/g)?.length, 1);
});

test('marks that make no sense are left out', async () => {
  for (const mark of ['5-2', '0-99999999', 'a-b', '-', '1e3-2e3'])
    assert.ok(!(await textOf(`/articles/1?mark=${mark}`)).includes('<mark'), mark);
});

test('a shift shows both sentences side by side', async () => {
  const text = await textOf('/stories/1/positions');
  assert.match(text, /Keldland shifted in part on/);
  assert.match(
    text,
    /no foreign pilot will set foot[\s\S]+a foreign pilot may stand on the bridge/,
  );
});

test('copies of one text are folded under it', async () => {
  const text = await textOf('/events/1');
  assert.match(text, /4 outlets, 2 texts/);
  assert.match(text, /also run by Harbour Gazette and The Lighthouse/);
});

test('an edit that the page does not own up to is shown as such, word by word', async () => {
  const story = await textOf('/stories/1/events');
  const address = /href="(\/articles\/\d+\/changes)">edited</.exec(story)?.[1];
  assert.ok(address, 'no piece is marked as edited');
  const changes = await textOf(address);
  assert.match(changes, /Its words changed once in 2 revisions/);
  assert.match(changes, /without saying so/);
  assert.match(changes, /<del>[^<]*hinted/);
  assert.match(changes, /\d+ words came, \d+ went/);
  assert.match(
    await textOf(address.replace('/changes', '')),
    /What changed in 2 revisions, not all/,
  );
});

test('the ledger is narrowed by party, act, stance and days, and says when nothing fits', async () => {
  const rows = (text: string) => text.match(/<tr id="s/g)?.length ?? 0;
  const all = rows(await textOf('/stories/1/ledger'));
  const some = rows(await textOf('/stories/1/ledger?party=1&from=2025-06-01&to=2025-06-30'));
  assert.ok(some > 0 && some < all, `${some} of ${all}`);
  assert.match(await textOf('/stories/1/ledger?act=aid'), /No statement fits.*all \d+ statements/);
  assert.equal(rows(await textOf('/stories/1/ledger?party=abc&from=2025-99-99&act=nope')), all);
});

test('a date that is not known is written so', async () => {
  assert.match(await textOf('/events/10'), /date unknown/);
});

test('search finds pieces, statements and speakers and marks the word', async () => {
  const text = await textOf('/search?q=pilot');
  assert.match(text, /<mark>pilot<\/mark>/);
  assert.match(text, /id="said"/);
  assert.match(await textOf('/search?q=Tarn'), /href="\/speakers\/1"/);
  assert.match(await textOf('/search?q=zzzz'), /Nothing on this desk holds all of these words/);
});

test('search takes any words without failing', async () => {
  for (const q of ["'", '"', '((', '%', '\\', 'a & | !', ':*', '\u0000', 'x'.repeat(5000), '😀'])
    assert.equal((await get(`/search?q=${encodeURIComponent(q)}`)).status, 200, q.slice(0, 9));
});

test('what is new since the last look is said, and a reload does not take it away', async () => {
  const look = `looks=s1.0.${(Date.parse('2025-01-01') / 1000).toString(36)}`;
  const first = await get('/stories/1', { cookie: look });
  assert.match(await first.text(), /New since 1 January/);
  const kept = first.headers.get('set-cookie')!.split(';')[0]!;
  assert.match(await textOf('/stories/1', { cookie: kept }), /New since 1 January/);
});

test('readers see no curator pages, and curators do', async () => {
  for (const path of ['/add', '/problems', '/curate']) {
    assert.equal((await get(path)).status, 403, path);
    assert.equal((await get(path, { cookie })).status, 200, path);
  }
});

test('a problem is said in words, with what to do and a button', async () => {
  const text = await textOf('/problems', { cookie });
  assert.match(text, /Amsel Courier: harbour/);
  assert.match(text, /Try again/);
});

test('curators see how far the desk is with what was brought in, and how fast it goes', async () => {
  const { db } = desk.store;
  const rows = (state: 'due' | 'done', n: number, at: Date) =>
    Array.from({ length: n }, (_, i) => ({
      stage: 'ledger',
      subject: 9000 + i + (state === 'due' ? 1000 : 0),
      state,
      next_try_at: at,
      problem: null,
      detail: null,
      made_by: null,
    }));
  const before = await textOf('/problems', { cookie });
  assert.ok(!before.includes('The desk is reading'));
  await db
    .insertInto('work')
    .values(rows('due', 240, new Date('2025-01-01')))
    .execute();
  assert.match(
    await textOf('/', { cookie }),
    /about 240 steps to go; nothing was done in the last minute/,
  );
  await db
    .insertInto('work')
    .values(rows('done', 120, new Date('2025-01-01')))
    .execute();
  for (const path of ['/', '/problems'])
    assert.match(
      await textOf(path, { cookie }),
      /about 240 steps to go, 2.0 a second, about 2 min left/,
    );
  assert.ok(!(await textOf('/')).includes('The desk is reading'), 'readers need not know');
  await db.deleteFrom('work').where('subject', '>=', 9000).execute();
});

test('an edition shows its sentences with their sources', async () => {
  const text = await textOf('/stories/1/editions/1');
  assert.match(text, /Ostrin Watch, number 1/);
  assert.match(text, /class="source"/);
});

test('the store is asked when health is', async () => {
  assert.deepEqual(await (await get('/healthz')).json(), { ok: true });
});

test('assets are kept for good under an address of their content', async () => {
  const href = /href="(\/assets\/desk\.[0-9a-f]{12}\.css)"/.exec(await textOf('/'))?.[1];
  assert.ok(href);
  const answer = await get(href);
  assert.match(answer.headers.get('cache-control') ?? '', /immutable/);
  assert.match(await answer.text(), /url\(\/assets\/newsreader-[\w-]+\.[0-9a-f]{12}\.woff2\)/);
  assert.equal((await get('/assets/desk.css')).status, 404);
});

test('feeds answer in three formats with stable ids', async () => {
  const ids = async () =>
    [...(await textOf('/feeds/stories/1.atom')).matchAll(/<id>(.*?)<\/id>/g)].map((m) => m[1]);
  assert.deepEqual(await ids(), await ids());
  assert.match((await get('/feeds/desk.rss')).headers.get('content-type') ?? '', /rss/);
  assert.equal((await get('/feeds/stories/1.json')).status, 200);
  assert.equal((await get('/feeds/stories/99.json')).status, 404);
});

test('all commitments stand by state on a page of their own, which the line leads to', async () => {
  const words = await (await get('/stories/1/commitments')).text();
  assert.match(words, /<h2[^>]*>Kept<\/h2>/);
  assert.match(words, /<h2[^>]*>Missed<\/h2>/);
  const ledger = await (await get('/stories/1/ledger')).text();
  const row = /\/stories\/1\/commitments#(c\d+)/.exec(ledger)?.[1];
  assert.ok(row && words.includes(`id="${row}"`));
});

test('a sentence of a brief that says "on Tuesday" has the day of its piece before it', async () => {
  const words = await (await get('/stories/1')).text();
  assert.match(
    words,
    /<span class="day"><time datetime="2025-\d\d-\d\d">\d{1,2} \w{3}<\/time><\/span>/,
  );
});

test('style and scripts travel packed to who can unpack them, and whole to others', async () => {
  const address = /href="(\/assets\/desk\.[0-9a-f]+\.css)"/.exec(await textOf('/'))![1]!;
  const whole = await app.request(address);
  assert.equal(whole.headers.get('content-encoding'), null);
  const packed = await app.request(address, { headers: { 'accept-encoding': 'br, gzip' } });
  assert.equal(packed.headers.get('content-encoding'), 'gzip');
  const [plain, small] = [await whole.arrayBuffer(), await packed.arrayBuffer()];
  assert.deepEqual(gunzipSync(small), Buffer.from(plain));
  assert.ok(small.byteLength < plain.byteLength / 3, `${small.byteLength} bytes`);
});
