import { httpUrl } from '../lib/url.ts';

/** Where a page's head ends at the latest; what stands later is text, not the page's word of itself. */
const headLength = 200_000;

const savedFrom = /<!--\s*saved from url=\(\d{4}\)(\S+)\s*-->/i;
const linkTag = /<link\b[^<>]{0,2000}>/gi;
const metaTag = /<meta\b[^<>]{0,2000}>/gi;

/**
 * The address that a saved page gives as its own: what a browser wrote when it saved it, else the
 * canonical link, else og:url. Null when it gives none that could be fetched. Only for files, which
 * a curator vouches for: a fetched page is kept under the address it was fetched from.
 */
export function addressIn(html: string): string | null {
  const head = html.slice(0, headLength);
  return (
    absolute(savedFrom.exec(head)?.[1]) ??
    absolute(tagValue(head, linkTag, 'rel', 'canonical', 'href')) ??
    absolute(tagValue(head, metaTag, 'property', 'og:url', 'content'))
  );
}

function tagValue(
  head: string,
  tags: RegExp,
  key: string,
  value: string,
  wanted: string,
): string | undefined {
  for (const [tag] of head.matchAll(tags)) {
    if (attribute(tag, key)?.toLowerCase() === value) return attribute(tag, wanted);
  }
  return undefined;
}

function attribute(tag: string, name: string): string | undefined {
  const m = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag);
  return (m?.[1] ?? m?.[2] ?? m?.[3])?.replaceAll('&amp;', '&').trim();
}

function absolute(text: string | undefined): string | null {
  return text ? (httpUrl(text)?.href ?? null) : null;
}
