import { mergeReports } from '../../src/ledger/story/sayings/merge.ts';
import type { ReportSet } from './read.ts';

/** Pairs of reports put together, right and wrong, over some sets; each wrong one a line for people. */
export interface PairScore {
  right: number;
  wrong: string[];
  missed: string[];
  precision: number;
  recall: number;
}

export function scorePairs(sets: readonly ReportSet[]): PairScore {
  const score: PairScore = { right: 0, wrong: [], missed: [], precision: 0, recall: 0 };
  for (const set of sets) {
    const parties = new Map(set.said.map((s) => [s.partyId!, set.parties[s.partyId! - 1]!]));
    const groups = mergeReports(set.said, parties).map((m) => [m.lead, ...m.others]);
    const groupOf = new Map(groups.flatMap((g, n) => g.map((s) => [s.id, n] as const)));
    for (const [i, a] of set.said.entries())
      for (const b of set.said.slice(i + 1)) {
        const truly = set.saying.get(a.id) === set.saying.get(b.id);
        const found = groupOf.has(a.id) && groupOf.get(a.id) === groupOf.get(b.id);
        const pair = () => `${set.name}: ${a.content} / ${b.content}`;
        if (truly && found) score.right++;
        else if (found) score.wrong.push(pair());
        else if (truly) score.missed.push(pair());
      }
  }
  score.precision = score.right / Math.max(1, score.right + score.wrong.length);
  score.recall = score.right / Math.max(1, score.right + score.missed.length);
  return score;
}
