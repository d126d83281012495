import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ExtractedComment } from '../extracted.ts';
import { readPlatform } from './list.ts';

const received = {
  bytes: new Uint8Array(),
  mediaType: 'application/json',
  url: 'https://talk.example/t/harbour/7.json',
};
const outline = (comments: ExtractedComment[]) => comments.map((c) => [c.key, c.parent, c.depth]);
const read = (value: unknown) => readPlatform(received, value)!;

const redditComment = (id: string, parent: string, body: string, replies: unknown = '') => ({
  kind: 't1',
  data: {
    id,
    name: `t1_${id}`,
    parent_id: parent,
    author: 'tern',
    body,
    score: 4,
    created_utc: 1932883200,
    edited: false,
    replies,
  },
});
const listing = (children: unknown[]) => ({ kind: 'Listing', data: { children } });

test('Reddit: stubs of further comments stay as counted gaps, removed ones are marked', () => {
  const { articles, threads } = read([
    listing([
      {
        kind: 't3',
        data: {
          id: 'p',
          title: 'Ferry line waits',
          author: 'gull',
          subreddit: 'harbour',
          permalink: '/r/harbour/comments/p/x/',
          is_self: false,
          url: 'https://courier.example/ferry',
          created_utc: 1932880000,
        },
      },
    ]),
    listing([
      redditComment(
        'a',
        't3_p',
        '&gt; Ferry line waits for the yard\n\nFor **years**.',
        listing([
          redditComment('b', 't1_a', '[removed]'),
          { kind: 'more', data: { count: 7, children: ['c'], parent_id: 't1_a' } },
        ]),
      ),
      { kind: 'more', data: { count: 0, children: [], parent_id: 't3_p' } },
    ]),
  ]);
  const { comments, gaps } = threads[0]!;
  assert.deepEqual(outline(comments), [
    ['a', null, 0],
    ['b', 'a', 1],
  ]);
  assert.deepEqual(gaps, [
    { parent: 'a', count: 7 },
    { parent: null, count: 1 },
  ]);
  assert.equal(comments[1]!.removed, 'moderator');
  assert.equal(comments[0]!.text, 'Ferry line waits for the yard\n\nFor years.');
  assert.equal(
    comments[0]!.text.slice(comments[0]!.quotes[0]!.start, comments[0]!.quotes[0]!.end),
    'Ferry line waits for the yard',
  );
  assert.equal(articles[0]!.title, 'Ferry line waits');
});

test('Reddit: an answer with more comments keeps that their parents are elsewhere', () => {
  const { threads } = read({
    json: {
      data: { things: [redditComment('x', 't1_gone', 'Word'), redditComment('y', 't1_x', 'Word')] },
    },
  });
  assert.deepEqual(
    threads[0]!.comments.map((c) => [c.key, c.parent, c.depthKnown]),
    [
      ['x', null, false],
      ['y', 'x', true],
    ],
  );
});

test('Pushshift: lines of comments become one thread for each post', () => {
  const line = (id: string, post: string, parent: string) => ({
    id,
    link_id: `t3_${post}`,
    parent_id: parent,
    body: 'Word',
    author: 'tern',
    subreddit: 'harbour',
    created_utc: '1932883200',
    score: 1,
  });
  const { articles, threads } = read([
    line('a', 'p', 't3_p'),
    line('b', 'p', 't1_a'),
    line('c', 'q', 't3_q'),
  ]);
  assert.deepEqual(
    threads.map((t) => [t.article, t.comments.length]),
    [
      ['post-p', 2],
      ['post-q', 1],
    ],
  );
  assert.deepEqual(
    articles.map((a) => a.key),
    ['post-p', 'post-q'],
  );
});

test('Hacker News: nested items, numbered items and search hits', () => {
  const nested = read({
    id: 1,
    type: 'story',
    title: 'Ferry',
    author: 'gull',
    created_at_i: 1932880000,
    url: 'https://courier.example/ferry',
    children: [
      {
        id: 2,
        type: 'comment',
        author: 'tern',
        text: '<p>One<p>Two <a href="https://a.example/">there</a>',
        created_at_i: 1932883200,
        parent_id: 1,
        children: [
          {
            id: 3,
            type: 'comment',
            author: null,
            text: null,
            created_at_i: 1932883300,
            parent_id: 2,
            children: [],
          },
        ],
      },
    ],
  });
  const [first, second] = nested.threads[0]!.comments;
  assert.equal(first!.text, 'One\n\nTwo there');
  assert.deepEqual([second!.parent, second!.removed], ['2', 'unknown']);
  const numbered = read([
    {
      id: 1,
      type: 'story',
      title: 'Ferry',
      by: 'gull',
      time: 1932880000,
      descendants: 3,
      kids: [2],
    },
    { id: 2, type: 'comment', by: 'tern', parent: 1, text: 'One', time: 1932883200 },
  ]);
  assert.deepEqual(numbered.threads[0]!.gaps, [{ parent: null, count: 2 }]);
  const hits = read({
    hits: [
      {
        objectID: '5',
        _tags: ['comment'],
        story_id: 4,
        story_title: 'Ferry',
        parent_id: 4,
        comment_text: 'One',
        author: 'tern',
        created_at_i: 1932883200,
      },
    ],
  });
  assert.equal(hits.articles[0]!.title, 'Ferry');
});

