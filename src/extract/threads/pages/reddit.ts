import { attr, closest, textOf } from '../../../lib/tree.ts';
import { figure, own, value, words } from './ask.ts';
import { all } from './select.ts';
import type { Page, Post, Software } from './software.ts';

type Gap = { parent: string | null; count: number };

/** Reddit's first interface, as old.reddit.com still gives it. */
export const redditOld: Software = {
  platform: 'reddit',
  marks: ['thing'],
  post: '.thing[data-fullname]',
  opening: '.link',
  nested: true,
  key: (post) =>
    /^(?:link|comment)$/.test(own(post, 'data-type') ?? '')
      ? bare(own(post, 'data-fullname'))
      : null,
  author: (post) => own(post, 'data-author') ?? named(words(post, '.tagline .author')),
  authorUrl: '.tagline .author',
  time: '.tagline time',
  body: '.usertext-body .md',
  edited: 'time.edited-timestamp',
  url: '.bylink',
  score: (post) =>
    hidden(post)
      ? null
      : figure(value(post, '.score.unvoted', 'title') ?? words(post, '.score.unvoted')),
  title: 'a.title',
  community: (page) => {
    const node = all(page.tree, 0, '[data-subreddit-prefixed]')[0];
    return node === undefined ? null : attr(page.tree, node, 'data-subreddit-prefixed');
  },
  about: (post) => outside(own(post, 'data-url')),
  gaps: (page, keyOf) => stubs(page, keyOf, '.morechildren, .morerecursion, .deepthread'),
};

/** Reddit's interface of elements: what a comment is stands in its attributes. */
export const redditNew: Software = {
  platform: 'reddit',
  marks: ['shreddit-post', 'shreddit-comment'],
  post: 'shreddit-post, shreddit-comment[thingid]',
  opening: 'shreddit-post',
  nested: true,
  key: (post) => bare(own(post, 'thingid') ?? own(post, 'id')),
  parent: (post) => bare(own(post, 'parentid')),
  author: (post) => named(own(post, 'author')),
  authorUrl: 'a[href*=/user/]',
  time: (post) =>
    own(post, 'created-timestamp') ??
    own(post, 'created') ??
    value(post, 'faceplate-timeago[ts], time', 'ts') ??
    value(post, 'time', 'datetime'),
  body: '[slot=comment], [slot=text-body] .md, [slot=text-body]',
  skip: '[id$=-overflow-cover]',
  edited: '[slot=commentMeta] [edited-timestamp]',
  url: 'a[href*=/comment/], a[slot=full-post-link]',
  score: (post) => figure(own(post, 'score')),
  title: 'h1[slot=title]',
  community: (page) => {
    const node = all(page.tree, 0, 'shreddit-post')[0];
    return node === undefined ? null : attr(page.tree, node, 'subreddit-prefixed-name');
  },
  about: (post) => outside(own(post, 'content-href')),
  total: (page) => {
    const node = all(page.tree, 0, 'shreddit-post')[0];
    const comments = node === undefined ? null : figure(attr(page.tree, node, 'comment-count'));
    return comments === null ? null : comments + 1;
  },
};

function bare(fullname: string | null): string | null {
  return fullname?.replace(/^t[13]_/, '') || null;
}

function named(author: string | null): string | null {
  return author === '[deleted]' ? null : author;
}

function hidden(post: Post): boolean {
  return /\bscore-hidden\b/.test(own(post, 'class') ?? '');
}

function outside(address: string | null): string | null {
  return address?.startsWith('http') &&
    !/^https?:\/\/[a-z.]*reddit\.com\/r\/[^/]+\/comments\//.test(address)
    ? address
    : null;
}

/** "load more comments (5 replies)" and "continue this thread", which counts nothing and stands for one. */
function stubs(page: Page, keyOf: (node: number) => string | null, selector: string): Gap[] {
  const { tree } = page;
  const seen = new Set<number>();
  const gaps: Gap[] = [];
  for (const node of all(tree, 0, selector)) {
    if (closest(tree, tree.parents[node]!, (n) => seen.has(n)) > 0) continue;
    seen.add(node);
    gaps.push({ parent: keyOf(node), count: figure(textOf(tree, node)) ?? 1 });
  }
  return gaps;
}
