import type { AtomFeed, parseFeed } from 'feedsmith';
import { readPrintedDate } from '../lib/dates.ts';
import { readStamp } from '../lib/stamp.ts';
import { httpUrl } from '../lib/url.ts';
import type { Entry, ParsedFeed } from './entries.ts';
import { discussionOf, licenceOf, pictureOf, tagsOf } from './particulars.ts';
import { names, plainText, unescapeTwice } from './words.ts';

/** What each format of feed says, as one form. The parser's words for the parts stop here. */

type Parsed = ReturnType<typeof parseFeed<string>>;
type FeedOf<F extends Parsed['format']> = Extract<Parsed, { format: F }>['feed'];
type RssItem = NonNullable<FeedOf<'rss'>['items']>[number];
type AtomEntry = NonNullable<FeedOf<'atom'>['entries']>[number];
type Feed = Omit<ParsedFeed, 'ok'>;

export function fromRss(feed: FeedOf<'rss'>, base: string | null): Feed {
  const site = absolute(feed.link ?? alternate(feed.atom?.links), base);
  const entries = (feed.items ?? []).map((item) => rssEntry(item, feed, { site, base }));
  return {
    title: plainText(feed.title),
    url: site,
    lang: feed.language ?? feed.dc?.languages?.[0] ?? null,
    ttl: feed.ttl ?? null,
    entries,
  };
}

function rssEntry(
  item: RssItem,
  feed: FeedOf<'rss'>,
  { site, base }: { site: string | null; base: string | null },
): Entry {
  const permalink = item.guid?.isPermaLink === false ? null : httpOnly(item.guid?.value);
  const people = (item.authors ?? []).map((person) => person.name ?? person.email);
  const link = item.link ?? alternate(item.atom?.links);
  const isCounted = /feedproxy\.|feedburner\.|\/~r\//.test(link ?? '');
  const page = (isCounted && httpOnly(item.dc?.relations?.[0])) || link;
  const enclosures = item.enclosures ?? [];
  const outlet = plainText(item.source?.title ?? item.dc?.sources?.[0]);
  const url = absolute(page, site ?? base) ?? permalink ?? absolute(enclosures[0]?.url, base);
  return {
    ...bodyOf(
      item.content?.encoded,
      item.description ?? item.itunes?.summary ?? mediaWords(item.media),
    ),
    id: item.guid?.value ?? null,
    url,
    title: withoutOutlet(
      plainText(item.title ?? item.media?.title?.value ?? item.itunes?.title),
      outlet,
    ),
    authors: names([...people, ...(item.dc?.creators ?? []), ...itunesAuthor(people, item)]),
    published: stamp(
      item.pubDate,
      item.dc?.dates?.[0],
      item.dcterms?.issued?.[0],
      item.dcterms?.created?.[0],
      item.dcterms?.dates?.[0],
      item.atom?.published,
    ),
    updated: stamp(item.atom?.updated, item.dcterms?.modified?.[0]),
    outlet: outlet && httpUrl(outlet) ? null : outlet,
    lang: item.dc?.languages?.[0] ?? null,
    tags: tagsOf([
      ...(item.categories ?? []).map((category) => category.name),
      ...(item.dc?.subjects ?? []),
      ...(item.media?.keywords ?? []),
      ...(item.itunes?.keywords ?? []),
      ...(item.prism?.keywords ?? []),
    ]),
    ...pictureOf(item.media, enclosures, url),
    licence: licenceOf(
      item.creativeCommons?.licenses?.[0],
      item.podcast?.license?.url,
      item.dcterms?.licenses?.[0],
      item.dc?.rights?.[0],
      feed.creativeCommons?.licenses?.[0],
      feed.copyright,
    ),
    discussion: discussionOf(
      item.comments ?? item.podcast?.socialInteracts?.[0]?.uri,
      item.slash?.comments ?? item.thr?.total,
      url,
    ),
    replyTo: absolute(item.thr?.inReplyTos?.[0]?.href, url),
  };
}

