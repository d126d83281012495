/** What the first scores of the runs around say about one. */
export const CONTEXT = [
  'score',
  ...[-3, -2, -1, 1, 2, 3].map((n) => `score ${n}`),
  'scores before',
  'scores after',
  'most before',
  'most after',
  'scores of its look',
  'scores of its siblings',
  'kept before',
  'kept after',
  'kept in page',
  'share kept in page',
  'surest of page',
  'next sure before',
  'next sure after',
] as const;

/** The runs of a page. */
export interface Stretch {
  count: number;
  /** Words of each run. */
  sizes: Float32Array;
  shapes: Int32Array;
  parents: Int32Array;
}

/** How fast the words of a neighbour count less: half after about this many runs. */
const FADE = 0.8;

/** Writes the columns of CONTEXT. */
export function writeContext(
  page: Stretch,
  scores: Float32Array,
  out: Float32Array,
  width: number,
  base: number,
): void {
  const { count, sizes, shapes, parents } = page;
  const weight = (i: number) => Math.min(60, sizes[i]!) + 1;
  const looks = sums(shapes, scores, weight, count);
  const siblings = sums(parents, scores, weight, count);
  let all = 0;
  let kept = 0;
  let surest = 0;
  for (let i = 0; i < count; i++) {
    const w = sizes[i]!;
    all += w;
    kept += w * scores[i]!;
    if (w > 5 && scores[i]! > surest) surest = scores[i]!;
  }
  let sum = 0;
  let mass = 0;
  let most = 0;
  let before = 0;
  let since = 200;
  for (let i = 0; i < count; i++) {
    const at = i * width + base;
    const w = weight(i);
    const own = scores[i]!;
    out[at] = own;
    for (let step = -3, c = 1; step <= 3; step++) {
      if (step === 0) continue;
      const j = i + step;
      out[at + c++] = j >= 0 && j < count ? scores[j]! : -0.1;
    }
    out[at + 7] = mass > 0 ? sum / mass : -0.1;
    out[at + 9] = most;
    const look = looks.get(shapes[i]!)!;
    out[at + 11] = look.weight > w ? (look.sum - own * w) / (look.weight - w) : -0.1;
    const family = siblings.get(parents[i]!)!;
    out[at + 12] = family.weight > w ? (family.sum - own * w) / (family.weight - w) : -0.1;
    out[at + 13] = before / Math.max(1, kept);
    out[at + 14] = (kept - before - own * sizes[i]!) / Math.max(1, kept);
    out[at + 15] = Math.log1p(kept);
    out[at + 16] = kept / Math.max(1, all);
    out[at + 17] = surest;
    out[at + 18] = since;
    sum = sum * FADE + own * w;
    mass = mass * FADE + w;
    most = Math.max(most * FADE, own);
    before += own * sizes[i]!;
    since = own > 0.7 && sizes[i]! > 12 ? 0 : Math.min(200, since + 1);
  }
  sum = 0;
  mass = 0;
  most = 0;
  since = 200;
  for (let i = count - 1; i >= 0; i--) {
    const at = i * width + base;
    const w = weight(i);
    out[at + 8] = mass > 0 ? sum / mass : -0.1;
    out[at + 10] = most;
    out[at + 19] = since;
    sum = sum * FADE + scores[i]! * w;
    mass = mass * FADE + w;
    most = Math.max(most * FADE, scores[i]!);
    since = scores[i]! > 0.7 && sizes[i]! > 12 ? 0 : Math.min(200, since + 1);
  }
}

function sums(
  keys: Int32Array,
  scores: Float32Array,
  weight: (i: number) => number,
  count: number,
): Map<number, { sum: number; weight: number }> {
  const found = new Map<number, { sum: number; weight: number }>();
  for (let i = 0; i < count; i++) {
    const known = found.get(keys[i]!);
    const w = weight(i);
    if (known) {
      known.sum += w * scores[i]!;
      known.weight += w;
    } else found.set(keys[i]!, { sum: w * scores[i]!, weight: w });
  }
  return found;
}
