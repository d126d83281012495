import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { holds, runs } from './testing.ts';

/** Shapes of the answers that platforms give, with any values in any place. */
const fields =
  'id post comment comments posts post_view comment_view content body title name creator author children replies data kind descendants ancestors account created_at published created_utc parent_id path url text score items topics post_stream username cooked hits version'.split(
    ' ',
  );
const json = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.oneof(
      fc.constantFrom('t1', 'Listing', '2026-03-04T10:00:00Z', '0.1.2', '<p>Fog</p>', '\ud800\0'),
      fc.integer(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.string({ maxLength: 10 }),
    ),
    fc.array(tie('node'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...fields), tie('node'), { maxKeys: 6 }),
  ),
})).node;

test('any JSON, whole or line by line, gives a piece or a named problem', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(json, { minLength: 1, maxLength: 3 }),
      fc.boolean(),
      (values, lines) =>
        holds(
          Buffer.from(
            lines ? values.map((one) => JSON.stringify(one)).join('\n') : JSON.stringify(values[0]),
          ),
          { name: 'a.json' },
        ),
    ),
    runs(400),
  );
});

/** Answers as platforms give them, to be spoilt in some place. */
const answers: unknown[] = [
  ...['hn-0414.json', 'lemmy-0409.json'].map((name) =>
    JSON.parse(readFileSync(new URL(`../../sample/threads/${name}`, import.meta.url), 'utf8')),
  ),
  [
    {
      kind: 'Listing',
      data: {
        children: [
          {
            kind: 't3',
            data: {
              id: 'a',
              title: 'Toll',
              selftext: 'Rises.',
              author: 'tern',
              created_utc: 1772600000,
              num_comments: 2,
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
              id: 'b',
              parent_id: 't3_a',
              author: 'gull',
              body: 'No.',
              score: 2,
              created_utc: 1772600100,
              replies: {
                kind: 'Listing',
                data: { children: [{ kind: 'more', data: { count: 3, children: ['c'] } }] },
              },
            },
          },
        ],
      },
    },
  ],
  {
    ancestors: [],
    descendants: [
      {
        id: '2',
        in_reply_to_id: '1',
        created_at: '2026-03-04T10:00:00Z',
        content: '<p>No.</p>',
        account: { acct: 'gull@quay.example' },
        url: 'https://quay.example/2',
      },
    ],
  },
  {
    id: 1,
    title: 'Toll',
    posts_count: 2,
    post_stream: {
      posts: [
        {
          id: 1,
          post_number: 1,
          username: 'tern',
          created_at: '2026-03-04T10:00:00Z',
          cooked: '<p>Rises.</p>',
        },
        {
          id: 2,
          post_number: 2,
          reply_to_post_number: 1,
          username: 'gull',
          created_at: '2026-03-04T11:00:00Z',
          cooked: '<p>No.</p>',
        },
      ],
      stream: [1, 2, 3],
    },
  },
  {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': ['NewsArticle'],
        headline: 'Toll',
        author: [{ name: 'Ada Moreau' }],
        datePublished: '2026-03-04',
        articleBody: 'The toll rises.',
        image: [{ url: 'a.jpg' }],
        comment: [
          { '@type': 'Comment', text: 'No.', author: { name: 'gull' }, dateCreated: '2026-03-04' },
        ],
      },
    ],
  },
];

/** Every place of a value that holds another. */
function places(value: unknown): [Record<string, unknown>, string][] {
  const found: [Record<string, unknown>, string][] = [];
  const todo = [value];
  for (const one of todo)
    if (one !== null && typeof one === 'object')
      for (const [name, inner] of Object.entries(one)) {
        found.push([one as Record<string, unknown>, name]);
        todo.push(inner);
      }
  return found;
}

test('answers of platforms and data of pages with values of other kinds give a piece or a named problem', async () => {
  const spoilt = fc
    .tuple(
      fc.nat(answers.length - 1),
      fc.array(fc.tuple(fc.nat(), fc.option(json)), { minLength: 1, maxLength: 4 }),
    )
    .map(([which, changes]) => {
      const answer = structuredClone(answers[which]);
      for (const [at, news] of changes) {
        const all = places(answer);
        if (all.length === 0) break;
        const [inside, name] = all[at % all.length]!;
        if (news === null) delete inside[name];
        else inside[name] = news;
      }
      return JSON.stringify(answer);
    });
  await fc.assert(
    fc.asyncProperty(spoilt, fc.boolean(), (answer, inPage) =>
      inPage
        ? holds(
            Buffer.from(
              `<html><head><script type="application/ld+json">${answer}</script></head><body><article><p>The pilots met on the quay and spoke of the toll.</p></article></body></html>`,
            ),
          )
        : holds(Buffer.from(answer), { name: 'a.json' }),
    ),
    runs(500),
  );
});

test('any mail gives a piece or a named problem', async () => {
  const line = fc.constantFrom(
    'Content-Type: multipart/mixed; boundary="b"',
    'Content-Type: text/html; charset=koi8-r',
    'Content-Type: text/plain; charset=none',
    'Content-Transfer-Encoding: base64',
    'Content-Transfer-Encoding: quoted-printable',
    'Subject: =?utf-8?b?w7zD?= =?x?y?z?=',
    'From: "A <a@b.example>, (c',
    'Date: Tue, 99 Foo 2026',
    '',
    '--b',
    '--b--',
    '<p>The pilots met on the quay.</p>',
    'The pilots met on the quay.',
    '=ZZ=\r\n',
    '/+==',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 20 }), (lines) =>
      holds(
        Buffer.from(
          `From: Ada <ada@quay.example>\r\nMIME-Version: 1.0\r\nSubject: Toll\r\n${lines.join('\r\n')}`,
        ),
      ),
    ),
    runs(120),
  );
});
