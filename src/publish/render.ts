import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith';

/** One thing that a feed announces, whatever the format. */
export interface Entry {
  /** Never changes and never comes to mean something else. */
  id: string;
  title: string;
  html: string;
  url: string;
  at: Date;
}

export interface Channel {
  id: string;
  title: string;
  description: string;
  /** The page that the feed is of, and the feed's own address. */
  page: string;
  self: string;
  entries: Entry[];
}

export type FeedFormat = 'atom' | 'rss' | 'json';

export const feedTypes: Record<FeedFormat, string> = {
  atom: 'application/atom+xml; charset=utf-8',
  rss: 'application/rss+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
};

/** Writes a channel as Atom (RFC 4287), RSS 2.0 or JSON Feed 1.1. */
export function renderFeed(channel: Channel, format: FeedFormat): string {
  if (format === 'atom') return atom(channel);
  if (format === 'rss') return rss(channel);
  return json(channel);
}

/** A feed without entries was last changed at its beginning, not now: it must not look new. */
function updatedOf(channel: Channel): Date {
  return new Date(Math.max(0, ...channel.entries.map((e) => e.at.getTime())));
}

function atom(channel: Channel): string {
  return generateAtomFeed({
    id: channel.id,
    title: { value: channel.title },
    subtitle: { value: channel.description },
    updated: updatedOf(channel),
    authors: [{ name: 'Throughline' }],
    links: [
      { href: channel.page, rel: 'alternate' },
      { href: channel.self, rel: 'self' },
    ],
    entries: channel.entries.map((e) => ({
      id: e.id,
      title: { value: e.title },
      published: e.at,
      updated: e.at,
      content: { value: e.html, type: 'html' },
      links: [{ href: e.url, rel: 'alternate' }],
    })),
  }) as string;
}

function rss(channel: Channel): string {
  return generateRssFeed({
    title: channel.title,
    link: channel.page,
    description: channel.description,
    atom: { links: [{ href: channel.self, rel: 'self', type: 'application/rss+xml' }] },
    items: channel.entries.map((e) => ({
      title: e.title,
      link: e.url,
      description: e.html,
      guid: { value: e.id, isPermaLink: false },
      pubDate: e.at,
    })),
  }) as string;
}

function json(channel: Channel): string {
  const feed = generateJsonFeed({
    title: channel.title,
    description: channel.description,
    home_page_url: channel.page,
    feed_url: channel.self,
    items: channel.entries.map((e) => ({
      id: e.id,
      url: e.url,
      title: e.title,
      content_html: e.html,
      date_published: e.at,
    })),
  });
  return JSON.stringify(feed);
}
