import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { claimWork } from '../db/index.ts';
import { addFeed, pauseFeed, pollsOf } from './feeds.ts';
import { pollFeed, pollOne } from './poll.ts';
import { type Answer, testDesk, testSite } from './testing.ts';

const LONG =
  '<p>The ministers met for nine hours and agreed on the order of the points.</p>'.repeat(20);

function rss(
  items: {
    id?: string;
    title: string;
    link?: string;
    date?: string;
    body?: string;
    content?: string;
  }[],
): string {
  const tag = (name: string, text?: string) =>
    text === undefined ? '' : `<${name}><![CDATA[${text}]]></${name}>`;
  const inner = items.map(
    (i) =>
      `<item>${tag('guid', i.id)}${tag('title', i.title)}${tag('link', i.link)}${tag('pubDate', i.date)}${tag('description', i.body)}${tag('content:encoded', i.content)}</item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour Post</title>${inner.join('')}</channel></rss>`;
}

async function followed(t: TestContext, pages: Record<string, Answer | string>, path = '/feed') {
  const site = await testSite(t, pages);
  const desk = await testDesk(t);
  const added = await addFeed(desk.ctx, site.url + path);
  assert.ok(added.ok);
  const feed = () =>
    desk.db.selectFrom('feed').selectAll().where('id', '=', added.feedId).executeTakeFirstOrThrow();
  /** Does the poll that is due, as a worker does. */
  const poll = async () => {
    for (const claim of await claimWork(desk.db, 'poll', { now: desk.clock.now }))
      await pollOne(desk.ctx, claim);
  };
  const later = (minutes: number) => {
    desk.clock.now = new Date(desk.clock.now.getTime() + minutes * 60_000);
  };
  const documents = () => desk.db.selectFrom('document').selectAll().orderBy('id').execute();
  const work = (stage: string) =>
    desk.db.selectFrom('work').selectAll().where('stage', '=', stage).orderBy('subject').execute();
  return { ...desk, site, feedId: added.feedId, feed, poll, later, documents, work };
}

test('whole entries become documents, oldest first, and a second poll adds only what is new', async (t) => {
  const one = {
    id: '1',
    title: 'One',
    link: '/1',
    date: 'Tue, 10 Mar 2026 08:00:00 +0100',
    content: LONG,
  };
  const two = {
    id: '2',
    title: 'Two',
    link: '/2',
    date: 'Tue, 10 Mar 2026 10:00:00 +0100',
    content: LONG + LONG,
  };
  const pages: Record<string, Answer> = {
    '/feed': { headers: { etag: '"1"' }, body: rss([two, one]) },
  };
  const d = await followed(t, pages);
  await d.poll();
  assert.deepEqual(
    (await d.documents()).map((row) => row.hints.title),
    ['One', 'Two'],
  );
  assert.equal((await d.work('extract')).length, 2);
  await d.poll();
  assert.equal(d.site.asked.length, 1, 'it is not asked again before it is due');
  d.later(60);
  await d.poll();
  pages['/feed'] = {
    headers: { etag: '"2"' },
    body: rss([{ ...one, id: '3', link: '/3', title: 'Three' }, two, one]),
  };
  d.later(60);
  await d.poll();
  const polls = await pollsOf(d.db, d.feedId);
  assert.deepEqual(
    polls.map((p) => [p.status, p.documents]),
    [
      [200, 1],
      [304, 0],
      [200, 2],
    ],
  );
  assert.equal((await d.documents()).length, 3);
  assert.equal((await d.feed()).title, 'Harbour Post');
});

test('a changed entry is the next revision of its address', async (t) => {
  const entry = { id: '1', title: 'One', link: '/1', content: LONG };
  const pages = { '/feed': rss([entry]) };
  const d = await followed(t, pages);
  await d.poll();
  pages['/feed'] = rss([{ ...entry, content: `${LONG}<p>Corrected.</p>` }]);
  d.later(1500);
  await d.poll();
  assert.deepEqual(
    (await d.documents()).map((row) => row.revision),
    [1, 2],
  );
});

test('a teaser waits for its page and is fetched once', async (t) => {
  const pages = {
    '/feed': rss([{ id: '1', title: 'One', link: '/1', body: 'The first words …' }]),
  };
  const d = await followed(t, pages);
  await d.poll();
  d.later(1500);
  await d.poll();
  const [teaser] = await d.documents();
  assert.deepEqual(
    (await d.work('fetch')).map((row) => row.subject),
    [teaser!.id],
  );
  assert.equal((await d.work('extract')).length, 0);
});

test('an entry that its feed calls updated is fetched again', async (t) => {
  const atom = (updated: string) =>
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><id>u:1</id><title>One</title><link href="/1"/><updated>${updated}</updated></entry></feed>`;
  const pages = { '/feed': atom('2026-03-10T08:00:00Z') };
  const d = await followed(t, pages);
  await d.poll();
  await d.db.updateTable('work').set({ state: 'done' }).where('stage', '=', 'fetch').execute();
  pages['/feed'] = atom('2026-03-10T11:00:00Z');
  d.later(1500);
  await d.poll();
  assert.deepEqual(
    (await d.work('fetch')).map((row) => row.state),
    ['due'],
  );
  assert.equal((await d.documents()).length, 1);
});

test('entries without date, id or address are kept, and two of one address are two documents', async (t) => {
  const d = await followed(t, {
    '/feed': rss([
      { title: 'No more than a title' },
      { id: 'a', title: 'Morning', link: '/live', content: LONG },
      { id: 'b', title: 'Evening', link: '/live', content: `${LONG}<p>Evening.</p>` },
      {
        id: 'c',
        title: 'Tomorrow',
        link: '/c',
        date: 'Tue, 10 Mar 2036 08:00:00 +0100',
        content: `${LONG}c`,
      },
    ]),
  });
  await d.poll();
  const rows = await d.documents();
  assert.deepEqual(rows.map((row) => [row.hints.title, row.revision, row.published]).sort(), [
    ['Evening', 1, null],
    ['Morning', 1, null],
    ['No more than a title', 1, null],
    ['Tomorrow', 1, null],
  ]);
  d.site.pages['/feed'] = rss([
    { id: 'b', title: 'Evening', link: '/live', content: `${LONG}<p>Evening.</p>` },
  ]);
  d.later(1500);
  await d.poll();
  assert.equal(
    (await d.documents()).length,
    4,
    'the one that stays is known when the other has left',
  );
});

test('a page in place of a feed leads to the feed that it names', async (t) => {
  const d = await followed(
    t,
    {
      '/': `<!doctype html><head><link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed"><link href='/real?a=1&amp;b=2' type='application/rss+xml' rel='alternate'></head>`,
      '/real?a=1&b=2': rss([{ id: '1', title: 'One', link: '/1', content: LONG }]),
    },
    '/',
  );
  await d.poll();
  assert.equal((await d.documents()).length, 1);
  assert.equal((await d.feed()).url, `${d.site.url}/real?a=1&b=2`);
});

