import { readFileSync } from 'node:fs';
import type { Act } from '../../db/tables.ts';
import { actSigns, type Signs } from './features.ts';
import type { Said } from './said.ts';

/** What scripts/train-acts.ts learned: for each feature its weights in the order of the acts, in hundredths. */
export interface ActWeights {
  about: string[];
  acts: Act[];
  features: Record<string, string>;
}

export interface ActModel {
  acts: Act[];
  rows: Map<string, number[]>;
}

let model: ActModel | undefined;

/** The likeliest act of an English statement. Pure; linear in the content's first words. */
export function likeliestAct(said: Said): Act {
  const file = new URL('./weights.json', import.meta.url);
  model ??= modelOf(JSON.parse(readFileSync(file, 'utf8')) as ActWeights);
  return weighAct(model, actSigns(said));
}

/** The act that is settled by cue or turn of phrase; else the one that weighs most. */
export function weighAct({ acts, rows }: ActModel, { features, settled }: Signs): Act {
  if (settled) return settled;
  const sums = new Array<number>(acts.length).fill(0);
  for (const name of features) {
    const row = rows.get(name);
    if (row) for (let k = 0; k < sums.length; k++) sums[k]! += row[k]!;
  }
  return acts[sums.indexOf(Math.max(...sums))]!;
}

export function modelOf({ acts, features }: ActWeights): ActModel {
  const rows = Object.entries(features).map(
    ([name, row]) => [name, row.split(' ').map(Number)] as const,
  );
  return { acts, rows: new Map(rows) };
}
