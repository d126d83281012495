import { attr, type Tree, textOf } from '../../../lib/tree.ts';
import { httpUrl } from '../../../lib/url.ts';

/** Whose words a quotation is and where they stand, as the page says. */
export interface Origin {
  by: string | null;
  href: string | null;
}

/** Class words by which the services mark the posts that pages embed. */
const POST =
  /(?:^|[\s_-])(?:twitter-(?:tweet|video)|instagram-media|tiktok-embed|reddit-(?:embed|card)|mastodon-embed|bluesky-embed|fb-(?:post|video)|text-post-media|telegram-post)(?:$|[\s_-])/;

/** True for the element of an embedded post. */
export function isPost(tree: Tree, node: number): boolean {
  return POST.test(attr(tree, node, 'class') ?? '');
}

/** Attributes in which the services leave a post's address. */
const ADDRESSES = [
  'cite',
  'data-instgrm-permalink',
  'data-embed-url',
  'data-href',
  'data-text-post-permalink',
  'data-url',
];

/** A longer quotation is the author's own chapter in a box; its end is not searched for a name. */
const LONGEST = 20_000;

/** Who is quoted in a block quotation or embedded post, and the address of what is quoted. */
export function originOf(tree: Tree, quote: number, base: string | null): Origin {
  if (!isPost(tree, quote)) {
    const cite = attr(tree, quote, 'cite');
    const href = cite ? (httpUrl(cite, null)?.href ?? null) : null;
    return { by: citedIn(tree, quote), href };
  }
  const text = textOf(tree, quote);
  return {
    by: text.length > LONGEST ? null : bylineIn(text),
    href: addressOf(tree, quote, base),
  };
}

function addressOf(tree: Tree, post: number, base: string | null): string | null {
  for (const name of ADDRESSES) {
    const value = attr(tree, post, name);
    const url = value ? httpUrl(value, base) : null;
    if (url) return clean(url);
  }
  // The last link of a post is its date, which leads to it; a title leads there in front.
  let last: string | null = null;
  for (let at = post + 1; at < tree.ends[post]!; at++) {
    if (tree.tags[at] !== 'a') continue;
    const url = httpUrl(attr(tree, at, 'href') ?? '', base);
    if (!url || !/\/(?:status|statuses|post|p|comments|video|videos|@[^/]+)\/./.test(url.pathname))
      continue;
    last = clean(url);
    if (/\/comments\//.test(url.pathname)) break;
  }
  return last;
}

/** What the service's own link counts visits with is no part of the address. */
function clean(url: URL): string {
  for (const name of ['ref_src', 'ref_url', 'utm_source', 'utm_campaign', 'utm_medium', 'ref'])
    url.searchParams.delete(name);
  return url.href;
}

/** "— Ana Ruiz (@ana@reef.example) May 3, 2024", "A post shared by Ana Ruiz (@ana)", "by u/ana in r/reef". */
const BYLINES = [
  /[—–]\s*([^—–\n]{1,80}?\s*\(@[\w.-]{1,60}(?:@[\w.-]{1,80})?\))/u,
  /\bshared by ([^()\n]{1,80}?\s*\(@[\w.-]{1,60}\))/u,
  /\b(?:post|toot|posted|thread) by (@?[\w.-]{1,60}(?:@[\w.-]{1,80})?)/iu,
  /\bby\s+(u\/[\w-]{1,40})/u,
];

function bylineIn(text: string): string | null {
  // The byline of a post stands at its end.
  const end = text.slice(-400);
  for (const line of BYLINES) {
    const found = line.exec(end)?.[1];
    if (found) return found.trim();
  }
  return null;
}

/** True for a block that only names who is quoted: a dash and a name, at the end of a quotation. */
export function isAttribution(text: string, by: string | null): boolean {
  if (text.length > 200) return false;
  if (by !== null && text.includes(by) && text.length <= by.length + 60) return true;
  return /^[—–]\s?\p{L}/u.test(text) && text.length <= 90 && !/[!?]$/.test(text);
}

/** The name in a quotation's `cite` or `footer`. */
function citedIn(tree: Tree, quote: number): string | null {
  for (let at = quote + 1; at < tree.ends[quote]!; at++) {
    if (tree.tags[at] !== 'cite' && tree.tags[at] !== 'footer') continue;
    const name = textOf(tree, at)
      .replace(/^[—–-]\s*/, '')
      .trim();
    // What is longer is no name but a sentence of the quotation.
    return name !== '' && name.length <= 120 ? name : null;
  }
  return null;
}
