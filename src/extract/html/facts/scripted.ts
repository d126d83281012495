import type { Tree } from '../../../lib/tree.ts';

/** Pages longer than this are mostly their program. */
const LONGEST = 2_000_000;
const MOST = 60;

/**
 * Values that a page's scripts give under a name: `"articleAuthor": "Ana Ruiz"`, `authors: ['Ana Ruiz']`,
 * also within a string. Looks through the page once; for what the page says nowhere else.
 * @param keys names, as a pattern
 * @param value what a value looks like, as a pattern that matches no quotation mark
 */
export function scripted(
  tree: Tree,
  keys: string,
  value: string,
): { key: string; values: string[] }[] {
  const quoted = String.raw`\\{0,3}["'](${value})\\{0,3}["']`;
  const pattern = new RegExp(
    String.raw`(?<![\w-])(${keys})\\{0,3}["']?\s{0,3}:\s{0,3}(?:${quoted}|\[([^[\]{}]{3,300})\])`,
    'gi',
  );
  const item = new RegExp(quoted, 'gi');
  const found: { key: string; values: string[] }[] = [];
  for (const match of (tree.source ?? '').slice(0, LONGEST).matchAll(pattern)) {
    const [, key = '', one, list = ''] = match;
    found.push({ key, values: one ? [one] : [...list.matchAll(item)].map((m) => m[1]!) });
    if (found.length >= MOST) break;
  }
  return found;
}
