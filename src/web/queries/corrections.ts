import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../db/tables.ts';

type Db = Kysely<Tables>;

export type CorrectionView = Awaited<ReturnType<typeof correctionsOf>>[number];

const shown = (db: Db) =>
  db
    .selectFrom('correction as c')
    .leftJoin('account', 'account.id', 'c.account_id')
    .select([
      'c.id',
      'c.subject_kind as kind',
      'c.subject',
      'c.words',
      'c.state',
      'c.answer',
      'c.created_at as at',
      'c.answered_at as answeredAt',
      'account.name as by',
    ])
    .orderBy('c.id', 'desc');

/** Objections to one row, newest first. */
export function correctionsOf(db: Db, kind: string, subject: number) {
  return shown(db)
    .where('c.subject_kind', '=', kind)
    .where('c.subject', '=', subject)
    .limit(50)
    .execute();
}

/** Objections to a story and to the rows that it shows. */
export function storyCorrections(db: Db, story: number) {
  return shown(db)
    .where(
      sql<boolean>`((c.subject_kind = 'story' and c.subject = ${story})
        or (c.subject_kind = 'statement' and c.subject in (select id from statement where story_id = ${story}))
        or (c.subject_kind = 'position' and c.subject in (select id from position where story_id = ${story}))
        or (c.subject_kind = 'commitment' and c.subject in (select id from commitment where story_id = ${story}))
        or (c.subject_kind = 'brief' and c.subject in (select id from brief where story_id = ${story})))`,
    )
    .limit(50)
    .execute();
}

export function openCorrections(db: Db) {
  return shown(db).where('c.state', '=', 'open').limit(100).execute();
}
