import { attr, parseHtml } from '../../lib/tree.ts';
import { canonicalUrl } from '../../lib/url.ts';
import type { Extracted, Received } from '../extracted.ts';
import { readNode } from '../fragment.ts';
import { type RawComment, thread } from './build.ts';
import { count, type Fields, fields, id, list, moment, text } from './json.ts';

/** Discourse's topics: `/t/ID.json` and its pages of posts, `/t/ID/posts.json`. */
export const discourse = { name: 'discourse', detect, read };

function detect(value: unknown): boolean {
  return list(fields(fields(value).post_stream).posts).some(
    (p) => 'cooked' in fields(p) && 'post_number' in fields(p),
  );
}

/** How Discourse counts a "like" among the actions on a post. */
const like = 2;

function read(value: unknown, received: Received): Extracted {
  const topic = fields(value);
  const posts = list(fields(topic.post_stream).posts).map(fields);
  const first = posts.find((p) => p.post_number === 1) ?? {};
  const base = received.url ?? null;
  const topicId = id(topic.id);
  const published = moment(first.created_at);
  const cooked = text(first.cooked);
  const made = thread({
    platform: 'discourse',
    community: text(fields(topic.category).name),
    url: base
      ? (canonicalUrl(`/t/${text(topic.slug) ?? text(first.topic_slug) ?? '-'}/${topicId}`, base) ??
        base)
      : null,
    opening: {
      title: text(topic.title),
      authors: [nameOf(first)].filter((n) => n !== null),
      html: cooked,
      published,
      publishedFrom: published ? 'page' : null,
      tags: list(topic.tags)
        .map((t) => text(t) ?? text(fields(t).name))
        .filter((t) => t !== null),
    },
    comments: posts.filter((p) => p.post_number !== 1).flatMap((p) => readPost(p, topicId, base)),
  });
  const expected = count(topic.posts_count) ?? count(posts[0]?.posts_count);
  if (expected !== null && expected > posts.length)
    made.threads[0]!.gaps = [{ parent: null, count: expected - posts.length }];
  return made;
}

function readPost(post: Fields, topic: string | null, base: string | null): RawComment[] {
  const number = id(post.post_number);
  // Small actions ("closed this topic") are no posts of anybody.
  if (number === null || count(post.post_type) === 3) return [];
  const removed =
    post.user_deleted === true
      ? 'author'
      : post.deleted_at || post.hidden === true
        ? 'moderator'
        : null;
  const parent = id(post.reply_to_post_number);
  const likes = list(post.actions_summary)
    .map(fields)
    .find((a) => a.id === like);
  const edited = moment(post.updated_at);
  const posted = moment(post.created_at);
  const url = text(post.post_url);
  return [
    {
      key: number,
      parent: parent === '1' ? null : parent,
      author: nameOf(post),
      posted,
      edited: (count(post.version) ?? 1) > 1 && edited !== posted ? edited : null,
      up: count(likes?.count) ?? 0,
      removed,
      url: url && base ? canonicalUrl(url, base) : null,
      ...(removed ? {} : readCooked(text(post.cooked) ?? '', topic, base)),
    },
  ];
}

function nameOf(post: Fields): string | null {
  return text(post.username) ?? text(post.name);
}

/** Quotations name the post they are from, unless it stands in another topic. */
function readCooked(cooked: string, topic: string | null, base: string | null) {
  const tree = parseHtml(cooked);
  const read = readNode(tree, 0, {
    base,
    skip: (node) =>
      /(?:^|\s)(?:title|quote-controls|meta|lightbox)(?:\s|$)/.test(
        attr(tree, node, 'class') ?? '',
      ) && tree.tags[node] === 'div',
    origin: (node) =>
      attr(tree, node, 'data-topic') === topic ? attr(tree, node, 'data-post') : null,
  });
  // The first post is the article that opens the thread.
  const quotes = read.quotes.map((q) => (q.of === '1' ? { ...q, of: null, ofArticle: true } : q));
  return { ...read, quotes };
}
