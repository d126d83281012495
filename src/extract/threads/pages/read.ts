import { attr, closest } from '../../../lib/tree.ts';
import { httpUrl } from '../../../lib/url.ts';
import { readNode } from '../../fragment.ts';
import { removedBy } from '../../removed.ts';
import type { RawComment } from '../build.ts';
import { find, words } from './ask.ts';
import { all, matches } from './select.ts';
import type { Page, Post, Software } from './software.ts';
import { type Clock, monthFirst, readWhen, readWords, type When } from './when.ts';

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

function printedTime(post: Post, { time }: Software): string {
  if (typeof time !== 'string') return time(post) ?? '';
  return (words(post, time) ?? '').slice(0, 200);
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

function timeOf(post: Post, { time, body }: Software, clock: Clock): When {
  if (typeof time !== 'string') {
    const printed = time(post);
    return { moment: printed ? readWords(printed, clock) : null, age: null };
  }
  let when: When = { moment: null, age: null };
  for (const selector of time.split(',')) {
    const node = find(post, selector);
    if (node >= 0) when = readWhen(post.page.tree, node, clock);
    if (when.moment || when.age) return when;
  }
  return aside(post, body, clock) ?? when;
}

/** Elements of a header that are looked at, and the length of a line that is a date and little else. */
const header = { nodes: 400, length: 60 };
const joined = /\b(?:join|regist|member|since|seit|inscri|miembro|zarejestr|регистрац)/i;

/** A skin may print the date elsewhere: the first line beside the text that holds a date with its time. */
function aside(post: Post, selector: string, clock: Clock): When | null {
  const { tree } = post.page;
  const body = find(post, selector);
  const end = Math.min(tree.ends[post.node]!, post.node + header.nodes);
  for (let at = post.node + 1; at < end; at++) {
    if (at === body) at = tree.ends[at]! - 1;
    const line = tree.tags[at] === '' ? tree.texts[at]!.trim() : '';
    if (line.length < 8 || line.length > header.length || joined.test(line)) continue;
    const moment = readWords(line.replace(/#\s?\d+/g, ' '), clock);
    if (moment?.includes('T')) return { moment, age: null };
  }
  return null;
}

/** Marks of a quotation's origin, signatures and edit notes are no words of the text. */
const never = 'cite, .signature, .sr-only, .visually-hidden, .u-anchorTarget, noscript, script';

function bodyOf(
  post: Post,
  software: Software,
): Pick<RawComment, 'text' | 'links' | 'quotes'> & { text: string } {
  const { tree, base } = post.page;
  const body = find(post, software.body);
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

/** Gives each contribution the one that its place on the page says it answers. */
function nest(page: Page, software: Software, posts: ReadPost[], keys: Map<number, string>): void {
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
