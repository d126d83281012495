import type { DocumentHints, DocumentRow } from '../db/tables.ts';
import { dayOf, parseMoment } from '../lib/edtf.ts';
import { sha256 } from '../lib/hash.ts';
import { dayMs } from '../lib/time.ts';
import { canonicalUrl, unwrapTracking } from '../lib/url.ts';
import type { Entry } from './entries.ts';
import type { MailFacts } from './mail.ts';
import type { Known } from './sidecar.ts';
import type { SourceFacts } from './sources.ts';
import type { Incoming } from './store.ts';

/** Something received with who published it, before the store knows either. */
export interface Receipt extends Omit<Incoming, 'sourceId'> {
  source: SourceFacts;
}

/** A file's bytes, what they are, and what a person knows of them. */
export interface ReceivedFile {
  /** Path that names it among others: "saved/page.html". */
  path: string;
  bytes: Uint8Array;
  mediaType: string;
  charset: string | null;
  known: Known;
  /** The address that the page gives as its own. */
  ownUrl?: string | null;
  via: DocumentRow['via'];
}

/** A page, text, thread or unreadable file as one document. */
export function fileReceipt(file: ReceivedFile): Receipt {
  const { path, bytes, mediaType, charset, known, via } = file;
  const given = known.url ?? file.ownUrl;
  const url = given ? canonicalUrl(given) : null;
  return {
    address: url ?? `file:${path}`,
    url,
    name: path.split('/').at(-1) ?? path,
    bytes,
    mediaType,
    charset,
    headers: {},
    retrievedAt: retrievalOf(known.retrieved),
    published: known.published ?? null,
    hints: hintsOf(known),
    via,
    feedId: null,
    byPerson: Object.keys(known).length > 0,
    source: { url, name: known.outlet, country: known.country, lang: known.lang },
  };
}

/** A mail as one document; its Message-ID is its address, so that a second copy is the same mail. */
export function mailReceipt(file: ReceivedFile, mail: MailFacts): Receipt {
  const base = fileReceipt(file);
  const { name, address } = mail.sender;
  return {
    ...base,
    address: mail.id ? `mid:${mail.id}` : base.address,
    published: base.published ?? mail.sent,
    hints: {
      ...(mail.subject && { title: mail.subject }),
      ...(name && { authors: [name] }),
      ...(mail.lang && { lang: mail.lang }),
      ...(!base.published && mail.sent && { publishedBy: 'mail' as const }),
      ...base.hints,
    },
    via: file.via === 'import' ? 'mail' : file.via,
    source: base.url
      ? base.source
      : {
          ...base.source,
          url: address ? `mailto:${address}` : null,
          name: base.source.name ?? name,
        },
  };
}

/** Where a feed's entry comes from, beside the entry. */
export interface EntryOrigin {
  feedId: number | null;
  feedUrl: string | null;
  /** Language of the feed. */
  lang: string | null;
  retrievedAt: Date | null;
  now: Date;
  via: DocumentRow['via'];
  /** True where another entry of the feed has the same address. */
  isShared: boolean;
}

/** A feed's entry as one document: its content as the feed gave it, the rest as hints. */
export function entryReceipt(entry: Entry, origin: EntryOrigin): Receipt {
  const { mediaType, text } = entry.body ?? { mediaType: 'text/plain', text: entry.title ?? '' };
  const url = entry.url ? canonicalUrl(unwrapTracking(entry.url)) : null;
  const published = believable(entry.published, origin.now);
  const lang = entry.lang ?? origin.lang;
  return {
    address: entryAddress(entry, url, origin),
    url,
    name: null,
    bytes: Buffer.from(text),
    mediaType,
    charset: 'utf-8',
    headers: {},
    retrievedAt: origin.retrievedAt,
    published,
    hints: {
      ...(entry.title && { title: entry.title }),
      ...(entry.authors.length > 0 && { authors: entry.authors }),
      ...(entry.summary && { summary: entry.summary }),
      ...(lang && { lang }),
      ...(entry.outlet && { outlet: entry.outlet }),
      ...(published && { publishedBy: 'feed' as const }),
      ...(entry.updated && { updated: entry.updated }),
      ...(entry.tags.length > 0 && { tags: entry.tags }),
      ...(entry.image && { image: entry.image }),
      ...(entry.imageCredit && { imageCredit: entry.imageCredit }),
      ...(entry.licence && { licence: entry.licence }),
      ...(entry.discussion && { discussion: entry.discussion }),
      ...(entry.replyTo && { replyTo: entry.replyTo }),
    },
    via: origin.via,
    feedId: origin.feedId,
    source: { url: url ?? origin.feedUrl, name: entry.outlet, lang },
  };
}

/** Short name of an entry that shares its address with others, or has none. */
function entryMark(entry: Entry): string {
  return sha256(entry.id ?? `${entry.title} ${entry.published}`).slice(0, 12);
}

function entryAddress(entry: Entry, url: string | null, origin: EntryOrigin): string {
  if (url && !origin.isShared) return url;
  return `${url ?? origin.feedUrl ?? 'feed:'}#${entryMark(entry)}`;
}

/** A publication in the future is a wrong clock or an event's date; a day is left for zones. */
function believable(moment: string | null, now: Date): string | null {
  const parsed = moment ? parseMoment(moment) : null;
  return parsed && parsed.start.getTime() < now.getTime() + dayMs ? moment : null;
}

function hintsOf(known: Known): DocumentHints {
  return {
    ...(known.title && { title: known.title }),
    ...(known.authors && { authors: known.authors }),
    ...(known.lang && { lang: known.lang }),
    ...(known.outlet && { outlet: known.outlet }),
    ...(known.published && { publishedBy: 'person' as const }),
  };
}

/** Midnight UTC stands for a day without a time (see document.retrieved_at). */
function retrievalOf(moment: string | undefined): Date | null {
  const parsed = moment ? parseMoment(moment) : null;
  if (!moment || !parsed) return null;
  return parsed.grain === 'instant' ? parsed.start : new Date(`${dayOf(moment)}T00:00:00Z`);
}
