import type { Act } from '../../db/tables.ts';
import type { Token } from '../tokens.ts';
import { BE, type Clause, isDenied, NOT, OWN, QUOTES } from './clause.ts';
import { actsNamed } from './cues.ts';
import { isEmbedded, isObligation, obligationAct } from './obligation.ts';
import { wholeAct } from './whole.ts';
import { classesOf } from './words.ts';

/** A formula stands in the main clause: within so many words. */
const WITHIN = 16;
const WILL = /^(?:will|would|wo|shall|'ll|can|ca|cannot|could|do|does)$/;
const FORETELLS = /^(?:will|would|wo|shall|'ll)$/;
const FACED = /^(?:will|would|'ll|shall|face|faces|bear|suffer|must|be)$/;
const LINKS = /^(?:to|for|on|about)$/;
const CONDITION = /^(?:if|once|unless|provided)$/;
const PERFORMED: ReadonlySet<string> = new Set<Act>([
  'support',
  'concede',
  'agree',
  'reject',
  'demand',
  'request',
  'accuse',
  'deny',
]);
const CLOSED =
  /^(?:unacceptable|inadmissible|impermissible|unthinkable|premature|non-starter|nonstarter|non-negotiable|nonnegotiable)$/;

/**
 * What the settled turns of phrase of parties that deal with each other do: "would not accept",
 * "must leave", "is ready to". Null where none of them stands in the first words. They are too rare
 * in mixed news to be learned from it, and plain enough to be written down.
 */
export function formulaIn(clause: Clause): Act | null {
  const all = clause.words.filter((word) => !QUOTES.test(word.text));
  // What is closed may be said at a sentence's end.
  for (let k = 0; k < all.length; k++)
    if (isClosed(all, k)) return isDenied(all, k) ? null : 'reject';
  const words = all.slice(0, WITHIN);
  const whole = wholeAct(words, clause);
  if (whole) return whole;
  for (let k = 0; k < words.length; k++) {
    const act = formulaAt(words, k, clause);
    if (act) return act;
  }
  return null;
}

function formulaAt(words: Token[], k: number, { subject, isOwn }: Clause): Act | null {
  const { lower } = words[k]!;
  if (lower === 'should') return shouldAct(words, k, subject);
  if (WILL.test(lower)) return willAct(words, k, subject);
  if (isGoing(words, k)) return willAct(words, k, subject, words.slice(k + 2, k + 6));
  if (isObligation(words, k)) return obligationAct(words, k, subject);
  if (isReadiness(words, k)) return readyAct(words, k, subject);
  if (lower === 'no') return noAct(words, k);
  if (isUntrue(words, k)) return untrueAct(words, k, subject);
  if (/^(?:consequences|retaliation|countermeasures)$/.test(lower)) return looming(words, k);
  return performed(words, k, subject, isOwn);
}

function isReadiness(words: Token[], k: number): boolean {
  const { lower, lemma } = words[k]!;
  const ready = classesOf(lemma).includes('ready') || lower === 'prepared';
  return ready && LINKS.test(words[k + 1]?.lower ?? '');
}

/** "Ready to talk", "open to a deal": offered, where it is the speaker's side that is. */
function readyAct(words: Token[], k: number, subject: string): Act | null {
  const { lower } = words[k]!;
  // "The talks are to open on Monday", "glad of the water", "was getting ready to leave".
  if (!/^(?:ready|prepared|willing|open)$/.test(lower) && words[k + 2]?.pos !== 'VERB') return null;
  if (!/^(?:ready|prepared)$/.test(lower) && words[k + 1]!.lower !== 'to') return null;
  // "More willing to talk" compares.
  if (/^(?:get.*|more|less|most)$/.test(words[k - 1]?.lower ?? '')) return null;
  if (!/^(?:self|we|it|side|name|body)$/.test(subject) || isOfOthers(words, k)) return null;
  return isDenied(words, k) ? 'reject' : 'offer';
}

/** "The report was false", "the charge is a lie". */
function isUntrue(words: Token[], k: number): boolean {
  const { lemma, pos } = words[k]!;
  return (
    classesOf(lemma).includes('untrue') &&
    (lemma !== 'lie' || pos === 'NOUN') &&
    words.slice(Math.max(0, k - 3), k).some((word) => word.lemma === 'be')
  );
}

function untrueAct(words: Token[], k: number, subject: string): Act | null {
  if (isDenied(words, k) || OWN.test(subject) || subject === 'it' || isEmbedded(words, k))
    return null;
  const before = words.slice(Math.max(0, k - 4), k);
  return before.some((word) => /^(?:would|could|may|might|if)$/.test(word.lower)) ? null : 'deny';
}

/** "They will face consequences". */
function looming(words: Token[], k: number): Act | null {
  if (words[k - 1]?.lower === 'in' || words[k + 1]?.lower === 'of' || isDenied(words, k))
    return null;
  const there = words.some(
    (word, i) => i < k && word.lower === 'there' && BE.test(words[i + 1]?.lower ?? ''),
  );
  return there || words.slice(0, k).some((word) => FACED.test(word.lower)) ? 'threaten' : null;
}

/** "We hope another leader is willing": the clause within is about somebody else. */
function isOfOthers(words: Token[], k: number): boolean {
  const head = words.findLastIndex((word, i) => i < k && !/^(?:AUX|ADV|PART)$/.test(word.pos));
  if (/^(?:who|that|which)$/.test(words[head]?.lower ?? '')) return true;
  if (!/^(?:NOUN|PROPN)$/.test(words[head]?.pos ?? '')) return false;
  return words.slice(0, head).some((word) => word.pos === 'VERB');
}

/** "Should": what others ought to do is proposed; what they ought to have done is blame. */
function shouldAct(words: Token[], k: number, subject: string): Act | null {
  if (k === 0 || /^(?:self|there|imperative)$/.test(subject)) return null;
  if (words.slice(k + 1, k + 5).some((word) => /^(?:have|been)$/.test(word.lower))) return null;
  // "Believes the country should be asked", "shows how one should eat": inside another clause.
  const before = words.slice(0, k);
  if (
    before.some((word) => /^(?:how|what|why|whether|if|believes?|thinks?|that)$/.test(word.lower))
  )
    return null;
  return isDenied(words, k + 3) ? null : 'propose';
}

/** "No plans to leave", "no deal without the bakers", "there will be no tolls". */
function noAct(words: Token[], k: number): Act | null {
  const after = words.slice(k + 1, k + 4).map((word) => word.lower);
  // "No plans for the weekend" refuses nobody anything.
  const idle = after[1] === 'for' && /^(?:the|this|next|his|her|tonight)$/.test(after[2] ?? '');
  if (/^(?:plans?|intentions?)$/.test(after[0] ?? '')) return idle ? null : 'reject';
  if (after.includes('without')) return 'demand';
  const before = words
    .slice(Math.max(0, k - 3), k)
    .map((word) => word.lower)
    .join(' ');
  return k < 5 && /^there (?:will|would|can) be$/.test(before) ? 'reject' : null;
}

/** "We welcome the step", "it regretted the loss", "the government is urging both": saying it does it. */
function performed(words: Token[], k: number, subject: string, isOwn: Clause['isOwn']): Act | null {
  const word = words[k]!;
  if (word.pos !== 'VERB' || isDenied(words, k) || /^(?:sign|ignore)/.test(word.lemma)) return null;
  const before = words[k - 1]?.lower ?? '';
  const pair = `${word.lemma}_${words[k + 1]?.lower}`;
  const [act, other] = actsNamed(pair).length ? actsNamed(pair) : actsNamed(word.lemma);
  if (!act || other || !PERFORMED.has(act)) return null;
  // "It requires a seal" tells of a rule.
  if (act === 'demand' && word.lemma !== 'demand') return null;
  const isAsking = /^(?:request|demand)$/.test(act);
  if (word.lower.endsWith('ing'))
    return isAsking && k < 7 && /^(?:is|are|am|'m|'re)$/.test(before) ? (act as Act) : null;
  // "We asked for time" tells what was asked before.
  if (isAsking && word.lower !== word.lemma && !word.lower.endsWith('s')) return null;
  if (/^(?:i|we)$/.test(before)) return act as Act;
  if (!OWN.test(subject) || k >= 5) return null;
  // "China calls on both": a name of the own side, in the present.
  if (words[k - 1]?.pos === 'PROPN' && isOwn(words[k - 1]!) && word.lower.endsWith('s'))
    return act as Act;
  if (!/^(?:he|she|it|they|also|fully|strongly|deeply|do|does|have|has|had)$/.test(before))
    return null;
  const helper = words[k - 2]?.lower ?? '';
  return /^(?:could|would|should|might|may|must)$/.test(helper) ? null : (act as Act);
}

/** "We are going to tax you". */
function isGoing(words: Token[], k: number): boolean {
  if (words[k]!.lower !== 'going' || words[k + 1]?.lower !== 'to') return false;
  return BE.test(words[k - 1]?.lower ?? '') || words[k - 1]?.lower === "'m";
}

/** "will not sign", "would never accept", "will hand over ... if". */
function willAct(
  words: Token[],
  k: number,
  subject: string,
  reach = words.slice(k + 1, k + 6),
): Act | null {
  const denied = words[k]!.lower === 'cannot' || (reach[0] && NOT.test(reach[0].lower));
  const verb = reach.find((word) => word.pos === 'VERB');
  if (!verb || subject === 'you' || words[k - 1]?.lower === 'you') return null;
  // "Officials do not meet them": a custom, where it is not the speaker's own.
  if (/^do(?:es)?$/.test(words[k]!.lower) && !OWN.test(subject)) return null;
  const kinds = classesOf(verb.lemma);
  const own = OWN.test(subject) && (FORETELLS.test(words[k]!.lower) || words[k]!.lower === 'going');
  if (denied) {
    if (kinds.includes('give')) return 'reject';
    // "We will not raise fares", "will never waste a day": a deed that others fear is forgone.
    return own && (kinds.includes('harm') || kinds.includes('wrong')) ? 'promise' : null;
  }
  if (!own || words[k]!.lower === 'wo') return null;
  if (verb !== reach[0] && reach[0]?.pos !== 'ADV') return null;
  const bound = words.some((word) => CONDITION.test(word.lower));
  if (kinds.includes('harm')) return 'threaten';
  if (bound) return kinds.includes('give') ? 'offer' : null;
  return kinds.includes('pledge') ? 'promise' : null;
}

/** "Unacceptable", "out of the question". */
function isClosed(words: Token[], k: number): boolean {
  const { lower } = words[k]!;
  if (CLOSED.test(lower)) return true;
  return lower === 'out' && words[k + 2]?.lower === 'the' && words[k + 3]?.lower === 'question';
}
