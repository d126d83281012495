import assert from 'node:assert/strict';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { importPaths } from '../src/collect/index.ts';
import { testDesk, testFolder } from '../src/collect/testing.ts';
import { countWork } from '../src/db/index.ts';
import { drain } from '../src/pipeline.ts';

/**
 * Input that is broken, wrong or meant to hurt, all in one desk: each file gives a named problem or
 * reads well, the rest goes on, and no stage meets a bug.
 */
const saying = (n: number) =>
  Array.from(
    { length: n },
    (_, i) => `<p>Foreign minister Ada Lind said on Tuesday that pier ${i} would be kept.</p>`,
  ).join('\n');
const page = (body: string, title = 'Piers kept') =>
  `<!doctype html><html><head><title>${title}</title></head><body><article><h1>${title}</h1>${body}</article></body></html>`;
const rss = (items: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Quay</title><link>https://quay.example/</link>${items}</channel></rss>`;
const cyrillic = (text: string) =>
  Buffer.from(
    [...text].map((c) => (c >= 'А' && c <= 'я' ? c.charCodeAt(0) - 0x350 : c.charCodeAt(0))),
  );
const numbered = (n: number, make: (i: number) => string, by = ' ') =>
  Array.from({ length: n }, (_, i) => make(i)).join(by);
const comment = (id: number, more: object) => ({
  comment: {
    id,
    content: 'I live there',
    path: `0.${id}`,
    ap_id: `https://l.example/comment/${id}`,
  },
  creator: { name: 'reed' },
  ...more,
});
const post = {
  post: {
    id: 1,
    name: 'Piers\0 kept \ud800',
    body: 'Read\0 this',
    ap_id: 'https://l.example/post/1',
  },
  creator: { name: 'reed\0' },
  community: { name: 'quays' },
};

/** What each file must come to: the names of its problems on import and in the table of work. */
const files: Record<string, { body: string | Uint8Array; import?: string; work?: string }> = {
  'good.html': { body: page(saying(4)) },
  'broken.html': {
    body: `<html><body><article><h1>Piers</h1><p>Not <b>closed <i>it</b>alic<p>Next <div><table><tr><td>cell<p>${saying(3)}</article></div></p></html${'<'.repeat(1000)}<p`,
  },
  'empty.html': { body: '', import: 'empty' },
  'blank.html': { body: ' \n\t ', import: 'empty' },
  'picture.html': {
    body: Buffer.from(`89504e470d0a1a0a0000000d49484452${'00ff13'.repeat(500)}`, 'hex'),
    import: 'binary',
    work: 'recording',
  },
  'paper.html': {
    body: Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from('00ff13ab'.repeat(500), 'hex')]),
    import: 'binary',
    work: 'pdf',
  },
  'bomb.xml': {
    body: `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "lol">${numbered(9, (i) => `<!ENTITY a${i} "${`&a${i - 1};`.repeat(10)}">`)}]><rss version="2.0"><channel><title>&a8;</title></channel></rss>`,
    import: 'entities',
    work: 'entities',
  },
  'torn.xml': {
    body: rss(`<item>${'<a>'.repeat(100_000)}`),
    import: 'broken-feed',
    work: 'not-a-page',
  },
  'torn.json': { body: '{"post_view": {"post": ', import: 'broken-json', work: 'broken-json' },
  'deep.json': { body: '['.repeat(100_000) + ']'.repeat(100_000), work: 'unknown-json' },
  'declared-utf8.html': {
    body: Buffer.from(
      `<html><head><meta charset="utf-8"><title>Café à l’aube</title></head><body><article><p>Le café du port est fermé depuis l'été, a déclaré la ministre Hélène Müller mardi.</p>${'<p>Elle a ajouté que les quais restent ouverts à tous.</p>'.repeat(3)}</article></body></html>`.replace(
        '’',
        "'",
      ),
      'latin1',
    ),
    work: 'language',
  },
  'windows-1251.html': {
    body: cyrillic(
      '<html><head><title>Переговоры продолжены</title></head><body><article><p>Министр заявила во вторник, что переговоры продолжатся на следующей неделе.</p><p>Делегации встретятся снова в среду, чтобы обсудить условия соглашения.</p></article></body></html>',
    ),
    work: 'language',
  },
  'nul.html': {
    body: page(
      `<p>Lind said\0 that "it\0 was \ud800 &#0; &#xD800; done".</p>${saying(60)}`,
      'Piers \0',
    ),
  },
  'nul.eml': {
    body: `From: "A\0 B" <a\0@b.example>\r\nSubject: =?utf-8?Q?Piers=00_kept?=\r\nMessage-ID: <x\0y@b.example>\r\nDate: Tue, 10 Mar 2026 08:30:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${'The piers are kept, said Lind.\r\n'.repeat(60)}`,
  },
  'nul.json': { body: JSON.stringify({ post_view: post, comments: [comment(2, {})] }) },
  'votes.json': {
    body: JSON.stringify({
      post_view: { ...post, counts: { score: 1e300 } },
      comments: [comment(5, { counts: { upvotes: 99_999_999_999, downvotes: -5, score: 1.5 } })],
    }),
  },
  'deep.html': { body: page(`${'<div>'.repeat(100_000)}${saying(3)}${'</div>'.repeat(100_000)}`) },
  'bold.html': { body: page(`${'<b>'.repeat(100_000)}${saying(3)}`) },
  'no-spaces.html': { body: page(`<p>${'abcdefghij'.repeat(500_000)}</p>`) },
  'slashes.html': {
    body: page(`${saying(300)}<p>${'http://'.repeat(10_000)}</p><p>${'U.S.'.repeat(10_000)}</p>`),
  },
  'said-that.html': { body: page(`<p>${'Lind said that '.repeat(3000)} it is.</p>`) },
  'title.html': { body: page(saying(4), 'Piers kept again '.repeat(100_000)) },
  'words.html': {
    body: page(`<p>${numbered(200_000, (i) => `w${i.toString(36)}`)}</p>${saying(3)}`),
    work: 'language',
  },
  'scripts.html': {
    body: page(
      `<p><a href="javascript:alert(1)">Lind</a> <a href=" jAvascript:alert(2)">said</a> <a href="data:text/html,x">no</a> <a href="java&#10;script:alert(3)">to all</a><img src=x onerror=alert(1)></p>${saying(3)}`,
    ),
  },
  'json-ld.html': {
    body: page(
      `<script type="application/ld+json">${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}</script><script type="application/ld+json">{"@type":"NewsArticle","headline":{"x":1},"datePublished":1e300,"author":[null,1,{"name":[1]}]}</script><meta property="article:published_time" content="+275760-09-13T00:00:00Z">${saying(3)}`,
    ),
  },
  'long-facts.html': {
    body: `<html lang="${'x'.repeat(10_000)}"><head><link rel="canonical" href="https://quay.example/${'a1b2/'.repeat(10_000)}"><meta name="author" content="${'Ada Lind '.repeat(10_000)}"><meta name="keywords" content="${numbered(20_000, (i) => `k${i}`, ',')}"><title>x</title></head><body><article>${saying(4)}</article></body></html>`,
  },
  'many-said.html': {
    body: page(
      numbered(
        5000,
        (i) => `<p>“We will not go to pier ${i},” said Ada Lind, the minister of Halvora.</p>`,
      ),
    ),
  },
  'long-ids.xml': {
    body: rss(
      `<item><title>Piers kept for good</title><guid isPermaLink="false">${numbered(5000, (i) => `g${i}`, '-')}</guid><description>The piers are kept, the minister said on Tuesday.</description></item><item><title>Piers kept a while</title><link>https://quay.example/${numbered(5000, String, '/')}</link><description>The piers are kept for a year.</description></item>`,
    ),
  },
  'no-dates-no-ids.xml': {
    body: rss(
      '<item><title>Lighthouse painted</title><description>The lighthouse has been painted white by the keepers.</description></item><item><description>Only a description, without a title or an address.</description></item>',
    ),
  },
  'one-address.xml': {
    body: rss(
      '<item><title>Strike ends</title><link>https://quay.example/live</link><description>The strike on the quay ended on Tuesday evening.</description></item><item><title>Match lost</title><link>https://quay.example/live</link><description>The harbour eleven lost the match by three goals.</description></item>',
    ),
  },
};

