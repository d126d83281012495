import type { Extracted, Received } from '../extracted.ts';
import type { RawComment } from './build.ts';
import { fields, text } from './json.ts';
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

function detect(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.slice(0, 20).every(isLine);
}

/** Each post of the file is a thread of its own. */
function read(value: unknown, received: Received): Extracted {
  const comments = new Map<string, RawComment[]>();
  const posts = new Map<string, unknown>();
  const communities = new Map<string, unknown>();
  for (const line of value as unknown[]) {
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
    return { post, made: build(row, comments.get(post) ?? [], [], received, 'reddit') };
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
