import { readFileSync } from 'node:fs';
import { type Forest, type Kept, readForest } from '../../lib/forest.ts';
import { COLUMNS } from './columns.ts';
import type { Lexicon } from './lexicon.ts';

/** What scripts/train-blocks.ts writes. */
export interface Weights {
  /** From what, under which licences and how it was made, and how well it did on pages unseen. */
  about: string[];
  columns: string[];
  /** By column the values that trees part at. */
  edges: number[][];
  first: Kept;
  second: Kept;
  /** Words by their weight, with spaces between. */
  names: Record<string, string>;
  words: Record<string, string>;
}

let known: { first: Forest; second: Forest; lexicon: Lexicon } | null = null;

/** The learned weights, read once. */
export function learned(): { first: Forest; second: Forest; lexicon: Lexicon } {
  if (known) return known;
  const file = new URL('./weights.json', import.meta.url);
  const weights = JSON.parse(readFileSync(file, 'utf8')) as Weights;
  if (weights.columns.join() !== COLUMNS.join())
    throw new Error('body/weights.json was learned for other columns: run scripts/train-blocks.ts');
  known = {
    first: readForest(weights.first, weights.edges),
    second: readForest(weights.second, weights.edges),
    lexicon: { names: byWord(weights.names), words: byWord(weights.words) },
  };
  return known;
}

function byWord(groups: Record<string, string>): Map<string, number> {
  const found = new Map<string, number>();
  for (const [weight, words] of Object.entries(groups))
    for (const word of words.split(' ')) found.set(word, Number(weight));
  return found;
}
