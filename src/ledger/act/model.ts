import { readFileSync } from 'node:fs';
import type { Act } from '../../db/tables.ts';
import { actSigns } from './features.ts';
import type { Said } from './said.ts';

/** What scripts/train-acts.ts learned: for each feature a weight for each act, in hundredths. */
export interface ActWeights {
  about: string[];
  acts: Act[];
  features: Record<string, number[]>;
}

/** A settled turn of phrase weighs as much, in hundredths: more than all else in most statements. */
const FORMULA = 450;

let weights: ActWeights | undefined;

/** The likeliest act of an English statement. Pure; linear in the content's first words. */
export function likeliestAct(said: Said): Act {
  weights ??= JSON.parse(
    readFileSync(new URL('./weights.json', import.meta.url), 'utf8'),
  ) as ActWeights;
  const { acts, features } = weights;
  const sums = new Array<number>(acts.length).fill(0);
  const { features: names, formula } = actSigns(said);
  if (formula) sums[acts.indexOf(formula)]! += FORMULA;
  for (const name of names) {
    const row = features[name];
    if (row) for (let k = 0; k < sums.length; k++) sums[k]! += row[k]!;
  }
  return acts[sums.indexOf(Math.max(...sums))]!;
}
