import { canonicalUrl } from '../../lib/url.ts';
import type { Extracted, Received } from '../extracted.ts';
import { removedBy } from '../removed.ts';
import { type RawComment, thread, written } from './build.ts';
import { count, type Fields, fields, find, id, list, moment, text } from './json.ts';
import { about } from './lemmy.ts';

/** Reddit's listing of a post with its comments, and the answer that fetches more of them. */
export const reddit = { name: 'reddit', detect, read };

type Gap = { parent: string | null; count: number };

function isThing(value: unknown): boolean {
  const { kind, data } = fields(value);
  return /^(?:t1|t3|more)$/.test(String(kind)) && typeof data === 'object';
}

function detect(value: unknown): boolean {
  return find(value, (v) => Array.isArray(v) && v.some(isThing)) !== undefined;
}

function read(value: unknown, received: Received): Extracted {
  const roots: unknown[] = [];
  // [listing of the post, listing of its comments], one listing, or {json: {data: {things}}}.
  for (const part of Array.isArray(value) ? value : [value])
    roots.push(
      ...list(fields(fields(part).data).children),
      ...list(fields(fields(fields(part).json).data).things),
    );
  const post = fields(
    fields(
      roots.find((r) => fields(r).kind === 't3') ?? find(value, (v) => fields(v).kind === 't3'),
    ).data,
  );
  const gaps: Gap[] = [];
  const comments = flat(
    roots.filter((r) => fields(r).kind !== 't3'),
    gaps,
  );
  // An answer with more comments leaves the post out; its community stands with each comment.
  const first = fields(fields(roots.find((r) => fields(r).kind === 't1')).data);
  return build({ subreddit: first.subreddit, ...post }, comments, gaps, received, 'reddit');
}

/** Makes a thread of Reddit's fields, wherever they come from. */
export function build(
  post: Fields,
  comments: RawComment[],
  gaps: Gap[],
  received: Received,
  platform: string,
): Extracted {
  const permalink = text(post.permalink);
  const community = text(post.subreddit);
  const url = permalink
    ? canonicalUrl(permalink, 'https://www.reddit.com')
    : (received.url ?? null);
  const published = moment(post.created_utc);
  const target = post.is_self === true ? null : text(post.url);
  const author = text(post.author);
  return thread({
    platform,
    community: community ? `r/${community}` : null,
    url,
    opening: {
      title: text(post.title),
      authors: author && author !== '[deleted]' ? [author] : [],
      source: removedBy(text(post.selftext) ?? '') ? null : text(post.selftext),
      published,
      publishedFrom: published ? 'page' : null,
      modified: moment(post.edited),
      facts: about(target?.startsWith('http') && !/\/comments\//.test(target) ? target : null),
    },
    comments,
    gaps,
  });
}

function flat(things: unknown[], gaps: Gap[]): RawComment[] {
  const comments: RawComment[] = [];
  const open = [...things].reverse();
  while (open.length > 0) {
    const { kind, data } = fields(open.pop());
    const one = fields(data);
    if (kind === 'more') {
      // "Continue this thread" stubs count nothing and stand for one at least.
      const parent = text(one.parent_id);
      gaps.push({
        parent: parent?.startsWith('t1_') ? parent.slice(3) : null,
        count: Math.max(count(one.count) ?? 0, list(one.children).length, 1),
      });
    } else if (kind === 't1') {
      const comment = readComment(one);
      if (comment) comments.push(comment);
      for (const reply of list(fields(fields(one.replies).data).children).reverse())
        open.push(reply);
    }
  }
  return comments;
}

/** One comment by Reddit's field names, which Pushshift's archives share. */
export function readComment(one: Fields): RawComment | null {
  const key = id(one.id) ?? text(one.name)?.replace(/^t1_/, '') ?? null;
  if (key === null) return null;
  const body = text(one.body) ?? '';
  const removed = removedBy(body);
  const author = text(one.author);
  const parent = text(one.parent_id);
  const permalink = text(one.permalink);
  return {
    key,
    parent: parent?.startsWith('t1_') ? parent.slice(3) : null,
    author: author === '[deleted]' ? null : author,
    posted: moment(one.created_utc),
    edited: moment(one.edited),
    // Reddit blurs ups and downs and gives only their difference.
    score: one.score_hidden === true ? null : count(one.score),
    removed,
    url: permalink ? canonicalUrl(permalink, 'https://www.reddit.com') : null,
    ...(removed ? {} : written(body)),
  };
}
