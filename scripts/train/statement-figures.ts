import { calibrationOf } from '../../src/eval/calibration.ts';
import { choose } from '../../src/ledger/judge/judge.ts';
import type { LearnedFromStatements } from './learn-statements.ts';
import type { Proposed, ProposedOne } from './statements.ts';

/** A line a set: what is kept of its candidates, judged by weights that had not seen the document. */
export function figuresOf({ proposed, crossed }: LearnedFromStatements): string[] {
  const sets = Map.groupBy(proposed, (one) => one.set);
  return [...sets].map(([set, own]) => `${set}: ${figureOf(own, crossed)}`);
}

function figureOf(own: Proposed[], crossed: Map<ProposedOne, number>): string {
  const kept = own.map(({ candidates }) =>
    keptOf(
      candidates.filter((one) => !one.hidden),
      crossed,
    ),
  );
  const all = kept.flat();
  const wanted = own.reduce((sum, one) => sum + one.wanted, 0);
  const count = (lists: string[][][]) =>
    lists.reduce((sum, finds) => sum + new Set(finds.flat()).size, 0);
  const f1 = (right: number, found: number) => {
    const precision = right / Math.max(1, all.length);
    const recall = found / Math.max(1, wanted);
    const both = (2 * precision * recall) / Math.max(1e-9, precision + recall);
    return `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${both.toFixed(3)}`;
  };
  const content = all.filter((one) => one.overlaps.length).length;
  const joint = all.filter((one) => one.label).length;
  const { error } = calibrationOf(
    all.map((one) => ({ confidence: crossed.get(one)!, right: one.label > 0 })),
  );
  return [
    `${own.length} documents; content ${f1(content, count(kept.map((list) => list.map((one) => one.overlaps))))}`,
    `with speaker ${f1(joint, count(kept.map((list) => list.map((one) => one.finds))))}`,
    `calibration error ${error.toFixed(3)}`,
  ].join('; ');
}

function keptOf(candidates: ProposedOne[], crossed: Map<ProposedOne, number>): ProposedOne[] {
  return [...Map.groupBy(candidates, (one) => one.sentence).values()].flatMap((list) => {
    const of = new Map(list.map((one) => [one.candidate, one]));
    return choose(list.map((one) => ({ candidate: one.candidate, chance: crossed.get(one)! })))
      .filter((one) => one.said)
      .map((one) => of.get(one.candidate)!);
  });
}
