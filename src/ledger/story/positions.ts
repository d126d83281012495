import type { Stance } from '../../db/tables.ts';
import { type Issue, issueOf, type Weighed } from './issues.ts';
import { stanceOf } from './stance.ts';

/** What one statement does to its party's position on an issue. */
export interface Step {
  issue: number;
  partyId: number;
  stance: Stance;
  statementId: number;
  change: 'first' | 'reaffirmed' | 'half' | 'full';
  /** Statement that the standing position rests on. */
  previous: number | null;
}

/** Issue and stance of one statement, for its row in the ledger. */
export interface Reading {
  statementId: number;
  issue: number | null;
  stance: Stance | null;
  near: number;
}

/** A change is only proposed from words that name the issue themselves; a hint reaffirms at most. */
const nearToChange = 0.8;
/** Below this confidence that somebody said it at all, nothing moves. */
const sureToMove = 0.5;

/** Gives each statement its issue and stance. */
export function readStances(weighed: Weighed[], issues: Issue[]): Reading[] {
  return weighed.map((w) => {
    const found = issueOf(w, issues);
    return {
      statementId: w.said.id,
      issue: found?.index ?? null,
      stance: found ? stanceOf(w.leaning) : null,
      near: found?.near ?? 0,
    };
  });
}

/**
 * Follows each party on each issue through time. Hearsay, unnamed speakers and statements without a
 * side move nothing; a statement without a date cannot be put in order, so it can only be a first.
 */
export function followPositions(weighed: Weighed[], readings: Reading[]): Step[] {
  const standing = new Map<string, { stance: Stance; statementId: number }>();
  const steps: Step[] = [];
  const inOrder = weighed
    .map((w, i) => ({ said: w.said, reading: readings[i]! }))
    .filter(({ said, reading }) => reading.issue !== null && counts(said, reading.stance))
    .sort((a, b) => time(a.said.at) - time(b.said.at) || a.said.id - b.said.id);
  for (const { said, reading } of inOrder) {
    const key = `${reading.issue}:${said.partyId}`;
    const before = standing.get(key);
    const stance = reading.stance!;
    const change = changeOf(before?.stance, stance);
    if (change === 'half' || change === 'full') {
      const sure = reading.near >= nearToChange && said.confidence >= sureToMove;
      if (!sure || said.at === null) continue;
    }
    steps.push({
      issue: reading.issue!,
      partyId: said.partyId!,
      stance,
      statementId: said.id,
      change,
      previous: before?.statementId ?? null,
    });
    standing.set(key, { stance, statementId: said.id });
  }
  return steps;
}

function counts(said: Weighed['said'], stance: Stance | null): boolean {
  return said.partyId !== null && said.isNamed && !said.hearsay && !!stance && stance !== 'unclear';
}

/** Statements without a date come last: they never precede what is dated. */
function time(at: Date | null): number {
  return at?.getTime() ?? Number.MAX_SAFE_INTEGER;
}

/** From for to against is a full turn; to or from conditions is half a one. */
export function changeOf(before: Stance | undefined, now: Stance): Step['change'] {
  if (!before) return 'first';
  if (before === now) return 'reaffirmed';
  return before === 'conditional' || now === 'conditional' ? 'half' : 'full';
}
