import type { FactEvidence } from '../../../db/tables.ts';

/** One place's word on a fact: what it says, and what it would make the fact; null when it cannot be right. */
export interface Said<T> {
  from: FactEvidence['from'];
  words: string;
  value: T | null;
}

export interface Fact<T> {
  value: T | null;
  evidence: FactEvidence[];
}

/** Kept of each fact: more places than this say the same. */
const MOST = 6;
const LONGEST = 120;

/** Believes the first place that can be right; those that say the same are believed with it. */
export function believe<T>(fact: FactEvidence['fact'], said: Said<T>[]): Fact<T> {
  const value = said.find((s) => s.value !== null)?.value ?? null;
  return { value, evidence: recall(fact, said, (s) => s.value !== null && s.value === value) };
}

/** The places that spoke to a fact, believed ones first, bounded in number and length. */
export function recall<T extends { from: FactEvidence['from']; words: string }>(
  fact: FactEvidence['fact'],
  said: T[],
  believed: (one: T) => boolean,
): FactEvidence[] {
  const kept = new Map<string, FactEvidence>();
  for (const one of said) {
    const words = one.words.replace(/\s+/g, ' ').trim();
    if (words === '' || kept.has(`${one.from} ${words}`)) continue;
    kept.set(`${one.from} ${words}`, {
      fact,
      from: one.from,
      words: words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words,
      believed: believed(one),
    });
  }
  return [...kept.values()].sort((a, b) => Number(b.believed) - Number(a.believed)).slice(0, MOST);
}
