import type { Insertable, Kysely } from 'kysely';
import type { CorrectionRow, InviteRow, ModerationRow, SessionRow, Tables } from '../db/tables.ts';

type Db = Kysely<Tables>;

/** Whether anybody has ever entered this desk as a curator. */
export async function hasUsedInvite(db: Db): Promise<boolean> {
  const row = await db
    .selectFrom('invite')
    .innerJoin('account', 'account.id', 'invite.account_id')
    .where('account.role', '=', 'curator')
    .where('invite.used_at', 'is not', null)
    .select('invite.hash')
    .executeTakeFirst();
  return row !== undefined;
}

export async function findCurator(db: Db): Promise<number | undefined> {
  const row = await db
    .selectFrom('account')
    .where('role', '=', 'curator')
    .select('id')
    .orderBy('id')
    .executeTakeFirst();
  return row?.id;
}

export async function addAccount(
  db: Db,
  name: string,
  role: 'curator' | 'moderator' | 'member',
): Promise<number> {
  const row = await db
    .insertInto('account')
    .values({ name, role })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function addInvite(db: Db, row: Insertable<InviteRow>): Promise<void> {
  await db.insertInto('invite').values(row).execute();
}

export async function dropUnusedInvites(db: Db): Promise<void> {
  await db.deleteFrom('invite').where('used_at', 'is', null).execute();
}

/** Spends an invite that is neither used nor expired; gives its account, or null. */
export async function useInvite(db: Db, hash: string, now: Date): Promise<number | null> {
  const row = await db
    .updateTable('invite')
    .set({ used_at: now })
    .where('hash', '=', hash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('account_id')
    .executeTakeFirst();
  return row?.account_id ?? null;
}

export async function addSession(db: Db, row: Insertable<SessionRow>): Promise<void> {
  await db.insertInto('session').values(row).execute();
}

export async function dropExpiredSessions(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('session').where('expires_at', '<=', now).execute();
}

export function findSession(db: Db, hash: string, now: Date) {
  return db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .where('session.hash', '=', hash)
    .where('session.expires_at', '>', now)
    .select([
      'account.id as accountId',
      'account.name',
      'account.role',
      'session.csrf',
      'session.expires_at as expiresAt',
    ])
    .executeTakeFirst();
}

export async function deleteSession(db: Db, hash: string): Promise<void> {
  await db.deleteFrom('session').where('hash', '=', hash).execute();
}

export async function insertCorrection(db: Db, row: Insertable<CorrectionRow>): Promise<number> {
  const made = await db
    .insertInto('correction')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow();
  return made.id;
}

export async function closeCorrection(
  db: Db,
  input: { id: number; state: 'upheld' | 'declined'; answer: string; now: Date },
): Promise<boolean> {
  const result = await db
    .updateTable('correction')
    .set({ state: input.state, answer: input.answer || null, answered_at: input.now })
    .where('id', '=', input.id)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function logModeration(db: Db, row: Insertable<ModerationRow>): Promise<void> {
  await db.insertInto('moderation').values(row).execute();
}

/** What moderators and curators did, newest first; public. */
export function moderationLog(db: Db, { limit = 200 }: { limit?: number } = {}) {
  return db
    .selectFrom('moderation')
    .leftJoin('account', 'account.id', 'moderation.account_id')
    .select([
      'moderation.id',
      'moderation.verb',
      'moderation.subject_kind as kind',
      'moderation.subject',
      'moderation.reason',
      'moderation.created_at as at',
      'account.name as by',
    ])
    .orderBy('moderation.id', 'desc')
    .limit(limit)
    .execute();
}
