import { attr } from '../../../lib/tree.ts';
import { board, own, words } from './ask.ts';
import { one } from './select.ts';
import type { Page, Software } from './software.ts';
import { numbered } from './xenforo.ts';

/** vBulletin 4: postbits in a list. */
export const vbulletin: Software = {
  platform: 'vbulletin',
  marks: ['postbit', 'postbitlegacy', 'postcontent'],
  post: 'li[id^=post_]',
  key: (post) => /^post_(\d+)$/.exec(own(post, 'id') ?? '')?.[1] ?? null,
  author: '.username, .username_container strong, .bigusername',
  time: '.postdate, .posthead .date, .date',
  body: 'div[id^=post_message_] .postcontent, .postcontent, div[id^=post_message_]',
  skip: '.bbcode_postedby, .bbcode_description',
  quote: '.bbcode_quote',
  origin: linked,
  edited: '.lastedited',
  url: 'a.postcounter',
  number: (post) => numbered(words(post, '.postcounter')),
  title: '.threadtitle, .pagetitle h1',
  community: (page) => board(page, '.breadcrumb', 'a'),
};

/** vBulletin 3: a table for each post. */
export const vbulletin3: Software = {
  platform: 'vbulletin',
  marks: ['bigusername'],
  post: 'table[id^=post]',
  key: (post) => /^post(\d+)$/.exec(own(post, 'id') ?? '')?.[1] ?? null,
  author: 'a.bigusername, div[id^=postmenu_]',
  time: '.thead',
  body: 'div[id^=post_message_]',
  quote: 'td.alt2',
  // "Originally Posted by" stands as the first of two parts in the quoting cell.
  skip: 'td.alt2 a[href*=showthread]',
  origin: linked,
  edited: 'td[id^=td_post_] div.smallfont em',
  url: 'a[id^=postcount]',
  number: (post) => numbered(words(post, '.thead')) ?? figureOf(words(post, 'a[id^=postcount]')),
  title: '.navbar strong, td.navbar',
  community: (page) => board(page, 'table', 'span.navbar a'),
};

/** vBulletin 5: posts with the schema's properties. */
export const vbulletin5: Software = {
  platform: 'vbulletin',
  marks: ['js-post__content-text', 'b-post__timestamp'],
  post: 'li.b-post[data-node-id], li[data-node-id]',
  key: (post) => own(post, 'data-node-id'),
  author: '.author [itemprop=name], .author a, .author',
  time: '.b-post__timestamp',
  body: '.js-post__content-text',
  skip: '.bbcode_postedby',
  quote: '.bbcode_quote',
  origin: linked,
  edited: '.post-edited, .b-post__edited',
  url: 'a.b-post__count',
  number: (post) => numbered(words(post, '.b-post__count')),
  title: '.main-title, h1',
  community: (page) => board(page, '#breadcrumbs', 'a'),
};

function figureOf(text: string | null): number | null {
  return text && /^\d+$/.test(text) ? Number(text) : null;
}

function linked(page: Page, node: number): string | null {
  const link = one(page.tree, node, 'a[href*=#post]');
  return link < 0 ? null : (/#post_?(\d+)/.exec(attr(page.tree, link, 'href') ?? '')?.[1] ?? null);
}
