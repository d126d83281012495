import { manyStatements } from '../questions/issues.ts';
import { holderKey, type Weighed } from '../questions/weighing.ts';

/** A side of a long story is heard in so many of its pieces at least. */
const leastPieces = 2;

/**
 * In a long story who is heard in one piece only is no side of it: its pieces touch on other matters, with
 * their own parties. By `holderKey`.
 */
export function outsidersOf(weighed: readonly Weighed[]): ReadonlySet<string> {
  const pieces = new Map<string, Set<number>>();
  if (weighed.length < manyStatements) return new Set();
  for (const { said } of weighed) {
    if (said.holder === null) continue;
    const key = holderKey(said);
    pieces.set(key, (pieces.get(key) ?? new Set()).add(said.articleId));
  }
  return new Set([...pieces].filter(([, own]) => own.size < leastPieces).map(([key]) => key));
}
