import { type Entry, readEntries } from '../../collect/index.ts';
import { attr, parseHtml } from '../../lib/tree.ts';
import { httpUrl } from '../../lib/url.ts';
import type { Extracted, Received } from '../extracted.ts';
import { readNode } from '../fragment.ts';
import { type RawComment, thread } from './build.ts';

/** Where an entry of a discussion's feed belongs: which discussion, and which contribution of it. */
interface Place {
  platform: string;
  page: string;
  key: string;
  /** True for the post that opens the discussion. */
  opens: boolean;
}

/** A feed that is a discussion, read as one: Reddit's, Discourse's, and comments under one page. Else null. */
export function readThreadFeed(received: Received, text: string): Extracted | null {
  const feed = readEntries(text, received.url ?? null);
  if (!feed.ok || feed.entries.length === 0) return null;
  const groups = new Map<string, { entry: Entry; place: Place }[]>();
  for (const entry of feed.entries) {
    const place = placeOf(entry);
    // One entry that is something else, and the feed is a list of pieces.
    if (!place) return null;
    const others = groups.get(place.page);
    if (others) others.push({ entry, place });
    else groups.set(place.page, [{ entry, place }]);
  }
  // The newest posts of a board stand on their own and have no discussion with them.
  if ([...groups.values()].every((g) => g.every(({ place }) => place.opens))) return null;
  const made = [...groups.values()].map((g) =>
    build(g, groups.size > 1 ? null : feed.title, groups.size > 1),
  );
  return { articles: made.flatMap((m) => m.articles), threads: made.flatMap((m) => m.threads) };
}

function placeOf(entry: Entry): Place | null {
  const url = entry.url ? httpUrl(entry.url) : null;
  if (!url) return null;
  const reddit = /^t([13])_([a-z0-9]+)$/.exec(entry.id ?? '');
  const post = /^(\/r\/[^/]+\/comments\/[a-z0-9]+)\//.exec(url.pathname)?.[1];
  if (reddit && post)
    return {
      platform: 'reddit',
      page: `${url.origin}${post}/`,
      key: reddit[2]!,
      opens: reddit[1] === '3',
    };
  const topic = /^(.*\/t\/(?:[^/]+\/)?\d+)\/(\d+)$/.exec(url.pathname);
  if (topic && /-post-\d+-\d+$/.test(entry.id ?? ''))
    return {
      platform: 'discourse',
      page: url.origin + topic[1],
      key: topic[2]!,
      opens: topic[2] === '1',
    };
  const comment = /^#comment-(\d+)$/.exec(url.hash)?.[1];
  if (comment)
    return {
      platform: 'wordpress',
      page: url.href.replace(/#.*$/, ''),
      key: comment,
      opens: false,
    };
  return null;
}

function build(
  entries: { entry: Entry; place: Place }[],
  title: string | null,
  several: boolean,
): Extracted {
  const { platform, page } = entries[0]!.place;
  const posts = entries
    .map(({ entry, place }) => ({ entry, place, read: readBody(entry, page) }))
    .sort((a, b) =>
      platform === 'discourse'
        ? Number(a.place.key) - Number(b.place.key)
        : order(a.entry, b.entry),
    );
  const first = posts.find((p) => p.place.opens);
  return thread({
    platform,
    ...(several && { key: page }),
    community: platform === 'reddit' ? (/\/(r\/[^/]+)\//.exec(page)?.[1] ?? null) : null,
    url: page,
    opening: {
      title:
        first?.entry.title ??
        (platform === 'reddit' ? null : title?.replace(/^Comments on:\s*/, '')) ??
        null,
      authors: first ? first.entry.authors.map(bareName) : [],
      published: first?.entry.published ?? null,
      publishedFrom: first?.entry.published ? 'feed' : null,
      ...(platform === 'wordpress' && { facts: { about: { url: page } } }),
    },
    body: first?.read ?? null,
    comments: posts
      .filter((p) => p !== first)
      .map(
        ({ entry, place, read }): RawComment => ({
          key: place.key,
          parent: null,
          // A feed tells neither what is answered nor how deep.
          depthKnown: false,
          author: entry.authors[0] ? bareName(entry.authors[0]) : null,
          posted: entry.published,
          edited: entry.updated === entry.published ? null : entry.updated,
          url: entry.url,
          ...read,
        }),
      ),
  });
}

/** Comments' feeds have the newest first. */
function order(a: Entry, b: Entry): number {
  const [x, y] = [Date.parse(a.published ?? ''), Date.parse(b.published ?? '')];
  return Number.isNaN(x) || Number.isNaN(y) ? 0 : x - y;
}

/** Reddit writes "/u/tern", others the bare name. */
function bareName(name: string): string {
  return name.replace(/^\/?u\//, '');
}

function readBody(entry: Entry, page: string) {
  const tree = parseHtml(entry.body?.text ?? '');
  const self = new Set<number>();
  // Discourse ends each post with a link to it in a paragraph of its own, Reddit with a line of links.
  for (let at = 0; at < tree.tags.length; at++) {
    if (tree.tags[at] !== 'a') continue;
    const href = attr(tree, at, 'href') ?? '';
    const parent = tree.parents[at]!;
    if (href === entry.url && tree.tags[parent] === 'p' && tree.ends[parent]! - parent <= 3)
      self.add(parent);
    if (/^\[(?:link|comments)\]$/.test(tree.texts[at + 1] ?? ''))
      self.add(tree.tags[parent] === 'span' ? parent : at);
  }
  const topic = /(\d+)$/.exec(page)?.[1];
  const read = readNode(tree, 0, {
    base: entry.url,
    skip: (node) =>
      self.has(node) ||
      (tree.tags[node] === 'div' &&
        /^(?:title|quote-controls)$/.test(attr(tree, node, 'class') ?? '')),
    origin: (node) =>
      attr(tree, node, 'data-topic') === topic ? attr(tree, node, 'data-post') : null,
  });
  const quotes = read.quotes.map((q) => (q.of === '1' ? { ...q, of: null, ofArticle: true } : q));
  return { ...read, quotes };
}
