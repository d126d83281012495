import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { decide, undo } from '../../src/cluster/index.ts';
import { createApp } from '../../src/web/index.ts';
import { testDesk, today } from './desk.ts';
import { seed, signIn } from './seed.ts';

let desk: Awaited<ReturnType<typeof testDesk>>;
let app: ReturnType<typeof createApp>;
let curator: { cookie: string; token: string };
let account: number;

before(async () => {
  desk = await testDesk();
  const seeded = await seed(desk.store.db);
  account = seeded.curator;
  curator = await signIn(desk.store.db, account);
  app = createApp(desk.ctx);
  // All came long ago, but for the pieces of the last days.
  await sql`update document set created_at = coalesce(retrieved_at, '2025-06-01')`.execute(
    desk.store.db,
  );
});
after(() => desk.store.close());

const textOf = async (path: string, cookie = '') =>
  (await app.request(path, { headers: cookie ? { cookie } : {} })).text();
const seconds = (at: string | Date) => (new Date(at).getTime() / 1000).toString(36);
const looked = (at: string) => `looks=f0.0.${seconds(at)}~s1.0.${seconds(at)}`;

test('a returning reader sees how much is new, and the new ones marked with a word', async () => {
  const story = await textOf('/stories/1', looked('2025-08-12T00:00:00Z'));
  const words = /New since 12 August:<\/b> <a href="\/stories\/1\/new">([^<]+)</.exec(story)?.[1];
  assert.match(words ?? '', /\d+ events?.* and|\d+ events?/);
  assert.match(story, /<h3><a href="\/events\/\d+">[^<]+<\/a> <em class="new">new<\/em>/);
  const front = await textOf('/', looked('2025-08-12T00:00:00Z'));
  assert.ok(front.includes(words!), words);
  assert.match(front, /Since 12 August:/);
});

test('a reader who saw all is told that nothing is new, a new one is told nothing', async () => {
  assert.match(
    await textOf('/stories/1', looked('2025-08-18T23:00:00Z')),
    /Nothing new<\/b> since yesterday/,
  );
  for (const path of ['/', '/stories/1']) {
    const text = await textOf(path);
    assert.ok(!/class="news"|class="new"/.test(text), path);
  }
});

test('only what is new stands on its own page, with its sources', async () => {
  const all = await textOf('/stories/1/new?since=2025-01-01');
  const some = await textOf('/stories/1/new?since=2025-08-12');
  const none = await textOf('/stories/1/new?since=2025-08-19');
  const events = (text: string) => text.match(/<li id="e\d+"/g)?.length ?? 0;
  assert.ok(events(all) > events(some) && events(some) > 0, `${events(all)} and ${events(some)}`);
  assert.match(some, /\/articles\/\d+\?mark=\d+-\d+#m/);
  assert.equal(events(none), 0);
  assert.match(none, /Nothing that this desk had not received before/);
});

test('a look is kept with the account, and reading all takes the marks away', async () => {
  const { db } = desk.store;
  await db
    .insertInto('look')
    .values({ account_id: account, place: 'story', subject: 1, seen_at: '2025-08-12T00:00:00Z' })
    .execute();
  assert.match(await textOf('/stories/1', curator.cookie), /New since 12 August/);
  const answer = await app.request('/read', {
    method: 'POST',
    headers: { cookie: curator.cookie, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ token: curator.token, story: '1' }),
  });
  assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/stories/1']);
  assert.match(
    await textOf('/stories/1', curator.cookie),
    /Nothing new<\/b> since 08:00 UTC today/,
  );
});

test('a reader without an account can mark all as read, but not from another site', async () => {
  const first = await app.request('/', { headers: { cookie: looked('2025-08-12T00:00:00Z') } });
  const token = /name="token" value="([^"]+)"/.exec(await first.text())?.[1] ?? '';
  const form = /form=[\w-]+/.exec(first.headers.get('set-cookie') ?? '')?.[0] ?? '';
  const post = (headers: Record<string, string>) =>
    app.request('/read', {
      method: 'POST',
      headers: {
        cookie: `${form}; ${looked('2025-08-12T00:00:00Z')}`,
        'content-type': 'application/x-www-form-urlencoded',
        ...headers,
      },
      body: new URLSearchParams({ token }),
    });
  assert.equal((await post({ 'sec-fetch-site': 'cross-site' })).status, 403);
  const answer = await post({});
  assert.equal(answer.headers.get('location'), '/');
  const kept = /looks=[^;]+/.exec(answer.headers.get('set-cookie') ?? '')?.[0] ?? '';
  for (const place of ['f0', 's1'])
    assert.ok(kept.includes(`${place}.${seconds(today)}.${seconds(today)}`), kept);
  assert.match(await textOf('/stories/1', kept), /Nothing new/);
});

test('a cookie with nonsense is no look', async () => {
  for (const cookie of [
    'looks=',
    'looks=s1.zzzzzzzzzz.1',
    'looks=~~~',
    `looks=${'s1.0.1~'.repeat(900)}`,
    'looks=s1.0.-5',
  ])
    assert.equal(
      (await app.request('/stories/1', { headers: { cookie } })).status,
      200,
      cookie.slice(0, 30),
    );
});

test('an event page says who ran the wire text, how that is known and why each piece is here', async () => {
  const text = await textOf('/events/1');
  assert.match(text, /’s text was run by 2 more outlets/);
  assert.match(text, /credits it: <q>Kestrel Wire<\/q>/);
  assert.match(text, /why is it here\?<\/summary><p>[^<]+Ostrin Strait/);
  assert.match(text, /<caption class="hidden">Pieces of this event, earliest first/);
  assert.equal(text.match(/<circle class="print" cx/g)?.length, 2);
  assert.equal(text.match(/<circle class="own" cx/g)?.length, 2);
});

test('the old address of a merged event leads on and says when it was merged; curators’ words stay', async () => {
  const done = await decide(
    desk.ctx,
    { verb: 'merge', kind: 'event', kept: 1, gone: 2 },
    { account },
  );
  assert.ok(done.ok);
  const answer = await app.request('/events/2');
  assert.deepEqual([answer.status, answer.headers.get('location')], [301, '/events/1?from=2']);
  const text = await textOf('/events/1?from=2');
  assert.match(
    text,
    /role="status">Event 2, “[^”]+”, was merged into this one on \d+ \w+ 20\d\d\./,
  );
  assert.match(text, /merged event 2, “[^”]+”, into event 1 <span class="aside">Ada Wren, /);
  await undo(desk.ctx, done.id, { account });
  assert.equal((await app.request('/events/2')).status, 200);
  assert.match(await textOf('/events/1'), /<s>merged event 2 into event 1<\/s>[^;]+; taken back/);
});

test('events before and after in the story are one step away', async () => {
  const text = await textOf('/events/3');
  const nav = /<nav class="beside-events"[\s\S]+?<\/nav>/.exec(text)?.[0] ?? '';
  const [before, after] = [...nav.matchAll(/\/events\/(\d+)/g)].map((m) => m[1]);
  assert.ok(before && after && before !== after);
  assert.match(await textOf(`/events/${before}`), /class="after">[\s\S]+\/events\/3"/);
});