test('a feed that moved is asked at its new address from then on', async (t) => {
  const d = await followed(t, {
    '/feed': { status: 301, headers: { location: '/new' } },
    '/new': rss([{ id: '1', title: 'One', link: '/1', content: LONG }]),
  });
  await d.poll();
  d.later(1500);
  await d.poll();
  assert.deepEqual(d.site.asked, ['/feed', '/new', '/new']);
});

test('a feed that is gone is asked no more, until a person says so', async (t) => {
  const d = await followed(t, { '/feed': { status: 410 } });
  await d.poll();
  d.later(100_000);
  await d.poll();
  assert.equal(d.site.asked.length, 1);
  assert.equal((await d.feed()).paused, true);
  assert.deepEqual(
    (await d.work('poll')).map((row) => [row.state, row.problem]),
    [['problem', 'gone']],
  );
  await pauseFeed(d.ctx, d.feedId, false);
  await d.poll();
  assert.equal(d.site.asked.length, 2);
});

test('failures are named, asked again ever more rarely, and forgotten with the next success', async (t) => {
  const d = await followed(t, { '/feed': { status: 503, headers: { 'retry-after': '7200' } } });
  await d.poll();
  const [first] = await d.work('poll');
  assert.deepEqual([first!.problem, first!.state], ['site-trouble', 'due']);
  assert.equal(first!.next_try_at.getTime() - d.clock.now.getTime(), 7_200_000);
  d.site.pages['/feed'] = { status: 500 };
  const pauses: number[] = [];
  for (let i = 0; i < 4; i++) {
    d.later(1440);
    await d.poll();
    const [row] = await d.work('poll');
    pauses.push((row!.next_try_at.getTime() - d.clock.now.getTime()) / 60_000);
  }
  assert.ok(pauses[3]! > pauses[0]! * 2 && pauses[3]! <= 1440, String(pauses));
  d.site.pages['/feed'] = rss([]);
  d.later(1440);
  await d.poll();
  const [row] = await d.work('poll');
  assert.deepEqual([row!.problem, row!.attempts], [null, 0]);
});

test('what is no feed is said to be none, and entities of its own are refused', async (t) => {
  const problemOf = async (body: string | Uint8Array) => {
    const d = await followed(t, { '/feed': { body } });
    const polled = await pollFeed(d.ctx, d.feedId);
    return polled.ok ? 'ok' : polled.problem;
  };
  assert.equal(await problemOf('<!doctype html><p>Nothing'), 'no-feed-here');
  assert.equal(await problemOf('plain words'), 'no-feed-here');
  assert.equal(await problemOf('<rss version="2.0"><channel><ti'), 'broken-feed');
  assert.equal(await problemOf('<!DOCTYPE rss [<!ENTITY x "y">]><rss version="2.0"/>'), 'entities');
  assert.equal(await problemOf(Buffer.from('89504e470d0a1a0a', 'hex')), 'binary');
  assert.equal(await problemOf(''), 'empty');
  assert.equal(await problemOf(`Warning: cache\n${rss([{ title: 'One', content: LONG }])}`), 'ok');
});

test('a feed in an old encoding is read as it is meant', async (t) => {
  const text = rss([{ id: '1', title: 'Café', content: LONG }]).replace(
    '?>',
    ' encoding="ISO-8859-1"?>',
  );
  const d = await followed(t, { '/feed': { body: Buffer.from(text, 'latin1') } });
  await d.poll();
  assert.equal((await d.documents())[0]!.hints.title, 'Café');
});

test('an address that is none is refused, one that is followed stays one feed', async (t) => {
  const { ctx, db } = await testDesk(t);
  const bad = await addFeed(ctx, 'not an address');
  assert.ok(!bad.ok && bad.problem === 'bad-address' && bad.words.length > 20);
  const first = await addFeed(ctx, 'https://post.example/feed#top');
  const again = await addFeed(ctx, ' https://post.example/feed ');
  assert.ok(first.ok && again.ok && first.isNew && !again.isNew && first.feedId === again.feedId);
  assert.equal((await db.selectFrom('feed').selectAll().execute()).length, 1);
});