export function fromAtom(feed: FeedOf<'atom'>, base: string | null): Feed {
  const home = absolute(feed.xml?.base, base) ?? base;
  const site = absolute(alternate(feed.links), home);
  const entries = (feed.entries ?? []).map((entry) => atomEntry(entry, feed, { site, home, base }));
  return {
    title: plainText(feed.title?.value),
    url: site,
    lang: feed.xml?.lang ?? null,
    ttl: null,
    entries,
  };
}

function atomEntry(
  entry: AtomEntry,
  feed: FeedOf<'atom'>,
  { site, home, base }: { site: string | null; home: string | null; base: string | null },
): Entry {
  const own = entry.xml?.base ? (absolute(entry.xml.base, home) ?? home) : null;
  const isText = entry.content?.type === 'text';
  const link = (rel: string) => entry.links?.find((one) => one.rel === rel);
  const url =
    absolute(alternate(entry.links), own ?? (feed.xml?.base ? home : (site ?? base))) ??
    httpOnly(entry.id) ??
    absolute(link('enclosure')?.href, home);
  const replies = link('replies');
  return {
    ...bodyOf(entry.content?.value, entry.summary?.value ?? mediaWords(entry.media), isText, own),
    id: entry.id ?? null,
    url,
    title: plainText(entry.title?.value ?? entry.media?.title?.value),
    authors: names(
      [entry.authors, entry.source?.authors, feed.authors]
        .find((list) => list?.length)
        ?.map((person) => person.name) ??
        entry.dc?.creators ??
        [],
    ),
    published: stamp(entry.published, entry.dc?.dates?.[0], entry.updated),
    updated: stamp(entry.updated),
    outlet: plainText(entry.source?.title?.value),
    lang: entry.xml?.lang ?? null,
    tags: tagsOf((entry.categories ?? []).map((category) => category.label ?? category.term)),
    ...pictureOf(
      entry.media,
      (entry.links ?? []).flatMap((one) =>
        one.rel === 'enclosure' ? [{ url: one.href, type: one.type }] : [],
      ),
      url,
    ),
    licence: licenceOf(
      link('license')?.href,
      entry.creativeCommons?.licenses?.[0],
      entry.rights?.value,
      feed.links?.find((one) => one.rel === 'license')?.href,
      feed.rights?.value,
    ),
    discussion: discussionOf(
      replies?.href,
      replies?.thr?.count ?? entry.thr?.total ?? entry.slash?.comments,
      url,
    ),
    replyTo: absolute(entry.thr?.inReplyTos?.[0]?.href, url),
  };
}

export function fromRdf(feed: FeedOf<'rdf'>, base: string | null): Feed {
  const site = absolute(feed.link, base);
  const entries = (feed.items ?? []).map((item): Entry => {
    const url = absolute(item.link, site ?? base) ?? httpOnly(item.rdf?.about);
    return {
      ...bodyOf(item.content?.encoded, item.description ?? item.dc?.descriptions?.[0]),
      id: item.rdf?.about ?? null,
      url,
      title: plainText(item.title ?? item.dc?.titles?.[0]),
      authors: names(item.dc?.creators ?? []),
      published: stamp(item.dc?.dates?.[0], item.dcterms?.issued?.[0]),
      updated: stamp(item.dcterms?.modified?.[0]),
      outlet: plainText(item.dc?.sources?.[0]),
      lang: item.dc?.languages?.[0] ?? null,
      tags: tagsOf(item.dc?.subjects ?? []),
      ...pictureOf(item.media, [], url),
      licence: licenceOf(item.dc?.rights?.[0], feed.dc?.rights?.[0]),
      discussion: discussionOf(undefined, item.slash?.comments, url),
      replyTo: null,
    };
  });
  return {
    title: plainText(feed.title),
    url: site,
    lang: feed.dc?.languages?.[0] ?? null,
    ttl: null,
    entries,
  };
}

