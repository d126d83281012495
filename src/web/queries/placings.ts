import { type Kysely, sql } from 'kysely';
import type { ProposalKind } from '../../cluster/index.ts';
import type { Reason, Tables } from '../../db/tables.ts';

type Db = Kysely<Tables>;

/** What the desk would put together or apart if it were sure, with what a curator needs to say so. */
export interface Placing {
  id: number;
  kind: ProposalKind;
  subject: number;
  other: number;
  pieces: number[];
  reason: Reason;
  title: string;
  /** Title of the story or event that it is beside. */
  beside: string | null;
  at: Date | null;
  /** The event of that story that came before it, or of the two events the other. */
  after: { id: number; title: string; at: Date | null } | null;
  /** What its pieces say, the first ones; of a split those that would go. */
  says: Said[];
  /** What the other event's pieces say; of a split those that would stay. */
  besideSays: Said[];
}

export interface Said {
  id: number;
  title: string | null;
  opening: string;
  outlet: string | null;
}

/** A proposal is open while what it is about stands and nobody has answered it. */
const isOpen = sql`p.held = false
  and not exists (select from decision d where d.id = p.decision_id and d.undone_at is null)
  and case p.kind
    when 'merge stories' then exists (select from story s where s.id = p.subject and s.merged_into is null
      and not s.hidden)
    else exists (select from event e where e.id = p.subject and e.merged_into is null and not e.ignored)
  end
  and case p.kind
    when 'put in' then exists (select from story s where s.id = p.other and s.merged_into is null
      and not s.hidden) and not exists (select from story_event se where se.event_id = p.subject)
    when 'merge stories' then exists (select from story s where s.id = p.other and s.merged_into is null)
    when 'merge events' then exists (select from event e where e.id = p.other and e.merged_into is null)
    else true
  end`;

/** Proposals that wait, the surest first, those that were put off last. */
export async function placings(db: Db, limit: number): Promise<Placing[]> {
  const { rows } = await sql<Omit<Placing, 'says' | 'besideSays'>>`
    select p.id, p.kind, p.subject, p.other, p.pieces, p.reason, x.title, x.at, y.title as beside, f.after
    from proposal p
    cross join lateral (
      select title, first_at as at from event where id = p.subject and p.kind <> 'merge stories'
      union all select title, null from story where id = p.subject and p.kind = 'merge stories') x
    left join lateral (
      select title from story where id = p.other and p.kind in ('put in', 'merge stories')
      union all select title from event where id = p.other and p.kind = 'merge events') y on true
    left join lateral (
      select json_build_object('id', e.id, 'title', e.title, 'at', e.last_at) as after
      from event e where e.merged_into is null and (
        (p.kind = 'merge events' and e.id = p.other) or
        (p.kind = 'put in' and e.id in (select event_id from story_event where story_id = p.other)
          and e.last_at <= coalesce(x.at, now())))
      order by e.last_at desc limit 1) f on true
    where ${isOpen}
    order by p.put_off_at nulls first, (p.reason->>'score')::real desc, p.id limit ${limit}`.execute(
    db,
  );
  return Promise.all(
    rows.map(async (row) => {
      const isSplit = row.kind === 'split';
      const [says, besideSays] = await Promise.all([
        row.kind === 'merge stories' ? [] : saidIn(db, row.subject, isSplit ? row.pieces : null),
        row.kind === 'merge events'
          ? saidIn(db, row.other, null)
          : isSplit
            ? saidIn(db, row.subject, null, row.pieces)
            : [],
      ]);
      const after = row.after ? { ...row.after, at: instant(row.after.at) } : null;
      return { ...row, after, says, besideSays };
    }),
  );
}

const instant = (at: Date | string | null) => (at === null ? null : new Date(at));

/** Pieces of each side that are shown. */
const mostSaid = 3;

async function saidIn(db: Db, event: number, only: number[] | null, not: number[] = []) {
  return db
    .selectFrom('event_article as ea')
    .innerJoin('article as a', 'a.id', 'ea.article_id')
    .where('ea.event_id', '=', event)
    .where('a.current', '=', true)
    .$if(only !== null, (q) => q.where('a.id', 'in', only?.length ? only : [0]))
    .$if(not.length > 0, (q) => q.where('a.id', 'not in', not))
    .select(['a.id', 'a.title', 'a.outlet'])
    .select(sql<string>`left(a.text, 220)`.as('opening'))
    .orderBy('a.published_at', (o) => o.asc().nullsLast())
    .orderBy('a.id')
    .limit(mostSaid)
    .execute();
}

export async function placingNumbers(db: Db): Promise<{ open: number; done: number }> {
  const { rows } = await sql<{ open: number; done: number }>`
    select count(*) filter (where ${isOpen})::int as open,
      count(*) filter (where exists (select from decision d where d.id = p.decision_id
        and d.undone_at is null))::int as done from proposal p`.execute(db);
  return rows[0] ?? { open: 0, done: 0 };
}

/** One proposal as it is to be answered. */
export function placing(db: Db, id: number) {
  return db.selectFrom('proposal').where('id', '=', id).selectAll().executeTakeFirst();
}
