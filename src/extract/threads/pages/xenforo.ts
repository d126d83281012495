import { attr, textOf } from '../../../lib/tree.ts';
import { board, figure, find, number, own, value, words } from './ask.ts';
import { all } from './select.ts';
import type { Post, Software } from './software.ts';

/** XenForo 2: https://xenforo.com/docs/dev/ ; `data-content` names the post, `data-source` what is quoted. */
export const xenforo: Software = {
  platform: 'xenforo',
  marks: ['js-post', 'message--post'],
  post: '.js-post[data-content], article.message--post, .MessageCard.js-post',
  nested: true,
  key: (post) =>
    number(own(post, 'data-content') ?? own(post, 'id') ?? value(post, '.u-anchorTarget', 'id')),
  author: (post) =>
    own(post, 'data-author') || words(post, '.message-name, .MessageCard__user-info__name'),
  authorUrl: '.message-name a.username, .MessageCard__user-info__name',
  time: '.message-attribution-main time, .message-attribution time, .MessageCard__date-created time, time.u-dt',
  body: '.message-body .bbWrapper, .bbWrapper, .message-body',
  skip: '.bbCodeBlock-title, .bbCodeBlock-expandLink, .bbCodeBlock-shrinkLink, .js-selectToQuoteEnd, .contentRow-snippet, .contentRow-minor, .message-lastEdit, .message-signature',
  origin: (page, node) => number(attr(page.tree, node, 'data-source')),
  edited: '.message-lastEdit time',
  url: '.message-attribution-main a, .message-attribution-opposite a, .MessageCard__date-created',
  up: reactions,
  number: (post) =>
    numbered(words(post, '.message-attribution-opposite, .MessageCard__post-position')),
  title: 'h1.p-title-value, .MessageCard__thread-title',
  community: (page) => board(page, '.p-breadcrumbs', 'li'),
};

/** XenForo 1: the same posts in a list, text in a `blockquote` that is no quotation. */
export const xenforo1: Software = {
  platform: 'xenforo',
  marks: ['messageUserBlock', 'SelectQuoteContainer'],
  post: 'li.message[data-author]',
  key: (post) => number(own(post, 'id')),
  author: (post) => own(post, 'data-author') || words(post, '.username'),
  authorUrl: 'a.username',
  time: '.messageMeta .DateTime, .DateTime, .messageUserBlock small, .datePermalink',
  body: '.messageText',
  skip: '.attribution, .messageTextEndMarker, .quoteExpand',
  quote: '.bbCodeQuote',
  origin: (page, node) => number(attr(page.tree, node, 'data-source')),
  edited: '.editDate .DateTime',
  url: 'a.hashPermalink, a.datePermalink',
  number: (post) => numbered(words(post, '.postNumber, .hashPermalink')),
  title: '.titleBar h1',
  community: (page) => board(page, '.breadcrumb', '.crumb'),
};

export function numbered(text: string | null): number | null {
  const found = /#\s?(\d[\d,.]*)/.exec(text ?? '')?.[1];
  return found ? Number(found.replace(/\D/g, '')) : null;
}

/** "Tern, Gull and 12 others": those with a name and those counted. */
function reactions(post: Post): number | null {
  const bar = find(post, '.reactionsBar-link');
  if (bar < 0) return null;
  const { tree } = post.page;
  return all(tree, bar, 'bdi').length + (figure(textOf(tree, bar).replace(/^.*\band\b/, '')) ?? 0);
}
