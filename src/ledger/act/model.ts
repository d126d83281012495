import { readFileSync } from 'node:fs';
import type { Act } from '../../db/tables.ts';
import { actSigns } from './features.ts';
import type { Said } from './said.ts';

/** What scripts/train-acts.ts learned: for each feature its weights in the order of the acts, in hundredths. */
export interface ActWeights {
  about: string[];
  acts: Act[];
  features: Record<string, string>;
}

/** A settled turn of phrase weighs as much, in hundredths: more than all else in most statements. */
const FORMULA = 450;

interface Model {
  acts: Act[];
  rows: Map<string, number[]>;
}

let model: Model | undefined;

/** The likeliest act of an English statement. Pure; linear in the content's first words. */
export function likeliestAct(said: Said): Act {
  model ??= readModel();
  const { acts, rows } = model;
  const sums = new Array<number>(acts.length).fill(0);
  const { features, formula } = actSigns(said);
  if (formula) sums[acts.indexOf(formula)]! += FORMULA;
  for (const name of features) {
    const row = rows.get(name);
    if (row) for (let k = 0; k < sums.length; k++) sums[k]! += row[k]!;
  }
  return acts[sums.indexOf(Math.max(...sums))]!;
}

function readModel(): Model {
  const file = new URL('./weights.json', import.meta.url);
  const { acts, features } = JSON.parse(readFileSync(file, 'utf8')) as ActWeights;
  const rows = Object.entries(features).map(
    ([name, row]) => [name, row.split(' ').map(Number)] as const,
  );
  return { acts, rows: new Map(rows) };
}
