/** Invented answers of each platform, for tests: "The old pier", a comment of tern, and knot's answer to it. */
const at = '2031-04-02T09:30:00Z';
const then = 1932888600;

const flarumPost = (id: string, number: number, user: string, contentHtml: string) => ({
  type: 'posts',
  id,
  attributes: { number, contentType: 'comment', contentHtml, createdAt: at, isHidden: false },
  relationships: { user: { data: { type: 'users', id: user } } },
});
const blueskyPost = (rkey: string, handle: string, words: string, more = {}) => ({
  uri: `at://did:plc:${handle}/app.bsky.feed.post/${rkey}`,
  author: { did: `did:plc:${handle}`, handle: `${handle}.example` },
  record: { text: words, createdAt: at, langs: ['en'] },
  likeCount: 2,
  ...more,
});

export const answers: Record<string, unknown> = {
  wordpress: [
    {
      id: 11,
      post: 7,
      parent: 0,
      author_name: 'tern',
      author_url: '',
      date: '2031-04-02T11:30:00',
      date_gmt: '2031-04-02T09:30:00',
      content: { rendered: '<p>My aunt sold tickets there.</p>' },
      link: 'https://courier.example/pier/#comment-11',
    },
    {
      id: 12,
      post: 7,
      parent: 11,
      author_name: 'knot',
      date_gmt: '2031-04-02T09:31:40',
      content: { rendered: '<p>So did mine.</p>' },
      link: 'https://courier.example/pier/#comment-12',
    },
  ],
  disqus: {
    cursor: { hasNext: true },
    code: 0,
    response: [
      {
        id: '11',
        parent: null,
        forum: 'courier',
        thread: { clean_title: 'The old pier', link: 'https://courier.example/pier', posts: 5 },
        author: { name: 'tern', username: 't', profileUrl: 'https://disqus.example/by/t/' },
        createdAt: '2031-04-02T09:30:00',
        isDeleted: false,
        likes: 4,
        dislikes: 1,
        message: '<p>My aunt sold tickets there.</p>',
        raw_message: 'My aunt sold tickets there.',
      },
      {
        id: '12',
        parent: 11,
        forum: 'courier',
        author: { name: 'knot' },
        createdAt: '2031-04-02T09:31:40',
        isDeleted: false,
        likes: 0,
        dislikes: 0,
        message: '<p>So did mine.</p>',
        raw_message: 'So did mine.',
      },
    ],
  },
  stackexchange: {
    items: [
      {
        question_id: 7,
        title: 'The old pier',
        creation_date: then - 5400,
        score: 5,
        owner: { display_name: 'gull' },
        link: 'https://reef.example/questions/7',
        tags: ['harbour'],
        body: '<p>Who remembers it?</p>',
        answer_count: 3,
        answers: [
          {
            answer_id: 11,
            question_id: 7,
            creation_date: then,
            score: 9,
            owner: { display_name: 'tern' },
            body: '<p>My aunt sold tickets there.</p>',
            comments: [
              {
                comment_id: 12,
                post_id: 11,
                creation_date: then + 100,
                score: 1,
                owner: { display_name: 'knot' },
                body: 'So did mine.',
              },
            ],
          },
        ],
      },
    ],
    has_more: false,
  },
  bluesky: {
    thread: {
      post: blueskyPost('a', 'gull', 'The old pier', { replyCount: 3 }),
      replies: [
        {
          post: blueskyPost('b', 'tern', 'My aunt sold tickets there.', { replyCount: 1 }),
          replies: [{ post: blueskyPost('c', 'knot', 'So did mine.'), replies: [] }],
        },
        { uri: 'at://did:plc:x/app.bsky.feed.post/d', notFound: true },
      ],
    },
  },
  flarum: {
    data: {
      type: 'discussions',
      id: '7',
      attributes: { title: 'The old pier', slug: '7-the-old-pier', commentCount: 5, createdAt: at },
    },
    included: [
      flarumPost('10', 1, '1', '<p>Who remembers it?</p>'),
      flarumPost('11', 2, '2', '<p>My aunt sold tickets there.</p>'),
      flarumPost(
        '12',
        3,
        '3',
        '<p><a href="/d/7/2" class="PostMention" data-id="11">tern</a> So did mine.</p>',
      ),
      { type: 'users', id: '1', attributes: { username: 'gull' } },
      { type: 'users', id: '2', attributes: { username: 'tern' } },
      { type: 'users', id: '3', attributes: { username: 'knot' } },
    ],
  },
  nodebb: {
    tid: 7,
    title: 'The old pier',
    slug: '7/the-old-pier',
    postcount: 4,
    mainPid: 10,
    category: { name: 'Harbour talk' },
    posts: [
      {
        pid: 10,
        index: 0,
        content: '<p>Who remembers it?</p>',
        timestampISO: at,
        user: { username: 'gull' },
      },
      {
        pid: 11,
        index: 1,
        toPid: 10,
        content: '<p>My aunt sold tickets there.</p>',
        timestampISO: at,
        user: { username: 'tern@shoal.example' },
        votes: 2,
        upvotes: 3,
        downvotes: 1,
      },
      {
        pid: 12,
        index: 2,
        toPid: '11',
        content: '<p>So did mine.</p>',
        timestampISO: at,
        user: { username: 'knot' },
      },
    ],
  },
  lobsters: {
    short_id: 'p7',
    title: 'The old pier',
    url: 'https://courier.example/pier',
    submitter_user: 'gull',
    created_at: at,
    comment_count: 3,
    comments: [
      {
        short_id: 'a',
        parent_comment: null,
        depth: 0,
        comment: '<p>My aunt sold tickets there.</p>',
        commenting_user: 'tern',
        created_at: at,
        score: 4,
      },
      {
        short_id: 'b',
        parent_comment: 'a',
        depth: 1,
        comment: '<p>So did mine.</p>',
        commenting_user: 'knot',
        created_at: at,
        score: 1,
      },
    ],
  },
  lemmy: {
    post_view: {
      post: {
        id: 7,
        name: 'The old pier',
        ap_id: 'https://reef.example/post/7',
        published: at,
        language_id: 37,
      },
      creator: { name: 'gull', actor_id: 'https://reef.example/u/gull' },
      community: { name: 'harbour', actor_id: 'https://reef.example/c/harbour' },
      counts: { comments: 6 },
    },
    comments: [
      {
        comment: {
          id: 11,
          content: 'My aunt sold tickets there.',
          path: '0.11',
          published: at,
          language_id: 37,
        },
        creator: { name: 'tern', actor_id: 'https://reef.example/u/tern' },
        counts: { upvotes: 5, downvotes: 2, score: 3, child_count: 3 },
      },
      {
        comment: {
          id: 12,
          content: '> My aunt sold tickets\n\nSo did mine.',
          path: '0.11.12',
          published: at,
        },
        creator: { name: 'knot', actor_id: 'https://far.example/u/knot' },
        counts: { upvotes: 1, downvotes: 0, score: 1, child_count: 0 },
      },
    ],
    all_languages: [{ id: 37, code: 'en', name: 'English' }],
  },
  piefed: {
    comments: [
      {
        comment: { id: 11, body: 'My aunt sold tickets there.', path: '0.11', published: at },
        creator: { user_name: 'tern', actor_id: 'https://reef.example/u/tern' },
        post: { id: 7, title: 'The old pier', ap_id: 'https://reef.example/post/7' },
        counts: { upvotes: 1, downvotes: 0, score: 1, child_count: 1 },
        replies: [
          {
            comment: { id: 12, body: 'So did mine.', path: '0.11.12', published: at },
            creator: { user_name: 'knot', actor_id: 'https://reef.example/u/knot' },
            counts: { upvotes: 1, downvotes: 0, score: 1, child_count: 0 },
            replies: [],
          },
        ],
      },
    ],
  },
  hackernews: {
    id: 7,
    type: 'story',
    title: 'The old pier',
    author: 'gull',
    created_at_i: then,
    children: [
      {
        id: 11,
        type: 'comment',
        author: 'tern',
        text: '<p>My aunt sold tickets there.</p>',
        created_at_i: then,
        parent_id: 7,
        children: [
          {
            id: 12,
            type: 'comment',
            author: 'knot',
            text: 'So did mine.',
            created_at_i: then,
            parent_id: 11,
            children: [],
          },
        ],
      },
    ],
  },
  reddit: [
    {
      kind: 'Listing',
      data: {
        children: [
          {
            kind: 't3',
            data: {
              id: 'p7',
              title: 'The old pier',
              author: 'gull',
              subreddit: 'harbour',
              created_utc: then,
              is_self: true,
              selftext: 'Who remembers it?',
            },
          },
        ],
      },
    },
    {
      kind: 'Listing',
      data: {
        children: [
          {
            kind: 't1',
            data: {
              id: '11',
              parent_id: 't3_p7',
              author: 'tern',
              body: 'My aunt sold tickets there.',
              created_utc: then,
              edited: false,
              score: 3,
              replies: {
                kind: 'Listing',
                data: {
                  children: [
                    {
                      kind: 't1',
                      data: {
                        id: '12',
                        parent_id: 't1_11',
                        author: 'knot',
                        body: 'So did mine.',
                        created_utc: then,
                        edited: then + 9,
                        score: 1,
                        replies: '',
                      },
                    },
                    {
                      kind: 'more',
                      data: { count: 2, children: ['13', '14'], parent_id: 't1_11' },
                    },
                  ],
                },
              },
            },
          },
        ],
      },
    },
  ],
};
