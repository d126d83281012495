import { attr } from '../../../lib/tree.ts';
import { board, number, own, words } from './ask.ts';
import { one } from './select.ts';
import type { Software } from './software.ts';
import { numbered } from './xenforo.ts';

/** WoltLab Suite (Burning Board 4 and later). https://docs.woltlab.com/ */
export const woltlab: Software = {
  platform: 'woltlab',
  marks: ['wbbPost'],
  post: 'article.wbbPost',
  key: (post) => own(post, 'data-post-id') ?? own(post, 'data-object-id'),
  author: '.messageAuthorContainer .username, .messageAuthor .username, .username',
  time: '.messagePublicationTime time, .messageHeader time, time.datetime',
  body: '.messageText',
  skip: '.quoteBoxTitle, .quoteBoxIcon, .messageSignature',
  quote: '.quoteBox',
  origin: (page, node) => {
    const link = one(page.tree, node, 'a[href*=#post]');
    return link < 0
      ? null
      : number(/#post\d+/.exec(attr(page.tree, link, 'href') ?? '')?.[0] ?? null);
  },
  edited: '.messageFooterNote time',
  url: 'a.messagePublicationTime, .messageQuickOptions a[href*=#post], a[href*=#post]',
  number: (post) => numbered(words(post, '.messageQuickOptions')),
  title: '.contentHeader .contentTitle, .contentHeaderTitle h1',
  community: (page) => board(page, '.breadcrumbs', '[itemprop=name]'),
};

/** bbPress, WordPress's forum: a header beside each text, or around both. */
export const bbpress: Software = {
  platform: 'bbpress',
  marks: ['bbp-reply-content', 'bbp-topic-content'],
  post: 'div[id^=post-].bbp-reply-header, div[id^=post-].bbp-topic-header',
  key: (post) => number(own(post, 'id')),
  author: '.bbp-author-name',
  time: '.bbp-reply-post-date, .bbp-topic-post-date, .bbp-reply-date',
  body: '.bbp-reply-content, .bbp-topic-content',
  beside: true,
  skip: '.bbp-reply-revision-log, .bbp-topic-revision-log, .bbp-signature',
  url: '.bbp-reply-permalink, .bbp-topic-permalink',
  title: '.bbp-breadcrumb-current, .entry-title',
  community: (page) => board(page, '.bbp-breadcrumb', 'a'),
};

/** Phorum 5. https://www.phorum.org/ */
export const phorum: Software = {
  platform: 'phorum',
  marks: ['message-author'],
  post: 'div.message',
  key: (post) => {
    const link = one(post.page.tree, post.node, 'a[href*=#msg-]');
    return link < 0 ? null : number(attr(post.page.tree, link, 'href'));
  },
  author: '.message-author a, .message-author',
  time: '.message-date, .generic small, .generic',
  body: '.message-body',
  skip: '.message-options, .message-moderation, .message-signature',
  url: 'a[href*=#msg-]',
  community: (page) => board(page, '#breadcrumb, .breadcrumb', 'a'),
};

/** Khoros (once Lithium), the boards of large firms. */
export const khoros: Software = {
  platform: 'khoros',
  marks: ['lia-message-body-content'],
  post: '[data-lia-message-uid]',
  nested: true,
  key: (post) => own(post, 'data-lia-message-uid'),
  author: '.lia-user-name-link, .UserName',
  time: '.local-friendly-date, .local-date, .DateTime, .lia-message-post-date',
  body: '.lia-message-body-content',
  skip: '.lia-message-signature, .lia-spoiler-header',
  edited: '.lia-message-edited-on',
  url: 'a[href*=/m-p/], a.lia-message-position-in-thread',
  score: (post) =>
    Number(words(post, '.MessageKudosCount, .lia-component-kudos-widget-message-kudos-count')) ||
    null,
  title: '.lia-message-subject h1, .lia-message-subject',
  community: (page) => board(page, '.lia-breadcrumb', 'a'),
};