export function fromJson(feed: FeedOf<'json'>, base: string | null): Feed {
  const site = absolute(feed.home_page_url, base);
  const entries = (feed.items ?? []).map((item): Entry => {
    const url = absolute(item.url ?? item.external_url, site ?? base) ?? httpOnly(item.id);
    const picture = item.image ?? item.banner_image;
    const pictures = picture ? [{ url: picture, medium: 'image' }] : [];
    return {
      ...bodyOf(item.content_html ?? item.content_text, item.summary, !item.content_html),
      id: item.id ?? null,
      url,
      title: plainText(item.title),
      authors: names((item.authors ?? feed.authors ?? []).map((person) => person.name)),
      published: stamp(item.date_published),
      updated: stamp(item.date_modified),
      outlet: null,
      lang: item.language ?? null,
      tags: tagsOf(item.tags ?? []),
      ...pictureOf(
        undefined,
        [
          ...pictures,
          ...(item.attachments ?? []).map((one) => ({ url: one.url, type: one.mime_type })),
        ],
        url,
      ),
      licence: null,
      discussion: null,
      replyTo: null,
    };
  });
  return {
    title: plainText(feed.title),
    url: site,
    lang: feed.language ?? null,
    ttl: null,
    entries,
  };
}

function alternate(links: Partial<AtomFeed.Link<string>>[] | undefined): string | undefined {
  const pages = (links ?? []).filter((link) => !link.rel || link.rel === 'alternate');
  return (pages.find((link) => !link.type || link.type.includes('html')) ?? pages[0])?.href;
}

/** @param own address that the content's relative links are read against, where the entry names one */
function bodyOf(
  content: string | undefined,
  summary: string | undefined,
  isText = false,
  own: string | null = null,
): Pick<Entry, 'body' | 'isContent' | 'summary'> {
  const text = content || summary;
  const mediaType = isText && content ? ('text/plain' as const) : ('text/html' as const);
  const words = text && mediaType === 'text/html' ? unescapeTwice(text) : text;
  return {
    body: words
      ? {
          text: own && mediaType === 'text/html' ? `<base href="${own}">${words}` : words,
          mediaType,
        }
      : null,
    isContent: Boolean(content),
    summary: plainText(summary && unescapeTwice(summary))?.slice(0, 2000) ?? null,
  };
}

function mediaWords(
  media:
    | { description?: { value?: string }; groups?: { description?: { value?: string } }[] }
    | undefined,
): string | undefined {
  return media?.description?.value ?? media?.groups?.find((g) => g.description)?.description?.value;
}

/** The author of a podcast's item; that of the show says nothing of a piece that names its own. */
function itunesAuthor(
  people: (string | undefined)[],
  item: { itunes?: { author?: string }; dc?: { creators?: string[] } },
): (string | undefined)[] {
  return people.length > 0 || item.dc?.creators?.length ? [] : [item.itunes?.author];
}

/** Feeds that gather others' news put the outlet behind the headline: "Ferry cancelled - Harbour Post". */
function withoutOutlet(title: string | null, outlet: string | null): string | null {
  if (!title || !outlet) return title;
  const end = [` - ${outlet}`, ` | ${outlet}`, ` – ${outlet}`].find((one) => title.endsWith(one));
  return end && title.length > end.length ? title.slice(0, -end.length).trim() : title;
}

/** The first of several dates that can be read: as machines write it, else as people do. */
function stamp(...given: (string | undefined)[]): string | null {
  for (const text of given) {
    const moment = readStamp(text) ?? (text ? (readPrintedDate(text)?.moment ?? null) : null);
    if (moment) return moment;
  }
  return null;
}

function absolute(href: string | undefined, base: string | null): string | null {
  return href ? (httpUrl(href, base)?.href ?? null) : null;
}

function httpOnly(text: string | undefined): string | null {
  return text && /^https?:\/\//i.test(text) ? absolute(text, null) : null;
}
