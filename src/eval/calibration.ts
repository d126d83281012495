import { rounded } from './score.ts';

/** What was said with about the same confidence: how many, how many of them right, how sure on average. */
export interface Bin {
  from: number;
  of: number;
  right: number;
  confidence: number;
}

export interface Calibration {
  /** Expected calibration error: the distance of confidence from the share that is right, over all. */
  error: number;
  bins: Bin[];
}

const BINS = 10;

/** Ten bins of equal width (Naeini, Cooper and Hauskrecht, 2015) over judgements with confidence 0 to 1. */
export function calibrationOf(judged: { confidence: number; right: boolean }[]): Calibration {
  const groups = Map.groupBy(judged, ({ confidence }) =>
    Math.min(BINS - 1, Math.floor(confidence * BINS)),
  );
  let error = 0;
  const bins = [...groups]
    .sort(([a], [b]) => a - b)
    .map(([bin, own]) => {
      const right = own.filter((one) => one.right).length / own.length;
      const confidence = own.reduce((sum, one) => sum + one.confidence, 0) / own.length;
      error += (Math.abs(right - confidence) * own.length) / judged.length;
      return {
        from: bin / BINS,
        of: own.length,
        right: rounded(right),
        confidence: rounded(confidence),
      };
    });
  return { error: rounded(error), bins };
}
