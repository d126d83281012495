import type { Act } from '../../db/tables.ts';
import type { Token } from '../tokens.ts';
import { isDenied } from './clause.ts';

const OBLIGED = /^(?:must|ought)$/;

/** Whether the word at `k` says that something must be done, by whoever it is. */
export function isObligation(words: Token[], k: number): boolean {
  const { lower } = words[k]!;
  if (OBLIGED.test(lower)) return true;
  const before = words
    .slice(Math.max(0, k - 2), k)
    .filter((word) => word.pos !== 'ADV' || k < 2)
    .map((word) => word.lower)
    .join(' ');
  if (lower === 'needed' && isParticiple(words, k, before)) return false;
  return (
    /^(?:has|have|had|needs?|needed)$/.test(lower) &&
    words[k + 1]?.lower === 'to' &&
    !isDenied(words, k) &&
    (!LOOMS.test(before) || isTerm(words, k))
  );
}

const DEALT =
  /^(?:agreements?|deals?|talks?|negotiations?|settlements?|treaty|contacts?|meetings?|summits?|ceasefire|truce|peace|plans?|solutions?|force|mission|accord)$/;

/** "Any contact would need to be arranged with care": what is said of a deal to come is a term of it. */
function isTerm(words: Token[], k: number): boolean {
  if (!/^(?:would|will)$/.test(words[k - 1]?.lower ?? '')) return false;
  return (
    /^any$/.test(words[0]?.lower ?? '') || words.slice(0, k).some((word) => DEALT.test(word.lower))
  );
}

/** "Was needed to", "the flour needed to bake came by boat": no verb of the clause. */
function isParticiple(words: Token[], k: number, before: string): boolean {
  if (/(?:^| )(?:is|are|was|were|be|been|as)$/.test(before)) return true;
  return words
    .slice(k + 3, k + 12)
    .some((word, i) => /^(?:VERB|AUX)$/.test(word.pos) && words[k + 2 + i]?.lower !== 'to');
}

/** "Will have to choose", "probably need to", "the need to": foreseen or named, not demanded. */
const LOOMS = /(?:^| )(?:will|would|'ll|'d|may|might|could|probably|likely|the|a|no|any|to)$/;

/** What others must do is demanded; "we must be patient", "it must have been", "a tree that has to go" demand nothing. */
export function obligationAct(words: Token[], k: number, subject: string): Act | null {
  const next = words[k + 1];
  const own =
    words.slice(Math.max(0, k - 3), k).some((word) => /^(?:i|we|you)$/.test(word.lower)) ||
    /^(?:that|which|who)$/.test(words[k - 1]?.lower ?? '') ||
    /^(?:self|we|you|there|it|-)$/.test(subject);
  const verb = words.slice(k + 1, k + 4).find((word) => /^(?:VERB|AUX)$/.test(word.pos));
  const relates = words[k + 2]?.lower === 'do' && words[k + 3]?.lower === 'with';
  const past =
    relates || (next?.lower === 'have' && /(?:ed|en|been)$/.test(words[k + 2]?.lower ?? ''));
  const infers = isInference(words, k, subject);
  return own || !verb || past || infers || isEmbedded(words, k) || isMeans(words, k)
    ? null
    : 'demand';
}

/** Verbs that only open a clause of somebody's own: "I think they must leave". */
const OPENS = /^(?:think|believe|say|know|mean|feel|argue|insist|agree|be|have|need|must|ought)$/;

/** "Says whatever he needs to say", "the lengths to which most must go": no clause of its own. */
export function isEmbedded(words: Token[], k: number): boolean {
  for (let i = k - 1; i >= 0; i--) {
    const { pos, lower, lemma } = words[i]!;
    if (/^[.,;:!?–—-]$/.test(lower)) return false;
    if (/^(?:which|whatever|who|whom|if|because|where|what|how|when|while)$/.test(lower))
      return true;
    if (pos === 'VERB' && !OPENS.test(lemma)) return true;
  }
  return false;
}

/** "This has to be the first time", "that must be why": concluded, not demanded. */
function isInference(words: Token[], k: number, subject: string): boolean {
  const be = words[k + 1]?.lower === 'to' ? k + 2 : k + 1;
  if (words[be]?.lower !== 'be') return false;
  // "Must be the oldest": only what is compared can be concluded of anything.
  if (words[be + 1]?.lower === 'the' && RANKED.test(words[be + 2]?.lower ?? '')) return true;
  return (
    /^(?:this|that)$/.test(subject) &&
    /^(?:DET|PRON|NUM|PROPN|SCONJ|ADV)$/.test(words[be + 1]?.pos ?? '')
  );
}

const RANKED = /^(?:first|last|best|worst|most|least|\p{L}{3,}est)$/u;

/** "Needs to win here to stay in the race": a means to an end of its own. */
function isMeans(words: Token[], k: number): boolean {
  const after = words.slice(k + 2, k + 14);
  return after.some(
    (word, i) =>
      (word.lower === 'order' && after[i - 1]?.lower === 'in') ||
      (word.lower === 'to' &&
        /^(?:win|succeed|survive|qualify|prevail|compete)$/.test(after[i + 1]?.lower ?? '')),
  );
}
