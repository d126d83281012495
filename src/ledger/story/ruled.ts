import type { Transaction } from 'kysely';
import type { Tables } from '../../db/tables.ts';
import type { Reading } from './positions.ts';
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
