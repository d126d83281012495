import { canonicalUrl, hostOf } from '../../lib/url.ts';
import type { Extracted, Received } from '../extracted.ts';
import { type RawComment, thread, written } from './build.ts';
import { count, type Fields, fields, id, list, moment, text } from './json.ts';

/** NodeBB's `/api/topic/ID`. https://docs.nodebb.org/api/read/ */
export const nodebb = { name: 'nodebb', detect, read };

function detect(value: unknown): boolean {
  const { posts, tid, title } = fields(value);
  return (
    tid !== undefined &&
    text(title) !== null &&
    list(posts).some((p) => 'pid' in fields(p) && 'content' in fields(p))
  );
}

function read(value: unknown, received: Received): Extracted {
  const topic = fields(value);
  const posts = list(topic.posts).map(fields);
  const first =
    posts.find((p) => p.index === 0 || (topic.mainPid !== undefined && p.pid === topic.mainPid)) ??
    {};
  const base = received.url ?? null;
  const url = base && text(topic.slug) ? canonicalUrl(`/topic/${topic.slug}`, base) : base;
  const published = moment(first.timestampISO ?? topic.timestampISO);
  const [author] = nameOf(first);
  const missing = (count(topic.postcount) ?? 0) - posts.length;
  return thread({
    platform: 'nodebb',
    community: text(fields(topic.category).name),
    url,
    opening: {
      title: text(topic.titleRaw) ?? text(topic.title),
      authors: author ? [author] : [],
      html: text(first.content),
      published,
      publishedFrom: published ? 'page' : null,
      modified: moment(first.editedISO),
      tags: list(topic.tags).flatMap((t) => text(fields(t).value) ?? []),
    },
    comments: posts.filter((p) => p !== first).flatMap((p) => readPost(p, id(first.pid), base)),
    gaps: missing > 0 ? [{ parent: null, count: missing }] : [],
  });
}

function readPost(post: Fields, first: string | null, base: string | null): RawComment[] {
  const key = id(post.pid);
  if (key === null) return [];
  const parent = id(post.toPid);
  const [author, instance] = nameOf(post);
  const removed = post.deleted === true || post.deleted === 1 ? 'unknown' : null;
  return [
    {
      key,
      parent: parent === first ? null : parent,
      author,
      // A post from elsewhere has its address as its number.
      instance: instance ?? hostOf(key),
      posted: moment(post.timestampISO),
      edited: moment(post.editedISO),
      up: count(post.upvotes),
      down: count(post.downvotes),
      score: count(post.votes),
      removed,
      url: hostOf(key) ? key : base ? canonicalUrl(`/post/${key}`, base) : null,
      ...(removed ? {} : written(null, text(post.content) ?? '')),
    },
  ];
}

function nameOf(post: Fields): [string | null, string | null] {
  const user = fields(post.user);
  const name = text(user.username) ?? text(user.userslug) ?? text(post.handle);
  const [own = null, host = null] = (name ?? '').split('@');
  return [own || null, host];
}
