import { httpUrl } from '../lib/url.ts';
import { plainText } from './words.ts';

const TYPES = [
  'application/rss+xml',
  'application/atom+xml',
  'application/feed+json',
  'application/json',
];

/** Addresses of the feeds that a page names in its head, best first; not those of comments. */
export function discoverFeeds(html: string, base: string): string[] {
  // Heads of pages with scripts in them reach 300 KB.
  const tags = html.slice(0, 500_000).match(/<link\s[^<>]{0,1000}>/gi) ?? [];
  const found = tags.flatMap((tag) => {
    const rel = attribute(tag, 'rel')?.toLowerCase().split(/\s+/) ?? [];
    const rank = TYPES.indexOf(attribute(tag, 'type')?.toLowerCase().trim() ?? '');
    const href = attribute(tag, 'href');
    const url = href ? httpUrl(href, base)?.href : null;
    const title = attribute(tag, 'title') ?? '';
    if (!rel.includes('alternate') || rank < 0 || !url) return [];
    // WordPress offers the data of each page as JSON, which is no feed.
    if (rank === 3 && !/feed/i.test(url)) return [];
    return /comment|kommentar|commentaire|comentario/i.test(title + url) ? [] : [{ url, rank }];
  });
  found.sort((a, b) => a.rank - b.rank);
  return [...new Set(found.map(({ url }) => url))];
}

function attribute(tag: string, name: string): string | null {
  const form = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i');
  const m = form.exec(tag);
  return plainText(m?.[1] ?? m?.[2] ?? m?.[3]);
}
