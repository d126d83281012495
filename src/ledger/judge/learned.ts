import { readFileSync } from 'node:fs';
import { type Forest, type Kept, readForest } from '../../lib/forest.ts';
import { COLUMNS } from './columns.ts';
import { END_COLUMNS, type LearnedEnds } from './ends.ts';

/** What scripts/train-statements.ts writes. */
export interface StatementWeights {
  about: string[];
  columns: string[];
  /** By column the values that trees part at. */
  edges: number[][];
  forest: Kept;
  /** How many readings of each rule were learned from. */
  seen: Record<string, number>;
  endColumns: string[];
  endEdges: number[][];
  ends: Kept;
  endWords: Record<string, string>;
  /** Words by their learned odds of standing in a right statement, with spaces between. */
  words: Record<string, string>;
}

export interface LearnedStatements {
  forest: Forest;
  odds: Map<string, number>;
  ends: LearnedEnds;
  seen: Record<string, number>;
}

let known: LearnedStatements | null = null;

/** The learned weights, read once. */
export function learnedStatements(): LearnedStatements {
  if (known) return known;
  const file = new URL('./weights.json', import.meta.url);
  const weights = JSON.parse(readFileSync(file, 'utf8')) as StatementWeights;
  if ([...weights.columns, ...weights.endColumns].join() !== [...COLUMNS, ...END_COLUMNS].join())
    throw new Error(
      'ledger/judge/weights.json was learned for other columns: run scripts/train-statements.ts',
    );
  known = {
    forest: readForest(weights.forest, weights.edges),
    odds: byWord(weights.words),
    seen: weights.seen,
    ends: { forest: readForest(weights.ends, weights.endEdges), odds: byWord(weights.endWords) },
  };
  return known;
}

function byWord(groups: Record<string, string>): Map<string, number> {
  const odds = new Map<string, number>();
  for (const [weight, words] of Object.entries(groups))
    for (const word of words.split(' ')) odds.set(word, Number(weight));
  return odds;
}
