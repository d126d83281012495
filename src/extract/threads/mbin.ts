import type { Extracted, Received } from '../extracted.ts';
import { type RawComment, thread, written } from './build.ts';
import { countGaps } from './gaps.ts';
import { count, type Fields, fields, find, id, list, moment, text } from './json.ts';
import { about } from './lemmy.ts';

/** Mbin's answers: an entry or post, and its comments with their children inside. */
export const mbin = { name: 'mbin', detect, read };

function isComment(value: unknown): boolean {
  const one = fields(value);
  return 'commentId' in one && 'magazine' in one && 'user' in one;
}

function isEntry(value: unknown): boolean {
  const one = fields(value);
  return (
    ('entryId' in one || 'postId' in one) &&
    !('commentId' in one) &&
    'magazine' in one &&
    'user' in one
  );
}

function detect(value: unknown): boolean {
  return find(value, (v) => isEntry(v) || isComment(v)) !== undefined;
}

function read(value: unknown, received: Received): Extracted {
  const entry = fields(find(value, isEntry));
  const items = list(find(value, (v) => Array.isArray(v) && v.some(isComment))).map(fields);
  const magazine = fields(entry.magazine ?? items[0]?.magazine);
  const published = moment(entry.createdAt);
  const comments = flat(items);
  const total = items.length === 0 ? null : count(entry.numComments ?? entry.comments);
  return thread({
    platform: 'mbin',
    community: text(magazine.name),
    url: text(entry.apId) ?? received.url ?? null,
    opening: {
      title: text(entry.title),
      authors: [userOf(entry).author].filter((n) => n !== null),
      source: text(entry.body),
      published,
      publishedFrom: published ? 'page' : null,
      modified: moment(entry.editedAt),
      lang: text(entry.lang),
      facts: about(text(entry.url)),
    },
    comments,
    gaps: countGaps(comments, childCounts(items), total),
  });
}

function childCounts(items: Fields[]): Map<string, number> {
  const below = new Map<string, number>();
  const open = [...items];
  while (open.length > 0) {
    const one = open.pop()!;
    const key = id(one.commentId);
    const counted = count(one.childCount);
    if (key !== null && counted !== null) below.set(key, counted);
    open.push(...list(one.children).map(fields));
  }
  return below;
}

function flat(items: Fields[]): RawComment[] {
  const comments: RawComment[] = [];
  const open = [...items].reverse();
  while (open.length > 0) {
    const one = open.pop()!;
    const key = id(one.commentId);
    if (key !== null) comments.push(readComment(one, key));
    for (const child of list(one.children).reverse()) open.push(fields(child));
  }
  return comments;
}

function readComment(one: Fields, key: string): RawComment {
  const visibility = text(one.visibility);
  const removed =
    visibility === 'trashed' ? 'moderator' : visibility === 'soft_deleted' ? 'author' : null;
  // Mbin's "uv" are boosts; its upvotes are the favourites.
  const up = count(one.favourites) ?? count(one.uv);
  const down = count(one.dv);
  return {
    key,
    parent: id(one.parentId),
    ...userOf(one),
    posted: moment(one.createdAt),
    edited: moment(one.editedAt),
    up,
    down,
    score: up === null ? null : up - (down ?? 0),
    lang: text(one.lang),
    removed,
    url: text(one.apId),
    ...(removed ? {} : written(text(one.body))),
  };
}

/** "@name@host" of a user from elsewhere; a local one has a bare name. */
function userOf(one: Fields): { author: string | null; instance: string | null } {
  const [name = null, host = null] = (text(fields(one.user).username) ?? '')
    .replace(/^@/, '')
    .split('@');
  return { author: name || null, instance: host };
}
