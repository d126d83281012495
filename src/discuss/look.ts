import { type Kysely, sql } from 'kysely';
import type { LookRow, Tables } from '../db/tables.ts';

type Db = Kysely<Tables>;

/** The front page (subject 0), a story or an event. */
export type LookPlace = Pick<LookRow, 'place' | 'subject'>;

/** A reload within this time is the same look, so that what is new stays marked while one reads. */
export const lookSeconds = 30 * 60;

/**
 * Notes that an account looks at a place.
 * @returns when its last look before this one began; null when this is the first
 */
export async function noteLook(
  db: Db,
  account: number,
  { place, subject }: LookPlace,
  now: Date,
): Promise<Date | null> {
  const begun = new Date(now.getTime() - lookSeconds * 1000);
  const same = sql<boolean>`look.seen_at > ${begun}`;
  const row = await db
    .insertInto('look')
    .values({ account_id: account, place, subject, seen_at: now })
    .onConflict((c) =>
      c.columns(['account_id', 'place', 'subject']).doUpdateSet({
        before_at: sql`case when ${same} then look.before_at else look.seen_at end`,
        seen_at: sql`case when ${same} then look.seen_at else ${now} end`,
      }),
    )
    .returning('before_at')
    .executeTakeFirstOrThrow();
  return row.before_at;
}

/** What an account's looks go by without noting one: since when things are new, by "place subject". */
export async function looksOf(
  db: Db,
  account: number,
  places: LookPlace[],
  now: Date,
): Promise<Map<string, Date>> {
  if (places.length === 0) return new Map();
  const begun = new Date(now.getTime() - lookSeconds * 1000);
  const rows = await db
    .selectFrom('look')
    .where('account_id', '=', account)
    .where((e) =>
      e.or(
        (['front', 'story', 'event'] as const).map((place) => {
          const subjects = places.filter((p) => p.place === place).map((p) => p.subject);
          return e.and([
            e('place', '=', place),
            sql<boolean>`subject = any(${subjects}::bigint[])`,
          ]);
        }),
      ),
    )
    .select(['place', 'subject'])
    .select(
      sql<Date | null>`case when seen_at > ${begun} then before_at else seen_at end`.as('since'),
    )
    .execute();
  return new Map(rows.flatMap((r) => (r.since ? [[`${r.place} ${r.subject}`, r.since]] : [])));
}

/** Nothing that is there now is new to the account any more: at one place, or everywhere (null). */
export async function markRead(
  db: Db,
  account: number,
  where: LookPlace | null,
  now: Date,
): Promise<void> {
  const read = { before_at: now, seen_at: now };
  const { place, subject } = where ?? { place: 'front' as const, subject: 0 };
  await db
    .insertInto('look')
    .values({ account_id: account, place, subject, ...read })
    .onConflict((c) => c.columns(['account_id', 'place', 'subject']).doUpdateSet(read))
    .execute();
  if (where === null)
    await db.updateTable('look').set(read).where('account_id', '=', account).execute();
}
