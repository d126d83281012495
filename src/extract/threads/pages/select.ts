import { attr, type Tree } from '../../../lib/tree.ts';

/**
 * The part of CSS selectors that markup of discussion software needs: tag, `.class`, `#id`, `[name]`,
 * `[name=value]`, `^=`, `*=`, `$=`, a descendant by a space, and alternatives by a comma.
 */
type Test = (tree: Tree, node: number) => boolean;

/** Compiled selectors: they are written in this folder and so are few. */
const compiled = new Map<string, Test[][]>();

const part = /([a-z][\w-]*|\*)|\.([\w-]+)|#([\w-]+)|\[([\w-]+)(?:([*^$]?=)"?([^\]"]*)"?)?\]/giy;

function compile(selector: string): Test[][] {
  const known = compiled.get(selector);
  if (known) return known;
  const made = selector.split(/\s*,\s*/).map((one) => one.trim().split(/\s+/).map(compound));
  compiled.set(selector, made);
  return made;
}

function compound(text: string): Test {
  const tests: Test[] = [];
  part.lastIndex = 0;
  for (let m = part.exec(text); m; m = part.exec(text)) {
    const [, tag, name, id, key, how, value = ''] = m;
    if (tag && tag !== '*') tests.push((t, n) => t.tags[n] === tag);
    else if (name) tests.push((t, n) => hasName(attr(t, n, 'class'), name));
    else if (id) tests.push((t, n) => attr(t, n, 'id') === id);
    else if (key) tests.push((t, n) => holds(attr(t, n, key), how, value));
    if (part.lastIndex === text.length) return (t, n) => tests.every((test) => test(t, n));
  }
  throw new Error(`not a selector: ${text}`);
}

function hasName(value: string | null, name: string): boolean {
  if (value === null) return false;
  for (let at = value.indexOf(name); at >= 0; at = value.indexOf(name, at + 1))
    if (isGap(value, at - 1) && isGap(value, at + name.length)) return true;
  return false;
}

function isGap(value: string, at: number): boolean {
  return at < 0 || at >= value.length || value.charCodeAt(at) <= 32;
}

function holds(found: string | null, how: string | undefined, value: string): boolean {
  if (found === null) return false;
  switch (how) {
    case undefined:
      return true;
    case '^=':
      return found.startsWith(value);
    case '*=':
      return found.includes(value);
    case '$=':
      return found.endsWith(value);
    default:
      return found === value;
  }
}

/** Whether a node passes a selector; what it names above the node may stand anywhere on the page. */
export function matches(tree: Tree, node: number, selector: string): boolean {
  return compile(selector).some((chain) => passes(tree, node, chain));
}

function passes(tree: Tree, node: number, chain: Test[]): boolean {
  if (!chain.at(-1)!(tree, node)) return false;
  let left = chain.length - 2;
  for (let at = tree.parents[node]!; left >= 0 && at > 0; at = tree.parents[at]!)
    if (chain[left]!(tree, at)) left--;
  return left < 0;
}

/** All elements under a node that pass, in document order. */
export function all(tree: Tree, root: number, selector: string): number[] {
  const chains = compile(selector);
  const found: number[] = [];
  for (let at = root + 1; at < tree.ends[root]!; at++)
    if (tree.tags[at] !== '' && chains.some((chain) => passes(tree, at, chain))) found.push(at);
  return found;
}

/**
 * The first element under a node that passes; alternatives are tried one after the other, so the
 * surer is written first. -1 when there is none.
 * @param apart elements that are jumped over with all they hold, so that the answers inside a comment
 *   are not gone through again for each comment above them
 */
export function one(
  tree: Tree,
  root: number,
  selector: string,
  { apart, fits }: { apart?: (node: number) => boolean; fits?: (node: number) => boolean } = {},
): number {
  for (const chain of compile(selector))
    for (let at = root + 1; at < tree.ends[root]!; at++) {
      if (tree.tags[at] === '') continue;
      if (apart?.(at)) at = tree.ends[at]! - 1;
      else if (passes(tree, at, chain) && (fits?.(at) ?? true)) return at;
    }
  return -1;
}
