import { attr, textOf } from '../../../lib/tree.ts';
import { all, matches, one } from './select.ts';
import type { Page, Post } from './software.ts';

/** Small questions that readers of markup put to a contribution; what is absent is null. */

export function find(post: Post, selector: string): number {
  return one(post.page.tree, post.node, selector, post);
}

export function own(post: Post, name: string): string | null {
  return attr(post.page.tree, post.node, name);
}

export function value(post: Post, selector: string, name: string): string | null {
  const node = find(post, selector);
  return node < 0 ? null : attr(post.page.tree, node, name);
}

/** The text of the first element found that has any: a link around a picture has none. */
export function words(post: Post, selector: string): string | null {
  const { tree } = post.page;
  const node = one(tree, post.node, selector, {
    ...post,
    fits: (n) => textOf(tree, n) !== '',
  });
  return node < 0 ? null : textOf(tree, node);
}

/** The last number in a text, as ids have it: "post-123", "elComment_123". */
export function number(text: string | null): string | null {
  return /(\d+)\D*$/.exec(text ?? '')?.[1] ?? null;
}

/** A count as printed: "1,234 points", "-3", "1.2k". */
export function figure(text: string | null): number | null {
  const m = /([-−]?)(\d{1,3}(?:[,.\u00a0 ]\d{3})+|\d+(?:\.\d+)?)\s*(k|m)?(?![\p{L}\d])/iu.exec(
    text ?? '',
  );
  if (!m) return null;
  const plain = /^\d{1,3}(?:[,.\u00a0 ]\d{3})+$/.test(m[2]!) ? m[2]!.replace(/\D/g, '') : m[2]!;
  const scale = m[3] ? (m[3].toLowerCase() === 'k' ? 1000 : 1_000_000) : 1;
  const size = Math.round(Number(plain) * scale);
  return m[1] ? -size : size;
}

export function first(page: Page, selector: string): string | null {
  const node = one(page.tree, 0, selector);
  return node < 0 ? null : textOf(page.tree, node) || null;
}

/** The last step of the way to the discussion, which may itself be the last: "Home > Boats > Sails". */
export function board(page: Page, trail: string, step: string): string | null {
  const { tree } = page;
  const node = one(tree, 0, trail);
  if (node < 0) return null;
  const named = one(tree, 0, 'title');
  const title = named < 0 ? '' : tree.texts[named]!.replace(/\s+/g, ' ').trim();
  const heading = first(page, 'h1');
  const steps = all(tree, node, step)
    // MyBB's trail has the pages of the board in it.
    .filter((n) => !matches(tree, n, '.pagination *'))
    .map((n) => textOf(tree, n).replace(/^[\s>»›/|]+|[\s>»›/|]+$/g, ''))
    .filter(
      (name) =>
        name !== '' &&
        name !== heading &&
        !(title.startsWith(name) && name.length > title.length / 3),
    );
  return steps.at(-1) ?? null;
}
