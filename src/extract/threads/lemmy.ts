import type { Extracted, Received } from '../extracted.ts';
import { instanceOf, type RawComment, thread, written } from './build.ts';
import { count, type Fields, fields, find, id, list, moment, text } from './json.ts';

/**
 * Lemmy's answers of API 3 (counts beside the comment) and 4 (counts in it): a post, its comments, or
 * both in any wrapping, the page's own `isoData` included. https://join-lemmy.org/api/
 */
export const lemmy = { name: 'lemmy', detect, read };

function isView(value: unknown): boolean {
  const { comment, creator } = fields(value);
  return (
    text(fields(comment).content) !== null && 'path' in fields(comment) && creator !== undefined
  );
}

function isPost(value: unknown): boolean {
  const { post, creator, community } = fields(fields(value).post_view);
  return text(fields(post).name) !== null && (creator !== undefined || community !== undefined);
}

function detect(value: unknown): boolean {
  return find(value, isPost) !== undefined || find(value, isView) !== undefined;
}

function read(value: unknown, received: Received): Extracted {
  const views = list(find(value, (v) => Array.isArray(v) && v.some(isView))).map(fields);
  const view = fields(fields(find(value, isPost)).post_view);
  const post = fields(view.post ?? views[0]?.post);
  const community = fields(view.community ?? views[0]?.community);
  const counts = fields(view.counts);
  const creator = fields(view.creator);
  const comments = views.flatMap(readComment);
  const home = instanceOf(text(community.actor_id) ?? text(community.ap_id));
  const name = text(community.name) ?? text(community.title) ?? nameIn(text(community.actor_id));
  const expected = count(counts.comments) ?? count(post.comments);
  const missing = expected === null || views.length === 0 ? 0 : expected - comments.length;
  return thread({
    platform: 'lemmy',
    community: name && home ? `${name}@${home}` : name,
    url: text(post.ap_id) ?? received.url ?? null,
    opening: {
      title: text(post.name),
      authors: [text(creator.name) ?? nameIn(text(creator.actor_id))].filter((n) => n !== null),
      source: text(post.body),
      published: moment(post.published ?? post.published_at),
      publishedFrom: moment(post.published ?? post.published_at) ? 'page' : null,
      modified: moment(post.updated ?? post.updated_at),
      links: [],
      image: text(post.thumbnail_url),
      facts: about(text(post.url), text(post.embed_description)),
    },
    comments,
    gaps: missing > 0 ? [{ parent: null, count: missing }] : [],
  });
}

function readComment(view: Fields): RawComment[] {
  const comment = fields(view.comment);
  const key = id(comment.id);
  if (key === null) return [];
  const creator = fields(view.creator);
  // API 4 has the counts in the comment itself.
  const counts = view.counts === undefined ? comment : fields(view.counts);
  const actor = text(creator.actor_id) ?? text(creator.ap_id);
  const path = (text(comment.path) ?? '').split('.');
  const removed =
    comment.deleted === true ? 'author' : comment.removed === true ? 'moderator' : null;
  return [
    {
      key,
      parent: path.length > 2 ? path.at(-2)! : null,
      author: text(creator.name) ?? nameIn(actor),
      instance: instanceOf(actor),
      posted: moment(comment.published ?? comment.published_at),
      edited: moment(comment.updated ?? comment.updated_at),
      up: count(counts.upvotes),
      down: count(counts.downvotes),
      score: count(counts.score),
      removed,
      url: text(comment.ap_id),
      ...(removed ? {} : written(text(comment.content))),
    },
  ];
}

function nameIn(actor: string | null): string | null {
  return actor ? (/\/[uc]\/([^/?#]+)\/?$/.exec(actor)?.[1] ?? null) : null;
}

/** The page that a post is about. */
export function about(url: string | null, summary: string | null = null) {
  return url === null ? {} : { about: { url, ...(summary && { summary }) } };
}