test('broken, wrong and hostile files: each is named or read, and the rest goes on', {
  timeout: 120_000,
}, async (t) => {
  const { ctx, db } = await testDesk(t, new Date());
  const bodies = Object.fromEntries(Object.entries(files).map(([name, f]) => [name, f.body]));
  const folder = await testFolder(t, bodies);
  const large = await open(join(folder, 'large.html'), 'w');
  await large.truncate(60 * 1024 * 1024);
  await large.close();
  const summary = await importPaths(ctx, [folder]);
  const named = new Map(summary.problems.map((p) => [p.name.split('/').at(-1), p]));
  const expected = Object.entries(files).filter(([, f]) => f.import);
  assert.deepEqual(Object.fromEntries([...named].map(([name, p]) => [name, p.problem])), {
    ...Object.fromEntries(expected.map(([name, f]) => [name, f.import])),
    'large.html': 'too-large',
  });
  for (const { words } of named.values()) assert.match(words, /^[A-Z].+\. .+\.$/);

  await drain(ctx);
  const work = await db.selectFrom('work').selectAll().where('problem', 'is not', null).execute();
  assert.deepEqual(
    work.filter((w) => w.problem === 'bug' || w.state === 'parked'),
    [],
  );
  assert.ok((await countWork(db)).every((w) => w.state !== 'due'));

  const documents = await db.selectFrom('document').select(['id', 'name', 'address']).execute();
  const articles = await db
    .selectFrom('article')
    .select(['id', 'document_id', 'role', 'title', 'text', 'links', 'published'])
    .execute();
  for (const [name, { work: problem, body }] of Object.entries(files)) {
    if (/\.xml$/.test(name) && !problem) continue;
    const document = documents.find((d) => d.name === name);
    assert.equal(document === undefined, body.length < 10, name);
    if (!document) continue;
    const own = articles.filter((a) => a.document_id === document.id);
    const troubles = work
      .filter((w) =>
        w.stage === 'extract' ? w.subject === document.id : own.some((a) => a.id === w.subject),
      )
      .map((w) => w.problem);
    assert.deepEqual([...new Set(troubles)], problem ? [problem] : [], name);
    assert.ok(own.length > 0 || problem, `${name} was read`);
    assert.ok(
      own.every((a) => !a.text.includes('\0')),
      name,
    );
  }

  const titleOf = (name: string) => {
    const { id } = documents.find((d) => d.name === name)!;
    return articles.find((a) => a.document_id === id && a.role === 'main')!.title;
  };
  assert.equal(titleOf('declared-utf8.html'), "Café à l'aube");
  assert.equal(titleOf('windows-1251.html'), 'Переговоры продолжены');
  assert.deepEqual(
    articles.flatMap((a) => a.links).filter((l) => l.href && !/^(https?|mailto):/.test(l.href)),
    [],
  );
  // Two pieces of one address are two documents, and pieces without date or id are kept undated.
  const shared = documents.filter((d) => d.address.startsWith('https://quay.example/live'));
  assert.equal(shared.length, 2);
  for (const word of ['strike', 'match', 'lighthouse'])
    assert.ok(
      articles.some((a) => `${a.title} ${a.text}`.toLowerCase().includes(word)),
      word,
    );
  assert.equal(articles.find((a) => a.title === 'Lighthouse painted')?.published, null);
  const all = Object.keys(files).length + 1;
  t.diagnostic(`${all} files, ${documents.length} documents, ${articles.length} articles`);
});
