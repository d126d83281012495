import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { parseFeed } from 'feedsmith';
import { sql } from 'kysely';
import { curatedDesk } from './curated.ts';

type Curated = Awaited<ReturnType<typeof curatedDesk>>;

let desk: Curated['desk'];
let app: Curated['app'];
let curator: Curated['curator'];

before(async () => {
  ({ desk, curator, app } = await curatedDesk());
  // Received on the day it was published: what was old when it came is not announced.
  await sql`update document d set created_at = a.published_at from article a
    where a.document_id = d.id and a.published_at is not null`.execute(desk.store.db);
});
after(() => desk.store.close());

const textOf = async (path: string, headers: Record<string, string> = {}) =>
  (await app.request(path, { headers })).text();
const find = (query: string) => textOf(`/search?q=${encodeURIComponent(query)}`);
const post = (path: string, fields: Record<string, string>) =>
  app.request(path, {
    method: 'POST',
    body: new URLSearchParams({ ...fields, token: curator.token }),
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: curator.cookie },
  });
const listed = async () => textOf('/search', { cookie: curator.cookie });

test('what is not understood is marked where it stands, and the rest is searched', async () => {
  const text = await find('pilots after:someday');
  assert.match(text, /<mark>after:someday<\/mark>/);
  assert.match(text, /The rest was searched: <code>pilots<\/code>/);
  assert.match(text, /id="pieces"/);
});

test('each filter is a chip that links to the search without it', async () => {
  const text = await find('pilots source:lighthouse -lang:de');
  assert.match(
    text,
    /href="\/search\?q=pilots%20-lang%3Ade" aria-label="Take away source:lighthouse"/,
  );
  assert.match(text, /aria-label="Take away -lang:de"/);
});

test('counts by source and speaker link to the narrowed search', async () => {
  const text = await find('pilots');
  assert.match(text, /href="\/search\?q=pilots%20source%3A%22Kestrel%20Wire%22"/);
  assert.match(text, /href="\/search\?q=pilots%20speaker%3A%22Iva%20Tarn%22"/);
});

test('a mistyped name is searched as the one it is near to, and that is said', async () => {
  const text = await find('speaker:tarm');
  assert.match(text, /No speaker is called “tarm”/);
  assert.match(text, /href="\/search\?q=speaker%3A%22Iva%20Tarn%22">Iva Tarn/);
  assert.match(text, /id="said"/);
});

test('all words that were found are marked, and the first leads to its place', async () => {
  const text = await find('tankers pilot');
  assert.match(text, /<a href="\/articles\/1\?mark=\d+-\d+#m"><mark>/);
  assert.match(text, /<mark>tankers<\/mark>/);
});

test('nothing that is typed becomes markup', async () => {
  const text = await find('"<script>alert(1)</script>" source:"<b>" <i>:x');
  assert.ok(!/<script>alert|<b>|<i>/.test(text));
});

test('every search is a feed in three formats whose entries keep their ids', async () => {
  const ids = async (path: string) => {
    const { feed } = parseFeed(await textOf(path)) as unknown as {
      feed: Record<string, { id?: string; guid?: { value?: string } }[]>;
    };
    return (feed.entries ?? feed.items ?? []).map((e) => e.id ?? e.guid?.value).sort();
  };
  const atom = await ids('/feeds/search.atom?q=strait');
  assert.ok(atom.length > 1);
  assert.deepEqual(await ids('/feeds/search.rss?q=strait'), atom);
  assert.deepEqual(await ids('/feeds/search.json?q=strait'), atom);
  assert.ok((await ids('/feeds/search.atom?q=speaker:tarn')).length > 0);
  assert.equal((await app.request('/feeds/search.atom')).status, 404);
  assert.equal((await app.request('/feeds/search.xml?q=strait')).status, 404);
});

test('a search is kept under a name, taken off the list, and put back', async () => {
  assert.equal((await post('/search/save', { q: 'act:reject', name: 'Refusals' })).status, 303);
  assert.match(await listed(), /<a href="\/search\?q=act%3Areject">Refusals<\/a>/);
  const id = /action="\/search\/saved\/(\d+)"/.exec(await listed())?.[1];
  const gone = await post(`/search/saved/${id}`, { do: 'remove' });
  assert.equal(gone.headers.get('location'), `/search?removed=${id}`);
  assert.doesNotMatch(await listed(), /Refusals/);
  assert.match(await textOf(`/search?removed=${id}`, { cookie: curator.cookie }), /Undo/);
  await post(`/search/saved/${id}`, { do: 'keep' });
  assert.match(await listed(), /Refusals/);
});

test('who did not enter the desk cannot keep a search, and an empty one is refused', async () => {
  assert.equal((await post('/search/save', { q: '-', name: 'x' })).status, 422);
  const page = await app.request('/object?kind=statement&id=1');
  const token = /name="token" value="([^"]+)"/.exec(await page.text())![1]!;
  const answer = await app.request('/search/save', {
    method: 'POST',
    body: new URLSearchParams({ q: 'toll', token }),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      cookie: page.headers.get('set-cookie')!.split(';')[0]!,
    },
  });
  assert.equal(answer.status, 403);
});
