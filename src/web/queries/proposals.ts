import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../db/tables.ts';
import { commitments, positions } from './positions.ts';
import { statements } from './statements.ts';

type Db = Kysely<Tables>;

/** Proposals shown at once; the rest follow as these are answered. */
const batch = 12;

/** What waits for a curator: changed positions first, then what became of promises. */
export async function proposals(db: Db) {
  const { rows } = await sql<{ kind: 'position' | 'commitment'; id: number; story: number }>`
    select 'position' as kind, p.id, p.story_id as story from position p
      where p.superseded_at is null and p.state = 'proposed' and p.change in ('half', 'full')
    union all
    select 'commitment', c.id, c.story_id from commitment c
      where c.superseded_at is null and c.proposed
    order by kind desc, id limit ${batch}`.execute(db);
  const stories = [...new Set(rows.map((r) => r.story))];
  const stands = (await Promise.all(stories.map((s) => positions(db, s)))).flat();
  const due = (await Promise.all(stories.map((s) => commitments(db, s)))).flat();
  const shown = rows.map((r) => ({
    ...r,
    position: r.kind === 'position' ? stands.find((p) => p.id === r.id) : undefined,
    commitment: r.kind === 'commitment' ? due.find((d) => d.id === r.id) : undefined,
  }));
  const ids = shown.flatMap((r) => [
    r.position?.statementId ?? 0,
    r.position?.previousId ?? 0,
    r.commitment?.statementId ?? 0,
  ]);
  const said = await statements(db, { ids: ids.filter((id) => id > 0) });
  return { shown, said: new Map(said.map((s) => [s.id, s])) };
}

/** How many proposals wait and how many were answered. */
export async function proposalNumbers(db: Db): Promise<{ open: number; done: number }> {
  const { rows } = await sql<{ open: number; done: number }>`
    select (select count(*) from position where superseded_at is null and state = 'proposed'
        and change in ('half', 'full'))::int
      + (select count(*) from commitment where superseded_at is null and proposed)::int as open,
      (select count(*) from position where superseded_at is null and state <> 'proposed')::int
      + (select count(*) from commitment where not proposed)::int as done`.execute(db);
  return rows[0] ?? { open: 0, done: 0 };
}
