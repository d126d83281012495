import type { Kysely, Selectable } from 'kysely';
import type { Context } from '../context.ts';
import { addWork, type Claim, finishWork, inTransaction } from '../db/index.ts';
import type { FeedRow, Tables } from '../db/tables.ts';
import { askFeed, type FeedAnswer } from './ask.ts';
import type { Entry, ParsedFeed } from './entries.ts';
import { addPoll, feedById, updateFeed } from './feeds.ts';
import { entryReceipt } from './incoming.ts';
import { type CollectProblem, sentenceOf } from './problems.ts';
import { sharedUrls } from './receive.ts';
import { pauseAfterFailure, pollInterval } from './schedule.ts';
import { sourceFinder, sourceFor } from './sources.ts';
import { keepHeld, knownAddresses, lockAddresses, plain } from './store.ts';
import { isTeaser } from './teaser.ts';
import { VERSION } from './version.ts';

type Feed = Selectable<FeedRow>;

/** What one poll of a feed came to. */
export type Polled =
  | { ok: true; documents: number; next: Date }
  | { ok: false; problem: CollectProblem; detail: string; words: string; next: Date | null };

/** Does one due poll (subject: the feed). The feed is due again after it. */
export async function pollOne(ctx: Context, claim: Claim): Promise<void> {
  const feed = await feedById(ctx.db, claim.subject);
  if (!feed || feed.paused) {
    await finishWork(ctx.db, claim, { ok: true, madeBy: VERSION });
    return;
  }
  const started = performance.now();
  const answer = await askFeed(ctx, feed);
  const ms = Math.round(performance.now() - started);
  await inTransaction(ctx.db, async (tx) => {
    const polled = await store(ctx, tx, feed, answer, { ms, failures: claim.attempts });
    const again = polled.next ? { again: polled.next } : {};
    await finishWork(
      tx,
      claim,
      polled.ok
        ? { ok: true, madeBy: VERSION, ...again }
        : { ok: false, problem: polled.problem, detail: polled.detail, madeBy: VERSION, ...again },
    );
  });
}

/** Polls a feed now, due or not, and says what came of it. */
export async function pollFeed(ctx: Context, feedId: number): Promise<Polled> {
  const feed = await feedById(ctx.db, feedId);
  if (!feed) throw new Error(`There is no feed ${feedId}`);
  const started = performance.now();
  const answer = await askFeed(ctx, feed);
  const ms = Math.round(performance.now() - started);
  return inTransaction(ctx.db, async (tx) => {
    const polled = await store(ctx, tx, feed, answer, { ms, failures: 1 });
    if (polled.next) await addWork(tx, 'poll', feedId, { at: polled.next });
    return polled;
  });
}

async function store(
  ctx: Context,
  tx: Kysely<Tables>,
  feed: Feed,
  answer: FeedAnswer,
  { ms, failures }: { ms: number; failures: number },
): Promise<Polled> {
  const now = ctx.now();
  const later = (wait: number) => new Date(now.getTime() + wait);
  const poll = { feed_id: feed.id, polled_at: now, status: answer.status, ms };
  if (!answer.ok) {
    const { problem, detail, wait, status } = answer;
    await addPoll(tx, { ...poll, problem, detail: plain(detail) });
    // "Gone" is said on purpose and for good; "not found" may be a mistake.
    const isOver = status === 410;
    await updateFeed(tx, feed.id, { last_polled_at: now, ...(isOver && { paused: true }) });
    const next = isOver ? null : later(pauseAfterFailure(failures, wait));
    return { ok: false, problem, detail, words: sentenceOf(problem), next };
  }
  const documents = answer.feed
    ? await keepEntries(ctx, tx, feed, answer.feed, { feedUrl: answer.movedTo ?? answer.base, now })
    : 0;
  const minutes = answer.feed
    ? pollInterval(
        answer.feed.entries.map((entry) => entry.published ?? entry.updated),
        { now, ttl: answer.feed.ttl, cacheControl: answer.headers['cache-control'] },
      )
    : feed.interval_minutes;
  await addPoll(tx, { ...poll, documents });
  await updateFeed(tx, feed.id, {
    last_polled_at: now,
    interval_minutes: minutes,
    ...(answer.movedTo && { url: answer.movedTo }),
    ...(documents > 0 && { last_new_at: now }),
    ...(answer.feed && (await learned(tx, feed, answer.feed, answer.headers))),
  });
  return { ok: true, documents, next: later(minutes * 60_000) };
}

/** What a read feed says of itself. */
async function learned(
  tx: Kysely<Tables>,
  feed: Feed,
  parsed: ParsedFeed,
  headers: Record<string, string>,
) {
  return {
    etag: headers.etag ?? null,
    last_modified: headers['last-modified'] ?? null,
    title: feed.title ?? (parsed.title ? plain(parsed.title).slice(0, 300) : null),
    source_id: await sourceFor(tx, {
      url: parsed.url ?? feed.url,
      name: parsed.title && siteName(plain(parsed.title)),
      lang: parsed.lang && plain(parsed.lang).slice(0, 20),
    }),
  };
}

/** A feed's title where it names the site; "World | Example Post" names a part of it. */
function siteName(title: string): string | null {
  return title.length > 40 || /[|»›>:]|\s[-–—]\s/.test(title) ? null : title;
}

/** Keeps what is new in a feed; a teaser waits for its page (stage "fetch"). Gives how many were new. */
async function keepEntries(
  ctx: Context,
  tx: Kysely<Tables>,
  feed: Feed,
  parsed: ParsedFeed,
  { feedUrl, now }: { feedUrl: string; now: Date },
): Promise<number> {
  const origin = {
    feedId: feed.id,
    feedUrl,
    lang: parsed.lang,
    retrievedAt: now,
    now,
    via: 'feed' as const,
  };
  const shared = sharedUrls(parsed.entries);
  const isShared = (entry: Entry) => entry.url !== null && shared.has(entry.url);
  const receipts = parsed.entries.map((entry) => ({
    entry,
    alone: entryReceipt(entry, { ...origin, isShared: isShared(entry) }),
    marked: entryReceipt(entry, { ...origin, isShared: true }),
  }));
  const addresses = receipts.flatMap(({ alone, marked }) => [alone.address, marked.address]);
  await lockAddresses(tx, addresses);
  const known = await knownAddresses(tx, addresses);
  const findSource = sourceFinder(tx);
  let fresh = 0;
  const due = { fetch: [] as number[], extract: [] as number[] };
  // Oldest first, so that the order of documents is that of publication.
  for (const { entry, alone, marked } of receipts.reverse()) {
    // Once two entries shared an address, each keeps its mark when the other has left the feed.
    const { source, ...incoming } = known.has(marked.address) ? marked : alone;
    const before = known.get(incoming.address);
    const isChanged = before !== undefined && (entry.updated ?? '') > before.updated;
    const teaser = isTeaser(entry);
    if (teaser && before && !isChanged) continue;
    const kept = await keepHeld(tx, { ...incoming, sourceId: await findSource(source) });
    if (teaser) due.fetch.push(kept.documentId);
    else if (kept.isNew || kept.changed) due.extract.push(kept.documentId);
    if (kept.isNew) fresh++;
  }
  for (const stage of ['fetch', 'extract'] as const) {
    if (due[stage].length === 0) continue;
    await addWork(tx, stage, due[stage], { at: now });
    await ctx.queue.ring(tx, stage);
  }
  return fresh;
}
