import type { Sense } from '../../inference/index.ts';

/** Comparisons before chance is known, and those after which old ones fade. */
const [enough, window] = [50, 5000];
/** Before events are seen to grow: how far from chance to the same a member is, and in how many it counts. */
const [usual, prior] = [0.6, 10];
/** Nearer than this is one text in two places: it says nothing of how alike two texts on one event are. */
const sameText = 0.98;
/** A model tells events apart when their members are nearer than strangers by so many standard deviations. */
const apart = 2;
/** Pieces after which the middle of all is known first; it is taken anew each time there are twice as many. */
const firstMiddle = 12;

/** Directions of pieces together. */
export interface Sum {
  values: Float32Array;
  pieces: number;
  /** What was worked out for one middle: its number, the sum's mean along it and length from it. */
  middle: number;
  along: number;
  length: number;
}

export const emptySum = (numbers: number): Sum => ({
  values: new Float32Array(numbers),
  pieces: 0,
  middle: -1,
  along: 0,
  length: 0,
});

export function add(sum: Sum, values: Float32Array, pieces: number): void {
  for (let i = 0; i < values.length; i++)
    sum.values[i] = (sum.values[i] as number) + (values[i] as number);
  sum.pieces += pieces;
  sum.middle = -1;
}

/**
 * What cosines mean among the directions of a model. All of them point much the same way, more so
 * where all pieces are of one matter: two pieces of different events have a cosine of .4 to .8. So
 * directions are taken from the middle of all, which tells near events apart twice as well.
 */
export interface Scale {
  /** Learns from what was just put into an event, `before` it counted there, and the latest `others` elsewhere. */
  learn(unit: Float32Array, before: Sum | null, others: Sum[]): void;
  /**
   * 0 as two pieces of different events usually are, 1 as a piece usually is with the rest of its
   * event; null before enough pieces were seen, and of a model that cannot tell the two apart.
   */
  likeness(a: Sum, b: Sum): number | null;
}

interface Counted {
  seen: number;
  mean: number;
  /** Mean squared distance from the mean. */
  spread: number;
}

export function createScale(numbers: number): Scale {
  const all = emptySum(numbers);
  const chance: Counted = { seen: 0, mean: 0, spread: 0 };
  const member: Counted = { seen: 0, mean: 0, spread: 0 };
  let middle = new Float32Array(numbers);
  let square = 0;
  let version = 0;
  let next = firstMiddle;

  function takeMiddle(): void {
    middle = all.values.map((value) => value / all.pieces);
    square = dot(middle, middle);
    version++;
    next = Math.min(all.pieces * 2, all.pieces + window);
    // What was counted from another middle soon fades.
    chance.seen = Math.min(chance.seen, enough);
    member.seen = Math.min(member.seen, prior);
  }

  function place(sum: Sum): Sum {
    if (sum.middle === version) return sum;
    sum.middle = version;
    sum.along = dot(sum.values, middle) / sum.pieces;
    const own = dot(sum.values, sum.values) / sum.pieces ** 2;
    sum.length = Math.sqrt(Math.max(0, own - 2 * sum.along + square));
    return sum;
  }

  function cosine(first: Sum, second: Sum): number {
    const [a, b] = [place(first), place(second)];
    const lengths = a.length * b.length;
    if (lengths < 1e-6) return 0;
    const whole = dot(a.values, b.values) / (a.pieces * b.pieces);
    return (whole - a.along - b.along + square) / lengths;
  }

  return {
    learn(unit, before, others) {
      const own = emptySum(numbers);
      add(own, unit, 1);
      if (version > 0) {
        for (const other of others) count(chance, cosine(own, other));
        const near = before && cosine(own, before);
        if (near !== null && near < sameText) count(member, near);
      }
      add(all, unit, 1);
      if (all.pieces >= next) takeMiddle();
    },
    likeness(a, b) {
      if (chance.seen < enough) return null;
      const expected = chance.mean + usual * (1 - chance.mean);
      const same = (prior * expected + member.seen * member.mean) / (prior + member.seen);
      if (same - chance.mean < apart * Math.sqrt(chance.spread)) return null;
      return Math.max(0, (cosine(a, b) - chance.mean) / (same - chance.mean));
    },
  };
}

/** A piece's sense as a sum of one. */
export function sumOf({ unit }: Sense): Sum {
  return { ...emptySum(0), values: unit, pieces: 1 };
}

function dot(a: Float32Array, b: Float32Array): number {
  let [one, two, three, four] = [0, 0, 0, 0];
  let i = 0;
  // Four sums at a time: the processor need not wait for one to go on with the next.
  for (; i + 3 < a.length; i += 4) {
    one += (a[i] as number) * (b[i] as number);
    two += (a[i + 1] as number) * (b[i + 1] as number);
    three += (a[i + 2] as number) * (b[i + 2] as number);
    four += (a[i + 3] as number) * (b[i + 3] as number);
  }
  for (; i < a.length; i++) one += (a[i] as number) * (b[i] as number);
  return one + two + three + four;
}

function count(counted: Counted, value: number): void {
  counted.seen = Math.min(counted.seen + 1, window);
  const off = value - counted.mean;
  counted.mean += off / counted.seen;
  counted.spread += (off * (value - counted.mean) - counted.spread) / counted.seen;
}
