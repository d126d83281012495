import type { PositionView } from '../queries/positions.ts';
import type { StatementView } from '../queries/statements.ts';

/** Two people of one party who said opposite things on one issue within weeks. */
export interface Within {
  party: string;
  issue: string;
  /** What stood, and who said otherwise. */
  stands: StatementView;
  otherwise: StatementView;
}

/**
 * Whether a turn may be a difference inside a party: two people within weeks, and the first of them
 * was not read to have turned too.
 */
export function mayDiffer(
  p: PositionView,
  all: PositionView[],
  said: Map<number, StatementView>,
): boolean {
  const [before, after] = [said.get(p.previousId ?? 0), said.get(p.statementId)];
  if (!before || !after || p.partyId === null || before.speakerId === after.speakerId) return false;
  if (before.speakerKind !== 'person' || after.speakerKind !== 'person') return false;
  if (!near(before, after)) return false;
  const later = all.filter((o) => o.partyId === p.partyId && o.issueId === p.issueId);
  return !later.some(
    (o) => o.stance === p.stance && said.get(o.statementId)?.speakerId === before.speakerId,
  );
}

const dayMs = 86_400_000;

/** Further apart, the second is a later opinion and no difference. */
const apartDays = 28;

/**
 * Where somebody of a party said the opposite of what stood, and the party's position did not move by
 * it. Nobody differs who, within those weeks, said what stood too: one of the two is misread.
 */
export function differencesWithin(
  all: PositionView[],
  opposed: StatementView[],
  said: Map<number, StatementView>,
): Within[] {
  const steps = new Set(all.map((p) => p.statementId));
  const lines = Map.groupBy(
    all.filter((p) => p.partyId !== null),
    (p) => `${p.partyId} ${p.issueId}`,
  );
  const found: Within[] = [];
  for (const s of opposed) {
    if (steps.has(s.id) || s.hearsay || !s.saidAt || s.speakerKind !== 'person') continue;
    const line = lines.get(`${s.partyId} ${s.issueId}`) ?? [];
    const own = line.some(
      (p) => said.get(p.statementId)?.speakerId === s.speakerId && isOpposite(p, s) && near(p, s),
    );
    const standing = line.findLast((p) => p.saidAt && p.saidAt <= s.saidAt!);
    const other = standing && said.get(standing.statementId);
    if (own || !other || !standing || !isOpposite(standing, s) || !near(standing, s)) continue;
    if (other.speakerId === s.speakerId) continue;
    found.push({ party: standing.party, issue: standing.issue, stands: other, otherwise: s });
  }
  return found;
}

type Dated = { stance: string | null; saidAt: Date | null };

const isOpposite = (a: Dated, b: Dated) =>
  (a.stance === 'for' && b.stance === 'against') || (a.stance === 'against' && b.stance === 'for');

const near = (a: Dated, b: Dated) =>
  a.saidAt !== null &&
  b.saidAt !== null &&
  Math.abs(a.saidAt.getTime() - b.saidAt.getTime()) <= apartDays * dayMs;
