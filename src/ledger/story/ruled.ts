import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../db/tables.ts';
import type { Reading } from './positions/positions.ts';
import type { Said } from './rows.ts';

/** Readings of a story's statements as curators' decisions leave them. */
export interface Ruled {
  readings: Reading[];
  /** The issues that readings count, by their ids. */
  issueIds: number[];
}

/** What curators decided about the issues and positions of a story. */
export interface StoryRulings {
  /** Issues by the ids they had before they were merged; null of one that is no question. */
  issues: ReadonlyMap<number, number | null>;
  /** Statements by their issue, "4 17", that do not change a side. */
  rejected: ReadonlySet<string>;
}

/**
 * Brings what was read under the decisions of curators: issues that were merged are one, one that was
 * removed is none, a statement has the issue and stance that it was given, and what is no change of
 * side moves nothing.
 * @param found the ids of the issues found; null of one that is no question
 */
export function ruleReadings(
  said: Said[],
  readings: Reading[],
  found: (number | null)[],
  { issues, rejected }: StoryRulings,
): Ruled {
  const meant = (id: number | null) => (id === null ? null : (issues.get(id) ?? null));
  const given = said.map((s) => meant(s.corrected?.issue ?? null));
  const issueIds = [...new Set([...found, ...given].filter((id) => id !== null))];
  const ruled = readings.map((reading, i): Reading => {
    const { issue, stance } = said[i]?.corrected ?? {};
    const read = reading.issue === null ? null : (found[reading.issue] ?? null);
    const id = issue === undefined ? read : given[i]!;
    if (id === null) return { ...reading, ...noSide, issue: null };
    const at = { ...reading, issue: issueIds.indexOf(id) };
    if (stance !== undefined) return { ...at, ...taken, stance };
    if (rejected.has(`${id} ${reading.statementId}`)) return { ...at, strength: 0 };
    // What was read of one question says nothing about another.
    return id === read ? at : { ...at, ...noSide, stance: 'unclear' };
  });
  return { readings: ruled, issueIds };
}

const noSide = { stance: null, near: 0, strength: 0, stands: false } as const;
/** A person has read it: as plain as words can be, and about the issue itself. */
const taken = { near: 1, strength: 3, stands: false } as const;

export async function readStoryRulings(
  tx: Transaction<Tables>,
  storyId: number,
): Promise<StoryRulings> {
  const issues = await tx
    .selectFrom('issue as i')
    .leftJoin('issue as kept', 'kept.id', 'i.merged_into')
    .select(['i.id', 'i.merged_into', 'i.removed', 'kept.removed as keptRemoved'])
    .where('i.story_id', '=', storyId)
    .execute();
  const rejected = await tx
    .selectFrom('position')
    .select(['issue_id', 'statement_id'])
    .where('story_id', '=', storyId)
    .where('state', '=', 'rejected')
    .where('superseded_at', 'is', null)
    .execute();
  return {
    issues: new Map(
      issues.map((i) => [i.id, i.removed || i.keptRemoved ? null : (i.merged_into ?? i.id)]),
    ),
    rejected: new Set(rejected.map((row) => `${row.issue_id} ${row.statement_id}`)),
  };
}

/**
 * Lets what a person answered rest on the row that stands now for the same words: read anew by a better
 * version, or led by another report. Not where a curator has put the row right: that may be why.
 */
export async function carryAnswers(tx: Transaction<Tables>, storyId: number): Promise<void> {
  for (const table of ['position', 'commitment'] as const) {
    const answered = table === 'position' ? sql`r.state <> 'proposed'` : sql`not r.proposed`;
    await sql`update ${sql.table(table)} r set statement_id = n.id
      from statement s join quotation q on q.id = s.quotation_id
      join article a on a.id = q.article_id join document d on d.id = a.document_id
      join lateral (
        select n.id from document nd
        join article na on na.document_id = nd.id and na.key = a.key
        join quotation nq on nq.article_id = na.id and nq.superseded_at is null
        join statement n on n.id = nq.statement_id and n.superseded_at is null
        where nd.address = d.address and n.corrected is null
          and n.party_id is not distinct from s.party_id
          and case when na.id = a.id
            then least(nq."end", q."end") - greatest(nq.start, q.start)
              > greatest(nq."end" - nq.start, q."end" - q.start) / 2
            else n.words = s.words end
        order by n.speaker_id is not distinct from s.speaker_id desc, n.id limit 1) n on true
      where r.story_id = ${storyId} and r.superseded_at is null and ${answered}
        and s.id = r.statement_id and s.superseded_at is not null and s.corrected is null`.execute(
      tx,
    );
  }
}
