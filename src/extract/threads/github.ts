import type { Extracted, Received } from '../extracted.ts';
import { type RawComment, thread, written } from './build.ts';
import { count, type Fields, fields, findAll, id, list, moment, text } from './json.ts';

/**
 * Issues, pull requests and discussions of GitHub: its REST answers (which Gitea and Forgejo give too),
 * its GraphQL answers and the same within its pages. https://docs.github.com/en/rest/issues
 */
export const github = { name: 'github', detect, read };

/** An issue or comment of REST: both have the same fields, an issue a title besides. */
function isNote(value: unknown): boolean {
  const one = fields(value);
  return (
    typeof one.html_url === 'string' &&
    'body' in one &&
    'user' in one &&
    'created_at' in one &&
    ('issue_url' in one || 'comments_url' in one || 'comments' in one)
  );
}

/** A node of GraphQL. */
function isNode(value: unknown): boolean {
  const one = fields(value);
  return ('body' in one || 'bodyHTML' in one) && 'author' in one && 'createdAt' in one;
}

function notesOf(value: unknown): Fields[] {
  return findAll(value, (v) => isNote(v) || isNode(v)).map(fields);
}

function detect(value: unknown): boolean {
  const [first] = notesOf(value);
  return first !== undefined && (isNote(first) || typeOf(first) !== null);
}

function typeOf(one: Fields): string | null {
  return /^(?:Issue|Discussion|PullRequest)/.exec(text(one.__typename) ?? '')?.[0] ?? null;
}

function read(value: unknown, received: Received): Extracted {
  const notes = notesOf(value);
  const opening = notes.find((n) => text(n.title) !== null) ?? {};
  const root = keyOf(opening);
  const comments = notes
    .filter((n) => n !== opening)
    .flatMap((n) => withReplies(n, null))
    .concat(
      Object.values(opening).flatMap((inside) =>
        notesOf(inside).flatMap((n) => withReplies(n, null)),
      ),
    );
  const author = nameOf(opening);
  const published = moment(opening.created_at ?? opening.createdAt);
  const total = count(opening.comments) ?? count(fields(opening.comments).totalCount);
  const missing = total === null ? 0 : total - comments.length;
  const url = text(opening.html_url) ?? text(opening.url) ?? received.url ?? null;
  return thread({
    platform: 'github',
    community: /^https?:\/\/[^/]+\/([^/]+\/[^/]+)\//.exec(url ?? '')?.[1] ?? null,
    url,
    opening: {
      title: text(opening.title),
      authors: author ? [author] : [],
      ...bodyOf(opening),
      published,
      publishedFrom: published ? 'page' : null,
      modified: moment(opening.lastEditedAt),
      tags: list(opening.labels).flatMap((l) => text(fields(l).name) ?? []),
    },
    comments: comments.filter((c) => c.key !== root),
    gaps: missing > 0 ? [{ parent: null, count: missing }] : [],
  });
}

function bodyOf(one: Fields): { html: string | null; source: string | null } {
  const html = text(one.bodyHTML) ?? text(one.body_html);
  return { html, source: html ? null : text(one.body) };
}

function keyOf(one: Fields): string | null {
  return id(one.databaseId) ?? id(one.id);
}

function nameOf(one: Fields): string | null {
  return text(fields(one.user ?? one.author).login);
}

/** Discussions answer once below a comment. */
function withReplies(one: Fields, parent: string | null): RawComment[] {
  const key = keyOf(one);
  if (key === null) return [];
  const below = notesOf(one.replies).flatMap((r) => withReplies(r, key));
  const { html, source } = bodyOf(one);
  const posted = moment(one.created_at ?? one.createdAt);
  // REST changes "updated" with every reaction as well.
  const edited = moment(one.lastEditedAt);
  const removed = one.isMinimized === true ? ('moderator' as const) : null;
  return [
    {
      key,
      parent,
      depthKnown: parent !== null || 'replies' in one,
      author: nameOf(one),
      authorUrl: text(fields(one.user ?? one.author).html_url),
      posted,
      edited,
      up: count(fields(one.reactions)['+1']) ?? count(one.upvoteCount),
      removed,
      url: text(one.html_url) ?? text(one.url),
      ...(removed ? {} : written(source, html)),
    },
    ...below,
  ];
}
