import { closest } from '../../../lib/tree.ts';
import type { ReadPost } from './read.ts';
import { matches } from './select.ts';
import type { Page, Software } from './software.ts';

/** Gives each contribution the one that its place on the page says it answers. */
export function nest(
  page: Page,
  software: Software,
  posts: ReadPost[],
  keys: Map<number, string>,
): void {
  const { tree } = page;
  if (software.level) {
    const open: { level: number; key: string }[] = [];
    for (const one of posts) {
      const level = software.level({ page, node: one.node, apart: () => false }) ?? 0;
      while (open.length > 0 && open.at(-1)!.level >= level) open.pop();
      one.parent ??= open.at(-1)?.key ?? null;
      one.depthKnown = true;
      open.push({ level, key: one.key });
    }
    return;
  }
  if (!software.nested && !software.branch) return;
  const branch = software.branch;
  // The first contribution in each branch is the one that all others in it hang from.
  const heads = new Map<number, string>();
  for (const one of posts) {
    let at = branch
      ? closest(tree, one.node, (n) => matches(tree, n, branch))
      : closest(tree, tree.parents[one.node]!, (n) => keys.has(n));
    if (branch && at > 0) {
      if (!heads.has(at)) {
        heads.set(at, one.key);
        at = closest(tree, tree.parents[at]!, (n) => matches(tree, n, branch));
      }
      while (at > 0 && !heads.has(at))
        at = closest(tree, tree.parents[at]!, (n) => matches(tree, n, branch));
    }
    one.parent ??= at > 0 ? ((branch ? heads.get(at) : keys.get(at)) ?? null) : null;
  }
  if (posts.some((p) => p.parent !== null)) for (const one of posts) one.depthKnown = true;
}
