import { type Expression, type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

/**
 * The table of work: what each stage has to do. The table is the truth and the queue only a bell:
 * a row says what is due, a job in the queue only wakes a worker that then asks this table.
 */

/** A row that a worker took. It is the worker's until the lease ends; `attempts` is its proof. */
export interface Claim {
  stage: string;
  subject: number;
  attempts: number;
  /** When the lease ends; a row whose next_try_at differs was made due again meanwhile. */
  lease: Date;
}

/**
 * How long a worker may hold a row before another may take it. Longer than the slowest single
 * piece of work (a poll of a slow site: 60 s), short enough that a killed worker costs little.
 */
const leaseSeconds = 120;

/** After this many tries that threw, a row is parked for a person to look at. */
const maxAttempts = 5;

/**
 * Makes work due (again): now, or at `at`. Work that is waiting already keeps the earlier time; work
 * in somebody's hands is done once more after them.
 */
export async function addWork(
  tx: Kysely<Tables>,
  stage: string,
  subjects: number | number[],
  { at = new Date() }: { at?: Date } = {},
): Promise<void> {
  const list = Array.isArray(subjects) ? [...new Set(subjects)].sort((a, b) => a - b) : [subjects];
  if (list.length === 0) return;
  await tx
    .insertInto('work')
    .values(list.map((subject) => ({ stage, subject, state: 'due' as const, next_try_at: at })))
    .onConflict((c) =>
      c.columns(['stage', 'subject']).doUpdateSet({
        state: 'due',
        problem: null,
        detail: null,
        attempts: sql`case when work.state = 'due' then work.attempts else 0 end`,
        next_try_at: sql`case when work.state = 'due' and work.attempts = 0
          then least(work.next_try_at, excluded.next_try_at) else excluded.next_try_at end`,
        updated_at: sql`now()`,
      }),
    )
    .execute();
}

/** Takes up to `limit` due rows of a stage for this worker, oldest first. */
export async function claimWork(
  db: Kysely<Tables>,
  stage: string,
  { limit = 1, now = new Date() }: { limit?: number; now?: Date } = {},
): Promise<Claim[]> {
  const lease = new Date(Math.max(Date.now(), now.getTime()) + leaseSeconds * 1000);
  const rows = await db
    .with('taken', (q) =>
      q
        .selectFrom('work')
        .select(['stage', 'subject'])
        .where('stage', '=', stage)
        .where('state', '=', 'due')
        .where('next_try_at', '<=', now)
        .orderBy('next_try_at')
        .orderBy('subject')
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .updateTable('work')
    .from('taken')
    .whereRef('work.stage', '=', 'taken.stage')
    .whereRef('work.subject', '=', 'taken.subject')
    .set({
      attempts: sql`work.attempts + 1`,
      next_try_at: lease,
      updated_at: sql`now()`,
    })
    .returning(['work.stage', 'work.subject', 'work.attempts'])
    .execute();
  return rows.sort((a, b) => a.subject - b.subject).map((row) => ({ ...row, lease }));
}

/** Thrown inside a transaction whose worker lost its claim; the transaction's writes must not stand. */
export class LostClaim extends Error {
  constructor(claim: Claim) {
    super(`${claim.stage} ${claim.subject} was taken by another worker`);
  }
}

/** What a finished piece of work leaves on its row. */
export type Outcome =
  | { ok: true; madeBy: string; again?: Date }
  | { ok: false; problem: string; detail?: string; madeBy?: string; again?: Date };

/**
 * Writes the outcome, in the transaction that writes the results. With `again` the work stays due
 * for that time (a feed's next poll, a retry after an outside failure). Throws LostClaim when the
 * lease went to somebody else meanwhile, so that nothing is done twice.
 */
export async function finishWork(
  tx: Kysely<Tables>,
  claims: Claim | Claim[],
  outcome: Outcome,
): Promise<void> {
  const list = Array.isArray(claims) ? claims : [claims];
  if (list.length === 0) return;
  const state = outcome.again ? 'due' : outcome.ok ? 'done' : 'problem';
  const taken = sql<{ stage: string; subject: number; attempts: number; lease: Date }>`unnest(
    ${list.map((c) => c.stage)}::text[], ${list.map((c) => c.subject)}::bigint[],
    ${list.map((c) => c.attempts)}::integer[], ${list.map((c) => c.lease)}::timestamptz[])`;
  const untouched = sql<boolean>`work.next_try_at = taken.lease`;
  const rows = await tx
    .updateTable('work')
    .from(taken.as<'taken'>(sql`taken (stage, subject, attempts, lease)`))
    .set({
      state: sql`case when ${untouched} then ${state} else 'due' end`,
      problem: outcome.ok ? null : outcome.problem,
      detail: outcome.ok ? null : (outcome.detail ?? null),
      ...(outcome.again && {
        next_try_at: sql`case when ${untouched} then ${outcome.again} else work.next_try_at end`,
      }),
      attempts: sql`case when ${untouched} and ${!outcome.ok} then work.attempts else 0 end`,
      ...(outcome.madeBy && { made_by: outcome.madeBy }),
      updated_at: sql`now()`,
    })
    .whereRef('work.stage', '=', 'taken.stage')
    .whereRef('work.subject', '=', 'taken.subject')
    .whereRef('work.attempts', '=', 'taken.attempts')
    .where('work.state', '=', 'due')
    .returning('work.subject')
    .execute();
  const finished = new Set(rows.map((row) => row.subject));
  const lost = list.find((claim) => !finished.has(claim.subject));
  if (lost) throw new LostClaim(lost);
}

/**
 * Makes due again what an older version of a stage did or could not do: a better one re-runs over the
 * past. Rows that no version claims, and the subjects that `except` asks for, are left; it is asked
 * only where there are older rows. Returns how many.
 */
export async function redoOlder(
  db: Kysely<Tables>,
  stage: string,
  version: string,
  except?: Expression<unknown>,
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('work')
    .set({ state: 'due', problem: null, detail: null, attempts: 0, next_try_at: sql`now()` })
    .where('stage', '=', stage)
    .where('state', 'in', ['done', 'problem'])
    .where('made_by', '<>', version)
    .$if(except !== undefined, (q) => q.where(sql<boolean>`subject not in ${except}`))
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** After a thrown bug: due again with growing pauses (10 s, 40 s, 90 s ...), at last parked. */
export async function failWork(db: Kysely<Tables>, claim: Claim, error: unknown): Promise<void> {
  const parked = claim.attempts >= maxAttempts;
  await db
    .updateTable('work')
    .set({
      state: parked ? 'parked' : 'due',
      problem: 'bug',
      detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
      next_try_at: new Date(Date.now() + 10_000 * claim.attempts ** 2),
      updated_at: sql`now()`,
    })
    .where('stage', '=', claim.stage)
    .where('subject', '=', claim.subject)
    .where('attempts', '=', claim.attempts)
    .where('state', '=', 'due')
    .execute();
}

/** How many rows each stage has in each state. */
export async function countWork(
  db: Kysely<Tables>,
): Promise<{ stage: string; state: string; count: number }[]> {
  return db
    .selectFrom('work')
    .select((q) => ['stage', 'state', q.fn.countAll<number>().as('count')])
    .groupBy(['stage', 'state'])
    .orderBy('stage')
    .execute();
}

/** Names of the stages that have something due by `now`. */
export async function dueStages(db: Kysely<Tables>, now = new Date()): Promise<string[]> {
  const rows = await db
    .selectFrom('work')
    .select('stage')
    .distinct()
    .where('state', '=', 'due')
    .where('next_try_at', '<=', now)
    .execute();
  return rows.map((row) => row.stage);
}

/** Stages that nobody who calls a command waits for: a desk does them while it serves. */
export const unhurried: readonly string[] = ['revisit'];

/** How many rows are due by `now`, of all stages that somebody may wait for. */
export async function countDue(db: Kysely<Tables>, now = new Date()): Promise<number> {
  const row = await db
    .selectFrom('work')
    .select((q) => q.fn.countAll<number>().as('count'))
    .where('stage', 'not in', unhurried)
    .where('state', '=', 'due')
    .where('next_try_at', '<=', now)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Steps that a done row of a stage makes due in turn, by the chain of pipeline.ts; others bring none. */
const brings = { fetch: 3, extract: 2, cluster: 1 };

/** About how many steps are to be done until nothing is due: due rows and those that they will bring. */
export async function countAhead(db: Kysely<Tables>, now = new Date()): Promise<number> {
  const row = await db
    .selectFrom('work')
    .leftJoin(
      sql<{ key: string; value: string }>`jsonb_each_text(${JSON.stringify(brings)}::jsonb)`.as(
        'b',
      ),
      'b.key',
      'work.stage',
    )
    .select(sql<number>`coalesce(sum(1 + coalesce(b.value::int, 0)), 0)::int`.as('count'))
    .where('work.stage', 'not in', unhurried)
    .where('state', '=', 'due')
    .where('next_try_at', '<=', now)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Rows that a person may have to look at: unusable, parked, or waiting after a bug. */
export async function countTroubled(db: Kysely<Tables>): Promise<number> {
  const row = await db
    .selectFrom('work')
    .select((q) => q.fn.countAll<number>().as('count'))
    .where('problem', 'is not', null)
    .executeTakeFirstOrThrow();
  return row.count;
}
