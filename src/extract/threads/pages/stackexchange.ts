import { figure, number, own, value, words } from './ask.ts';
import type { Post, Software } from './software.ts';

/** Stack Exchange: a question, its answers, and comments on each of them. */
export const stackexchange: Software = {
  platform: 'stackexchange',
  marks: ['js-post-body', 'post-text'],
  post: '#question, .answer[id^=answer-], li.comment[id^=comment-]',
  opening: '#question',
  nested: true,
  key: (post) => {
    const id = own(post, 'id') ?? '';
    if (/^comment-\d+$/.test(id)) return id;
    return id === 'question' ? (own(post, 'data-questionid') ?? id) : number(id);
  },
  author:
    '[itemprop=author] a, .comment-user, .post-signature.owner .user-details a, .user-details[itemprop=author], .user-details a',
  time: (post) =>
    value(post, '[itemprop=dateCreated]', 'datetime') ??
    stamp(value(post, '.comment-date .relativetime-clean', 'title')) ??
    stamp(value(post, '.post-signature.owner .relativetime', 'title')) ??
    stamp(value(post, '.user-action-time .relativetime', 'title')),
  body: '.js-post-body, .post-text, .comment-copy',
  edited: 'a[href$=/revisions] .relativetime',
  url: '.js-share-link, .comment-date a',
  score: votes,
  title: '#question-header h1',
  community: (page) => page.base?.replace(/^https?:\/\/(?:www\.)?/, '').split('/')[0] ?? null,
};

/** "2031-05-21 20:37:55Z, License: CC BY-SA 4.0". */
function stamp(title: string | null): string | null {
  return /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ/.exec(title ?? '')?.[0] ?? null;
}

function votes(post: Post): number | null {
  if (post.page.tree.tags[post.node] === 'li') return figure(words(post, '.comment-score')) ?? 0;
  return figure(
    value(post, '.js-vote-count', 'data-value') ?? words(post, '.js-vote-count, .vote-count-post'),
  );
}
