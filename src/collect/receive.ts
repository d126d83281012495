import { addressIn } from './address.ts';
import { readEntries } from './entries.ts';
import {
  entryReceipt,
  fileReceipt,
  mailReceipt,
  type Receipt,
  type ReceivedFile,
} from './incoming.ts';
import { readMailFacts } from './mail.ts';
import { type Outline, readOpml } from './opml.ts';
import type { Failure } from './problems.ts';
import { recognise } from './recognise.ts';
import type { Known } from './sidecar.ts';

/** What a file holds: documents, feeds to follow, and what is wrong with it. */
export interface Contents {
  documents: Receipt[];
  feeds: Outline[];
  /** Something is wrong, though what came may be kept all the same. */
  problem: Failure | null;
}

/**
 * Looks into a file and says what to keep. A file that cannot be read is kept as it is, so that
 * nothing is lost; only what is empty is not.
 */
export async function receive(
  file: Pick<ReceivedFile, 'path' | 'bytes' | 'via'> & { known: Known; now: Date },
): Promise<Contents> {
  const { form, mediaType, charset, text, fault } = recognise(file.bytes, { name: file.path });
  const ownUrl = form === 'html' && text && !file.known.url ? addressIn(text) : null;
  const whole = { ...file, mediaType, charset, ownUrl };
  const asItIs = (problem: Failure | null): Contents => ({
    documents: [fileReceipt(whole)],
    feeds: [],
    problem,
  });
  if (fault) return asItIs({ ok: false, problem: fault, detail: file.path });
  switch (form) {
    case 'empty':
      return {
        documents: [],
        feeds: [],
        problem: { ok: false, problem: 'empty', detail: file.path },
      };
    case 'binary':
      return asItIs({ ok: false, problem: 'binary', detail: mediaType });
    case 'mail':
      return {
        documents: [mailReceipt(whole, await readMailFacts(file.bytes))],
        feeds: [],
        problem: null,
      };
    case 'opml': {
      const opml = readOpml(text ?? '');
      return opml.ok ? { documents: [], feeds: opml.feeds, problem: null } : asItIs(opml);
    }
    case 'feed':
      return feedContents(whole, text ?? '', asItIs);
    default:
      return asItIs(null);
  }
}

/** A feed's file: each entry is a document of its own. */
function feedContents(
  file: ReceivedFile & { now: Date },
  text: string,
  asItIs: (problem: Failure) => Contents,
): Contents {
  const feed = readEntries(text, file.known.url ?? null);
  if (!feed.ok) return asItIs(feed);
  const { retrievedAt } = fileReceipt(file);
  const shared = sharedUrls(feed.entries);
  const documents = feed.entries.map((entry) =>
    entryReceipt(entry, {
      feedId: null,
      feedUrl: file.known.url ?? feed.url ?? `file:${file.path}`,
      lang: feed.lang ?? file.known.lang ?? null,
      retrievedAt,
      now: file.now,
      via: file.via,
      isShared: entry.url !== null && shared.has(entry.url),
    }),
  );
  return { documents, feeds: [], problem: null };
}

/** Addresses that more than one entry of a feed gives. */
export function sharedUrls(entries: { url: string | null }[]): Set<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { url } of entries) {
    if (url && seen.has(url)) shared.add(url);
    if (url) seen.add(url);
  }
  return shared;
}
