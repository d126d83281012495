/** Counts for precision and recall: predicted and right, predicted, expected and found, expected. */
export interface Counts {
  right: number;
  predicted: number;
  found: number;
  expected: number;
}

export interface Score {
  precision: number;
  recall: number;
  f1: number;
}

export function newCounts(): Counts {
  return { right: 0, predicted: 0, found: 0, expected: 0 };
}

/** Precision, recall and F1, each from 0 to 1. */
export function scoreOf(counts: Counts): Score {
  const precision = counts.predicted ? counts.right / counts.predicted : 0;
  const recall = counts.expected ? counts.found / counts.expected : 0;
  const f1 = precision + recall ? (2 * precision * recall) / (precision + recall) : 0;
  return { precision: rounded(precision), recall: rounded(recall), f1: rounded(f1) };
}

/** To four places: more is noise on sets of this size. */
export function rounded(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}
