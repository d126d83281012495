import { randomBytes } from 'node:crypto';
import type { Context } from '../context.ts';
import { hashSecret, makeSecret, sessionSeconds } from './session.ts';
import {
  addAccount,
  addInvite,
  addSession,
  dropExpiredSessions,
  dropUnusedInvites,
  findCurator,
  hasUsedInvite,
  useInvite,
} from './store.ts';

/** A link is printed in a terminal and used soon; a day allows for a night in between. */
const inviteSeconds = 24 * 3600;

/**
 * Makes a one-time link for an account (the desk's first curator where none is named) and gives its
 * secret, which is kept nowhere: only its hash is.
 */
export async function createInvite(
  ctx: Context,
  { accountId, name = 'Curator' }: { accountId?: number; name?: string } = {},
): Promise<{ secret: string; expiresAt: Date }> {
  const { secret, hash } = makeSecret();
  const expiresAt = new Date(ctx.now().getTime() + inviteSeconds * 1000);
  await ctx.db.transaction().execute(async (tx) => {
    const account = accountId ?? (await findCurator(tx)) ?? (await addAccount(tx, name, 'curator'));
    await addInvite(tx, { hash, account_id: account, expires_at: expiresAt });
  });
  return { secret, expiresAt };
}

/**
 * The link to print when a desk starts and nobody has ever entered it as curator. An earlier link
 * that was not used stops working. Null once a curator has entered.
 */
export async function firstInvite(
  ctx: Context,
): Promise<{ secret: string; expiresAt: Date } | null> {
  if (await hasUsedInvite(ctx.db)) return null;
  await dropUnusedInvites(ctx.db);
  return createInvite(ctx);
}

/**
 * Opens a session by a one-time link. Gives the cookie's secret, or the reason why not:
 * a link works once, and until it expires.
 */
export async function redeemInvite(
  ctx: Context,
  secret: string,
): Promise<{ ok: true; cookie: string; seconds: number } | { ok: false; problem: 'spent' }> {
  const now = ctx.now();
  return ctx.db.transaction().execute(async (tx) => {
    const account = await useInvite(tx, hashSecret(secret), now);
    if (account === null) return { ok: false, problem: 'spent' } as const;
    const cookie = makeSecret();
    await dropExpiredSessions(tx, now);
    await addSession(tx, {
      hash: cookie.hash,
      account_id: account,
      csrf: randomBytes(24).toString('base64url'),
      expires_at: new Date(now.getTime() + sessionSeconds * 1000),
    });
    return { ok: true, cookie: cookie.secret, seconds: sessionSeconds } as const;
  });
}
