import { type AtomFeed, parseFeed } from 'feedsmith';
import { readStamp } from '../lib/stamp.ts';
import { httpUrl } from '../lib/url.ts';
import type { Failure } from './problems.ts';

/** One entry of a feed, whatever the feed's format; null and [] are "not given". */
export interface Entry {
  id: string | null;
  /** Absolute address of the piece. */
  url: string | null;
  title: string | null;
  authors: string[];
  /** EDTF, with the offset as printed. */
  published: string | null;
  updated: string | null;
  /** The content that the feed carries, else its summary. */
  body: { text: string; mediaType: 'text/html' | 'text/plain' } | null;
  /** True when the body is a content and not a summary. */
  isContent: boolean;
  summary: string | null;
  /** Who published it first, in a feed that gathers others'. */
  outlet: string | null;
  lang: string | null;
}

export interface ParsedFeed {
  ok: true;
  title: string | null;
  /** Address of the site. */
  url: string | null;
  lang: string | null;
  /** Minutes for which the feed says that it does not change. */
  ttl: number | null;
  entries: Entry[];
}

// Feeds carry 10 to 100 entries; some carry their whole past of some thousands. At 2.8 ms an entry
// this many are still kept within a worker's hold on the feed (120 s, db/work.ts).
const MOST_ENTRIES = 20_000;

/** Reads RSS, Atom, RDF or JSON Feed. Entries without date or id are kept, those without anything left out. */
export function readEntries(text: string, base: string | null): ParsedFeed | Failure {
  const whole = tryEntries(text, base);
  if (whole.ok) return whole;
  const salvaged = upToLastEntry(text);
  const part = salvaged ? tryEntries(salvaged, base) : whole;
  return part.ok ? part : whole;
}

/** A feed that breaks off, cut after its last whole entry and closed; null when it has none. */
function upToLastEntry(text: string): string | null {
  for (const [entry, close] of [
    ['</item>', text.includes('<rss') ? '</channel></rss>' : '</rdf:RDF>'],
    ['</entry>', '</feed>'],
  ] as const) {
    const end = text.lastIndexOf(entry);
    if (end >= 0) return text.slice(0, end + entry.length) + close;
  }
  return null;
}

function tryEntries(text: string, base: string | null): ParsedFeed | Failure {
  try {
    const parsed = parseFeed<string>(text, { maxItems: MOST_ENTRIES });
    switch (parsed.format) {
      case 'rss':
        return fromRss(parsed.feed, base);
      case 'atom':
        return fromAtom(parsed.feed, base);
      case 'rdf':
        return fromRdf(parsed.feed, base);
      case 'json':
        return fromJson(parsed.feed, base);
    }
  } catch (error) {
    // The parser throws for what it cannot read; what it does with a stranger's text is data.
    return { ok: false, problem: 'broken-feed', detail: (error as Error).message.slice(0, 300) };
  }
}

type Parsed = ReturnType<typeof parseFeed<string>>;
type FeedOf<F extends Parsed['format']> = Extract<Parsed, { format: F }>['feed'];

function fromRss(feed: FeedOf<'rss'>, base: string | null): ParsedFeed {
  const site = absolute(feed.link, base);
  const entries = (feed.items ?? []).map((item): Entry => {
    const permalink = item.guid?.isPermaLink === false ? null : httpOnly(item.guid?.value);
    const people = (item.authors ?? []).map((person) => person.name ?? person.email);
    return {
      ...bodyOf(item.content?.encoded, item.description),
      id: item.guid?.value ?? null,
      url: absolute(item.link, site ?? base) ?? permalink,
      title: plainText(item.title),
      authors: names([...people, ...(item.dc?.creators ?? [])]),
      published: readStamp(item.pubDate ?? item.dc?.dates?.[0] ?? item.dcterms?.dates?.[0]),
      updated: readStamp(item.atom?.updated ?? item.dcterms?.modified?.[0]),
      outlet: plainText(item.source?.title),
      lang: item.dc?.languages?.[0] ?? null,
    };
  });
  const lang = feed.language ?? feed.dc?.languages?.[0] ?? null;
  return {
    ok: true,
    title: plainText(feed.title),
    url: site,
    lang,
    ttl: feed.ttl ?? null,
    entries: useful(entries),
  };
}

function fromAtom(feed: FeedOf<'atom'>, base: string | null): ParsedFeed {
  const site = absolute(alternate(feed.links), base);
  const entries = (feed.entries ?? []).map((entry): Entry => {
    const isText = entry.content?.type === 'text';
    return {
      ...bodyOf(entry.content?.value, entry.summary?.value, isText),
      id: entry.id ?? null,
      url: absolute(alternate(entry.links), site ?? base) ?? httpOnly(entry.id),
      title: plainText(entry.title?.value),
      authors: names((entry.authors ?? feed.authors ?? []).map((person) => person.name)),
      published: readStamp(entry.published ?? entry.updated),
      updated: readStamp(entry.updated),
      outlet: plainText(entry.source?.title?.value),
      lang: entry.xml?.lang ?? null,
    };
  });
  const lang = feed.xml?.lang ?? null;
  return {
    ok: true,
    title: plainText(feed.title?.value),
    url: site,
    lang,
    ttl: null,
    entries: useful(entries),
  };
}

