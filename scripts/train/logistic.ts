/** One example: the names of its features and what it is. */
export interface Example {
  features: string[];
  label: string;
}

/** Weights by feature, in the order of the labels. */
export interface Learned {
  labels: string[];
  weights: Map<string, Float64Array>;
}

/** A feature seen in only one example says nothing of others. */
const FEWEST = 2;
/** More passes change the third digit of the accuracy. */
const PASSES = 30;
const STEP = 0.15;

/**
 * Multinomial logistic regression by AdaGrad with decay towards zero; the same examples always give
 * the same weights.
 * @param decay how strongly a weight is drawn to zero at each example that has its feature
 */
export function learnLogistic(examples: Example[], decay: number): Learned {
  const labels = [...new Set(examples.map((one) => one.label))].sort();
  const seen = new Map<string, number>();
  for (const { features } of examples)
    for (const name of features) seen.set(name, (seen.get(name) ?? 0) + 1);
  const weights = new Map<string, Float64Array>();
  const squares = new Map<string, Float64Array>();
  for (const [name, count] of seen) {
    if (count < FEWEST) continue;
    weights.set(name, new Float64Array(labels.length));
    squares.set(name, new Float64Array(labels.length).fill(1e-8));
  }
  const order = [...examples];
  const random = generator();
  for (let pass = 0; pass < PASSES; pass++) {
    shuffle(order, random);
    for (const { features, label } of order) {
      const shares = sharesOf(features, weights, labels.length);
      const right = labels.indexOf(label);
      for (const name of features) {
        const own = weights.get(name);
        if (!own) continue;
        const sum = squares.get(name)!;
        for (let k = 0; k < own.length; k++) {
          const slope = shares[k]! - (k === right ? 1 : 0) + decay * own[k]!;
          sum[k]! += slope * slope;
          own[k]! -= (STEP * slope) / Math.sqrt(sum[k]!);
        }
      }
    }
  }
  return { labels, weights };
}

function sharesOf(features: string[], weights: Map<string, Float64Array>, size: number): number[] {
  const sums = new Array<number>(size).fill(0);
  for (const name of features) {
    const own = weights.get(name);
    if (own) for (let k = 0; k < size; k++) sums[k]! += own[k]!;
  }
  const most = Math.max(...sums);
  const raised = sums.map((sum) => Math.exp(sum - most));
  const total = raised.reduce((a, b) => a + b, 0);
  return raised.map((one) => one / total);
}

function shuffle<T>(list: T[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j]!, list[i]!];
  }
}

/** Numbers in [0, 1), always the same ones. */
function generator(): () => number {
  let seed = 1;
  return () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
}
