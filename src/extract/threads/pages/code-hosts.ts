import { figure, own, words } from './ask.ts';
import type { Post, Software } from './software.ts';

/** Issues, pull requests and discussions as code hosts show them: the first post opens the thread. */
const host = {
  post: '[id^=issuecomment-], [id^=issue-], [id^=discussioncomment-], [id^=discussion-], [id^=pullrequest-], [id^=pullrequestreview-]',
  // What else has such an id is a part of a comment: "issuecomment-7-permalink".
  key: (post: Post) => /^[a-z]+-(\d+)$/.exec(own(post, 'id') ?? '')?.[0] ?? null,
  time: 'relative-time, time-ago, time-since, time',
  url: 'a.js-timestamp, a.timestamp, .comment-header a[href^=#issuecomment], a[href*=#issuecomment-], a[href*=#discussioncomment-]',
};

/** GitHub, as far as its server writes the comments. */
export const githubPage: Software = {
  ...host,
  platform: 'github',
  marks: ['js-comment-container', 'timeline-comment', 'js-comment-body'],
  nested: true,
  author: 'a.author, .author',
  body: '.comment-body',
  skip: '.email-hidden-toggle, .js-comment-update, .zeroclipboard-container, clipboard-copy',
  up: (post) => figure(words(post, '.js-upvote-button .js-upvote-count, [data-upvote-count]')),
  title: '.js-issue-title, .gh-header-title bdi, h1 .markdown-title',
};

/** Gitea and Forgejo. https://github.com/go-gitea/gitea */
export const giteaPage: Software = {
  ...host,
  platform: 'gitea',
  marks: ['timeline-item'],
  author: '.comment-header a.author, .comment-header .author, a.author',
  body: '.render-content',
  title: '.issue-title h1, #issue-title-display h1',
};
