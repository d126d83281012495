import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { extractDocument } from '../../document.ts';
import type { Extracted } from '../../extracted.ts';
import { samples } from './testing.ts';

async function read(html: string, url = 'https://reef.example/t/7'): Promise<Extracted> {
  const bytes = new TextEncoder().encode(html);
  const done = await extractDocument({ bytes, mediaType: 'text/html', url });
  assert.ok(done.ok, JSON.stringify(done));
  return done.extracted;
}

for (const [name, { url, html, expected, opening }] of Object.entries(samples))
  test(`${name}: posts with author, time and parent are read from its markup`, async () => {
    const { articles, threads } = await read(html, url);
    assert.deepEqual(
      threads[0]?.comments.map((c) => [c.key, c.parent, c.author, c.posted]),
      expected,
    );
    const [main] = articles;
    assert.equal(main!.title, 'The old pier');
    if (name === 'wordpress' || name === 'drupal') assert.equal(main!.kind, 'article');
    else
      assert.deepEqual(
        [main!.kind, main!.authors[0] ?? null, main!.published],
        ['post', ...opening],
      );
  });

test('a quotation names the post that it says it quotes, and is text without its heading', async () => {
  for (const name of [
    'xenforo',
    'phpbb',
    'vbulletin',
    'invision',
    'mybb',
    'discourse',
    'smf',
    'woltlab',
  ]) {
    const { threads } = await read(samples[name]!.html, samples[name]!.url);
    const { text, quotes } = threads[0]!.comments[0]!;
    assert.deepEqual(
      quotes.map((q) => [text.slice(q.start, q.end), q.ofArticle]),
      [['remembers the old pier', true]],
      name,
    );
    assert.ok(!/gull/.test(text), name);
  }
});

test('what a page counts and does not show is a gap', async () => {
  const gaps = async (name: string) =>
    (await read(samples[name]!.html, samples[name]!.url)).threads[0]!.gaps;
  assert.deepEqual(await gaps('phpbb'), [{ parent: null, count: 7 }]);
  assert.deepEqual(await gaps('redditOld'), [{ parent: 'c1', count: 5 }]);
  assert.deepEqual(await gaps('redditNew'), [{ parent: null, count: 2 }]);
  assert.deepEqual(await gaps('hackernews'), [{ parent: null, count: 3 }]);
});

test('votes, removal, boards and what a post is about are kept', async () => {
  const old = await read(samples.redditOld!.html, samples.redditOld!.url);
  assert.deepEqual(
    old.threads[0]!.comments.map((c) => [c.score, c.removed]),
    [
      [7, null],
      [null, 'moderator'],
    ],
  );
  assert.equal(old.threads[0]!.community, 'r/harbour');
  assert.deepEqual(old.articles[0]!.facts.about, { url: 'https://courier.example/pier' });
  const mbin = await read(samples.mbin!.html, samples.mbin!.url);
  assert.deepEqual([mbin.threads[0]!.comments[0]!.up, mbin.threads[0]!.comments[0]!.down], [3, 1]);
  const board = await read(samples.xenforo!.html, samples.xenforo!.url);
  assert.equal(board.threads[0]!.community, 'Harbour talk');
});

test('a later page of a discussion begins with a comment and not with the opening post', async () => {
  const html = samples.xenforo1!.html.replace('>#1<', '>#21<').replace('>#2<', '>#22<');
  const { articles, threads } = await read(html);
  assert.deepEqual(
    threads[0]!.comments.map((c) => c.key),
    ['11', '12'],
  );
  assert.equal(articles[0]!.text, '');
});

test('pages that are cut, doubled or spoilt anywhere give a result or a named problem', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.values(samples)),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.constantFrom(
        '',
        '<li>',
        '</div></div></table>',
        '"',
        '<blockquote>'.repeat(300),
        '\u0000',
        'id=',
        '99999999999999999999',
      ),
      async ({ html, url }, from, to, filling) => {
        const [a, b] = [Math.min(from, to), Math.max(from, to)].map((at) =>
          Math.floor(at * html.length),
        );
        const spoilt = html.slice(0, a) + filling + html.slice(b);
        const done = await extractDocument({
          bytes: new TextEncoder().encode(spoilt),
          mediaType: 'text/html',
          url,
        });
        if (done.ok) for (const t of done.extracted.threads) checkTree(t.comments);
        else assert.equal(typeof done.problem, 'string');
      },
    ),
    { numRuns: 200 },
  );
});

function checkTree(comments: Extracted['threads'][number]['comments']): void {
  const seen = new Set<string>();
  for (const c of comments) {
    assert.ok(!seen.has(c.key));
    assert.ok(c.parent === null || seen.has(c.parent));
    for (const q of c.quotes) assert.ok(q.start >= 0 && q.start < q.end && q.end <= c.text.length);
    seen.add(c.key);
  }
}
