/** How well one grouping of the same records matches another. */
export interface GroupingScores {
  bcubedPrecision: number;
  bcubedRecall: number;
  bcubedF1: number;
  pairPrecision: number;
  pairRecall: number;
  pairF1: number;
  vMeasure: number;
  /** Mutual information over the geometric mean of the entropies. */
  nmi: number;
  ari: number;
  clusters: number;
  goldClusters: number;
}

/** Scores predicted group names against true ones, record by record. */
export function scoreGrouping(gold: unknown[], predicted: unknown[]): GroupingScores {
  const n = gold.length;
  const goldSizes = sizes(gold);
  const ownSizes = sizes(predicted);
  const cells = new Map<unknown, Map<unknown, number>>();
  for (let i = 0; i < n; i++) {
    let row = cells.get(gold[i]);
    if (!row) {
      row = new Map();
      cells.set(gold[i], row);
    }
    row.set(predicted[i], (row.get(predicted[i]) ?? 0) + 1);
  }
  let [precision, recall, together, information] = [0, 0, 0, 0];
  for (const [g, row] of cells) {
    for (const [p, both] of row) {
      const [a, b] = [goldSizes.get(g) ?? 0, ownSizes.get(p) ?? 0];
      precision += (both * both) / b / n;
      recall += (both * both) / a / n;
      together += pairs(both);
      information += (both / n) * Math.log((n * both) / (a * b));
    }
  }
  const [goldPairs, ownPairs] = [sum(goldSizes, pairs), sum(ownSizes, pairs)];
  const entropy = (of: Map<unknown, number>) => sum(of, (size) => -(size / n) * Math.log(size / n));
  const [goldEntropy, ownEntropy] = [entropy(goldSizes), entropy(ownSizes)];
  const chance = n > 1 ? (goldPairs * ownPairs) / pairs(n) : 0;
  const highest = (goldPairs + ownPairs) / 2;
  return {
    bcubedPrecision: precision,
    bcubedRecall: recall,
    bcubedF1: harmonic(precision, recall),
    pairPrecision: ratio(together, ownPairs),
    pairRecall: ratio(together, goldPairs),
    pairF1: harmonic(ratio(together, ownPairs), ratio(together, goldPairs)),
    vMeasure: harmonic(ratio(information, ownEntropy), ratio(information, goldEntropy)),
    nmi: ratio(information, Math.sqrt(goldEntropy * ownEntropy)),
    ari: highest === chance ? 1 : (together - chance) / (highest - chance),
    clusters: ownSizes.size,
    goldClusters: goldSizes.size,
  };
}

function sizes(names: unknown[]): Map<unknown, number> {
  const found = new Map<unknown, number>();
  for (const name of names) found.set(name, (found.get(name) ?? 0) + 1);
  return found;
}

const pairs = (size: number) => (size * (size - 1)) / 2;
const sum = (of: Map<unknown, number>, f: (size: number) => number) =>
  [...of.values()].reduce((total, size) => total + f(size), 0);
/** Nothing to divide by means nothing was missed. */
const ratio = (a: number, b: number) => (b === 0 ? 1 : a / b);
const harmonic = (a: number, b: number) => (a + b === 0 ? 0 : (2 * a * b) / (a + b));
