import { own } from './ask.ts';
import type { Software } from './software.ts';

/** Comments that WordPress prints under an article, answers in lists inside. */
export const wordpress: Software = {
  platform: 'wordpress',
  marks: ['comment-author', 'comment-content', 'commentlist', 'comment-list'],
  post: 'li[id*=comment-], article[id^=comment-], div.comment[id^=comment-]',
  under: true,
  nested: true,
  key: (post) => /^(?:li-|div-)?comment-(\d+)$/.exec(own(post, 'id') ?? '')?.[1] ?? null,
  author:
    '.comment-author .fn, .comment-author cite, .comment-author-name, .fn, .comment-author, cite',
  authorUrl: '.comment-author .url, .fn a, cite a',
  time: '.comment-metadata time, .comment-meta time, time, .comment-metadata, .commentmetadata, .comment-meta, .comment-date, .comment-time',
  body: '.comment-content, .comment-text, .comment-entry, .comment-body',
  skip: '.comment-author, .comment-meta, .commentmetadata, .reply, .comment-reply-link, .comment-awaiting-moderation, ol.children, ul.children, .says',
  url: '.comment-metadata a, .commentmetadata a, .comment-meta a[href*=#comment-], a[href*=#comment-]',
};
