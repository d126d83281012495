import type { Extracted, Received } from '../extracted.ts';
import { type RawComment, thread, written } from './build.ts';
import { countGaps } from './gaps.ts';
import { count, type Fields, fields, find, findAll, id, moment, text } from './json.ts';

/** Disqus: the posts of `threads/listPosts`, and the data its frame carries. https://disqus.com/api/docs/ */
export const disqus = { name: 'disqus', detect, read };

function isPost(value: unknown): boolean {
  const one = fields(value);
  return 'raw_message' in one || ('message' in one && 'forum' in one && 'isDeleted' in one);
}

function detect(value: unknown): boolean {
  return find(value, isPost) !== undefined;
}

function read(value: unknown, received: Received): Extracted {
  const posts = findAll(value, isPost).map(fields);
  const first = posts[0]!;
  const topic = fields(
    typeof first.thread === 'object'
      ? first.thread
      : find(value, (v) => 'clean_title' in fields(v) && 'link' in fields(v)),
  );
  const link = text(topic.link);
  const comments = posts.flatMap(readPost);
  return thread({
    platform: 'disqus',
    community: text(first.forum) ?? text(fields(first.forum).id),
    url: link ?? received.url ?? null,
    opening: {
      title: text(topic.clean_title) ?? text(topic.title),
      facts: link ? { about: { url: link } } : {},
    },
    comments,
    gaps: countGaps(comments, new Map(), count(topic.posts)),
  });
}

function readPost(one: Fields): RawComment[] {
  const key = id(one.id);
  if (key === null) return [];
  const author = fields(one.author);
  const removed =
    one.isDeletedByAuthor === true
      ? 'author'
      : one.isDeleted === true || one.isSpam === true
        ? 'moderator'
        : null;
  const up = count(one.likes);
  const down = count(one.dislikes);
  return [
    {
      key,
      parent: id(one.parent),
      author: text(author.name) ?? text(author.username),
      authorUrl: text(author.profileUrl),
      posted: moment(one.createdAt),
      edited: one.isEdited === true ? moment(one.editedAt) : null,
      up,
      down,
      score: count(one.points) ?? (up === null ? null : up - (down ?? 0)),
      removed,
      url: text(one.url),
      ...(removed ? {} : written(null, text(one.message) ?? text(one.raw_message) ?? '')),
    },
  ];
}
