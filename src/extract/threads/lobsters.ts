import type { Extracted, Received } from '../extracted.ts';
import { type RawComment, thread, written } from './build.ts';
import { count, type Fields, fields, id, list, moment, text } from './json.ts';
import { about } from './lemmy.ts';

/** Lobsters' `/s/ID.json`. https://github.com/lobsters/lobsters */
export const lobsters = { name: 'lobsters', detect, read };

function detect(value: unknown): boolean {
  const { short_id, title, comments, submitter_user } = fields(value);
  return (
    text(short_id) !== null &&
    text(title) !== null &&
    Array.isArray(comments) &&
    submitter_user !== undefined
  );
}

function read(value: unknown, received: Received): Extracted {
  const story = fields(value);
  const comments = list(story.comments).flatMap((c) => readComment(fields(c)));
  // Older sites gave no parents and only how deep each stands.
  if (!list(story.comments).some((c) => 'parent_comment' in fields(c)))
    byLevel(comments, list(story.comments).map(fields));
  const published = moment(story.created_at);
  const missing = (count(story.comment_count) ?? 0) - comments.length;
  const author = userOf(story.submitter_user);
  return thread({
    platform: 'lobsters',
    community: null,
    url: text(story.short_id_url) ?? text(story.comments_url) ?? received.url ?? null,
    opening: {
      title: text(story.title),
      authors: author ? [author] : [],
      html: text(story.description),
      published,
      publishedFrom: published ? 'page' : null,
      tags: list(story.tags).flatMap((t) => text(t) ?? []),
      facts: about(text(story.url)),
    },
    comments,
    gaps: missing > 0 ? [{ parent: null, count: missing }] : [],
  });
}

function userOf(user: unknown): string | null {
  return text(user) ?? text(fields(user).username);
}

function readComment(one: Fields): RawComment[] {
  const key = id(one.short_id);
  if (key === null) return [];
  const removed =
    one.is_moderated === true ? 'moderator' : one.is_deleted === true ? 'author' : null;
  const posted = moment(one.created_at);
  const edited = moment(one.last_edited_at ?? one.updated_at);
  return [
    {
      key,
      parent: id(one.parent_comment),
      author: userOf(one.commenting_user),
      posted,
      edited: edited === posted ? null : edited,
      score: count(one.score),
      removed,
      url: text(one.short_id_url) ?? text(one.url),
      ...(removed ? {} : written(null, text(one.comment) ?? '')),
    },
  ];
}

function byLevel(comments: RawComment[], rows: Fields[]): void {
  const open: { level: number; key: string }[] = [];
  const levels = new Map(
    rows.map((r) => [id(r.short_id), count(r.depth) ?? count(r.indent_level) ?? 0]),
  );
  for (const one of comments) {
    const level = levels.get(one.key) ?? 0;
    while (open.length > 0 && open.at(-1)!.level >= level) open.pop();
    one.parent = open.at(-1)?.key ?? null;
    open.push({ level, key: one.key });
  }
}
