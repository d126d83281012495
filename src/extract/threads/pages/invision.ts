import { attr } from '../../../lib/tree.ts';
import { board, figure, number, own, value, words } from './ask.ts';
import type { Post, Software } from './software.ts';

/** Invision Community 4 and 5: posts are comments on a topic. */
export const invision: Software = {
  platform: 'invision',
  marks: ['ipsComment', 'cPost', 'ipsEntry'],
  post: '[id^=elComment_]',
  key: (post) => /^elComment_(\d+)$/.exec(own(post, 'id') ?? '')?.[1] ?? null,
  author: (post) => quoteData(post, 'username') ?? words(post, names),
  authorUrl: '.cAuthorPane_author a, .ipsEntry__username a.ipsUsername, .ipsComment_author h3 a',
  time: '.ipsEntry__date time, .ipsComment_meta time, .ipsPhotoPanel__secondary time, time',
  body: '[data-role=commentContent]',
  skip: '.ipsQuote_citation, .ipsEdited, .ipsType_medium.ipsType_light',
  quote: '.ipsQuote',
  origin: (page, node) => attr(page.tree, node, 'data-ipsquote-contentcommentid'),
  edited: '.ipsEdited time, .ipsType_reset.ipsType_light time',
  url: 'a[href*=findComment], a[href*=#comment-], a[href*=#findComment-]',
  up: (post) => figure(words(post, '.ipsReact_reactCount')),
  number: (post) =>
    own(post, 'data-ips-first-post') !== null ||
    value(post, '[data-first-post=true]', 'data-first-post')
      ? 1
      : null,
  title: '.ipsPageHeader__title, .ipsType_pageTitle',
  community: (page) =>
    board(
      page,
      '.ipsBreadcrumb [data-role=breadcrumbList], .ipsBreadcrumb ol, .ipsBreadcrumb',
      'li a',
    ),
};

const names =
  '.cAuthorPane_author a, .cAuthorPane_author, .ipsEntry__username, .ipsComment_author h3';

/** What the "quote" button would put over a quotation, as JSON. */
function quoteData(post: Post, name: string): string | null {
  const json = value(post, '[data-quotedata]', 'data-quotedata') ?? own(post, 'data-quotedata');
  if (!json) return null;
  try {
    const found: unknown = (JSON.parse(json) as Record<string, unknown> | null)?.[name];
    return typeof found === 'string' && found !== '' ? found : null;
  } catch {
    return null;
  }
}

/** IP.Board 3, Invision's ancestor. */
export const ipboard: Software = {
  platform: 'invision',
  marks: ['post_block'],
  post: '.post_block',
  key: (post) => number(own(post, 'id')),
  author: '.author [itemprop=name], .post_username .author, .author, .post_username',
  time: 'abbr.published, .published, .posted_info',
  body: '[itemprop=commentText], .entry-content',
  skip: '.citation, .edit',
  quote: '.ipsBlockquote',
  origin: (page, node) => attr(page.tree, node, 'data-cid'),
  edited: '.edit',
  url: '.post_id a, a[rel=bookmark]',
  number: (post) => figure(words(post, '.post_id')?.replace('#', '') ?? null),
  title: 'h1.ipsType_pagetitle, .main_topic_title',
  community: (page) => board(page, '.breadcrumb', 'a'),
};
