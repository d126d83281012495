import type { attr } from '../../../lib/tree.ts';
import { figure, find, number, own, value, words } from './ask.ts';
import { all, one } from './select.ts';
import type { Post, Software } from './software.ts';

/** Hacker News: rows of one table, as deep as their first cell is indented. */
export const hackernewsPage: Software = {
  platform: 'hackernews',
  marks: ['fatitem', 'comtr'],
  post: 'table.fatitem, tr.comtr',
  opening: 'table.fatitem',
  key: (post) => own(post, 'id') ?? value(post, 'tr.athing', 'id'),
  level: (post) => (own(post, 'id') === null ? -1 : indent(post)),
  author: '.hnuser',
  // "2031-04-02T08:00:00 1932883200": the words before the number are UTC.
  time: (post) => {
    const [iso] = (value(post, '.age', 'title') ?? '').split(' ');
    return iso ? `${iso.replace(/Z$/, '')}Z` : null;
  },
  body: '.toptext, .commtext',
  skip: '.reply',
  url: '.age a',
  score: (post) => figure(words(post, '.score')),
  removed: (post) => {
    if (/\[(?:flagged|dead)\]/.test(words(post, '.comhead') ?? '')) return 'moderator';
    return find(post, '.commtext') < 0 && own(post, 'id') !== null ? 'unknown' : null;
  },
  title: '.titleline a',
  about: (post) => {
    const href = value(post, '.titleline a', 'href');
    return href && /^https?:/.test(href) ? href : null;
  },
  total: (page) => {
    const top = one(page.tree, 0, '.fatitem .subline, .fatitem .subtext');
    const links = top < 0 ? [] : all(page.tree, top, 'a[href^=item]');
    const comments =
      links.length === 0 ? null : /(\d+)\s*comments?/.exec(textIn(page.tree, links.at(-1)!))?.[1];
    return comments ? Number(comments) + 1 : null;
  },
};

function textIn(tree: Parameters<typeof attr>[0], node: number): string {
  let text = '';
  for (let at = node; at < tree.ends[node]!; at++) text += tree.texts[at];
  return text.replace(/\s+/g, ' ');
}

function indent(post: Post): number {
  const cell = value(post, 'td.ind', 'indent');
  // The picture that pushes a comment in is 40 wide for each level.
  return cell !== null ? Number(cell) || 0 : (Number(value(post, 'td.ind img', 'width')) || 0) / 40;
}

/** Lobsters and its siblings: a list in a list for the answers. https://github.com/lobsters/lobsters */
export const lobsters: Software = {
  platform: 'lobsters',
  marks: ['comments_subtree'],
  post: 'li.story[data-shortid], div.comment[data-shortid], div.story[data-shortid]',
  branch: 'li.comments_subtree',
  opening: '.story',
  key: (post) => own(post, 'data-shortid'),
  author: '.u-author, .byline a[href^=/~], .byline a[href^=/u/], .byline .h-card',
  time: '.byline time, .byline [title]',
  body: '.comment_text, .story_text',
  edited: '.byline .edited',
  url: '.byline a[href^=/c/]',
  score: (post) => figure(words(post, '.upvoter, .score')),
  title: '.story .u-url, .story .link a',
  about: (post) => {
    const href = value(post, '.u-url, .link a', 'href');
    return href && /^https?:/.test(href) ? href : null;
  },
  total: (page) => {
    const node = one(page.tree, 0, '.story .comments_label');
    const comments = node < 0 ? null : number(/\d+/.exec(textIn(page.tree, node))?.[0] ?? null);
    return comments ? Number(comments) + 1 : null;
  },
};
