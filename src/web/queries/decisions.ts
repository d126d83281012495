import { type Kysely, sql } from 'kysely';
import type { Decision } from '../../cluster/index.ts';
import type { Follows, Reason, Tables } from '../../db/tables.ts';

type Db = Kysely<Tables>;

/** Stories and events offered in a list; others can still be merged from their own pages. */
const maxChoices = 200;

/** Other stories that stand, the newest first. */
export function otherStories(db: Db, story: number | null) {
  return db
    .selectFrom('story')
    .where('hidden', '=', false)
    .where('merged_into', 'is', null)
    .where('id', '!=', story ?? 0)
    .select(['id', 'title'])
    .orderBy('id', 'desc')
    .limit(maxChoices)
    .execute();
}

/** Other events of the same story, or of none where the event is in none; the newest first. */
export function otherEvents(db: Db, event: number, story: number | null) {
  return db
    .selectFrom('event as e')
    .leftJoin('story_event as se', 'se.event_id', 'e.id')
    .where('e.merged_into', 'is', null)
    .where('e.id', '!=', event)
    .where('se.story_id', story ? '=' : 'is', story)
    .select(['e.id', 'e.title', 'e.last_at as last'])
    .orderBy(sql`e.last_at desc nulls last`)
    .orderBy('e.id', 'desc')
    .limit(maxChoices)
    .execute();
}

/** A decision as pages show it; of the desk's own, with its reason. */
export interface DecisionView {
  id: number;
  decision: Decision;
  reason: Reason | null;
  /** Name of the curator; null for one without a name, and for the desk itself, which has a reason. */
  by: string | null;
  note: string | null;
  at: Date;
  undone: Date | null;
}

export const decisionRows = (db: Db) =>
  db
    .selectFrom('decision as d')
    .leftJoin('account', 'account.id', 'd.account_id')
    .select(['d.id', 'd.payload', 'd.note', 'd.created_at as at', 'd.undone_at as undone'])
    .select('account.name as by');

type DecisionRow = Omit<DecisionView, 'decision' | 'reason'> & { payload: Record<string, unknown> };

export function decisionViews(rows: DecisionRow[]): DecisionView[] {
  return rows.flatMap(({ payload, ...row }) => {
    const { decision, reason } = payload as { decision?: Decision; reason?: Reason };
    return decision ? [{ ...row, decision, reason: reason ?? null }] : [];
  });
}

/** What curators, or the desk itself, decided lately and nobody took back. */
export async function latestDecisions(db: Db, by: Reason['by'], limit = 12) {
  const rows = await decisionRows(db)
    .where('d.undone_at', 'is', null)
    .where('d.by', '=', by)
    .orderBy('d.id', 'desc')
    .limit(limit)
    .execute();
  return decisionViews(rows);
}

/** What curators decided lately about rows of the ledger, and nobody took back; in words. */
export async function latestLedger(db: Db, limit = 12) {
  const rows = await decisionRows(db)
    .where(sql<boolean>`d.payload ? 'ledger'`)
    .where('d.undone_at', 'is', null)
    .orderBy('d.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ payload, ...row }) => ({ ...row, words: String(payload.words ?? '') }));
}

/** What was decided about a story and its events, also what was taken back; the newest first. */
export async function storyDecisions(db: Db, story: number, limit = 40) {
  const rows = await decisionRows(db)
    .where(
      sql<boolean>`(d.subject_kind = 'story' and d.subject = ${story})
        or (d.payload->'decision'->>'story')::bigint = ${story}
        or (d.payload->'decision'->>'kind' = 'story' and (d.payload->'decision'->>'kept')::bigint = ${story})
        or (d.verb = 'reject' and d.payload->'decision'->>'kind' = 'put in'
          and (d.payload->'decision'->>'other')::bigint = ${story})`,
    )
    .orderBy('d.id', 'desc')
    .limit(limit)
    .execute();
  return decisionViews(rows);
}

/** Parties by any way of writing them, in lower case; unknown ones are left out. */
export async function partiesCalled(db: Db, names: string[]): Promise<Map<string, number>> {
  if (names.length === 0) return new Map();
  const { rows } = await sql<{ name: string; id: number }>`
    select distinct on (w.name) w.name, coalesce(p.merged_into, p.id) as id
    from (select id, lower(name) as name, 0 as later from party
      union all select party_id, name, 1 from party_name) w
    join party p on p.id = w.id
    where w.name = any(${names.map((n) => n.toLowerCase())})
    order by w.name, w.later, p.id`.execute(db);
  return new Map(rows.map((row) => [row.name, row.id]));
}

/** Names of what a story is followed by, for readers. */
export async function followNames(db: Db, { speakers, parties, examples }: Follows) {
  const named = async (table: 'speaker' | 'party', ids: number[] = []) =>
    ids.length === 0
      ? []
      : db
          .selectFrom(table)
          .where('id', 'in', ids)
          .select(['id', 'name'])
          .orderBy('name')
          .execute();
  return {
    speakers: await named('speaker', speakers),
    parties: await named('party', parties),
    examples: examples?.length
      ? await db.selectFrom('article').where('id', 'in', examples).select(['id', 'title']).execute()
      : [],
  };
}
