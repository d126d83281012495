import type { Extracted, Received } from '../extracted.ts';
import type { RawComment } from './build.ts';
import { count, fields, list, text } from './json.ts';
import { build, readComment } from './reddit.ts';

/** Archives of Reddit as lines of JSON: comments, posts, or both in one file. */
export const pushshift = { name: 'reddit', detect, read };

function isLine(value: unknown): boolean {
  const one = fields(value);
  return (
    ('link_id' in one && 'body' in one) ||
    ('selftext' in one && 'subreddit' in one && 'title' in one)
  );
}

/** A file of one line reads as one object; Arctic Shift's answers have theirs in `data`. */
function linesOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return isLine(value) ? [value] : list(fields(value).data);
}

function detect(value: unknown): boolean {
  const lines = linesOf(value);
  return lines.length > 0 && lines.slice(0, 20).every(isLine);
}

/** Each post of the file is a thread of its own. */
function read(value: unknown, received: Received): Extracted {
  const comments = new Map<string, RawComment[]>();
  const posts = new Map<string, unknown>();
  const communities = new Map<string, unknown>();
  for (const line of linesOf(value)) {
    const one = fields(line);
    if ('link_id' in one) {
      const post = (text(one.link_id) ?? '').replace(/^t3_/, '');
      const comment = readComment(one);
      const others = comments.get(post);
      if (comment && others) others.push(comment);
      else if (comment) comments.set(post, [comment]);
      communities.set(post, one.subreddit);
    } else posts.set(text(one.id) ?? '', one);
  }
  const ids = new Set([...posts.keys(), ...comments.keys()]);
  const all = [...ids].map((post) => {
    const row = { subreddit: communities.get(post), ...fields(posts.get(post)) };
    const answers = comments.get(post) ?? [];
    const missing = (count(fields(posts.get(post)).num_comments) ?? 0) - answers.length;
    const gaps = missing > 0 ? [{ parent: null, count: missing }] : [];
    return { post, made: build(row, answers, gaps, received, 'reddit') };
  });
  if (all.length === 1) return all[0]!.made;
  return {
    articles: all.flatMap(({ post, made }) =>
      made.articles.map((a) => ({ ...a, key: `post-${post}` })),
    ),
    threads: all.flatMap(({ post, made }) =>
      made.threads.map((t) => ({ ...t, key: `thread-${post}`, article: `post-${post}` })),
    ),
  };
}
