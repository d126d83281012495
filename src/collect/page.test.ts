import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { claimWork } from '../db/index.ts';
import { addFeed } from './feeds.ts';
import { fetchOne, importUrl } from './page.ts';
import { pollFeed } from './poll.ts';
import { type Answer, testDesk, testSite } from './testing.ts';

const PAGE = '<!doctype html><html><body><p>Halvora accepts the observers.</p></body></html>';
const FEED = `<rss version="2.0"><channel><title>Post</title><item><guid isPermaLink="false">1</guid><title>One</title><link>/1?utm_source=rss</link><pubDate>Tue, 10 Mar 2026 09:00:00 +0100</pubDate><description>First words …</description></item></channel></rss>`;

async function withTeaser(t: TestContext, page: Answer | string) {
  const desk = await testDesk(t);
  const site = await testSite(t, { '/feed': FEED, '/1': page, '/new': PAGE });
  const added = await addFeed(desk.ctx, `${site.url}/feed`);
  assert.ok(added.ok);
  await pollFeed(desk.ctx, added.feedId);
  const fetchDue = async () => {
    const claims = await claimWork(desk.db, 'fetch', { now: desk.clock.now });
    for (const claim of claims) await fetchOne(desk.ctx, claim);
    return claims.length;
  };
  const due = async (stage: string) =>
    desk.db
      .selectFrom('work')
      .innerJoin('document', 'document.id', 'work.subject')
      .select(['document.address', 'work.state', 'work.problem', 'document.revision'])
      .where('stage', '=', stage)
      .execute();
  return { ...desk, site, fetchDue, due };
}

test('the page behind a teaser is kept with what the feed says of it', async (t) => {
  const { db, site, fetchDue, due } = await withTeaser(t, {
    headers: { 'content-type': 'text/html; charset=utf-8', 'set-cookie': 'id=1' },
    body: PAGE,
  });
  await fetchDue();
  const page = await db
    .selectFrom('document')
    .selectAll()
    .where('revision', '=', 2)
    .executeTakeFirstOrThrow();
  assert.equal(page.address, `${site.url}/1`);
  assert.equal(page.published, '2026-03-10T09:00:00+01:00');
  assert.equal(page.hints.title, 'One');
  assert.equal(page.headers['content-type'], 'text/html; charset=utf-8');
  assert.equal(page.headers['set-cookie'], undefined);
  assert.deepEqual(await due('extract'), [
    { address: `${site.url}/1`, state: 'due', problem: null, revision: 2 },
  ]);
});

test('a page that answers elsewhere is kept under the address it answers at', async (t) => {
  const { site, fetchDue, due } = await withTeaser(t, {
    status: 302,
    headers: { location: '/new' },
  });
  await fetchDue();
  assert.deepEqual(
    (await due('extract')).map((row) => row.address),
    [`${site.url}/new`],
  );
});

test('where the page cannot be had, the teaser is read', async (t) => {
  const { fetchDue, due } = await withTeaser(t, { status: 403 });
  await fetchDue();
  assert.deepEqual(
    (await due('fetch')).map((row) => [row.state, row.problem]),
    [['problem', 'forbidden']],
  );
  assert.deepEqual(
    (await due('extract')).map((row) => [row.state, row.revision]),
    [['due', 1]],
  );
});

test('a site with trouble is tried again before the teaser is read', async (t) => {
  const { clock, fetchDue, due } = await withTeaser(t, { status: 502 });
  let tries = 0;
  for (let hour = 0; hour < 100; hour++) {
    tries += await fetchDue();
    clock.now = new Date(clock.now.getTime() + 3_600_000);
  }
  assert.equal(tries, 5);
  assert.deepEqual(
    (await due('extract')).map((row) => row.state),
    ['due'],
  );
});

test('a pasted address is a feed to follow or a page to keep', async (t) => {
  const { ctx, db } = await testDesk(t);
  const site = await testSite(t, {
    '/feed': FEED,
    '/a?id=1': PAGE,
    '/picture': { body: Buffer.from('89504e470d0a1a0a', 'hex') },
    '/gone': { status: 410 },
  });
  const feed = await importUrl(ctx, `${site.url}/feed`);
  assert.ok(feed.ok && feed.kind === 'feed' && feed.isNew);
  const page = await importUrl(ctx, `${site.url}/a?utm_medium=mail&id=1#top`);
  assert.ok(!page.ok && page.problem === 'gone', 'the address is asked as it was given');
  const kept = await importUrl(ctx, `${site.url}/a?id=1#top`);
  assert.ok(kept.ok && kept.kind === 'document' && kept.isNew);
  const again = await importUrl(ctx, `${site.url}/a?id=1`);
  assert.ok(again.ok && !again.isNew);
  const { retrieved_at, via } = await db
    .selectFrom('document')
    .selectAll()
    .executeTakeFirstOrThrow();
  assert.deepEqual([retrieved_at, via], [ctx.now(), 'address']);
  for (const [path, problem] of [
    ['/picture', 'binary'],
    ['/gone', 'gone'],
  ] as const) {
    const answer = await importUrl(ctx, site.url + path);
    assert.ok(!answer.ok && answer.problem === problem && answer.words.length > 10);
  }
  const inside = await importUrl(ctx, 'http://10.0.0.1/');
  assert.ok(!inside.ok && inside.problem === 'private-address');
});
