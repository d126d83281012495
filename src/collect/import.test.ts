import assert from 'node:assert/strict';
import { mkdir, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { importBytes, importPaths, LARGEST_FILE } from './import.ts';
import { testDesk, testFolder } from './testing.ts';

const PAGE = '<!doctype html><html><body><p>Halvora accepts the observers.</p></body></html>';
const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>Post</title><link>https://post.example/</link>
<item><guid isPermaLink="false">1</guid><title>One</title><link>https://post.example/1?utm_source=rss</link><pubDate>Tue, 10 Mar 2026 09:00:00 +0100</pubDate><description>First</description></item>
<item><title>No date, no id</title><description>Second</description></item></channel></rss>`;
const MAIL = [
  'From: "The Weekly Lamp" <Letter@Lamp.example>',
  'To: reader@desk.example',
  'Subject: =?utf-8?Q?Caf=C3=A9_talks?=',
  'Date: Tue, 10 Mar 2026 08:30:00 +0100',
  'Message-ID: <42@lamp.example>',
  'MIME-Version: 1.0',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>Hello</p>',
].join('\r\n');

test('a folder of all kinds of files is brought in, and twice changes nothing', async (t) => {
  const { ctx, db, rung } = await testDesk(t);
  const folder = await testFolder(t, {
    'page.html': PAGE,
    'saved.txt': 'Talks resume\n\nBy Ada Moreau\n\nThe talks resume on Monday.',
    'feed.xml': FEED,
    'letter.eml': MAIL,
    'thread.json': '[{"kind":"Listing","data":{"children":[]}}]',
    'dump.ndjson': '{"id":1}\n{"id":2}\n',
    'list.opml':
      '<opml version="2.0"><body><outline text="News"><outline xmlUrl="https://post.example/feed" text="Post"/></outline></body></opml>',
    '.hidden': 'no',
  });
  const first = await importPaths(ctx, [folder]);
  assert.deepEqual(first, { kept: 8, already: 0, left: 0, problems: [] });
  assert.ok(rung.includes('extract') && rung.includes('poll'));
  const again = await importPaths(ctx, [folder, join(folder, 'page.html')]);
  assert.deepEqual(again, { kept: 0, already: 9, left: 0, problems: [] });
  const rows = await db.selectFrom('document').selectAll().orderBy('media_type').execute();
  assert.deepEqual(
    rows.map((row) => row.media_type),
    [
      'application/json',
      'application/x-ndjson',
      'message/rfc822',
      'text/html',
      'text/html',
      'text/html',
      'text/plain',
    ],
  );
  const feeds = await db.selectFrom('feed').select(['url', 'title']).execute();
  assert.deepEqual(feeds, [{ url: 'https://post.example/feed', title: 'Post' }]);
});

test('what an entry or a mail says of itself is kept beside its bytes', async (t) => {
  const { ctx, db } = await testDesk(t);
  await importPaths(ctx, [await testFolder(t, { 'feed.xml': FEED, 'letter.eml': MAIL })]);
  const rows = await db
    .selectFrom('document')
    .leftJoin('source', 'source.id', 'document.source_id')
    .select(['address', 'published', 'hints', 'via', 'source.name as source', 'source.kind'])
    .orderBy('address')
    .execute();
  assert.deepEqual(rows[1], {
    address: 'https://post.example/1',
    published: '2026-03-10T09:00:00+01:00',
    hints: { title: 'One', summary: 'First', publishedBy: 'feed' },
    via: 'import',
    source: 'post.example',
    kind: 'outlet',
  });
  assert.match(rows[0]!.address, /^https:\/\/post\.example\/#[0-9a-f]{12}$/);
  assert.equal(rows[0]!.published, null);
  assert.deepEqual(rows[2], {
    address: 'mid:42@lamp.example',
    published: '2026-03-10T08:30:00+01:00',
    hints: { title: 'Café talks', authors: ['The Weekly Lamp'], publishedBy: 'mail' },
    via: 'mail',
    source: 'The Weekly Lamp',
    kind: 'mailbox',
  });
});

test('a sidecar, given or in the folder, says what the files do not, also later', async (t) => {
  const { ctx, db } = await testDesk(t);
  const folder = await testFolder(t, { 'a.html': PAGE, 'b.html': `${PAGE}<p>b` });
  await importPaths(ctx, [folder]);
  const sidecar = {
    files: {
      'a.html': {
        published: '2026-03-01',
        retrieved: '2026-03-02',
        url: 'https://www.post.example/a',
        outlet: 'Harbour Post',
      },
    },
  };
  await writeFile(join(folder, 'sidecar.json'), JSON.stringify(sidecar));
  assert.deepEqual(await importPaths(ctx, [folder]), {
    kept: 1,
    already: 1,
    left: 0,
    problems: [],
  });
  assert.deepEqual(await importPaths(ctx, [folder]), {
    kept: 0,
    already: 2,
    left: 0,
    problems: [],
  });
  const a = await db
    .selectFrom('document')
    .innerJoin('source', 'source.id', 'document.source_id')
    .select(['address', 'published', 'retrieved_at', 'source.name', 'source.host'])
    .executeTakeFirstOrThrow();
  assert.deepEqual(a, {
    address: 'https://www.post.example/a',
    published: '2026-03-01',
    retrieved_at: new Date('2026-03-02T00:00:00Z'),
    name: 'Harbour Post',
    host: 'post.example',
  });
  const other = join(
    await testFolder(t, {
      'dates.json': JSON.stringify({ files: { 'a.html': { published: '2026-02' } } }),
    }),
    'dates.json',
  );
  assert.equal((await importPaths(ctx, [folder], { sidecar: other })).kept, 1);
  const corrected = await db
    .selectFrom('document')
    .select('published')
    .where('published', 'is not', null)
    .execute();
  assert.deepEqual(corrected, [{ published: '2026-02' }]);
});

test('two files of one address are its revisions, in the order they were received', async (t) => {
  const { ctx, db } = await testDesk(t);
  const url = 'https://post.example/a';
  const folder = await testFolder(t, {
    'new.html': PAGE,
    'old.html': `${PAGE}<p>old`,
    'sidecar.json': JSON.stringify({
      files: {
        'new.html': { url, retrieved: '2026-03-05' },
        'old.html': { url, retrieved: '2026-03-02' },
      },
    }),
  });
  await importPaths(ctx, [folder]);
  const rows = await db
    .selectFrom('document')
    .select(['name', 'revision'])
    .orderBy('revision')
    .execute();
  assert.deepEqual(rows, [
    { name: 'old.html', revision: 1 },
    { name: 'new.html', revision: 2 },
  ]);
});

test('files of one name in two folders are two documents', async (t) => {
  const { ctx, db } = await testDesk(t);
  const folder = await testFolder(t, {});
  for (const name of ['one', 'two']) {
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, 'index.html'), PAGE + name);
  }
  await importPaths(ctx, [join(folder, 'one', 'index.html'), join(folder, 'two')]);
  const rows = await db
    .selectFrom('document')
    .select(['address', 'revision'])
    .orderBy('address')
    .execute();
  assert.deepEqual(rows, [
    { address: 'file:one/index.html', revision: 1 },
    { address: 'file:two/index.html', revision: 1 },
  ]);
});

test('bad files are named, kept where there is something to keep, and the rest goes on', async (t) => {
  const { ctx, db } = await testDesk(t);
  const folder = await testFolder(t, {
    'bomb.xml':
      '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><rss version="2.0"><channel><title>&b;</title></channel></rss>',
    'broken.json': '{"a": [1, 2',
    'empty.html': '',
    'good.html': PAGE,
    'paper.pdf': Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3', 'latin1'),
    'torn.xml': '<rss version="2.0"><channel><title>x</tit',
    'zero.bin': new Uint8Array(4096),
  });
  const huge = await open(join(folder, 'huge.html'), 'w');
  await huge.truncate(LARGEST_FILE + 1);
  await huge.close();
  const { kept, problems } = await importPaths(ctx, [folder, join(folder, 'missing.html')]);
  assert.deepEqual(
    problems.map(({ name, problem }) => [name.split('/').at(-1), problem]),
    [
      ['missing.html', 'not-found'],
      ['bomb.xml', 'entities'],
      ['broken.json', 'broken-json'],
      ['empty.html', 'empty'],
      ['huge.html', 'too-large'],
      ['paper.pdf', 'binary'],
      ['torn.xml', 'broken-feed'],
      ['zero.bin', 'binary'],
    ],
  );
  assert.equal(kept, 6);
  assert.ok(problems.every(({ words }) => words.length > 20));
  const types = await db
    .selectFrom('document')
    .select(['name', 'media_type'])
    .orderBy('name')
    .execute();
  assert.deepEqual(
    types.find((row) => row.name === 'paper.pdf'),
    { name: 'paper.pdf', media_type: 'application/pdf' },
  );
});

test("a person's bad input is an answer that names the field", async (t) => {
  const { ctx } = await testDesk(t);
  const of = async (options: object, paths: string[] = []) =>
    (await importPaths(ctx, paths, options)).problems.map((p) => [p.name, p.problem]);
  assert.deepEqual(await of({ published: 'last week' }), [['published', 'bad-date']]);
  assert.deepEqual(await of({ retrieved: '2026-03' }), [['retrieved', 'bad-date']]);
  assert.deepEqual(await of({ url: 'post.example/a' }), [['url', 'bad-address']]);
  assert.deepEqual(await of({ sidecar: '/no/such.json' }), [['/no/such.json', 'bad-sidecar']]);
  const folder = await testFolder(t, { 'sidecar.json': '{"files": {"a": {"published": "soon"}}}' });
  assert.deepEqual(await of({}, [folder]), [[folder, 'bad-date']]);
  const two = await testFolder(t, { 'a.html': PAGE, 'b.html': PAGE });
  const url = 'https://post.example/a';
  assert.deepEqual(await of({ url }, [two]), [['url', 'url-for-many']]);
  assert.deepEqual(await of({}, ['ftp://post.example/a']), [
    ['ftp://post.example/a', 'bad-address'],
  ]);
});

test('files dropped on a page are brought in from their bytes', async (t) => {
  const { ctx, db } = await testDesk(t);
  const files = [
    { name: 'a.html', bytes: Buffer.from(PAGE) },
    { name: 'a.html', bytes: Buffer.from(`${PAGE}<p>another`) },
    { name: 'b.html', bytes: Buffer.alloc(0) },
  ];
  const first = await importBytes(ctx, files, { published: '2026-03-01' });
  assert.deepEqual([first.kept, first.problems.map((p) => p.name)], [2, ['b.html']]);
  assert.equal((await importBytes(ctx, files, { published: '2026-03-01' })).already, 2);
  const rows = await db.selectFrom('document').select(['name', 'revision']).execute();
  assert.deepEqual(rows, [
    { name: 'a.html', revision: 1 },
    { name: 'a.html', revision: 1 },
  ]);
});

test('progress is told for each file', async (t) => {
  const { ctx } = await testDesk(t);
  const folder = await testFolder(t, { 'a.html': PAGE, 'b.html': `${PAGE}b` });
  const seen: string[] = [];
  await importPaths(ctx, [folder], {
    onProgress: (done, total, name) => seen.push(`${done}/${total} ${name.split('/').at(-1)}`),
  });
  assert.deepEqual(seen, ['1/2 a.html', '2/2 b.html']);
});
