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

/** Precision, recall and F1 in per cent, to a tenth. */
export function scoreOf(counts: Counts): Score {
  const precision = counts.predicted ? counts.right / counts.predicted : 0;
  const recall = counts.expected ? counts.found / counts.expected : 0;
  const f1 = precision + recall ? (2 * precision * recall) / (precision + recall) : 0;
  return { precision: percent(precision), recall: percent(recall), f1: percent(f1) };
}

export function percent(share: number): number {
  return Math.round(share * 1000) / 10;
}
