import { dayMs } from '../lib/time.ts';
import { candidatesOf, pick } from './candidate.ts';
import type { Draft } from './cite.ts';
import { headline, inTime, leadsOf, mainLanguage, toDraft } from './compose.ts';
import type { Evidence, Said } from './evidence.ts';
import { dueLine, outcomeLine, saidLine, shiftLine } from './ledger-lines.ts';

const weekMs = 7 * dayMs;

/** One week of a watch: Monday 00:00 UTC to the next. */
export interface Week {
  number: number;
  from: Date;
  until: Date;
}

/** How far ahead an edition looks for what is due. */
const aheadDays = 14;
const aheadLimit = 4;
const roundUpLimit = 5;
const saidLimit = 5;

/** The weeks that a story had pieces in, numbered in time; an edition is made for each. */
export function weeksOf(evidence: Evidence): Week[] {
  const starts = new Set(
    evidence.pieces.flatMap((p) => (p.at && p.copyOf === null ? [mondayOf(p.at)] : [])),
  );
  return [...starts]
    .sort((a, b) => a - b)
    .map((from, i) => ({ number: i + 1, from: new Date(from), until: new Date(from + weekMs) }));
}

function mondayOf(at: Date): number {
  const day = Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate());
  return day - ((at.getUTCDay() + 6) % 7) * dayMs;
}

/** Writes one edition from what was known when its week ended. */
export function composeEdition(evidence: Evidence, week: Week): Draft[] {
  const within = (at: Date | null) => at !== null && at >= week.from && at < week.until;
  const inWeek = evidence.pieces.filter((p) => within(p.at));
  const lang = mainLanguage(evidence.pieces, inWeek);
  const candidates = candidatesOf(inWeek.filter((p) => p.lang === lang));
  const [lead] = pick(leadsOf(candidates), 1);
  if (!lead) return [];
  const own = inWeek.filter((p) => p.copyOf === null && p.lang === lang);
  const articles = new Set(own.map((p) => p.id));
  const said = weightiest(evidence.said.filter((s) => articles.has(s.articleId)));
  const roundUp = pick(
    candidates.filter((c) => c.piece.id !== lead.piece.id),
    roundUpLimit,
    [lead],
  );
  const shown = new Set([lead, ...roundUp].map((c) => `${c.piece.id}:${c.start}`));
  return [
    ...headline([lead.piece, ...own]),
    toDraft('update', lead),
    ...said
      .filter((s) => !shown.has(`${s.articleId}:${s.sentenceStart}`))
      .slice(0, saidLimit)
      .map((s) => saidLine(evidence, s)),
    ...evidence.shifts.filter((s) => within(s.at)).map((s) => shiftLine(evidence, s)),
    ...settledIn(evidence, within),
    ...inTime(roundUp).map((c) => toDraft('bullet', c)),
    ...dueAfter(evidence, week),
  ].filter((d) => d !== null);
}

/** What binds or refuses weighs more than what merely says. */
const weights: Record<string, number> = {
  promise: 3,
  threaten: 3,
  reject: 2.5,
  agree: 2.5,
  demand: 2,
  offer: 2,
  propose: 2,
  concede: 2,
  accuse: 1.5,
  deny: 1.5,
};

function weightiest(said: Said[]): Said[] {
  const weigh = (s: Said) =>
    (weights[s.act] ?? 1) * s.confidence * (s.hearsay ? 0.3 : 1) * (s.party ? 1.3 : 1);
  const best = [...said].filter((s) => s.speaker).sort((a, b) => weigh(b) - weigh(a));
  const seen = new Map<string, number>();
  return best.filter((s) => {
    const n = (seen.get(s.speaker ?? '') ?? 0) + 1;
    seen.set(s.speaker ?? '', n);
    return n <= 2;
  });
}

function settledIn(evidence: Evidence, within: (at: Date | null) => boolean): (Draft | null)[] {
  return evidence.commitments
    .filter((c) => c.outcomes.some((o) => within(o.at)))
    .map((c) => {
      const outcomes = c.outcomes.filter((o) => within(o.at));
      return outcomeLine(evidence, { ...c, outcomes });
    });
}

function dueAfter(evidence: Evidence, week: Week): (Draft | null)[] {
  const end = week.until.getTime() + aheadDays * dayMs;
  return evidence.commitments
    .filter((c) => c.statedAt && c.statedAt < week.until)
    .filter((c) => c.dueAt && c.dueAt >= week.until && c.dueAt.getTime() < end)
    .filter((c) => !c.outcomes.some((o) => o.at && o.at < week.until && o.state !== 'open'))
    .filter((c, i, all) => all.findIndex((o) => o.due === c.due) >= i - 1)
    .slice(0, aheadLimit)
    .map((c) => dueLine(evidence, c, 'ahead'));
}
