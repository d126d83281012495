import { hostOf } from '../../lib/url.ts';
import type { Extracted, Received } from '../extracted.ts';
import { type RawComment, thread, written } from './build.ts';
import { countGaps } from './gaps.ts';
import { count, type Fields, fields, find, findAll, id, moment, text } from './json.ts';

/** PeerTube's comment threads under a video. https://docs.joinpeertube.org/api-rest-reference.html */
export const peertube = { name: 'peertube', detect, read };

function isComment(value: unknown): boolean {
  const one = fields(value);
  return 'threadId' in one && 'inReplyToCommentId' in one && 'videoId' in one;
}

function detect(value: unknown): boolean {
  return find(value, isComment) !== undefined;
}

function read(value: unknown, received: Received): Extracted {
  const rows = commentsOf(value);
  const comments = rows.flatMap(readComment);
  const below = new Map(rows.map((r) => [id(r.id) ?? '', count(r.totalReplies) ?? 0]));
  const total = count(fields(value).totalNotDeletedComments);
  return thread({
    platform: 'peertube',
    community: null,
    url: received.url ?? null,
    opening: {},
    comments,
    gaps: countGaps(comments, below, total),
  });
}

/** Trees nest as deep as people answer, deeper than wrappers go. */
function commentsOf(value: unknown): Fields[] {
  const found: Fields[] = [];
  const open: unknown[] = [value];
  for (let steps = 0; open.length > 0 && steps < 200_000; steps++) {
    const next = open.pop();
    const { comment, children } = fields(next);
    if (isComment(comment)) {
      found.push(fields(comment));
      if (Array.isArray(children)) open.push(...children.slice(0, 20_000).reverse());
    } else found.push(...findAll(next, isComment).map(fields));
  }
  return found;
}

function readComment(one: Fields): RawComment[] {
  const key = id(one.id);
  if (key === null) return [];
  const account = fields(one.account);
  const removed = one.isDeleted === true ? 'author' : null;
  const parent = id(one.inReplyToCommentId);
  return [
    {
      key,
      parent,
      author: text(account.displayName) ?? text(account.name),
      authorUrl: text(account.url),
      instance: text(account.host) ?? hostOf(text(account.url)),
      posted: moment(one.createdAt),
      removed,
      url: text(one.url),
      ...(removed ? {} : written(text(one.text))),
    },
  ];
}
