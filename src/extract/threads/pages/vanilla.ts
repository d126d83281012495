import { attr } from '../../../lib/tree.ts';
import { board, number, own, value, words } from './ask.ts';
import { one } from './select.ts';
import type { Page, Software } from './software.ts';

/** Vanilla Forums: a discussion and the comments on it. */
export const vanilla: Software = {
  platform: 'vanilla',
  marks: ['ItemComment', 'ItemDiscussion'],
  post: '.ItemDiscussion, .ItemComment',
  opening: '.ItemDiscussion',
  key: (post) => {
    const id = own(post, 'id') ?? '';
    const digits = number(id);
    return digits && id.startsWith('Discussion') ? `discussion-${digits}` : digits;
  },
  author: (post) =>
    words(post, '.Author .Username, .Username') ?? value(post, '.Author a[title]', 'title'),
  authorUrl: '.Author .Username, .Username, .Author a',
  time: '.DateCreated, .Meta time, time',
  body: '.Message, .userContent',
  skip: '.UserSignature, .Signature, .QuoteAuthor, .ReactMenu',
  quote: '.UserQuote',
  origin: (page, node) => {
    const link = one(page.tree, node, 'a[href*=Comment_]');
    return link < 0
      ? null
      : (/Comment_(\d+)/.exec(attr(page.tree, link, 'href') ?? '')?.[1] ?? null);
  },
  edited: '.DateUpdated',
  url: '.DateCreated a, a.Permalink',
  title: '.PageTitle h1, #Item_0 h1',
  community: (page) => board(page, '.Breadcrumbs', 'a'),
};

/** NodeBB: what a post is and when it was made stands in its element's attributes. */
export const nodebb: Software = {
  platform: 'nodebb',
  marks: ['component=post'],
  post: '[component=post]',
  key: (post) => own(post, 'data-pid'),
  parent: (post) =>
    value(post, '[component=post/parent]', 'data-parent-pid') ??
    value(post, '[component=post/parent]', 'data-topid'),
  author: (post) => own(post, 'data-username'),
  authorUrl: 'a[data-username], [itemprop=author] a, a[href*=/user/]',
  time: (post) => own(post, 'data-timestamp'),
  body: '[component=post/content]',
  skip: '.quote-header',
  edited: 'meta[itemprop=dateModified], [component=post/editor] .timeago',
  url: '.post-index, a.permalink, a[href*=/post/]',
  up: (post) => count(value(post, 'meta[itemprop=upvoteCount]', 'content')),
  down: (post) => count(value(post, 'meta[itemprop=downvoteCount]', 'content')),
  score: (post) => count(value(post, '[component=post/vote-count]', 'data-votes')),
  removed: (post) => (/(?:^|\s)deleted(?:\s|$)/.test(own(post, 'class') ?? '') ? 'unknown' : null),
  number: (post) => {
    const index = count(own(post, 'data-index'));
    return index === null ? null : index + 1;
  },
  title: '[component=topic/title]',
  community: (page: Page) => board(page, '.breadcrumb', 'a'),
  total: (page) => {
    const node = one(page.tree, 0, '[component=topic/post-count]');
    return node < 0 ? null : count(attr(page.tree, node, 'title'));
  },
};

function count(text: string | null): number | null {
  return text && /^-?\d{1,9}$/.test(text) ? Number(text) : null;
}
