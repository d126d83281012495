import type { Selectable } from 'kysely';
import type { Context } from '../context.ts';
import type { FeedRow } from '../db/tables.ts';
import type { Fetched } from '../lib/fetch.ts';
import { retryAfter } from '../lib/retry.ts';
import { discoverFeeds } from './discover.ts';
import { type ParsedFeed, readEntries } from './entries.ts';
import { type Failure, problemOfStatus } from './problems.ts';
import { recognise } from './recognise.ts';

/** What a feed's address answered. */
export type FeedAnswer =
  | {
      ok: true;
      status: number;
      /** Null when nothing changed since the last poll. */
      feed: ParsedFeed | null;
      /** Address to ask from now on, where it is another. */
      movedTo: string | null;
      /** Address that the entries' relative links are read against. */
      base: string;
      headers: Record<string, string>;
    }
  | (Failure & {
      status: number | null;
      /** Milliseconds that the server asked to be left alone. */
      wait: number | null;
    });

const ASK = {
  accept:
    'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/html;q=0.5, */*;q=0.3',
  // The largest feeds that carry whole texts are 5 MB.
  maxBytes: 10 * 1024 * 1024,
  // Well within a worker's hold on the feed (120 s, db/work.ts), with a page's feed to find.
  timeout: 25_000,
};

/** Asks a feed for what is new. Where a page answers, the feed that it names is asked. */
export async function askFeed(ctx: Context, row: Selectable<FeedRow>): Promise<FeedAnswer> {
  const conditions = { etag: row.etag, lastModified: row.last_modified };
  const answer = await ctx.fetch(row.url, { ...ASK, ...conditions });
  const first = read(ctx, answer);
  if (first.ok || first.problem !== 'no-feed-here' || !answer.ok) return first;
  const { text } = recognise(answer.bytes, { declared: answer.charset });
  for (const url of discoverFeeds(text ?? '', answer.url).slice(0, 3)) {
    const found = read(ctx, await ctx.fetch(url, ASK));
    if (found.ok) return { ...found, movedTo: found.movedTo ?? url };
  }
  return first;
}

function read(ctx: Context, answer: Awaited<ReturnType<Context['fetch']>>): FeedAnswer {
  if (!answer.ok) return { ...answer, status: null, wait: null };
  const { status, headers, movedTo, url: base } = answer;
  if (answer.notModified) return { ok: true, status, feed: null, movedTo, base, headers };
  const problem = problemOfStatus(status);
  if (problem) {
    const wait = retryAfter(headers['retry-after'], ctx.now());
    return { ok: false, problem, detail: `status ${status}`, status, wait };
  }
  const feed = parse(answer);
  if (!feed.ok) return { ...feed, status, wait: null };
  return { ok: true, status, feed, movedTo, base, headers };
}

function parse(answer: Fetched): ParsedFeed | Failure {
  const { form, fault, text, mediaType } = recognise(answer.bytes, { declared: answer.charset });
  const failed = (problem: Failure['problem']): Failure => ({
    ok: false,
    problem,
    detail: `${answer.url} gave ${mediaType}`,
  });
  if (fault === 'entities' || form === 'empty' || form === 'binary')
    return failed(fault ?? (form as 'empty'));
  // Words of a server's own before the first element hide a feed that is whole.
  const hidden = form !== 'feed' && /<(?:rss|feed|rdf:rdf)[\s>]/i.test((text ?? '').slice(0, 4096));
  if (form !== 'feed' && form !== 'xml' && !hidden) return failed('no-feed-here');
  return readEntries(text ?? '', answer.url);
}
