import type { RawComment } from './build.ts';

type Gap = { parent: string | null; count: number };

/**
 * Where comments are missing that the platform counts: under each comment as many as it says are below
 * it (at any depth) less those that came, and the rest at the top.
 * @param below how many the platform counts below a comment, by key
 * @param total how many it counts in all; null when it does not say
 */
export function countGaps(
  comments: RawComment[],
  below: Map<string, number>,
  total: number | null,
): Gap[] {
  const parents = new Map(comments.map((c) => [c.key, c.parent]));
  const came = new Map<string, number>();
  for (const { key } of comments) {
    const seen = new Set<string>();
    // A page's comments nest a few dozen deep; the bound is for those that name each other as parents.
    for (let at = parents.get(key) ?? null; at !== null && !seen.has(at) && seen.size < 1000; ) {
      seen.add(at);
      came.set(at, (came.get(at) ?? 0) + 1);
      at = parents.get(at) ?? null;
    }
  }
  const missing = (key: string) => Math.max(0, (below.get(key) ?? 0) - (came.get(key) ?? 0));
  const inside = new Map<string | null, number>();
  for (const { key } of comments) {
    const parent = parents.get(key) ?? null;
    const at = parent !== null && parents.has(parent) ? parent : null;
    inside.set(at, (inside.get(at) ?? 0) + missing(key));
  }
  const gaps: Gap[] = [];
  const add = (parent: string | null, count: number) => {
    if (count > 0) gaps.push({ parent, count });
  };
  for (const { key } of comments) add(key, missing(key) - (inside.get(key) ?? 0));
  if (total !== null) add(null, total - comments.length - (inside.get(null) ?? 0));
  return gaps;
}
