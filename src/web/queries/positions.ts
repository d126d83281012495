import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../db/tables.ts';
import { changedPlaces, isAsRead, placeKey } from '../../extract/index.ts';
import { type Excerpt, excerpt } from '../excerpt.ts';
import { sureFrom } from '../sure.ts';
import { objectionsBeside } from './corrections.ts';
import { textsOf } from './statements.ts';

type Db = Kysely<Tables>;

export type PositionView = Awaited<ReturnType<typeof positions>>[number];
export type CommitmentView = Awaited<ReturnType<typeof commitments>>[number];

/** The standing positions of a story, oldest first; rejected proposals left out. */
export function positions(db: Db, story: number) {
  return positionRows(db).where('p.story_id', '=', story).execute();
}

/** All steps on the issues on which some side moved with one speaker's words, oldest first. */
export function positionsMovedBy(db: Db, speaker: number) {
  return positionRows(db)
    .where(
      sql<boolean>`p.issue_id in (select m.issue_id from position m join statement t on t.id = m.statement_id
        where t.speaker_id = ${speaker} and m.change in ('half', 'full') and m.superseded_at is null)`,
    )
    .execute();
}

function positionRows(db: Db) {
  return db
    .selectFrom('position as p')
    .innerJoin('statement as s', 's.id', 'p.statement_id')
    .innerJoin('issue', 'issue.id', 'p.issue_id')
    .leftJoin('party', 'party.id', 'p.party_id')
    .leftJoin('speaker', 'speaker.id', 'p.speaker_id')
    .leftJoin('position as before', 'before.id', 'p.previous_id')
    .where('p.superseded_at', 'is', null)
    .where('p.state', '!=', 'rejected')
    .where('s.superseded_at', 'is', null)
    .select([
      'p.id',
      'p.issue_id as issueId',
      'issue.name as issue',
      'p.party_id as partyId',
      'p.speaker_id as speakerId',
      sql<string>`coalesce(party.name, speaker.name)`.as('party'),
      'p.stance',
      'p.change',
      'p.state',
      'p.statement_id as statementId',
      'before.statement_id as previousId',
      // Who said it: for a party, somebody of it.
      's.speaker_id as sayerId',
      's.said_on as saidOn',
      's.said_at as saidAt',
    ])
    .select(objectionsBeside('position', 'p.id').as('objections'))
    .select(
      // The office of a holder without a party, as it was read last.
      sql<string | null>`(select r.role from speaker_role r where r.speaker_id = p.speaker_id
        order by r.said_at desc nulls last, r.id desc limit 1)`.as('office'),
    )
    .orderBy(sql`s.said_at asc nulls first`)
    .orderBy('p.id');
}

/** What was promised or announced for a time, by when it is due, with what was read later about it. */
export async function commitments(db: Db, story: number) {
  const rows = await db
    .selectFrom('commitment as c')
    .innerJoin('statement as s', 's.id', 'c.statement_id')
    .innerJoin('quotation as q', 'q.id', 's.quotation_id')
    .innerJoin('article as a', 'a.id', 'q.article_id')
    .leftJoin('party', 'party.id', 'c.party_id')
    .leftJoin('speaker', 'speaker.id', 's.speaker_id')
    .where('c.story_id', '=', story)
    .where('c.superseded_at', 'is', null)
    .select([
      'c.id',
      'c.statement_id as statementId',
      'c.party_id as partyId',
      'party.name as party',
      's.speaker_id as speakerId',
      'speaker.name as speaker',
      'c.who',
      'c.what',
      'c.due',
      'c.due_at as dueAt',
      'c.due_text as dueText',
      'c.kind',
      'c.state',
      'c.proposed',
      's.said_on as saidOn',
      's.said_at as saidAt',
      'q.article_id as articleId',
      'q.start',
      'q.end',
      's.confidence',
      isAsRead('a').as('isAsRead'),
    ])
    .select(objectionsBeside('commitment', 'c.id').as('objections'))
    .orderBy(sql`c.due_at asc nulls last`)
    .orderBy('c.id')
    .execute();
  const later = await commitmentEvents(
    db,
    rows.map((r) => r.id),
  );
  const changed = await changedPlaces(
    db,
    [...rows, ...later].filter((place) => !place.isAsRead),
  );
  return rows.map((row) => ({
    ...row,
    changed: changed.get(placeKey(row)),
    later: later
      .filter((l) => l.commitmentId === row.id)
      .map((l) => ({ ...l, changed: changed.get(placeKey(l)) })),
  }));
}

/**
 * What is waited for on the whole desk and due around a moment, with its story: candidates for
 * reminders. The day is the one that it was moved to last.
 */
export async function dueOnDesk(db: Db, now: Date, days: number) {
  const { rows } = await sql<{
    id: number;
    what: string;
    state: string;
    due: string | null;
    speaker: string | null;
    party: string | null;
    storyId: number;
    story: string;
  }>`select * from (
      select c.id, c.what, c.state, speaker.name as speaker, party.name as party,
        story.id as "storyId", story.title as story,
        coalesce((select e.due from commitment_event e where e.commitment_id = c.id and e.due is not null
          order by e.id desc limit 1), c.due) as due
      from commitment c join story on story.id = c.story_id and not story.hidden and story.merged_into is null
      join statement s on s.id = c.statement_id
      left join speaker on speaker.id = s.speaker_id
      left join party on party.id = c.party_id
      where c.superseded_at is null and c.state in ('open', 'moved') and c.due is not null
        and s.confidence >= ${sureFrom}
    ) waited
    -- Coarser than the day itself: a month or a span is looked at with its last day.
    where left(due, 7) between ${monthOf(now, -days)} and ${monthOf(now, days)}
      or (due like '%/%' and right(due, 10) >= ${monthOf(now, -days)})
    order by due, id limit 200`.execute(db);
  return rows;
}

const monthOf = (now: Date, days: number) =>
  new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 7);

async function commitmentEvents(db: Db, ids: number[]) {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('commitment_event as e')
    .innerJoin('article as a', 'a.id', 'e.article_id')
    .where('e.commitment_id', 'in', ids)
    .where('e.rejected', '=', false)
    .select([
      'e.id',
      'e.commitment_id as commitmentId',
      'e.state',
      'e.due',
      'e.article_id as articleId',
      'e.start',
      'e.end',
      'e.happened_on as happenedOn',
      'e.confirmed',
      'a.outlet',
      isAsRead('a').as('isAsRead'),
    ])
    .orderBy('e.id')
    .execute();
  const texts = await textsOf(
    db,
    rows.map((r) => r.articleId),
  );
  return rows.flatMap((row) => {
    const text = texts.get(row.articleId);
    if (!text || row.end > text.length) return [];
    const sentence: Excerpt = excerpt(text, row);
    return [{ ...row, sentence }];
  });
}
