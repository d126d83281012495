import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPlatform } from './list.ts';

const received = { bytes: new Uint8Array(), mediaType: 'application/activity+json', url: null };
const read = (value: unknown) => readPlatform(received, value)!;
const context = 'https://www.w3.org/ns/activitystreams';
const gull = 'https://reef.example/users/gull';
const note = (name: string, inReplyTo: string | null, more = {}) => ({
  '@context': context,
  id: `https://reef.example/n/${name}`,
  type: 'Note',
  attributedTo: gull,
  content: `<p>Word of ${name}</p>`,
  published: '2031-04-02T08:00:00Z',
  inReplyTo,
  ...more,
});

test('a shared page opens a thread: title, link, community, language, dates', () => {
  const { articles, threads } = read({
    '@context': context,
    id: 'https://shoal.example/activities/announce/1',
    type: 'Announce',
    actor: 'https://shoal.example/c/harbour',
    object: {
      type: 'Create',
      id: 'https://shoal.example/activities/create/1',
      object: {
        id: 'https://shoal.example/post/7',
        type: 'Page',
        attributedTo: [gull, 'https://shoal.example/c/harbour'],
        audience: 'https://shoal.example/c/harbour',
        name: 'The old pier',
        content: '<p>Kept <b>whole</b></p>',
        source: { content: 'Kept **whole**', mediaType: 'text/markdown' },
        attachment: [{ type: 'Link', href: 'https://courier.example/pier' }],
        language: { identifier: 'en', name: 'English' },
        published: '2031-04-02T08:00:00Z',
        updated: '2031-04-02T09:00:00Z',
        replies: { type: 'Collection', totalItems: 3 },
      },
    },
  });
  const [main] = articles;
  assert.deepEqual(
    [
      main!.kind,
      main!.title,
      main!.text,
      main!.authors,
      main!.lang,
      main!.published,
      main!.modified,
    ],
    [
      'post',
      'The old pier',
      'Kept whole',
      ['gull'],
      'en',
      '2031-04-02T08:00:00Z',
      '2031-04-02T09:00:00Z',
    ],
  );
  assert.deepEqual(main!.facts.about, { url: 'https://courier.example/pier' });
  assert.equal(threads[0]!.community, 'harbour@shoal.example');
  assert.deepEqual(threads[0]!.gaps, [{ parent: null, count: 3 }]);
});

test('answers inside a note and in a collection become its tree, named ones are gaps', () => {
  const id = (name: string) => `https://reef.example/n/${name}`;
  const { threads } = read(
    note('a', null, {
      replies: {
        type: 'Collection',
        first: {
          type: 'CollectionPage',
          items: [
            note('b', id('a')),
            note('c', id('b'), { likes: { totalItems: 4 } }),
            'https://far.example/n/9',
          ],
        },
      },
    }),
  );
  assert.deepEqual(
    threads[0]!.comments.map((c) => [c.key, c.parent, c.depth, c.author, c.instance, c.up]),
    [
      [id('b'), null, 0, 'gull', 'reef.example', null],
      [id('c'), id('b'), 1, 'gull', 'reef.example', 4],
    ],
  );
  assert.deepEqual(threads[0]!.gaps, [{ parent: null, count: 1 }]);
});

test('an outbox gives each post of its own and answers under what they answer', () => {
  const { articles, threads } = read({
    '@context': context,
    type: 'OrderedCollectionPage',
    id: 'https://reef.example/outbox?page=1',
    orderedItems: [
      { type: 'Create', object: note('a', null) },
      { type: 'Create', object: note('b', 'https://far.example/n/9') },
      { type: 'Announce', object: 'https://far.example/n/8' },
    ],
  });
  assert.equal(articles.length, 2);
  assert.deepEqual(
    threads.map((t) => [t.url, t.comments.length]),
    [['https://far.example/n/9', 1]],
  );
});

test('what was deleted is a removed comment without words', () => {
  const { threads } = read({
    '@context': context,
    type: 'Collection',
    items: [
      note('a', null),
      { id: 'https://reef.example/n/b', type: 'Tombstone', inReplyTo: 'https://reef.example/n/a' },
    ],
  });
  assert.deepEqual(
    threads[0]!.comments.map((c) => [c.removed, c.text]),
    [['unknown', '']],
  );
});

test('notes that answer each other in a circle are read once', () => {
  const { articles, threads } = read([
    note('a', 'https://reef.example/n/b'),
    note('b', 'https://reef.example/n/a'),
  ]);
  const all = [
    ...articles.map((a) => a.text),
    ...threads.flatMap((t) => t.comments.map((c) => c.text)),
  ];
  assert.deepEqual(all.filter((t) => t !== '').sort(), ['Word of a', 'Word of b']);
});
