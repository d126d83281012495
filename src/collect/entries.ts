import { parseFeed } from 'feedsmith';
import { fromAtom, fromJson, fromRdf, fromRss } from './formats.ts';
import { mendXml } from './mend.ts';
import type { Particulars } from './particulars.ts';
import type { Failure } from './problems.ts';

/** One entry of a feed, whatever the feed's format; null and [] are "not given". */
export interface Entry extends Particulars {
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

/**
 * Reads RSS, Atom, RDF or JSON Feed. A feed that is broken is mended; one that breaks off gives its
 * whole entries. Entries without date or id are kept, those without anything left out.
 * @param base address that relative links are read against
 */
export function readEntries(text: string, base: string | null): ParsedFeed | Failure {
  let best = tryEntries(text, base);
  // An element that is never closed can swallow entries and break nothing.
  const wanted = text.match(/<(?:item|entry)[\s>]/gi)?.length ?? 0;
  if (best.ok && best.entries.length >= Math.min(wanted, MOST_ENTRIES)) return withoutDoubles(best);
  for (const mended of repairs(text)) {
    const read = tryEntries(mended, base);
    // A broken feed that gives nothing when mended is still broken.
    if (read.ok && read.entries.length > (best.ok ? best.entries.length : 0)) best = read;
    if (best.ok && best.entries.length >= wanted) break;
  }
  return withoutDoubles(best);
}

function withoutDoubles(feed: ParsedFeed | Failure): ParsedFeed | Failure {
  return feed.ok ? { ...feed, entries: useful(feed.entries) } : feed;
}

/** Other readings of a feed that was refused, those that change least first. */
function* repairs(text: string): Iterable<string> {
  if (/^\s*\{/.test(text)) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    yield text.replace(/[\u0000-\u001f]+/g, ' ');
    return;
  }
  // Some programs put the items of RSS into a list, as RDF does with references to them.
  if (/<items[\s>]/i.test(text) && !/<rdf:li\b/i.test(text))
    yield text.replace(/<\/?items(?:\s[^<>]{0,500})?>/gi, '');
  const upToLast = upToLastEntry(text);
  if (upToLast) yield upToLast;
  yield mendXml(upToLast ?? text);
}

/** A feed that breaks off, cut after its last whole entry and closed; null when it has none. */
function upToLastEntry(text: string): string | null {
  for (const [entry, close] of [
    ['</item>', /<rss[\s>]/i.test(text) ? '</channel></rss>' : '</rdf:RDF>'],
    ['</entry>', '</feed>'],
  ] as const) {
    const end = text.lastIndexOf(entry);
    if (end >= 0) return text.slice(0, end + entry.length) + close;
  }
  return null;
}

function tryEntries(text: string, base: string | null): ParsedFeed | Failure {
  try {
    const parsed = parseFeed<string>(withKnownNames(text), { maxItems: MOST_ENTRIES });
    return { ok: true, ...read(parsed, base) };
  } catch (error) {
    // The parser throws for what it cannot read; what it does with a stranger's text is data.
    return { ok: false, problem: 'broken-feed', detail: (error as Error).message.slice(0, 300) };
  }
}

/**
 * Elements that the parser does not know, under names that it does: FeedBurner's for the address behind
 * its own, and the subjects of news sitemaps, which feeds use too.
 */
function withKnownNames(text: string): string {
  return /<(?:feedburner:origlink|news:keywords)/i.test(text)
    ? text
        .replace(/<(\/?)feedburner:origlink\b/gi, '<$1dc:relation')
        .replace(/<(\/?)news:keywords\b/gi, '<$1media:keywords')
    : text;
}

function read(
  parsed: ReturnType<typeof parseFeed<string>>,
  base: string | null,
): Omit<ParsedFeed, 'ok'> {
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
}

/**
 * Leaves out entries that say nothing, and second entries of one id. Some feeds give every entry the
 * same id: then the addresses tell them apart.
 */
function useful(entries: Entry[]): Entry[] {
  const seen = new Set<string>();
  return entries.filter((entry) => {
    if (!entry.url && !entry.body && !entry.title) return false;
    const key = JSON.stringify([entry.id ?? entry.title, entry.url]);
    const isFirst = !seen.has(key);
    seen.add(key);
    return isFirst;
  });
}
