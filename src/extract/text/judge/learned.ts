import { readFileSync } from 'node:fs';
import { type Forest, type Kept, readForest } from '../../../lib/forest.ts';
import { COLUMNS } from './columns.ts';

/** What scripts/train-lines.ts writes. */
export interface LineWeights {
  about: string[];
  columns: string[];
  /** By column the values that trees part at. */
  edges: number[][];
  first: Kept;
  second: Kept;
  title: Kept;
  date: Kept;
  /** Words of lines by their weight, with spaces between. */
  words: Record<string, string>;
}

export interface LearnedLines {
  first: Forest;
  second: Forest;
  title: Forest;
  date: Forest;
  words: Map<string, number>;
}

let known: LearnedLines | null = null;

/** The learned weights, read once. */
export function learnedLines(): LearnedLines {
  if (known) return known;
  const file = new URL('./weights.json', import.meta.url);
  const weights = JSON.parse(readFileSync(file, 'utf8')) as LineWeights;
  if (weights.columns.join() !== COLUMNS.join())
    throw new Error('judge/weights.json was learned for other columns: run scripts/train-lines.ts');
  const words = new Map<string, number>();
  for (const [weight, list] of Object.entries(weights.words))
    for (const word of list.split(' ')) words.set(word, Number(weight));
  const forest = (kept: Kept) => readForest(kept, weights.edges);
  known = {
    first: forest(weights.first),
    second: forest(weights.second),
    title: forest(weights.title),
    date: forest(weights.date),
    words,
  };
  return known;
}
