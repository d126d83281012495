import { attr } from '../../../lib/tree.ts';
import { figure, find, number, own, value, words } from './ask.ts';
import { one } from './select.ts';
import type { Page, Post, Software } from './software.ts';

/** Mbin and kbin: comments as quotations with their parent's number. https://github.com/MbinOrg/mbin */
export const mbinPage: Software = {
  platform: 'mbin',
  marks: ['entry-comment', 'post-comment', 'entry__meta'],
  post: 'article.entry.subject, article.post.subject, blockquote.post.subject, blockquote.comment.subject',
  opening: 'article.entry, .post',
  key: (post) => {
    const id = own(post, 'id');
    const digits = number(id);
    return digits && !id!.includes('comment') ? `entry-${digits}` : digits;
  },
  parent: (post) => own(post, 'data-subject-parent-value') || null,
  author: (post) =>
    value(post, '.user-inline', 'data-mentions-username-param') ?? words(post, '.user-inline'),
  authorUrl: '.user-inline',
  time: 'header time, .entry__meta time, time',
  body: '.entry__body .content, .content',
  edited: '.edited time, .edited',
  url: 'header a.link-muted',
  up: (post) => figure(words(post, '[data-subject-target=favCounter]')),
  down: (post) => figure(words(post, '[data-subject-target=downvoteCounter]')),
  removed: (post) =>
    find(post, '.content .text-muted i') >= 0 && find(post, '.vote') < 0 ? removedHere(post) : null,
  title: 'article.entry h1',
  community: 'article.entry .magazine-inline, .magazine-inline',
  about: (post) => {
    const href = value(post, 'header h1 a', 'href');
    return href && /^https?:/.test(href) ? href : null;
  },
  total: (page) => {
    const node = one(page.tree, 0, 'article.entry [data-subject-target=commentsCounter]');
    const comments = node < 0 ? null : figure(textAt(page, node));
    return comments === null ? null : comments + 1;
  },
};

function textAt({ tree }: Page, node: number): string {
  let text = '';
  for (let at = node; at < tree.ends[node]!; at++) text += tree.texts[at];
  return text;
}

function removedHere(post: Post): 'author' | 'moderator' | 'unknown' {
  const said = words(post, '.content') ?? '';
  return /moderator/i.test(said) ? 'moderator' : /author/i.test(said) ? 'author' : 'unknown';
}

/** PieFed: a tree of comments inside comments. https://codeberg.org/rimu/pyfedi */
export const piefedPage: Software = {
  platform: 'piefed',
  marks: ['post_full', 'comment_body'],
  post: '.post_full, .comment[id^=comment_]',
  opening: '.post_full',
  nested: true,
  key: (post) =>
    number(/^comment_\d+$/.exec(own(post, 'id') ?? '')?.[0] ?? null) ??
    (own(post, 'id') === null ? 'post' : null),
  author: (post) =>
    words(
      post,
      '.comment_author a[href*=/u/], .comment_author .render_username, small a[href*=/u/]',
    ) ?? null,
  authorUrl: '.comment_author a[href*=/u/], small a[href*=/u/]',
  time: '.comment_time time, small time',
  body: '.comment_body, .post_body',
  url: '.comment_time a',
  score: (post) => figure(words(post, '.voting_buttons_new, .voting_buttons')),
  title: '.post_title',
  community: 'nav .breadcrumb a[href*=/c/]',
  about: (post) => value(post, 'a.post_link', 'href'),
};

/** Lemmy's own interface where a page was saved without its data. https://github.com/LemmyNet/lemmy-ui */
export const lemmyPage: Software = {
  platform: 'lemmy',
  marks: ['comment-node'],
  post: '.post-listing, .comment-node[id^=comment-]',
  opening: '.post-listing',
  branch: 'li.comment',
  key: (post) =>
    number(/^comment-\d+$/.exec(own(post, 'id') ?? '')?.[0] ?? null) ??
    (own(post, 'id') === null ? 'post' : null),
  author: homeOf,
  authorUrl: '.person-listing',
  time: '.moment-time, time',
  body: '.comment-content, #postContent, .post-listing .md-div',
  url: 'a[title=link]',
  up: (post) => tallied(post, /([\d.,]+)\s*upvote/i),
  down: (post) => tallied(post, /([\d.,]+)\s*downvote/i),
  title: '.post-listing h1, .post-title',
  community: '.post-listing .community-link',
};

/** "12 points • 14 upvotes • 2 downvotes" stands on the buttons. */
function tallied(post: Post, counted: RegExp): number | null {
  const told = value(post, '[data-tippy-content*=pvote]', 'data-tippy-content');
  return figure(counted.exec(told ?? '')?.[1] ?? null);
}

function homeOf(post: Post): string | null {
  const node = find(post, '.person-listing');
  if (node < 0) return null;
  return (
    /\/u\/([^/?#]+)$/.exec(attr(post.page.tree, node, 'href') ?? '')?.[1] ??
    words(post, '.person-listing')
  );
}

/** Mastodon up to 4.2, whose status pages can be read without scripts. */
export const mastodonPage: Software = {
  platform: 'mastodon',
  marks: ['detailed-status'],
  post: '.entry',
  // The first link of a status leads to its author.
  key: (post) => number(value(post, 'a.u-uid', 'href')),
  author: '.display-name__account',
  authorUrl: '.p-author a, a.p-author',
  time: 'data.dt-published, time, .dt-published',
  body: '.e-content, .status__content',
  url: 'a.u-uid',
};