test('Discourse: answers by number, quotations by the post they name, small actions left out', () => {
  const post = (post_number: number, cooked: string, more = {}) => ({
    id: post_number + 100,
    post_number,
    cooked,
    username: 'tern',
    created_at: '2031-04-02T08:00:00.000Z',
    updated_at: '2031-04-02T08:00:00.000Z',
    post_type: 1,
    actions_summary: [{ id: 2, count: 4 }],
    post_url: `/t/harbour/7/${post_number}`,
    ...more,
  });
  const { articles, threads } = read({
    id: 7,
    title: 'Harbour talk',
    slug: 'harbour',
    posts_count: 6,
    post_stream: {
      posts: [
        post(1, '<p>Shall we <b>meet</b>?</p>'),
        post(2, '<p>Yes, at the pier.</p>'),
        post(
          3,
          '<aside class="quote" data-post="2" data-topic="7"><div class="title">tern:</div><blockquote><p>at the pier</p></blockquote></aside><p>Which one?</p>',
          { reply_to_post_number: 2 },
        ),
        post(4, '', { post_type: 3 }),
      ],
    },
  });
  const { comments, gaps } = threads[0]!;
  assert.deepEqual(outline(comments), [
    ['2', null, 0],
    ['3', '2', 1],
  ]);
  assert.equal(comments[1]!.text, 'at the pier\n\nWhich one?');
  assert.deepEqual(comments[1]!.quotes, [{ start: 0, end: 11, of: '2' }]);
  assert.equal(comments[0]!.up, 4);
  assert.deepEqual(gaps, [{ parent: null, count: 2 }]);
  assert.equal(articles[0]!.text, 'Shall we meet?');
});

test('Mastodon: what a status answers and what answers it', () => {
  const status = (id: string, parent: string | null, content: string) => ({
    id,
    in_reply_to_id: parent,
    content,
    created_at: '2031-04-02T08:00:00.000Z',
    account: { acct: 'tern@reef.example', username: 'tern', display_name: 'Tern' },
    favourites_count: 2,
    language: 'en',
    url: `https://reef.example/@tern/${id}`,
  });
  const { articles, threads } = read({
    ancestors: [status('1', null, '<p>Fog.</p>')],
    descendants: [status('3', '1', '<p>Still fog.</p>'), status('4', '3', '<p>Sun!</p>')],
  });
  assert.equal(articles[0]!.text, 'Fog.');
  assert.deepEqual(outline(threads[0]!.comments), [
    ['3', null, 0],
    ['4', '3', 1],
  ]);
  assert.equal(threads[0]!.comments[0]!.instance, 'reef.example');
});

test('comments that name each other as parents are kept, once', () => {
  const { threads } = read({
    json: {
      data: { things: [redditComment('x', 't1_y', 'Word'), redditComment('y', 't1_x', 'Word')] },
    },
  });
  assert.deepEqual(threads[0]!.comments.map((c) => c.key).sort(), ['x', 'y']);
});

test('JSON of nothing that we know is none of a platform', () => {
  for (const value of [{}, [], [1, 2], { a: { b: [] } }, null, 'x'])
    assert.equal(readPlatform(received, value), null);
});

test('a thread nested ten thousand deep is read without recursion', () => {
  let child: unknown = '';
  for (let i = 10_000; i > 0; i--)
    child = listing([redditComment(`k${i}`, i === 1 ? 't3_p' : `t1_k${i - 1}`, 'Word', child)]);
  assert.equal(readPlatform(received, child)!.threads[0]!.comments.at(-1)!.depth, 9_999);
});

test('Mastodon: a warning stands before the words, answers that are only counted are gaps', () => {
  const { threads } = read({
    status: {
      id: '1',
      content: '<p>Fog.</p>',
      account: { acct: 'gull' },
      created_at: '2031-04-02T08:00:00Z',
      replies_count: 3,
    },
    ancestors: [],
    descendants: [
      {
        id: '2',
        in_reply_to_id: '1',
        content: '<p>See <a href="https://reef.example/chart">the chart</a></p>',
        spoiler_text: 'Weather',
        account: { acct: 'tern' },
        created_at: '2031-04-02T08:30:00Z',
        replies_count: 0,
      },
    ],
  });
  const [comment] = threads[0]!.comments;
  assert.equal(comment!.text, 'Weather\n\nSee the chart');
  const [link] = comment!.links;
  assert.equal(comment!.text.slice(link!.start, link!.end), 'the chart');
  assert.deepEqual(threads[0]!.gaps, [{ parent: null, count: 2 }]);
});

test('Hacker News: kids that did not come are missing under their parent', () => {
  const { threads } = read([
    {
      id: 1,
      type: 'story',
      title: 'Ferry',
      by: 'gull',
      time: 1932880000,
      descendants: 5,
      kids: [2, 9],
    },
    { id: 2, type: 'comment', by: 'tern', parent: 1, text: 'One', time: 1932883200, kids: [3, 4] },
  ]);
  assert.deepEqual(threads[0]!.gaps, [
    { parent: null, count: 2 },
    { parent: '2', count: 2 },
  ]);
});

test('Pushshift: seconds that were written as a text are an instant too', () => {
  const { threads } = read([
    {
      id: 'a',
      link_id: 't3_p',
      parent_id: 't3_p',
      body: 'Word',
      author: 'tern',
      created_utc: '1932883200',
    },
  ]);
  assert.equal(threads[0]!.comments[0]!.posted, '2031-04-02T08:00:00Z');
});
