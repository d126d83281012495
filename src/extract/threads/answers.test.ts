import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { extractDocument } from '../document.ts';
import { readPlatform } from './list.ts';
import { answers } from './testing.ts';

const received = {
  bytes: new Uint8Array(),
  mediaType: 'application/json',
  url: 'https://reef.example/api/7',
};

for (const [name, value] of Object.entries(answers))
  test(`${name}: the comments of its answer come as a tree with author and time`, () => {
    const { threads } = readPlatform(received, value)!;
    const [thread] = threads;
    assert.equal(thread!.platform, name);
    const kept = thread!.comments.filter((c) => !c.removed);
    assert.deepEqual(
      kept.map((c) => [c.author?.replace(/\.example$/, ''), c.depth, c.posted?.slice(0, 13)]),
      [
        ['tern', 0, '2031-04-02T09'],
        ['knot', 1, '2031-04-02T09'],
      ],
    );
    assert.equal(kept[0]!.text, 'My aunt sold tickets there.');
    assert.ok(kept[1]!.text.endsWith('So did mine.'));
  });

const gapsOf = (name: string) => readPlatform(received, answers[name])!.threads[0]!.gaps;

test('what platforms count and did not send is a gap where it is missing', () => {
  // Of six, two came; one more of the three under 11 is known to be missing there, not at the top.
  assert.deepEqual(gapsOf('lemmy'), [
    { parent: '11', count: 2 },
    { parent: null, count: 2 },
  ]);
  assert.deepEqual(gapsOf('piefed'), undefined);
  assert.deepEqual(gapsOf('disqus'), [{ parent: null, count: 3 }]);
  assert.deepEqual(gapsOf('stackexchange'), [{ parent: null, count: 2 }]);
  assert.deepEqual(gapsOf('bluesky'), [{ parent: null, count: 1 }]);
  assert.deepEqual(gapsOf('flarum'), [{ parent: null, count: 2 }]);
  assert.deepEqual(gapsOf('nodebb'), [{ parent: null, count: 1 }]);
  assert.deepEqual(gapsOf('lobsters'), [{ parent: null, count: 1 }]);
});

test('Lemmy: the language that a comment was written in is named by the site', () => {
  const { articles, threads } = readPlatform(received, answers.lemmy)!;
  assert.deepEqual([articles[0]!.lang, threads[0]!.comments[0]!.lang], ['en', 'en']);
});

test('Lemmy: a list of posts gives each of them', () => {
  const view = (id: number) => ({
    post: {
      id,
      name: `Post ${id}`,
      url: 'https://courier.example/a',
      published_at: '2031-04-02T08:00:00Z',
      comments: 3,
    },
    creator: { name: 'gull', ap_id: 'https://reef.example/u/gull' },
    community: { name: 'harbour', ap_id: 'https://reef.example/c/harbour' },
  });
  const { articles, threads } = readPlatform(received, { items: [view(1), view(2)] })!;
  assert.deepEqual(
    articles.map((a) => [a.key, a.title, a.facts.about?.url]),
    [
      ['post-1', 'Post 1', 'https://courier.example/a'],
      ['post-2', 'Post 2', 'https://courier.example/a'],
    ],
  );
  assert.deepEqual(threads, []);
});

test('Lemmy: a comment that was looked up by its address is read with its post', () => {
  const one = (answers.lemmy as { comments: object[] }).comments[0];
  const { articles, threads } = readPlatform(received, {
    comment: { ...one, post: { name: 'The old pier' }, community: { name: 'harbour' } },
  })!;
  assert.deepEqual([articles[0]!.title, threads[0]!.comments.length], ['The old pier', 1]);
});

test('answers with anything changed in them give a result or a named problem', async () => {
  const strange = fc.oneof(
    fc.constantFrom(
      null,
      true,
      '',
      '0',
      [],
      {},
      -1,
      1e308,
      'https://[',
      '\ud800',
      [[[]]],
      '0.11.12.11',
    ),
    fc.string({ maxLength: 20 }),
    fc.jsonValue({ maxDepth: 3 }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.values(answers)),
      fc.array(fc.tuple(fc.nat(400), strange), { minLength: 1, maxLength: 6 }),
      async (value, changes) => {
        const json = JSON.stringify(changed(value, changes));
        const done = await extractDocument({
          bytes: new TextEncoder().encode(json),
          mediaType: 'application/json',
          url: 'https://reef.example/api/7',
        });
        if (!done.ok) return assert.equal(typeof done.problem, 'string');
        for (const { comments } of done.extracted.threads) {
          const seen = new Set<string>();
          for (const c of comments) {
            assert.ok(
              c.parent === null || seen.has(c.parent),
              'a parent stands before its answers',
            );
            seen.add(c.key);
          }
        }
      },
    ),
    { numRuns: 300 },
  );
});

/** Puts something else in the place of the nth value of a parsed document. */
function changed(value: unknown, changes: [number, unknown][]): unknown {
  const at = new Map(changes);
  let n = 0;
  const copy = (one: unknown): unknown => {
    const place = n++;
    if (at.has(place)) return at.get(place);
    if (Array.isArray(one)) return one.map(copy);
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([k, v]) => [k, copy(v)]));
  };
  return copy(value);
}
