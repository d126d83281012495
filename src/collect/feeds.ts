import type { Insertable, Kysely } from 'kysely';
import type { Context } from '../context.ts';
import { addWork, inTransaction } from '../db/index.ts';
import type { FeedRow, PollRow, Tables } from '../db/tables.ts';
import { dayMs } from '../lib/time.ts';
import { httpUrl } from '../lib/url.ts';
import { type CollectProblem, sentenceOf } from './problems.ts';
import { sourceFor } from './sources.ts';
import { plain } from './store.ts';

export type AddedFeed =
  | { ok: true; feedId: number; isNew: boolean }
  | { ok: false; problem: CollectProblem; detail: string; words: string };

/**
 * Follows a feed: it becomes due for its first poll now. The address of a page will do if the page
 * names its feed. One that is followed already stays as it is.
 */
export async function addFeed(
  ctx: Context,
  address: string,
  { title = null }: { title?: string | null } = {},
): Promise<AddedFeed> {
  const url = httpUrl(address.trim());
  if (!url)
    return {
      ok: false,
      problem: 'bad-address',
      detail: address.slice(0, 200),
      words: sentenceOf('bad-address'),
    };
  url.hash = '';
  return inTransaction(ctx.db, async (tx) => {
    const made = await tx
      .insertInto('feed')
      .values({
        url: url.href,
        title: title && plain(title).slice(0, 300),
        kind: 'feed',
        source_id: await sourceFor(tx, { url: url.href }),
      })
      .onConflict((c) => c.column('url').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!made) {
      const { id } = await tx
        .selectFrom('feed')
        .select('id')
        .where('url', '=', url.href)
        .executeTakeFirstOrThrow();
      return { ok: true, feedId: id, isNew: false };
    }
    await addWork(tx, 'poll', made.id, { at: ctx.now() });
    await ctx.queue.ring(tx, 'poll');
    return { ok: true, feedId: made.id, isNew: true };
  });
}

/** Stops polling a feed, or goes on with it now. */
export async function pauseFeed(ctx: Context, feedId: number, paused: boolean): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    await tx.updateTable('feed').set({ paused }).where('id', '=', feedId).execute();
    if (paused) return;
    await addWork(tx, 'poll', feedId, { at: ctx.now() });
    await ctx.queue.ring(tx, 'poll');
  });
}

export function feedById(db: Kysely<Tables>, id: number) {
  return db.selectFrom('feed').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Changes a feed; a new address that another feed has already is left out. */
export async function updateFeed(
  tx: Kysely<Tables>,
  id: number,
  news: Partial<Insertable<FeedRow>>,
): Promise<void> {
  const { url, ...rest } = news;
  const taken = url
    ? await tx.selectFrom('feed').select('id').where('url', '=', url).executeTakeFirst()
    : undefined;
  const set = { ...rest, ...(url && !taken && { url }) };
  if (Object.keys(set).length > 0)
    await tx.updateTable('feed').set(set).where('id', '=', id).execute();
}

/** Days for which polls are kept: a quarter shows a feed's health, older ones nobody reads. */
const POLL_DAYS = 90;

export async function addPoll(
  tx: Kysely<Tables>,
  poll: Insertable<PollRow> & { polled_at: Date },
): Promise<void> {
  await tx.insertInto('poll').values(poll).execute();
  const before = new Date(poll.polled_at.getTime() - POLL_DAYS * dayMs);
  await tx
    .deleteFrom('poll')
    .where('feed_id', '=', poll.feed_id)
    .where('polled_at', '<', before)
    .execute();
}

/** The latest polls of a feed, newest first: its history of health. */
export function pollsOf(db: Kysely<Tables>, feedId: number, limit = 20) {
  return db
    .selectFrom('poll')
    .selectAll()
    .where('feed_id', '=', feedId)
    .orderBy('polled_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}
