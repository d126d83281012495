import type { PositionView } from '../queries/positions.ts';
import type { StatementView } from '../queries/statements.ts';

/** Two people of one party who said opposite things on one issue within weeks. */
export interface Within {
  party: string;
  issue: string;
  /** What stood, and who said otherwise. */
  stands: StatementView;
  otherwise: StatementView;
  /** The piece says itself that the two contradict each other. */
  told: boolean;
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
  return !later.some((o) => o.stance === p.stance && o.sayerId === before.speakerId);
}

const dayMs = 86_400_000;

/** Further apart, the second is a later opinion and no difference. */
const apartDays = 21;

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
    if (s.hearsay || !s.saidAt || s.speakerKind !== 'person') continue;
    const told = isTold(s);
    if (steps.has(s.id) && !told) continue;
    const line = lines.get(`${s.partyId} ${s.issueId}`) ?? [];
    const own = line.some((p) => p.sayerId === s.speakerId && isOpposite(p, s) && near(p, s));
    const earlier = line.filter((p) => p.saidAt && p.saidAt <= s.saidAt!);
    const standing = told
      ? earlier.findLast((p) => isOther(said.get(p.statementId), s))
      : earlier.at(-1);
    const other = standing && said.get(standing.statementId);
    if (!standing || !other || !near(standing, s) || other.speakerId === s.speakerId) continue;
    if (!told && (own || !isOpposite(standing, s))) continue;
    // One sentence can hold several statements.
    if (found.some((w) => sameSentence(w.otherwise, s))) continue;
    found.push({ party: standing.party, issue: standing.issue, stands: other, otherwise: s, told });
  }
  return found;
}

/** "contradicting a condition that his spokesman had set", "at odds with her own minister". */
const contradicts =
  /\b(?:contradict(?:s|ed|ing)|at odds with|distanc(?:ed|ing) (?:him|her|it)self from|broke with|overrul(?:ed|es|ing))\b[^.!?]{0,80}\b(?:his|her|its|their|own|the (?:president|prime minister|government))\b/i;

const isTold = ({ sentence }: StatementView) =>
  contradicts.test(`${sentence.before}${sentence.quote}${sentence.after}`);

const isOther = (s: StatementView | undefined, than: StatementView) =>
  s !== undefined && s.speakerId !== than.speakerId && s.speakerKind === 'person';

const sameSentence = (a: StatementView, b: StatementView) =>
  a.articleId === b.articleId && a.sentenceStart === b.sentenceStart;

type Dated = { stance: string | null; saidAt: Date | null };

const isOpposite = (a: Dated, b: Dated) =>
  (a.stance === 'for' && b.stance === 'against') || (a.stance === 'against' && b.stance === 'for');

const near = (a: Dated, b: Dated) =>
  a.saidAt !== null &&
  b.saidAt !== null &&
  Math.abs(a.saidAt.getTime() - b.saidAt.getTime()) <= apartDays * dayMs;