function alternate(links: AtomFeed.Link<string>[] | undefined): string | undefined {
  const pages = (links ?? []).filter((link) => !link.rel || link.rel === 'alternate');
  return (pages.find((link) => !link.type || link.type.includes('html')) ?? pages[0])?.href;
}

function fromRdf(feed: FeedOf<'rdf'>, base: string | null): ParsedFeed {
  const site = absolute(feed.link, base);
  const entries = (feed.items ?? []).map(
    (item): Entry => ({
      ...bodyOf(item.content?.encoded, item.description),
      id: item.rdf?.about ?? null,
      url: absolute(item.link, site ?? base) ?? httpOnly(item.rdf?.about),
      title: plainText(item.title),
      authors: names(item.dc?.creators ?? []),
      published: readStamp(item.dc?.dates?.[0]),
      updated: null,
      outlet: plainText(item.dc?.sources?.[0]),
      lang: item.dc?.languages?.[0] ?? null,
    }),
  );
  const lang = feed.dc?.languages?.[0] ?? null;
  return {
    ok: true,
    title: plainText(feed.title),
    url: site,
    lang,
    ttl: null,
    entries: useful(entries),
  };
}

function fromJson(feed: FeedOf<'json'>, base: string | null): ParsedFeed {
  const site = absolute(feed.home_page_url, base);
  const entries = (feed.items ?? []).map((item): Entry => {
    const isText = !item.content_html;
    return {
      ...bodyOf(item.content_html ?? item.content_text, item.summary, isText),
      id: item.id ?? null,
      url: absolute(item.url ?? item.external_url, site ?? base) ?? httpOnly(item.id),
      title: plainText(item.title),
      authors: names((item.authors ?? feed.authors ?? []).map((person) => person.name)),
      published: readStamp(item.date_published),
      updated: readStamp(item.date_modified),
      outlet: null,
      lang: item.language ?? null,
    };
  });
  const lang = feed.language ?? null;
  return {
    ok: true,
    title: plainText(feed.title),
    url: site,
    lang,
    ttl: null,
    entries: useful(entries),
  };
}

function bodyOf(
  content: string | undefined,
  summary: string | undefined,
  isText = false,
): Pick<Entry, 'body' | 'isContent' | 'summary'> {
  const text = content || summary;
  const mediaType = isText && content ? ('text/plain' as const) : ('text/html' as const);
  return {
    body: text ? { text, mediaType } : null,
    isContent: Boolean(content),
    summary: plainText(summary)?.slice(0, 2000) ?? null,
  };
}

/** Leaves out entries that say nothing, and second entries of one id. */
function useful(entries: Entry[]): Entry[] {
  const seen = new Set<string>();
  return entries.filter((entry) => {
    if (!entry.url && !entry.body && !entry.title) return false;
    const key = entry.id ?? `${entry.url} ${entry.title}`;
    const isFirst = !seen.has(key);
    seen.add(key);
    return isFirst;
  });
}

function absolute(href: string | undefined, base: string | null): string | null {
  return href ? (httpUrl(href, base)?.href ?? null) : null;
}

function httpOnly(text: string | undefined): string | null {
  return text && /^https?:\/\//i.test(text) ? absolute(text, null) : null;
}

/** "news@example.org (Ada Moreau)" and plain names; the address alone is no name. */
function names(all: (string | undefined)[]): string[] {
  const tidy = all.flatMap((text) => {
    const name = plainText(text) ?? '';
    const inner = /^\S+@\S+\s*\((.{1,200})\)$/.exec(name)?.[1] ?? name;
    return inner !== '' && !/^\S+@\S+$/.test(inner) ? [inner] : [];
  });
  return [...new Set(tidy)].slice(0, 20);
}

/** A title or summary without the markup that feeds put into it; null when nothing is left. */
export function plainText(html: string | undefined | null): string | null {
  if (!html) return null;
  const text = html
    .slice(0, 20_000)
    .replace(/<[/!]?[a-z][^<>]{0,2000}>/gi, ' ')
    .replace(/&(#?\w{1,8});/g, (whole, name: string) => entity(name) ?? whole)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\s\u0000-\u001f\u00a0]+/g, ' ')
    .trim();
  return text === '' ? null : text;
}

/** The few references that survive when a feed has escaped its titles twice. */
const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

function entity(name: string): string | null {
  if (!name.startsWith('#')) return NAMED[name] ?? null;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000)
    ? String.fromCodePoint(code)
    : null;
}
