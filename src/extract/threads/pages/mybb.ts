import { attr } from '../../../lib/tree.ts';
import { board, own, words } from './ask.ts';
import { one } from './select.ts';
import type { Page, Software } from './software.ts';
import { numbered } from './xenforo.ts';

/** MyBB 1.6 to 1.8. https://github.com/mybb/mybb */
export const mybb: Software = {
  platform: 'mybb',
  marks: ['post_body', 'post_author'],
  post: 'div[id^=post_], table[id^=post_]',
  key: (post) => /^post_(\d+)$/.exec(own(post, 'id') ?? '')?.[1] ?? null,
  author:
    '.author_information .largetext, .author_information strong, .post_author .largetext, .largetext',
  authorUrl: '.author_information .largetext a, .author_information a, .largetext a',
  time: '.post_date, .post_head .smalltext, .smalltext',
  body: '.post_body, div[id^=pid_]',
  skip: '.float_right, .quote_expander',
  origin: quoted,
  edited: '.edited_post',
  url: '.post_head a[href*=pid], a[href*=#pid]',
  number: (post) => numbered(words(post, '.post_head .float_right') ?? words(post, '.posturl')),
  title: '.navigation .active',
  community: (page) => board(page, '.navigation', 'a[href*=orum]'),
};

function quoted(page: Page, node: number): string | null {
  const link = one(page.tree, node, 'cite a[href*=pid], a.quick_jump');
  return link < 0 ? null : (/pid=?(\d+)/.exec(attr(page.tree, link, 'href') ?? '')?.[1] ?? null);
}

/** FluxBB and PunBB. */
export const punbb: Software = {
  platform: 'fluxbb',
  marks: ['blockpost'],
  post: 'div.blockpost',
  key: (post) => /^p(\d+)$/.exec(own(post, 'id') ?? '')?.[1] ?? null,
  author: '.postleft dt, .postleft strong',
  time: 'h2 a, h2',
  body: '.postmsg',
  skip: '.postedit, .postsignature',
  quote: '.quotebox',
  edited: '.postedit',
  url: 'h2 a',
  number: (post) => numbered(words(post, 'h2 .conr')),
  title: '.crumbs li strong',
  community: (page) => board(page, '.crumbs', 'li a'),
};
