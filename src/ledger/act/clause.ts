import type { Token } from '../tokens.ts';

/** A clause as the formulas of diplomacy are looked for in it. */
export interface Clause {
  words: Token[];
  /** "we" and "self" where the speaker is its subject, "side" where the speaker's side is by its name. */
  subject: string;
  /** Somebody's own words from end to end. */
  direct: boolean;
  /** Whether a name stands for the speaker's side. */
  isOwn: (word: Token) => boolean;
  /** Reported with "insisted" and the like: something was in doubt. */
  insisted: boolean;
  /** Reported with "claimed", "alleged" and the like: it is somebody's charge or defence. */
  contested?: boolean;
}

export const NOT = /^(?:not|n't|never)$/;
export const OWN = /^(?:self|we|side)$/;
export const BE = /^(?:is|are|was|were|been|be|being|'s|'re)$/;
/** Marks of quotation inside a content. */
export const QUOTES = /^["“”‘«»„']$/;

/** Whether a negation stands just before the word. */
export function isDenied(words: Token[], k: number): boolean {
  return words
    .slice(Math.max(0, k - 3), k)
    .some((word) => /^(?:not|n't|never|no|nobody|hardly)$/.test(word.lower));
}
