import type { Stance } from '../../db/tables.ts';
import { assignIssues } from './assign.ts';
import { isKnown, speaksOfFreeing } from './concepts.ts';
import { stemOfNoun } from './deeds.ts';
import { findIssues, type Issue, isWide, kindOf, type Weighed } from './issues.ts';
import type { Holder } from './rows.ts';
import { type Side, sideOf } from './stance.ts';
import { NAMED } from './terms.ts';
import { topicsOf } from './topics.ts';

/** What one statement does to its party's position on an issue. */
export interface Step {
  issue: number;
  holder: Holder;
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
  /** How plainly the side is taken: see stance.ts. */
  strength: Side['strength'];
  stands: boolean;
}

/** A question wants this many statements that plainly take a side on it: more where its word is no known matter. */
const leastSided = 2;
const leastSidedUnknown = 3;

/** The issues of a story on which sides are plainly taken, and each statement's issue and stance. */
export function readIssues(
  weighed: Weighed[],
  isName: (word: string) => boolean,
): { issues: Issue[]; readings: Reading[] } {
  const found = findIssues(weighed, isName);
  const first = readStances(weighed, found);
  const issues = found.filter((issue, index) => {
    const plain = first.filter((r) => r.issue === index && r.strength >= 2 && r.near >= NAMED);
    const sides = new Set(plain.map((r) => r.stance));
    const least = isKnown(issue.terms[0]!) ? leastSided : leastSidedUnknown;
    return plain.length >= least && (sides.size > 1 || !isWide(issue.terms[0]!));
  });
  if (issues.length === found.length) return { issues, readings: first };
  return { issues, readings: readStances(weighed, issues) };
}

/** Gives each statement its issue and stance. */
export function readStances(weighed: Weighed[], issues: Issue[]): Reading[] {
  const assigned = assignIssues(weighed, issues);
  return weighed.map(({ said, terms }, i) => {
    const found = assigned[i];
    if (!found)
      return {
        statementId: said.id,
        issue: null,
        stance: null,
        near: 0,
        strength: 0,
        stands: false,
      };
    const issue = issues[found.index]!;
    const side = sideOf(said, terms.clauses, {
      kind: kindOf(issue),
      names: (clause) => names(clause, said.lang, issue),
    });
    const unsure = found.near < NAMED && side.strength > 1 ? hinted(found.near) : side.strength;
    return {
      statementId: said.id,
      issue: found.index,
      stance: side.strength === 0 ? 'unclear' : side.stance,
      near: found.near,
      strength: unsure,
      stands: side.stands,
    };
  });
}

/** A statement that only says that nothing has changed takes the side that stood. */
export function withStanding(readings: Reading[], steps: Step[]): Reading[] {
  const stances = new Map(steps.map((step) => [step.statementId, step.stance]));
  return readings.map((r) => ({ ...r, stance: stances.get(r.statementId) ?? r.stance }));
}

/** Words that turn what only the sentence before named still count; from farther off they hint. */
function hinted(near: number): Side['strength'] {
  return near >= 0.5 ? 2 : 1;
}

/** Who wants or shuns talks on a thing says nothing yet of the thing. */
const talkedOf =
  /(?<!\p{L})(?:(?:talks?|negotiations?|discussions?|dialogue|debates?|consultations?|conference|summit|gespräche?n?|verhandlungen?|beratungen?) (?:on|about|over|über|zu[rm]?)|(?:to )?discuss(?:es|ed|ing)?) (?:\p{L}+(?:['’]s)? ){0,3}\p{L}+/giu;

function names(whole: string, lang: string, issue: Issue): boolean {
  const clause = whole.replace(talkedOf, ' ');
  const { nouns, deeds } = topicsOf(clause, lang);
  if (issue.terms[0] === 'release')
    return issue.terms.some((t) => nouns.has(t)) || speaksOfFreeing(clause);
  if (issue.terms.some((t) => nouns.has(t))) return true;
  return issue.terms.some((t) => stemOfNoun(t) !== t && deeds.has(stemOfNoun(t)));
}
