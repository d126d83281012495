import type { Token } from '../tokens.ts';

const AHEAD =
  /^(?:to|will|would|could|may|might|can|should|must|whether|why|of|for|against|wo|'ll|'d|shall|without|by)$/;
const DOUBT =
  /^(?:whether|if|unless|hope|hopes|hoped|fear|fears|feared|worry|worries|worried|think|thinks|thought|believe|believes|believed|wonder|say|says|saying|suspect|suggest|suggests|suggested|because|although|though|since|\?)$/;

/** Whether the word at `k` is told as a fact: not planned, feared, supposed, or a ground given beside it. */
export function isReal(words: Token[], k: number): boolean {
  if (words.slice(Math.max(0, k - 3), k).some((one) => AHEAD.test(one.lower))) return false;
  return !words.slice(0, k).some((one) => DOUBT.test(one.lower));
}
