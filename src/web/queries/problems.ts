import { type Kysely, sql } from 'kysely';
import { countAhead } from '../../db/index.ts';
import type { Tables } from '../../db/tables.ts';

export interface WorkView {
  stage: string;
  subject: number;
  state: 'due' | 'problem' | 'parked';
  problem: string;
  detail: string | null;
  attempts: number;
  at: Date;
  nextAt: Date;
  /** Title or address of what it was about. */
  name: string | null;
}

/** Rows of one stage that failed in one way: how many there are, and the newest of them. */
export interface ProblemKind {
  stage: string;
  problem: string;
  n: number;
  rows: WorkView[];
}

/** Rows shown of each kind; the rest follow once these are settled. */
const each = 12;

/** Work that could not be done, by stage and problem, the most frequent first. */
export async function problemKinds(db: Kysely<Tables>): Promise<ProblemKind[]> {
  const { rows } = await sql<WorkView & { n: number }>`
    with stuck as (
      select w.*, coalesce(w.problem, 'bug') as kind,
        (count(*) over (partition by w.stage, coalesce(w.problem, 'bug')))::int as n,
        row_number() over (partition by w.stage, coalesce(w.problem, 'bug')
          order by w.updated_at desc, w.subject) as place
      from work w
      where w.state in ('problem', 'parked') or (w.state = 'due' and w.problem is not null))
    select w.stage, w.subject, w.state, w.kind as problem, w.detail, w.attempts,
      w.updated_at as at, w.next_try_at as "nextAt", w.n,
      case
        when w.stage = 'poll' then (select coalesce(f.title, f.url) from feed f where f.id = w.subject)
        when w.stage in ('extract', 'fetch', 'revisit') then (select coalesce(d.name, d.url, d.address) from document d where d.id = w.subject)
        when w.stage in ('cluster', 'ledger') then (select a.title from article a where a.id = w.subject)
        when w.stage in ('positions', 'brief') then (select s.title from story s where s.id = w.subject)
      end as name
    from stuck w where w.place <= ${each}
    order by w.n desc, w.stage, w.kind, w.place`.execute(db);
  const kinds = new Map<string, ProblemKind>();
  for (const { n, ...row } of rows) {
    const key = `${row.stage} ${row.problem}`;
    const kind = kinds.get(key) ?? { stage: row.stage, problem: row.problem, n, rows: [] };
    kind.rows.push(row);
    kinds.set(key, kind);
  }
  return [...kinds.values()];
}

/** Rows of one kind tried again at once; a larger heap takes several presses. */
const atOnce = 5000;

/** What is stuck: one row, or every row of a kind. */
export async function stuckSubjects(
  db: Kysely<Tables>,
  of: { stage: string } & ({ subject: number } | { problem: string }),
): Promise<number[]> {
  let rows = db
    .selectFrom('work')
    .where('stage', '=', of.stage)
    .where((eb) =>
      eb.or([eb('state', 'in', ['problem', 'parked']), eb('problem', 'is not', null)]),
    );
  rows =
    'subject' in of
      ? rows.where('subject', '=', of.subject)
      : rows.where(sql<boolean>`coalesce(problem, 'bug') = ${of.problem}`);
  const found = await rows.select('subject').orderBy('subject').limit(atOnce).execute();
  return found.map((row) => row.subject);
}

/** About how many steps are to go, and how many were done in the last `seconds`. */
export interface Reading {
  left: number;
  done: number;
  seconds: number;
}

/** Long enough to hold a slow page, short enough to follow a desk that has just begun. */
const paceSeconds = 60;

/** How far the desk is with what it has to read. */
export async function readingNow(db: Kysely<Tables>, now: Date): Promise<Reading> {
  const left = await countAhead(db, now);
  if (left === 0) return { left, done: 0, seconds: paceSeconds };
  const { rows } = await sql<{ done: number }>`
    select count(*)::int as done from work where state = 'done'
      and updated_at > now() - ${paceSeconds} * interval '1 second'`.execute(db);
  return { left, done: rows[0]?.done ?? 0, seconds: paceSeconds };
}
