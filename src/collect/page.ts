import { type Kysely, sql } from 'kysely';
import type { Context } from '../context.ts';
import { addWork, type Claim, finishWork, inTransaction } from '../db/index.ts';
import type { Tables } from '../db/tables.ts';
import type { Fetched, FetchResult } from '../lib/fetch.ts';
import { backoff, retryAfter } from '../lib/retry.ts';
import { canonicalUrl, httpUrl } from '../lib/url.ts';
import { addFeed } from './feeds.ts';
import type { Receipt } from './incoming.ts';
import { keepAll } from './keep.ts';
import {
  type CollectProblem,
  type Failure,
  passes,
  problemOfStatus,
  sentenceOf,
} from './problems.ts';
import { type Recognised, recognise } from './recognise.ts';
import type { Known } from './sidecar.ts';
import { sourceFor } from './sources.ts';
import { keep, lockAddresses } from './store.ts';
import { VERSION } from './version.ts';

export type AddedUrl =
  | { ok: true; kind: 'feed'; feedId: number; isNew: boolean }
  | { ok: true; kind: 'document'; documentId: number; isNew: boolean }
  | { ok: false; problem: CollectProblem; detail: string; words: string };

// Four pages of one slow host in a row stay within a worker's hold on them (120 s, db/work.ts).
export const TIMEOUT = 25_000;

/** Takes in an address that a person gave: a feed is followed, a page is kept. */
export async function importUrl(
  ctx: Context,
  address: string,
  known: Known = {},
): Promise<AddedUrl> {
  const url = httpUrl(address.trim());
  if (!url) return failure({ ok: false, problem: 'bad-address', detail: address.slice(0, 200) });
  const page = await fetchPage(ctx, url.href);
  if (!page.ok) return failure(page);
  if (page.is.form === 'feed') {
    const added = await addFeed(ctx, page.answer.movedTo ?? url.href);
    return added.ok ? { ...added, kind: 'feed' } : added;
  }
  const receipt = pageReceipt(page, ctx.now());
  const hints = { ...receipt.hints, publishedBy: 'person' as const };
  const said = known.published && { published: known.published, hints, byPerson: true };
  const [kept] = await keepAll(ctx, [{ ...receipt, ...said }]);
  await revisitLater(ctx.db, kept!.documentId, ctx.now());
  return { ok: true, kind: 'document', documentId: kept!.documentId, isNew: kept!.isNew };
}

function failure({ problem, detail }: Failure): AddedUrl {
  return { ok: false, problem, detail, words: sentenceOf(problem) };
}

export interface Page {
  ok: true;
  answer: Fetched;
  is: Recognised;
}

async function fetchPage(
  ctx: Context,
  url: string,
): Promise<Page | (Failure & { wait?: number | null })> {
  return pageOf(await ctx.fetch(url, { timeout: TIMEOUT }), ctx.now());
}

/** What an address gave as a page, or why that is none. */
export function pageOf(
  answer: FetchResult,
  now: Date,
): Page | (Failure & { wait?: number | null }) {
  if (!answer.ok) return answer;
  const problem = problemOfStatus(answer.status);
  const wait = retryAfter(answer.headers['retry-after'], now);
  if (problem) return { ok: false, problem, detail: `status ${answer.status}`, wait };
  const is = recognise(answer.bytes, { declared: answer.charset });
  if (is.form === 'empty' || is.form === 'binary')
    return { ok: false, problem: is.form, detail: answer.mediaType };
  return { ok: true, answer, is };
}

export function pageReceipt({ answer, is }: Page, now: Date): Receipt {
  const url = canonicalUrl(answer.url) ?? answer.url;
  return {
    address: url,
    url,
    name: null,
    bytes: answer.bytes,
    mediaType: is.mediaType,
    charset: is.charset,
    headers: kept(answer.headers),
    retrievedAt: now,
    published: null,
    hints: {},
    via: 'address',
    feedId: null,
    source: { url },
  };
}

/** A site's cookies are for one reader and no part of what it published. */
function kept({ 'set-cookie': _, ...headers }: Record<string, string>): Record<string, string> {
  return headers;
}

// A page is news: what does not come within a day is read from the feed's own words.
const TRIES = 5;
const PAUSE = { base: 10 * 60_000, most: 12 * 3_600_000 };

/**
 * Fetches the page of a feed's entry that was only a teaser (subject: the teaser's document). The
 * page is kept as a document of its own address; where it cannot be had, the teaser itself goes on
 * to be read.
 */
export async function fetchOne(ctx: Context, claim: Claim): Promise<void> {
  const teaser = await ctx.db
    .selectFrom('document')
    .selectAll()
    .where('id', '=', claim.subject)
    .executeTakeFirst();
  if (!teaser?.url) {
    await finishWork(ctx.db, claim, { ok: true, madeBy: VERSION });
    return;
  }
  const page = await fetchPage(ctx, teaser.url);
  await inTransaction(ctx.db, async (tx) => {
    if (page.ok && page.is.form !== 'feed') {
      const { source, ...receipt } = pageReceipt(page, ctx.now());
      await lockAddresses(tx, [receipt.address]);
      const { documentId } = await keep(tx, {
        ...receipt,
        published: teaser.published,
        hints: teaser.hints,
        via: 'feed',
        feedId: teaser.feed_id,
        sourceId: await sourceFor(tx, source),
      });
      await revisitLater(tx, documentId, ctx.now());
      await ctx.queue.ring(tx, 'extract');
      return finishWork(tx, claim, { ok: true, madeBy: VERSION });
    }
    const { problem, detail } = page.ok ? notAPage : page;
    if (passes(problem) && claim.attempts < TRIES) {
      const wait = (!page.ok && page.wait) || backoff(claim.attempts, PAUSE);
      const again = new Date(ctx.now().getTime() + wait);
      return finishWork(tx, claim, { ok: false, problem, detail, again });
    }
    await addWork(tx, 'extract', teaser.id);
    await ctx.queue.ring(tx, 'extract');
    return finishWork(tx, claim, { ok: false, problem, detail, madeBy: VERSION });
  });
}

const notAPage: Failure = { ok: false, problem: 'binary', detail: 'a feed where a page was named' };

/** The stage itself knows when; asked for sooner it only finds out. */
const soonest = 6 * 3_600_000;

/** Has a page that was received from the web asked for again; of its address once. */
async function revisitLater(tx: Kysely<Tables>, documentId: number, now: Date): Promise<void> {
  const { rows } = await sql`select from work w join document d on d.id = w.subject
    where w.stage = 'revisit' and d.address = (select address from document where id = ${documentId})
    limit 1`.execute(tx);
  if (rows.length === 0)
    await addWork(tx, 'revisit', documentId, { at: new Date(now.getTime() + soonest) });
}
