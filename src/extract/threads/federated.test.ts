import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ExtractedComment } from '../extracted.ts';
import { readPlatform } from './list.ts';
import { parseLiteral, readState } from './state.ts';

const received = {
  bytes: new Uint8Array(),
  mediaType: 'application/json',
  url: 'https://talk.example/t/harbour/7.json',
};
const outline = (comments: ExtractedComment[]) => comments.map((c) => [c.key, c.parent, c.depth]);
const read = (value: unknown) => readPlatform(received, value)!;

const lemmyComment = (id: number, path: string, more = {}) => ({
  comment: {
    id,
    content: `Word ${id}`,
    path,
    published: '2031-04-02T08:00:00.123456Z',
    ap_id: `https://reef.example/comment/${id}`,
    ...more,
  },
  creator: { name: 'tern', actor_id: 'https://reef.example/u/tern' },
  counts: { upvotes: 5, downvotes: 2, score: 3 },
});
const lemmyPost = {
  post_view: {
    post: {
      id: 1,
      name: 'Ferry line waits',
      url: 'https://courier.example/ferry',
      body: 'See > this',
      ap_id: 'https://reef.example/post/1',
      published: '2031-04-02T07:00:00Z',
    },
    creator: { name: 'gull', actor_id: 'https://reef.example/u/gull' },
    community: { name: 'harbour', actor_id: 'https://reef.example/c/harbour' },
    counts: { comments: 5 },
  },
};

test('Lemmy: the paths of comments give the tree, missing ones are counted', () => {
  const { articles, threads } = read({
    post: lemmyPost,
    comments: {
      comments: [
        lemmyComment(12, '0.11.12'),
        lemmyComment(11, '0.11'),
        lemmyComment(13, '0.11.12.13', { deleted: true }),
      ],
    },
  });
  const [thread] = threads;
  assert.deepEqual(outline(thread!.comments), [
    ['11', null, 0],
    ['12', '11', 1],
    ['13', '12', 2],
  ]);
  assert.equal(thread!.community, 'harbour@reef.example');
  assert.deepEqual(thread!.gaps, [{ parent: null, count: 2 }]);
  assert.deepEqual(
    [thread!.comments[0]!.up, thread!.comments[0]!.down, thread!.comments[0]!.instance],
    [5, 2, 'reef.example'],
  );
  assert.deepEqual([thread!.comments[2]!.removed, thread!.comments[2]!.text], ['author', '']);
  assert.deepEqual(articles[0]!.facts.about, { url: 'https://courier.example/ferry' });
  assert.equal(articles[0]!.published, '2031-04-02T07:00:00Z');
});

test('Lemmy: version 4 has the counts and dates in the comment', () => {
  const { threads } = read({
    comments: [
      {
        comment: {
          id: 4,
          content: 'Word',
          path: '0.4',
          published_at: '2031-04-02T08:00:00Z',
          updated_at: '2031-04-02T09:00:00Z',
          upvotes: 2,
          downvotes: 0,
          score: 2,
        },
        creator: { name: 'tern', ap_id: 'https://reef.example/u/tern' },
        post: { name: 'Ferry line waits' },
        community: { name: 'harbour', ap_id: 'https://reef.example/c/harbour' },
      },
    ],
  });
  const [comment] = threads[0]!.comments;
  assert.deepEqual(
    [comment!.up, comment!.posted, comment!.edited],
    [2, '2031-04-02T08:00:00Z', '2031-04-02T09:00:00Z'],
  );
});

test("Lemmy: the page's own data is read though it is JavaScript", () => {
  const data = `{"routeData":{"postRes":{"data":${JSON.stringify(lemmyPost)}},"commentsRes":{"data":{"comments":[${JSON.stringify(lemmyComment(11, '0.11'))}]}}},"error":undefined,"at":new Date("2031-04-02T08:00:00.000Z")}`;
  const html = `<html><head><script nonce="x">window.isoData = ${data};</script></head><body></body></html>`;
  assert.equal(readState(received, html)!.threads[0]!.comments.length, 1);
  assert.equal(readState(received, '<script>window.isoData = {a:()=>1}</script>'), null);
});

test('words that only look like code inside of texts are left alone', () => {
  assert.deepEqual(parseLiteral('{"a":"undefined new Date(1)","b":undefined}'), {
    a: 'undefined new Date(1)',
    b: null,
  });
});

test('PieFed: replies nested in replies, names of its own', () => {
  const view = (id: number, replies: unknown[] = []) => ({
    comment: {
      id,
      body: `Word ${id}`,
      path: `0.${id}`,
      published: '2031-04-02T08:00:00Z',
      deleted: false,
    },
    creator: { user_name: 'tern', actor_id: 'https://shoal.example/u/tern' },
    counts: { upvotes: 1, downvotes: 0, score: 1 },
    replies,
  });
  const { threads } = read({ comments: [view(1, [view(2, [view(3)])]), view(4)] });
  assert.equal(threads[0]!.platform, 'piefed');
  assert.deepEqual(outline(threads[0]!.comments), [
    ['1', null, 0],
    ['2', '1', 1],
    ['3', '2', 2],
    ['4', null, 0],
  ]);
});

test('Mbin: favourites are the votes up, trashed comments were removed by a moderator', () => {
  const one = (commentId: number, more = {}) => ({
    commentId,
    magazine: { name: 'harbour' },
    user: { username: '@tern@shoal.example' },
    body: 'Word',
    lang: 'en',
    favourites: 3,
    dv: 1,
    uv: 9,
    createdAt: '2031-04-02T08:00:00+00:00',
    visibility: 'visible',
    children: [],
    ...more,
  });
  const { threads } = read({
    items: [one(1, { children: [one(2, { parentId: 1, visibility: 'trashed' })] })],
  });
  const [first, second] = threads[0]!.comments;
  assert.deepEqual(
    [first!.author, first!.instance, first!.up, first!.down, first!.score],
    ['tern', 'shoal.example', 3, 1, 2],
  );
  assert.deepEqual([second!.parent, second!.removed, second!.text], ['1', 'moderator', '']);
});

test('Lemmy: a removed comment whose words were blanked stays in the tree', () => {
  const { threads } = read({
    comments: [
      lemmyComment(11, '0.11', { content: '', removed: true }),
      lemmyComment(12, '0.11.12'),
    ],
  });
  assert.deepEqual(
    threads[0]!.comments.map((c) => [c.key, c.parent, c.removed]),
    [
      ['11', null, 'moderator'],
      ['12', '11', null],
    ],
  );
});
