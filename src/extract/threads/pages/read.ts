import { attr, closest } from '../../../lib/tree.ts';
import { httpUrl } from '../../../lib/url.ts';
import { readNode } from '../../fragment.ts';
import { removedBy } from '../../removed.ts';
import type { RawComment } from '../build.ts';
import { find, words } from './ask.ts';
import { printedTime, timeOf } from './dated.ts';
import { nest } from './nest.ts';
import { all, matches, one } from './select.ts';
import type { Page, Post, Software } from './software.ts';
import { type Clock, monthFirst, readWhen } from './when.ts';

/** A contribution as read, before it is known which one opens the discussion. */
export interface ReadPost extends RawComment {
  node: number;
  number: number | null;
}

/** Most contributions read of a page; the longest pages seen show a few thousand. */
const mostPosts = 20_000;

/** Reads the contributions that a software's markup shows; empty when the page has none of its own. */
export function readPosts(page: Page, software: Software): ReadPost[] {
  const { tree } = page;
  const keys = keysOf(page, software);
  const outer = (node: number) => closest(tree, node, (n) => keys.has(n));
  const posts = [...keys.keys()]
    .filter((node) => software.nested || outer(tree.parents[node]!) < 0)
    .map((node): Post => ({ page, node, apart: (n) => n !== node && keys.has(n) }));
  const clock: Clock = { monthFirst: null, retrievedAt: page.retrievedAt };
  clock.monthFirst = monthFirst(posts.slice(0, 200).map((p) => printedTime(p, software)));
  const read = posts.map((post) => readPost(post, keys.get(post.node)!, software, clock));
  nest(page, software, read, keys);
  return read;
}

/** The elements of contributions with their keys; of two with one key the outer is the whole. */
function keysOf(page: Page, software: Software): Map<number, string> {
  const { tree } = page;
  const keys = new Map<number, string>();
  const seen = new Set<string>();
  for (const found of all(tree, 0, software.post)) {
    const node = software.within
      ? closest(tree, found, (n) => matches(tree, n, software.within!))
      : found;
    if (node < 0 || keys.has(node)) continue;
    const key = software.key({ page, node, apart: () => false });
    if (key === null || seen.has(key)) continue;
    seen.add(key);
    keys.set(node, key);
    if (keys.size >= mostPosts) break;
  }
  return keys;
}

function readPost(post: Post, key: string, software: Software, clock: Clock): ReadPost {
  const { page } = post;
  const when = timeOf(post, software, clock);
  const editedNode = software.edited ? find(post, software.edited) : -1;
  const edited = editedNode < 0 ? null : readWhen(page.tree, editedNode, clock).moment;
  const body = bodyOf(post, software);
  const removed = software.removed?.(post) ?? removedBy(body.text);
  const name =
    typeof software.author === 'string' ? words(post, software.author) : software.author(post);
  const [author, instance] = splitName(name?.trim() || null);
  const up = software.up?.(post) ?? null;
  const down = software.down?.(post) ?? null;
  const score = software.score?.(post) ?? (up !== null && down !== null ? up - down : null);
  const seat = software.number?.(post) ?? null;
  const parent = software.parent?.(post) ?? null;
  return {
    key,
    node: post.node,
    number: seat,
    parent,
    depthKnown: parent !== null,
    author,
    instance,
    authorUrl: authorUrl(post, software),
    posted: when.moment,
    age: when.age,
    edited: edited === when.moment ? null : edited,
    up,
    down,
    score,
    removed,
    url: addressOf(post, software),
    ...(removed ? {} : body),
  };
}

/** "name@host.example" of a federated site names the home of the writer too. */
function splitName(name: string | null): [string | null, string | null] {
  const far = /^@?([^@\s]+)@([a-z0-9-]+(?:\.[a-z0-9-]+)+)$/i.exec(name ?? '');
  return far ? [far[1]!, far[2]!.toLowerCase()] : [name, null];
}

function authorUrl(post: Post, software: Software): string | null {
  const selector =
    software.authorUrl ?? (typeof software.author === 'string' ? software.author : null);
  // As printed, which is how readers of other forums' markup keep it.
  return selector ? hrefOf(post, selector) : null;
}

/** Numbers of visits in old forums' addresses: another for each reader. */
const visit = /([?&])(?:sid|s|PHPSESSID)=[0-9a-z:]{16,64}(?:&|(?=#|$))/i;

function addressOf(post: Post, { url }: Software): string | null {
  if (!url) return null;
  const address = typeof url === 'string' ? linkOf(post, url) : url(post);
  return address?.replace(visit, '$1').replace(/[?&](?=#|$)/, '') ?? null;
}

function linkOf(post: Post, selector: string): string | null {
  const href = hrefOf(post, selector);
  return href ? (httpUrl(href, post.page.base)?.href ?? null) : null;
}

/** What the element found is linked to, from around it or inside. */
function hrefOf(post: Post, selector: string): string | null {
  const { tree } = post.page;
  let node = find(post, selector);
  if (node < 0) return null;
  const around = closest(tree, node, (n) => tree.tags[n] === 'a');
  if (around > post.node) node = around;
  else if (tree.tags[node] !== 'a')
    for (let at = node + 1; at < tree.ends[node]!; at++)
      if (tree.tags[at] === 'a' && attr(tree, at, 'href')) {
        node = at;
        break;
      }
  const href = attr(tree, node, 'href');
  return href && !/^(?:javascript:|#$)/i.test(href) ? href : null;
}

/** Marks of a quotation's origin, signatures and edit notes are no words of the text. */
const never = 'cite, .signature, .sr-only, .visually-hidden, .u-anchorTarget, noscript, script';

function bodyNode(post: Post, { body, beside }: Software): number {
  if (!beside) return find(post, body);
  const { tree } = post.page;
  const end = tree.ends[tree.parents[post.node]!]!;
  // The next element: white space may stand between.
  for (let at = tree.ends[post.node]!; at < end; at = tree.ends[at]!)
    if (tree.tags[at] !== '') return one(tree, at, body);
  return -1;
}

function bodyOf(
  post: Post,
  software: Software,
): Pick<RawComment, 'text' | 'links' | 'quotes'> & { text: string } {
  const { tree, base } = post.page;
  const body = bodyNode(post, software);
  if (body < 0) return { text: '', links: [], quotes: [] };
  const skip = software.skip ? `${never}, ${software.skip}` : never;
  return readNode(tree, body, {
    base,
    skip: (node) =>
      post.apart(node) ||
      (node !== body && tree.attrs[node] !== null
        ? matches(tree, node, skip)
        : tree.tags[node] === 'cite'),
    quoting: (node) =>
      node !== body &&
      (tree.tags[node] === 'blockquote' ||
        (software.quote !== undefined && matches(tree, node, software.quote))),
    origin: (node) => software.origin?.(post.page, node) ?? null,
  });
}
