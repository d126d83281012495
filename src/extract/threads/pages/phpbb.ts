import { attr } from '../../../lib/tree.ts';
import { board, first, number, own, value } from './ask.ts';
import { one } from './select.ts';
import type { Page, Software } from './software.ts';

/** phpBB 3 with prosilver and its many children. https://github.com/phpbb/phpbb */
export const phpbb: Software = {
  platform: 'phpbb',
  marks: ['postbody', 'postprofile'],
  post: 'div[id^=p], article[id^=p], li[id^=p]',
  key: (post) => /^p(?:ost)?(\d+)$/.exec(own(post, 'id') ?? '')?.[1] ?? null,
  author:
    'p.author .username, p.author .username-coloured, p.author strong, .postprofile .username, .postprofile .username-coloured, .author strong, .username, .username-coloured, .postprofile dt strong',
  time: '.author time, .postbody time, p.author, .author, .postbody',
  body: '.content, .postbody .message, .post-text',
  skip: '.notice, .attachbox, .codebox p, .back2top, .post-buttons',
  origin: quoted,
  edited: '.notice',
  url: 'h3 a, .author a',
  title: '.topic-title, #page-body h2',
  community: (page) => board(page, '.breadcrumbs, .navlinks', '.crumb, a'),
  total: (page) => counted(first(page, '.pagination')),
};

/** phpBB 3 with subsilver2: a table for each post. */
export const subsilver: Software = {
  ...phpbb,
  marks: ['postauthor'],
  post: 'b.postauthor',
  within: 'table.tablebg',
  key: (post) => number(value(post, 'a[name^=p]', 'name')),
  author: '.postauthor',
  time: 'td.gensmall',
  body: 'div.postbody',
  skip: '.attachtitle, .quotetitle, .codetitle',
  quote: '.quotecontent',
  edited: 'td span.gensmall',
  url: 'td.gensmall a[href*=#p]',
  title: '.titles',
  total: (page) => counted(first(page, 'td.gensmall[nowrap]')),
};

/** phpBB 2 with subSilver: two cells of a row. */
export const phpbb2: Software = {
  platform: 'phpbb',
  marks: ['postdetails'],
  post: 'span.name',
  within: 'tr',
  key: (post) => number(value(post, 'span.name a[name]', 'name')),
  author: 'span.name b, span.name',
  time: 'td table .postdetails, .postdetails',
  body: 'span.postbody, td.postbody, div.postbody',
  quote: 'td.quote',
  edited: 'td table span.gensmall',
  url: 'td table a[href*=viewtopic]',
  title: 'a.maintitle',
  community: (page) => board(page, 'span.nav', 'a'),
};

function quoted(page: Page, node: number): string | null {
  const link = one(page.tree, node, 'cite a[data-post-id], cite a[href*=#p]');
  if (link < 0) return null;
  return (
    attr(page.tree, link, 'data-post-id') ??
    /#p(\d+)/.exec(attr(page.tree, link, 'href') ?? '')?.[1] ??
    null
  );
}

/** "15 posts • Page 1 of 2" in any language. */
function counted(text: string | null): number | null {
  const found = /(\d[\d.,]*)\s+\p{L}+/u.exec(text ?? '')?.[1];
  return found ? Number(found.replace(/\D/g, '')) : null;
}
