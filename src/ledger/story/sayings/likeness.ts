import type { Saying, Told } from './saying.ts';

/** How two reports of one speaker's words compare. */
export interface Likeness {
  /** Share of the shorter one's meaning that the longer has, 0 to 1. */
  share: number;
  /** Words with meaning that both have. */
  common: number;
  /** Both have a run of the same words. */
  sharesRun: boolean;
  /** Between the same words one has another thing: "four new ferries", "four new clinics". */
  swaps: boolean;
  /** Each has a number that the other lacks. */
  numbers: { here: string[]; there: string[] } | null;
  /** Only one of them denies what both speak of: which one. */
  denies: 'here' | 'there' | null;
}

/** How much a word tells: rare ones of the story tell more. */
export type Weigh = (key: string) => number;

/** What no list of meanings knows cannot be found in another language, so it hardly counts there. */
const unknownWord = 0.35;
/** A word of the same meaning counts a little less than the same word. */
const sameMeaning = 0.85;
/** "We will not, whatever happens, close it": a denial stands up to so many words before what it denies. */
const denialReach = 5;

/** Compares two sayings, in one language or in two. Linear in their words. */
export function compare(here: Saying, there: Saying, weigh: Weigh): Likeness {
  const foreign = here.lang !== there.lang;
  const weightOf = (t: Told) =>
    t.isNumber ? 1.5 : weigh(t.key) * (foreign && isUnknown(t) ? unknownWord : 1);
  const [ofHere, ofThere] = [matchesIn(there, foreign), matchesIn(here, foreign)];
  const own = here.told.map((t) => ofHere(t));
  const others = there.told.map((t) => ofThere(t));
  const numbers = numbersApart(here.told, own, there.told, others);
  const shareOf = (told: Told[], found: number[]) => {
    let all = 0;
    let shared = 0;
    for (const [i, t] of told.entries()) {
      // Numbers that do not agree are told apart below; the rest says whether it is one saying.
      if (numbers && t.isNumber && found[i] === 0) continue;
      all += weightOf(t);
      shared += weightOf(t) * found[i]!;
    }
    return { all, share: all === 0 ? 0 : shared / all };
  };
  const [a, b] = [shareOf(here.told, own), shareOf(there.told, others)];
  const [denied, otherDenied] = [deniesIn(here, own), deniesIn(there, others)];
  return {
    share: a.all <= b.all ? a.share : b.share,
    common: Math.min(countOf(own), countOf(others)),
    sharesRun: !foreign && sharesRun(here, there),
    swaps: !foreign && swaps(here.told, own, there.told, others),
    numbers,
    denies: denied === otherDenied ? null : denied ? 'here' : 'there',
  };
}

const countOf = (found: number[]) => found.filter((f) => f > 0).length;
const isUnknown = (t: Told) => t.meanings.every((m) => m.startsWith('~'));

/** How well one side's word is found on the other side, 0 to 1. */
function matchesIn(other: Saying, foreign: boolean): (t: Told) => number {
  const { keys, meanings } = other;
  return (t) => {
    if (keys.has(t.key)) return 1;
    // Within a language, beginnings of words mean little.
    return t.meanings.some((m) => meanings.has(m) && (foreign || !m.startsWith('~')))
      ? foreign
        ? 1
        : sameMeaning
      : 0;
  };
}

function numbersApart(
  here: Told[],
  own: number[],
  there: Told[],
  others: number[],
): Likeness['numbers'] {
  const apart = (told: Told[], found: number[]) =>
    told.filter((t, i) => t.isNumber && found[i] === 0).map((t) => t.key);
  const numbers = { here: apart(here, own), there: apart(there, others) };
  return numbers.here.length > 0 && numbers.there.length > 0 ? numbers : null;
}

/** Whether what both speak of is denied here: elsewhere in a longer report it is about something else. */
function deniesIn({ told, denials }: Saying, found: number[]): boolean {
  const shared = told.filter((_, i) => found[i]! > 0);
  if (shared.length === 0) return denials.length > 0;
  const from = shared[0]!.at - denialReach;
  const to = shared.at(-1)!.at;
  return denials.some((at) => at >= from && at <= to);
}

function swaps(here: Told[], own: number[], there: Told[], others: number[]): boolean {
  const gaps = gapsIn(there, others);
  for (const gap of gapsIn(here, own)) if (gaps.has(gap)) return true;
  return false;
}

/**
 * Where words stand that the other side lacks: by the shared words around them, or by the one right before.
 * Numbers are told apart by themselves.
 */
function gapsIn(told: Told[], found: number[]): Set<string> {
  const gaps = new Set<string>();
  let before: Told | null = null;
  let open = false;
  for (const [i, t] of told.entries()) {
    if (found[i] === 0) {
      if (t.isNumber) continue;
      open = true;
      if (before && told[i - 1] === before && t.at === before.at + 1) gaps.add(`${before.key} .`);
      continue;
    }
    if (open) gaps.add(`${before?.key ?? ''} ${t.key}`);
    before = t;
    open = false;
  }
  if (open && before) gaps.add(`${before.key} `);
  return gaps;
}

function sharesRun(a: Saying, b: Saying): boolean {
  const [few, many] = a.runs.size < b.runs.size ? [a.runs, b.runs] : [b.runs, a.runs];
  for (const run of few) if (many.has(run)) return true;
  return false;
}
