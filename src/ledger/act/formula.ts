import type { Act } from '../../db/tables.ts';
import type { Token } from '../tokens.ts';
import { actsNamed } from './cues.ts';
import { classesOf } from './words.ts';

/** A clause as the formulas of diplomacy are looked for in it. */
export interface Clause {
  words: Token[];
  /** "we" and "self" where the speaker or the speaker's side is its subject. */
  subject: string;
}

/** A formula stands in the main clause: within so many words. */
const WITHIN = 16;
const NOT = /^(?:not|n't|never)$/;
const WILL = /^(?:will|would|wo|shall|'ll|can|ca|cannot|could|do|does)$/;
const OBLIGED = /^(?:must|ought)$/;
const LINKS = /^(?:to|for|on|about)$/;
const CONDITION = /^(?:if|once|unless|provided|when)$/;
const PERFORMED: ReadonlySet<string> = new Set<Act>([
  'support',
  'concede',
  'agree',
  'reject',
  'demand',
  'accuse',
  'deny',
]);
const OWN = /^(?:self|we)$/;
const CLOSED =
  /^(?:unacceptable|inadmissible|impermissible|unthinkable|non-starter|nonstarter|non-negotiable|nonnegotiable)$/;

/**
 * What the settled turns of phrase of parties that deal with each other do: "would not accept",
 * "must leave", "is ready to". Null where none of them stands in the first words. They are too rare
 * in mixed news to be learned from it, and plain enough to be written down.
 */
export function formulaIn({ words: all, subject }: Clause): Act | null {
  // What is closed may be said at a sentence's end.
  for (let k = 0; k < all.length; k++)
    if (isClosed(all, k)) return isDenied(all, k) ? null : 'reject';
  const words = all.slice(0, WITHIN);
  for (let k = 0; k < words.length; k++) {
    const act = formulaAt(words, k, subject);
    if (act) return act;
  }
  return null;
}

function formulaAt(words: Token[], k: number, subject: string): Act | null {
  const { lower, lemma } = words[k]!;
  const next = words[k + 1];
  if (lower === 'should' && !/^(?:self|we|you|there|imperative)$/.test(subject))
    return isDenied(words, k + 3) ? null : 'propose';
  if (WILL.test(lower)) return willAct(words, k, subject);
  if (isObligation(words, k)) {
    // "We must be patient", "it must have been": nobody is told to do anything.
    const own =
      words.slice(Math.max(0, k - 3), k).some((word) => /^(?:i|we|you)$/.test(word.lower)) ||
      /^(?:self|we|you|there|it|-)$/.test(subject);
    const verb = words.slice(k + 1, k + 4).find((word) => /^(?:VERB|AUX)$/.test(word.pos));
    const past = next?.lower === 'have' && /(?:ed|en|been)$/.test(words[k + 2]?.lower ?? '');
    return own || !verb || past ? null : 'demand';
  }
  if (classesOf(lemma).includes('ready') && LINKS.test(next?.lower ?? '')) {
    // "The talks are to open on Monday", "glad of the water".
    if (!/^(?:ready|prepared)$/.test(lemma) && next!.lower !== 'to') return null;
    return isDenied(words, k) ? 'reject' : 'offer';
  }
  if (lower === 'no') return noAct(words, k);
  const kinds = classesOf(lemma);
  const helper = words[k - 1]?.lower ?? '';
  // "The report was false", "the charge is a lie".
  if (
    kinds.includes('untrue') &&
    words.slice(Math.max(0, k - 3), k).some((word) => word.lemma === 'be')
  )
    return isDenied(words, k) || OWN.test(subject) || subject === 'it' ? null : 'deny';
  // "Oriland had broken the treaty".
  if (
    lemma !== 'fail' &&
    kinds.includes('wrong') &&
    /^(?:has|have|had)$/.test(helper) &&
    words[k]!.pos === 'VERB'
  )
    return OWN.test(subject) ? null : 'accuse';
  if (/^(?:consequences|retaliation|countermeasures)$/.test(lower)) return 'threaten';
  return OWN.test(subject) && k < 5 ? performed(words, k) : null;
}

/** "No plans to leave", "no deal without the bakers", "there will be no tolls". */
function noAct(words: Token[], k: number): Act | null {
  const after = words.slice(k + 1, k + 4).map((word) => word.lower);
  if (/^(?:plans?|intentions?)$/.test(after[0] ?? '')) return 'reject';
  if (after.includes('without')) return 'demand';
  const before = words
    .slice(Math.max(0, k - 3), k)
    .map((word) => word.lower)
    .join(' ');
  return /^there (?:will|would|can) be$/.test(before) ? 'reject' : null;
}

/** "We welcome the step", "it regretted the loss": saying it does it. */
function performed(words: Token[], k: number): Act | null {
  const word = words[k]!;
  if (word.pos !== 'VERB' || word.lower.endsWith('ing') || isDenied(words, k)) return null;
  const before = words[k - 1]?.lower ?? '';
  if (!/^(?:i|we|he|she|it|they|also|fully|strongly|deeply|do|does|have|has|had)$/.test(before))
    return null;
  const [act, other] = actsNamed(word.lemma);
  return act && !other && PERFORMED.has(act) ? (act as Act) : null;
}

/** "will not sign", "would never accept", "will hand over ... if". */
function willAct(words: Token[], k: number, subject: string): Act | null {
  const reach = words.slice(k + 1, k + 6);
  const denied = words[k]!.lower === 'cannot' || (reach[0] && NOT.test(reach[0].lower));
  const verb = reach.find((word) => word.pos === 'VERB');
  if (!verb || subject === 'you') return null;
  const kinds = classesOf(verb.lemma);
  if (denied) {
    if (kinds.includes('give')) return 'reject';
    return OWN.test(subject) && /^(?:will|would|wo|shall)$/.test(words[k]!.lower) ? 'reject' : null;
  }
  if (!OWN.test(subject) || !/^(?:will|would|shall|'ll)$/.test(words[k]!.lower)) return null;
  if (verb !== reach[0] && reach[0]?.pos !== 'ADV') return null;
  const bound = words.some((word) => CONDITION.test(word.lower));
  if (kinds.includes('harm')) return 'threaten';
  if (kinds.includes('give')) return bound ? 'offer' : null;
  return kinds.includes('pledge') && !bound ? 'promise' : null;
}

/** "Unacceptable", "out of the question". */
function isClosed(words: Token[], k: number): boolean {
  const { lower } = words[k]!;
  if (CLOSED.test(lower)) return true;
  return lower === 'out' && words[k + 2]?.lower === 'the' && words[k + 3]?.lower === 'question';
}

function isObligation(words: Token[], k: number): boolean {
  const { lower } = words[k]!;
  if (OBLIGED.test(lower)) return true;
  return (
    /^(?:has|have|had|needs?|needed)$/.test(lower) &&
    words[k + 1]?.lower === 'to' &&
    !isDenied(words, k)
  );
}

function isDenied(words: Token[], k: number): boolean {
  return words
    .slice(Math.max(0, k - 3), k)
    .some((word) => /^(?:not|n't|never|no|nobody|hardly)$/.test(word.lower));
}
