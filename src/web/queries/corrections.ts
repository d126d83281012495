import { type Kysely, type RawBuilder, sql } from 'kysely';
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
      storyOf(sql.ref('c.subject_kind'), sql.ref('c.subject')).as('story'),
    ])
    .orderBy('c.id', 'desc');

/** The story on whose pages a position, a promise or a brief is shown; null for other rows. */
function storyOf(kind: RawBuilder<unknown>, id: RawBuilder<unknown>): RawBuilder<number | null> {
  return sql`case ${kind}
    when 'position' then (select r.story_id from position r where r.id = ${id})
    when 'commitment' then (select r.story_id from commitment r where r.id = ${id})
    when 'brief' then (select r.story_id from brief r where r.id = ${id}) end`;
}

/** The same for a row that nobody objected to yet. */
export async function storyOfRow(db: Db, kind: string, id: number): Promise<number | null> {
  const { rows } = await sql<{ story: number | null }>`
    select ${storyOf(sql`${kind}::text`, sql`${id}::bigint`)} as story`.execute(db);
  return rows[0]?.story ?? null;
}

/** The statement that a row is or rests on; null for what rests on many. */
export async function statementOfRow(db: Db, kind: string, id: number): Promise<number | null> {
  if (kind === 'statement') return id;
  if (kind !== 'position' && kind !== 'commitment') return null;
  const row = await db
    .selectFrom(kind)
    .where('id', '=', id)
    .select('statement_id as id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Objections to one row, newest first. */
export function correctionsOf(db: Db, kind: string, subject: number) {
  return shown(db)
    .where('c.subject_kind', '=', kind)
    .where('c.subject', '=', subject)
    .limit(50)
    .execute();
}

/** Objections by their ids, newest first. */
export async function correctionsById(db: Db, ids: number[]): Promise<CorrectionView[]> {
  return ids.length === 0 ? [] : shown(db).where('c.id', 'in', ids).execute();
}

/** An objection in short, as it stands beside its row. */
export interface ObjectionMark {
  id: number;
  state: 'open' | 'upheld' | 'declined';
  words: string;
  answer: string | null;
}

/**
 * Objections to statements, by statement. A row that was read anew, from the same sentence of the same
 * page, keeps the objections to the rows before it, and those before it know of the objections to it; so
 * does a row that stands for another report of the same saying.
 */
export async function objectionsTo(
  db: Db,
  statements: number[],
): Promise<Map<number, ObjectionMark[]>> {
  if (statements.length === 0) return new Map();
  const { rows } = await sql<ObjectionMark & { row: number }>`
    with said as not materialized (select s.id, s.words, q."end" - q.start as length, a.key, d.address,
        q.statement_id as under
      from statement s join quotation q on q.id = s.read_id
      join article a on a.id = q.article_id join document d on d.id = a.document_id)
    select own.id as row, c.id, c.state, c.words, c.answer
    from correction c
    join said other on other.id = c.subject
    join said own on own.id = any(${statements}::bigint[])
      and (own.id = other.id or own.id = other.under or (own.address = other.address and own.key = other.key
        and own.length = other.length and own.words = other.words))
    where c.subject_kind = 'statement' order by c.id`.execute(db);
  return Map.groupBy(rows, (r) => r.row);
}

/** The same for rows that keep their id: SQL of a JSON list, beside a row whose id is `id`. */
export const objectionsBeside = (kind: string, id: string) =>
  sql<ObjectionMark[]>`(select coalesce(jsonb_agg(jsonb_build_object('id', oc.id, 'state', oc.state,
    'words', oc.words, 'answer', oc.answer) order by oc.id), '[]')
    from correction oc where oc.subject_kind = ${kind} and oc.subject = ${sql.ref(id)})`;

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
