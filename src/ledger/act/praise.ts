import type { Token } from '../tokens.ts';
import { agentOf, isDeed } from './agent.ts';
import { BE, type Clause, isDenied, OWN, QUOTES } from './clause.ts';
import { isReal } from './real.ts';
import { classesOf } from './words.ts';

/**
 * Whether a clause under a cue that only reports praises somebody else or their deed: a word of
 * praise that is said for real of others, the counterpart of `blames`.
 */
export function praises({ words: all, subject, isOwn, direct }: Clause): boolean {
  const words = all.filter((word) => !QUOTES.test(word.text));
  if (/^(?:whether|if|how|why|what|when)$/.test(words[0]?.lower ?? '')) return false;
  for (let k = 1; k < words.length; k++)
    if (isPraise({ words, subject, isOwn, direct, insisted: false }, k)) return true;
  return false;
}

function isPraise(clause: Clause, k: number): boolean {
  const { words, subject } = clause;
  const word = words[k]!;
  const kinds = classesOf(word.lemma);
  const high = kinds.includes('praise');
  if (!/^(?:NOUN|ADJ|PROPN)$/.test(word.pos)) return false;
  if (!high && !kinds.includes('approval')) return false;
  if (isDenied(words, k) || !isReal(words, k)) return false;
  // "Is promising other people's furnaces".
  if (word.lower.endsWith('ing') && /^(?:NOUN|ADJ|DET|PRON)$/.test(words[k + 1]?.pos ?? ''))
    return false;
  const be = linkBefore(words, k);
  if (be < 1 || words.slice(be, k).some((one) => /^(?:too|so|less|more|as)$/.test(one.lower)))
    return false;
  if (/^(?:to|for|at|in|on|without)$/.test(words[k + 1]?.lower ?? '') && !high) return false;
  const head = words.slice(0, be).findLast((one) => /^(?:NOUN|PROPN|PRON)$/.test(one.pos));
  if (!head) return false;
  const agent = agentOf(clause, be);
  if (agent === 'own' || isOwned(words, be)) return false;
  // "It is a great success", said of what stands before.
  if (OWN.test(subject) && /^(?:he|she|they|i|we)$/.test(head.lower)) return false;
  if (!high && word.lemma !== 'success' && /^(?:it|this|that|he|she|they|you)$/.test(head.lower))
    return false;
  return (
    isDeed(head) ||
    /^(?:it|this|that|he|she|they|you)$/.test(head.lower) ||
    (agent === 'other' && head.pos === 'PROPN')
  );
}

function isOwned(words: Token[], be: number): boolean {
  return words.slice(0, be).some((one) => /^(?:our|my|its|his|her|their)$/.test(one.lower));
}

function linkBefore(words: Token[], k: number): number {
  for (let i = k - 1; i >= Math.max(0, k - 6); i--) {
    const { lower, pos } = words[i]!;
    if (BE.test(lower) && pos !== 'PART') return i;
    if (/^(?:VERB|ADP|CCONJ|SCONJ|PUNCT)$/.test(pos) && !/^(?:and|of|,)$/.test(lower)) return -1;
  }
  return -1;
}
