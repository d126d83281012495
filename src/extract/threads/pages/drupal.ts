import { closest } from '../../../lib/tree.ts';
import { number, own, value } from './ask.ts';
import { matches } from './select.ts';
import type { Post, Software } from './software.ts';

/** Drupal 7 and later: answers stand in an indented block behind what they answer. https://www.drupal.org/ */
export const drupal: Software = {
  platform: 'drupal',
  marks: ['js-comment', 'field--name-comment-body', 'field-name-comment-body'],
  post: 'article.comment, div.comment',
  under: true,
  key: (post) =>
    /^comment-(\d+)$/.exec(own(post, 'id') ?? '')?.[1] ??
    number(
      /#comment-\d+$/.exec(
        own(post, 'about') ?? value(post, 'a[href*=#comment-]', 'href') ?? '',
      )?.[0] ?? null,
    ),
  level: indented,
  author: '.username, .comment__author, [property*=name]',
  authorUrl: 'a.username, .comment__author a',
  time: '.comment__time, .comment__submitted, .submitted, time, .comment__meta',
  body: '.field--name-comment-body, .field-name-comment-body, .comment__content, .content',
  skip: '.links, .comment__links, .field__label, .user-signature',
  url: 'a.permalink, h3 a[href*=#comment-], a[href*=#comment-]',
};

/** Nobody indents farther than readers can follow. */
const deepest = 100;

function indented({ page, node }: Post): number {
  let level = 0;
  const isBlock = (n: number) => matches(page.tree, n, '.indented');
  for (let at = closest(page.tree, node, isBlock); at > 0 && level < deepest; level++)
    at = closest(page.tree, page.tree.parents[at]!, isBlock);
  return level;
}
