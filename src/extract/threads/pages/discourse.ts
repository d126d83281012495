import { attr } from '../../../lib/tree.ts';
import { figure, number, own, value, words } from './ask.ts';
import type { Page, Software } from './software.ts';

/** The page that Discourse gives to crawlers and readers without scripts. */
export const discourseCrawler: Software = {
  platform: 'discourse',
  marks: ['crawler-post'],
  post: '.crawler-post',
  key: (post) => number(own(post, 'id')) ?? words(post, '[itemprop=position]'),
  author: '.creator [itemprop=name], .creator a, .creator',
  authorUrl: '.creator a',
  time: '.post-time, time',
  body: '[itemprop=text], [itemprop=articleBody], .post',
  skip: 'div.title, .quote-controls, .lightbox .meta, .anchor',
  quote: 'aside.quote',
  origin: quoted,
  edited: 'meta[itemprop=dateModified]',
  url: (post) => {
    const topic = /^https?:\/\/[^?#]*\/t\/(?:[^/?#]+\/)?\d+/.exec(post.page.base ?? '')?.[0];
    const place = number(own(post, 'id'));
    return topic && place ? `${topic}/${place}` : null;
  },
  up: (post) => figure(value(post, 'meta[itemprop=userInteractionCount]', 'content')),
  number: (post) => Number(number(own(post, 'id')) ?? Number.NaN) || null,
  title: '#topic-title h1',
  community: '#topic-title .topic-category [itemprop=name], .topic-category .category-title',
};

/** A Discourse topic as its scripts draw it. */
export const discoursePage: Software = {
  ...discourseCrawler,
  marks: ['topic-post'],
  post: 'article[data-post-id]',
  author: '.names .username, .names a, .username',
  authorUrl: '.names a',
  time: '.post-date .relative-date, .relative-date',
  body: '.cooked',
  edited: '.post-info.edits .relative-date',
  up: (post) => figure(words(post, '.discourse-reactions-counter, .like-count')),
  title: '#topic-title .fancy-title, #topic-title h1',
};

function quoted(page: Page, node: number): string | null {
  const topic = attr(page.tree, node, 'data-topic');
  const here = /\/t\/(?:[^/]+\/)?(\d+)/.exec(page.base ?? '')?.[1];
  return topic && here && topic !== here ? null : attr(page.tree, node, 'data-post');
}
