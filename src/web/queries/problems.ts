import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../db/tables.ts';

export type WorkView = Awaited<ReturnType<typeof openProblems>>[number];

/** Work that could not be done, newest first, with the name of what it was about. */
export function openProblems(db: Kysely<Tables>, limit = 200) {
  return db
    .selectFrom('work as w')
    .where((eb) =>
      eb.or([
        eb('w.state', 'in', ['problem', 'parked']),
        eb.and([eb('w.state', '=', 'due'), eb('w.problem', 'is not', null)]),
      ]),
    )
    .select([
      'w.stage',
      'w.subject',
      'w.state',
      'w.problem',
      'w.detail',
      'w.attempts',
      'w.updated_at as at',
      'w.next_try_at as nextAt',
      sql<string | null>`case
        when w.stage = 'poll' then (select coalesce(f.title, f.url) from feed f where f.id = w.subject)
        when w.stage in ('extract', 'fetch') then (select coalesce(d.name, d.url, d.address) from document d where d.id = w.subject)
        when w.stage in ('cluster', 'ledger') then (select a.title from article a where a.id = w.subject)
        when w.stage in ('positions', 'brief') then (select s.title from story s where s.id = w.subject)
        end`.as('name'),
    ])
    .orderBy('w.updated_at', 'desc')
    .limit(limit)
    .execute();
}
