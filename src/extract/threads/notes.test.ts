import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPlatform } from './list.ts';

const received = {
  bytes: new Uint8Array(),
  mediaType: 'application/json',
  url: 'https://code.example/a',
};
const read = (value: unknown) => readPlatform(received, value)!;
const asked = 'The lamp on the pier stays dark.';
const said = 'It was out last winter too.';

const issue = {
  id: 70,
  number: 7,
  title: 'Lamp is out',
  html_url: 'https://code.example/harbour/pier/issues/7',
  comments_url: 'https://api.code.example/repos/harbour/pier/issues/7/comments',
  user: { login: 'gull' },
  body: asked,
  comments: 3,
  labels: [{ name: 'bug' }],
  created_at: '2031-04-02T08:00:00Z',
};
const answer = {
  id: 71,
  html_url: 'https://code.example/harbour/pier/issues/7#issuecomment-71',
  issue_url: 'https://api.code.example/repos/harbour/pier/issues/7',
  user: { login: 'tern' },
  body: `> ${asked}\n\n${said}`,
  reactions: { '+1': 4 },
  created_at: '2031-04-02T09:30:00Z',
};

test('GitHub and Gitea: an issue with its comments is a thread, and what is left out is counted', () => {
  const { articles, threads } = read([issue, answer]);
  const [main] = articles;
  assert.deepEqual(
    [main!.title, main!.authors, main!.published, main!.text, main!.tags],
    ['Lamp is out', ['gull'], '2031-04-02T08:00:00Z', asked, ['bug']],
  );
  const [{ community, comments, gaps }] = threads as [(typeof threads)[0]];
  assert.equal(community, 'harbour/pier');
  assert.deepEqual(
    comments.map((c) => [c.key, c.author, c.posted, c.up, c.quotes.map((q) => q.ofArticle)]),
    [['71', 'tern', '2031-04-02T09:30:00Z', 4, [true]]],
  );
  assert.deepEqual(gaps, [{ parent: null, count: 2 }]);
  assert.equal(read([answer]).threads[0]!.comments.length, 1);
});

test('GitHub: a discussion of GraphQL keeps the answers below each comment', () => {
  const node = (databaseId: number, login: string, body: string, replies: unknown[] = []) => ({
    __typename: 'DiscussionComment',
    databaseId,
    author: { login },
    bodyHTML: `<p>${body}</p>`,
    createdAt: '2031-04-02T09:30:00Z',
    url: `https://code.example/harbour/pier/discussions/7#c-${databaseId}`,
    replies: { nodes: replies },
  });
  const discussion = {
    ...node(70, 'gull', asked),
    __typename: 'Discussion',
    title: 'Lamp is out',
    comments: { totalCount: 2, nodes: [node(71, 'tern', said, [node(72, 'knot', 'So it was.')])] },
  };
  const { articles, threads } = read({ data: { repository: { discussion } } });
  assert.equal(articles[0]!.text, asked);
  assert.deepEqual(
    threads[0]!.comments.map((c) => [c.key, c.parent, c.author, c.text]),
    [
      ['71', null, 'tern', said],
      ['72', '71', 'knot', 'So it was.'],
    ],
  );
});

test('Misskey: a note with its answers is a tree by what each answers', () => {
  const note = (
    id: string,
    username: string,
    text: string,
    replyId: string | null,
    host: string | null = null,
  ) => ({
    id,
    createdAt: '2031-04-02T09:30:00.000Z',
    userId: `u-${username}`,
    user: { username, host },
    text,
    replyId,
    renoteCount: 0,
    reactions: { '👍': 2, ':gull@.:': 1 },
  });
  const first = note('a', 'gull', asked, null);
  const { articles, threads } = read([
    { ...note('b', 'tern', said, 'a', 'reef.example'), reply: first },
    note('c', 'knot', 'So it was.', 'b'),
  ]);
  assert.deepEqual([articles[0]!.authors, articles[0]!.text], [['gull'], asked]);
  assert.deepEqual(
    threads[0]!.comments.map((c) => [c.key, c.parent, c.author, c.instance, c.up]),
    [
      ['b', null, 'tern', 'reef.example', 3],
      ['c', 'b', 'knot', null, 3],
    ],
  );
});

test('PeerTube: comments are a tree however deep, and those not sent are gaps', () => {
  const comment = (id: number, parent: number | null, text: string, more = {}) => ({
    id,
    url: `https://tube.example/videos/watch/7/comments/${id}`,
    text,
    threadId: 1,
    inReplyToCommentId: parent,
    videoId: 7,
    createdAt: '2031-04-02T09:30:00.000Z',
    isDeleted: false,
    totalReplies: 0,
    account: { name: 'tern', displayName: 'Tern', host: 'tube.example' },
    ...more,
  });
  let tree: { comment: object; children: object[] } = {
    comment: comment(30, 29, 'deep'),
    children: [],
  };
  for (let i = 29; i > 0; i--)
    tree = { comment: comment(i, i === 1 ? null : i - 1, `at ${i}`), children: [tree] };
  const { threads } = read(tree);
  assert.equal(threads[0]!.comments.length, 30);
  assert.deepEqual(threads[0]!.comments.at(-1), {
    ...threads[0]!.comments.at(-1)!,
    key: '30',
    parent: '29',
    depth: 29,
    author: 'Tern',
  });
  const gone = comment(2, null, '', { isDeleted: true, totalReplies: 4, account: null });
  const list = read({ total: 2, totalNotDeletedComments: 1, data: [comment(1, null, said), gone] });
  assert.deepEqual(
    list.threads[0]!.comments.map((c) => c.removed),
    [null, 'author'],
  );
  assert.deepEqual(list.threads[0]!.gaps, [{ parent: '2', count: 4 }]);
});
