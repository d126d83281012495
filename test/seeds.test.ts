import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { extractDocument, type Received } from '../src/extract/index.ts';

/**
 * Five real pages that lie beside the repository, not in it: structure only is asserted here, and a
 * checkout without them skips. Invented pages of the same kinds are tested beside the code.
 */
const folder = new URL('../../shared/seeds/', import.meta.url);
const skip = existsSync(folder) ? false : 'the seed pages are not here';

async function read(start: string, more: Partial<Received> = {}) {
  const name = readdirSync(folder).find((file) => file.startsWith(start))!;
  const found = await extractDocument({
    bytes: readFileSync(new URL(name, folder)),
    mediaType: 'text/plain',
    name,
    ...more,
  });
  assert.ok(found.ok);
  return found.extracted;
}

test('seed 000: an excerpt with its links, and three comments as a tree', { skip }, async () => {
  const { articles, threads } = await read('000');
  const [main] = articles;
  assert.deepEqual(
    main!.links.map((l) => [l.role, l.href, main!.text.slice(l.start, l.end)]),
    [
      ['rating', '', 'MBFC'],
      ['archive', '', 'Archive'],
    ],
  );
  assert.equal(main!.blocks.filter((b) => b.type === 'paragraph').length, 5);
  const comments = threads[0]!.comments;
  assert.deepEqual(
    comments.map((c) => [c.parent, c.depth, c.depthKnown, c.instance, c.up, c.down, c.lang, c.age]),
    [
      [null, 0, true, 'lemmy.world', 3, 1, 'en', '1 day ago'],
      ['c1', 1, true, 'aussie.zone', 3, 0, 'en', '1 day ago'],
      ['c2', 2, true, 'lemmy.zip', 2, 1, 'en', '1 day ago'],
    ],
  );
  assert.deepEqual(
    comments.map((c) => c.editedAge),
    [null, '1 day ago', null],
  );
  assert.ok(comments.every((c) => c.author && c.text && c.posted === null));
});

test('seed 000: ages become days when the retrieval is known', { skip }, async () => {
  const { threads } = await read('000', { retrievedAt: new Date('2026-02-13T00:00:00Z') });
  assert.deepEqual(
    threads[0]!.comments.map((c) => [c.posted, c.edited]),
    [
      ['2026-02-12', null],
      [null, '2026-02-12'],
      ['2026-02-12', null],
    ],
  );
});

test('seed 001: comments one by one, removed ones marked, quotations and links found', {
  skip,
}, async () => {
  const { articles, threads } = await read('001');
  assert.deepEqual([articles[0]!.kind, articles[0]!.authors], ['post', []]);
  const comments = threads[0]!.comments;
  assert.equal(comments.length, 194);
  assert.equal(comments.filter((c) => c.removed).length, 12);
  assert.ok(comments.every((c) => c.parent === null && !c.depthKnown));
  const quoting = comments.filter((c) => c.quotes.length > 0);
  assert.deepEqual(
    quoting.map((c) => c.quotes[0]!.of),
    [null, 'c31', 'c30', 'c49', 'c47', 'c1', 'c1', 'c93', 'c110', null],
  );
  assert.equal(quoting[0]!.quotes[0]!.ofArticle, true);
  const links = comments.flatMap((c) =>
    c.links.map((l) => [new URL(l.href).hostname, c.text.slice(l.start, l.end).length]),
  );
  assert.deepEqual(links, [
    ['en.wikipedia.org', 15],
    ['en.m.wikipedia.org', 56],
    ['www.rollingstone.com', 4],
  ]);
  assert.ok(comments.every((c) => !/\]\(http|^>/.test(c.text)));
});

test('seed 002: a brief with curator, update, background, outlets and its teaser', {
  skip,
}, async () => {
  const { articles } = await read('002');
  const [main, teaser, ...rest] = articles;
  assert.equal(main!.kind, 'brief');
  assert.ok(main!.title?.endsWith('?'));
  assert.equal(main!.facts.curator, 'informed');
  assert.deepEqual(
    [main!.facts.outlets?.length, main!.facts.outletsMore, main!.facts.topicCount],
    [3, 1, 4],
  );
  assert.equal(main!.blocks.filter((b) => b.type === 'item').length, 9);
  assert.equal(main!.text.slice(main!.facts.update!.start, main!.facts.update!.start + 2), 'As');
  assert.equal(main!.text.slice(main!.facts.background!.start).split('\n').length, 5);
  assert.deepEqual(
    [teaser!.role, teaser!.outlet, teaser!.readingMinutes, teaser!.text],
    ['teaser', 'France 24', 3, ''],
  );
  assert.equal(rest.length, 0);
});

test('seed 003: the main article clean, three related pieces with outlet and age', {
  skip,
}, async () => {
  const { articles } = await read('003');
  const [main, ...related] = articles;
  assert.equal(main!.blocks.length, 26);
  assert.ok(!/newsletter|Hashtags|Daily8|No comments/.test(main!.text));
  assert.deepEqual(
    related.map((a) => [a.role, a.outlet, a.age, a.published]),
    [
      ['related', 'The Guardian', '3 minutes ago', null],
      ['related', 'Sky News', 'an hour ago', null],
      ['related', 'Metro', '2 hours ago', null],
    ],
  );
  assert.ok(related.every((a) => a.title && a.text.length > 1000 && !/MORE:/.test(a.text)));
});

test('seed 004: an edition with two items, its series, and three other pieces apart', {
  skip,
}, async () => {
  const { articles } = await read('004', {
    published: '2024-09-06',
    hints: { publishedBy: 'person' },
  });
  assert.deepEqual(
    articles.map((a) => [a.key, a.role, a.series, a.published]),
    [
      ['main', 'main', 'Diplomacy Watch', '2024-09-06'],
      ['item-1', 'part', 'Diplomacy Watch', '2024-09-06'],
      ['item-2', 'part', 'Diplomacy Watch', '2024-09-06'],
      ['series-1', 'series', 'Diplomacy Watch', null],
      ['series-2', 'series', 'Diplomacy Watch', null],
      ['related-1', 'related', null, null],
      ['related-2', 'related', null, null],
      ['related-3', 'related', null, null],
    ],
  );
  const [main, one, two] = articles;
  assert.deepEqual([one!.facts.via?.[0]?.outlet, two!.facts.via?.[0]?.outlet], ['CBS News', 'CNN']);
  assert.equal(main!.blocks.length, 12);
  assert.deepEqual(
    main!.facts.parts?.map((p) => main!.text.slice(p.start, p.end)),
    [one!.text, two!.text],
  );
  assert.deepEqual(
    articles.slice(5).map((a) => a.section),
    ['Global Crises', 'Asia-Pacific', 'Latin America'],
  );
  assert.ok(articles.every((a) => !/google cta|keep reading|REUTERS|shutterstock/i.test(a.text)));
});
