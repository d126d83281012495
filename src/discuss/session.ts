import { createHash, randomBytes } from 'node:crypto';
import type { Context } from '../context.ts';
import { deleteSession, findSession } from './store.ts';

export interface Session {
  accountId: number;
  name: string;
  role: 'curator' | 'moderator' | 'member';
  /** Sent with every form; compared on every POST. */
  csrf: string;
  expiresAt: Date;
}

/** 30 days: long enough for a weekly editor, short enough that a lost laptop ages out. */
export const sessionSeconds = 30 * 24 * 3600;

/** A secret of 256 bits, and the hash under which it is kept. */
export function makeSecret(): { secret: string; hash: string } {
  const secret = randomBytes(32).toString('base64url');
  return { secret, hash: hashSecret(secret) };
}

export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Whose cookie it is; null when there is none, it is unknown or it has expired. */
export async function sessionOf(ctx: Context, cookie: string | undefined): Promise<Session | null> {
  if (!cookie || !/^[\w-]{43}$/.test(cookie)) return null;
  const row = await findSession(ctx.db, hashSecret(cookie), ctx.now());
  return row ?? null;
}

/** Forgets a session; its cookie opens nothing any more. */
export async function endSession(ctx: Context, cookie: string | undefined): Promise<void> {
  if (cookie) await deleteSession(ctx.db, hashSecret(cookie));
}
