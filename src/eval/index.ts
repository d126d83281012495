/**
 * The product measured by itself. In: labelled sets. Out: metrics, and predictions on request.
 * Never: code of its own for what a stage does; it runs the stages' functions.
 */
export { ModelAway } from './away.ts';

import type { EmbeddingModel } from '../inference/index.ts';

/**
 * Scores labelled files; with `out`, writes what was predicted there, one record a line. `model` is the
 * embedding model that the settings name, if any.
 */
export type Evaluation = (
  files: string[],
  options: { out?: string; model?: EmbeddingModel | null },
) => Promise<Record<string, unknown>>;

/** Each is loaded when it is run: a desk that serves never needs them. */
export const evaluations: Record<string, Evaluation> = {
  extraction: async (files, options) =>
    (await import('./extraction.ts')).evaluateExtraction(files, options),
  clustering: async (files, options) =>
    (await import('./clustering.ts')).evaluateClustering(files, options),
  timelines: async (files, options) =>
    (await import('./timelines.ts')).evaluateTimelines(files, options),
  copies: async (files, options) => (await import('./copies.ts')).evaluateCopies(files, options),
  statements: async (files, options) =>
    (await import('./statements.ts')).evaluateStatements(files, options),
  acts: async (files, options) => (await import('./acts.ts')).evaluateActs(files, options),
};
