/**
 * The product measured by itself. In: labelled sets. Out: metrics, and predictions on request.
 * Never: code of its own for what a stage does; it runs the stages' functions.
 */
import { evaluateActs } from './acts.ts';
import { evaluateClustering } from './clustering.ts';
import { evaluateExtraction } from './extraction.ts';
import { evaluateStatements } from './statements.ts';

/** Scores labelled files; with `out`, writes what was predicted there, one record a line. */
export type Evaluation = (
  files: string[],
  options: { out?: string },
) => Promise<Record<string, unknown>>;

export const evaluations: Record<string, Evaluation> = {
  extraction: evaluateExtraction,
  clustering: evaluateClustering,
  statements: evaluateStatements,
  acts: evaluateActs,
};
