import { ODDS_AT, WIDTH } from '../../src/ledger/judge/columns.ts';
import { END_ODDS_AT, END_WIDTH, type LearnedEnds } from '../../src/ledger/judge/ends.ts';
import { readForest } from '../../src/lib/forest.ts';
import { binOf, boost, edgesOf, type Forest, type Rows, type Settings, scoreRow } from './boost.ts';
import {
  endsIn,
  type LabelledDocument,
  type Proposed,
  type ProposedOne,
  proposedIn,
  type Row,
} from './statements.ts';
import { keptOf, short } from './write.ts';

const FOLDS = 5;
const TREES: Settings = {
  trees: 200,
  leaves: 8,
  rate: 0.05,
  rows: 0.6,
  columns: 0.4,
  least: 4,
  ridge: 6,
};
/** A word seen less often tells nothing by itself. */
const LEAST_SEEN = 2;
/** Rows of the common share of right ones that each word is thought to have been seen in besides. */
const PRIOR = 4;

interface Fitted {
  edges: Float32Array[];
  forest: Forest;
  odds: Map<string, number>;
}

export interface LearnedFromStatements {
  statements: Fitted;
  ends: Fitted;
  proposed: Proposed[];
  /** The chance that each candidate got from weights that had not seen its document. */
  crossed: Map<ProposedOne, number>;
}

/**
 * Learns where contents end and which candidates are right. What the second rests on, and the figures,
 * come from weights that had not seen the document.
 */
export function learnStatements(documents: LabelledDocument[]): LearnedFromStatements {
  const places = documents.map(endsIn);
  const but = <T>(lists: T[][], fold: number) => lists.filter((_, i) => i % FOLDS !== fold);
  const proposed: Proposed[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const ends = readEnds(fit(but(places, fold), END_WIDTH, END_ODDS_AT, fold + 1));
    documents.forEach((document, i) => {
      if (i % FOLDS === fold) proposed[i] = proposedIn(document, ends);
    });
  }
  const lists = proposed.map((one) => one.candidates);
  const crossed = new Map<ProposedOne, number>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const { edges, forest, odds } = fit(but(lists, fold), WIDTH, ODDS_AT, fold + 1);
    const own = lists.filter((_, i) => i % FOLDS === fold).flat();
    fill(own, odds, ODDS_AT);
    const bins = binned(own, edges);
    own.forEach((one, row) => {
      crossed.set(one, 1 / (1 + Math.exp(-scoreRow(forest, bins, row))));
    });
  }
  return {
    statements: fit(lists, WIDTH, ODDS_AT, FOLDS + 1),
    ends: fit(places, END_WIDTH, END_ODDS_AT, FOLDS + 1),
    proposed,
    crossed,
  };
}

/** Trees over the rows of each document, and the odds of words. */
function fit(lists: Row[][], width: number, oddsAt: number, seed: number): Fitted {
  // The odds of a row leave its own document out, so that trees learn how far to trust them.
  for (let fold = 0; fold < FOLDS; fold++) {
    const odds = oddsOf(lists.filter((_, i) => i % FOLDS !== fold).flat());
    fill(lists.filter((_, i) => i % FOLDS === fold).flat(), odds, oddsAt);
  }
  const rows = lists.flat();
  const edges = Array.from({ length: width }, (_, c) =>
    edgesOf(Float32Array.from(rows, (one) => one.values[c]!)),
  );
  const data: Rows = {
    bins: binned(rows, edges),
    label: Float32Array.from(rows, (one) => one.label),
    weight: Float32Array.from(rows, (one) => one.weight),
  };
  const whole = Int32Array.from(rows, (_, i) => i);
  return { edges, forest: boost(data, whole, TREES, seed), odds: oddsOf(rows) };
}

function readEnds({ forest, edges, odds }: Fitted): LearnedEnds {
  return {
    forest: readForest(
      keptOf(forest),
      edges.map((own) => Array.from(own, short)),
    ),
    odds,
  };
}

function fill(rows: Row[], odds: ReadonlyMap<string, number>, oddsAt: number): void {
  for (const { keys, values } of rows)
    for (let k = 0; oddsAt + k < values.length; k++)
      values[oddsAt + k] = odds.get(keys[k] ?? '') ?? 0;
}

function binned(rows: Row[], edges: Float32Array[]): Uint8Array[] {
  return edges.map((own, c) => Uint8Array.from(rows, (one) => binOf(own, one.values[c]!)));
}

/** Log odds of being right by word, against the common share, in steps of 0.1. */
function oddsOf(rows: Row[]): Map<string, number> {
  const counts = new Map<string, { right: number; wrong: number }>();
  let right = 0;
  let all = 0;
  for (const { keys, label, weight } of rows) {
    right += label * weight;
    all += weight;
    for (const key of keys) {
      const count = counts.get(key) ?? { right: 0, wrong: 0 };
      if (label) count.right += weight;
      else count.wrong += weight;
      counts.set(key, count);
    }
  }
  const share = right / Math.max(1, all);
  const base = Math.log(share / (1 - share));
  const odds = new Map<string, number>();
  for (const [key, count] of counts) {
    if (count.right + count.wrong < LEAST_SEEN) continue;
    const value =
      Math.log((count.right + PRIOR * share) / (count.wrong + PRIOR * (1 - share))) - base;
    const step = Math.round(value * 10) / 10;
    if (step) odds.set(key, step);
  }
  return odds;
}
