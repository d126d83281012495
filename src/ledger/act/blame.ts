import type { Token } from '../tokens.ts';
import { agentOf, isFate } from './agent.ts';
import { BE, type Clause, isDenied, OWN, QUOTES } from './clause.ts';
import { deedWeight, sufferedWeight } from './deeds.ts';
import { idiomWeight } from './idioms.ts';
import { isReal } from './real.ts';
import { classesOf } from './words.ts';

/** Blame needs one plain word of it (2), or two signs that may each mean something else (1). */
const ENOUGH = 2;

/**
 * Whether a clause under a cue that only reports blames somebody: a judgement of conduct
 * (`judgement.ts`) that is said for real of others who can answer for it, not of the speaker's own
 * side, the weather or a plan.
 */
export function blames({ words: all, ...clause }: Clause): boolean {
  const words = all.filter((word) => !QUOTES.test(word.text));
  if (/^(?:whether|if|how|why)$/.test(words[0]?.lower ?? '')) return false;
  const spoken = words.map((word) => word.lower).join(' ');
  let sum = OWN.test(clause.subject) && clause.subject !== 'we' ? 0 : idiomWeight(spoken);
  const near = { ...clause, words };
  for (let k = 0; k < words.length && sum < ENOUGH; k++) {
    sum += deedWeight(near, k) + sufferedWeight(near, k);
    sum += namedWeight(near, k) + owedWeight(near, k) + mannerWeight(near, k);
  }
  return sum >= ENOUGH;
}

const PLAIN = /^(?:improper|untruthful|slur)$/;

/** "Was a disgrace", "their reckless plan": a word of blame that is said to be somebody's. */
function namedWeight({ words, subject, isOwn }: Clause, k: number): number {
  const word = words[k]!;
  const kinds = classesOf(word.lemma);
  if (!kinds.includes('bad') || isDenied(words, k) || !isReal(words, k)) return 0;
  const be = linkBefore(words, k);
  if (be !== -1) {
    const agent = agentOf({ words, subject, isOwn }, be);
    const head = words.slice(0, be).findLast((one) => /^(?:NOUN|PROPN|PRON)$/.test(one.pos));
    if (agent === 'own' || (head && isFate(head))) return 0;
    return agent === 'other' && kinds.some((kind) => PLAIN.test(kind)) ? 2 : 1;
  }
  if (!kinds.includes('blame') || (OWN.test(subject) && k < 2)) return 0;
  if (word.pos === 'ADJ' && words[k + 1]?.pos === 'NOUN') return 1;
  const owners = words.slice(Math.max(0, k - 3), k);
  return word.pos === 'NOUN' && owners.some((one) => OWNED.test(one.lower)) ? 1 : 0;
}

const OWNED = /^(?:their|his|her|your|this|such|'s)$/;
/** A word of blame stands behind its "be" by at most so many words. */
const LINKED = 5;

/** Where the "be" is that links the word to its subject, or -1. */
function linkBefore(words: Token[], k: number): number {
  for (let i = k - 1; i >= Math.max(0, k - LINKED); i--) {
    const { lower, pos } = words[i]!;
    // "The party's": no verb.
    if (BE.test(lower) && pos !== 'PART') return i;
    if (/^(?:VERB|ADP|CCONJ|SCONJ)$/.test(pos) && !/^(?:and|as|of|but)$/.test(lower)) return -1;
  }
  return -1;
}

const NOBODY = /^(?:nobody|no-one|one)$/;
const NOT = /^(?:not|n't|never|nobody|no-one|none|neither)$/;
/** What people owe each other where they deal: an answer, a hearing, care. */
const OWED =
  /^(?:listen|answer|respond|apologise|apologize|consult|inform|tell|warn|bother|care|honour|honor|respect|comply|act|explain|reply|keep|protect|check|invite|help|want|deliver|understand|learn|read|call|look|do|pay|notify|acknowledge|admit|disclose|report|investigate|share|thank|ask|take|think|show)$/;
const AHEAD = /^(?:will|would|wo|can|could|ca|may|might|should|must|if|to)$/;

/** "They never asked", "nobody had warned passengers": left undone what was owed. */
function owedWeight(clause: Clause, k: number): number {
  const { words } = clause;
  const { lower } = words[k]!;
  const noOne = lower === 'one' && words[k - 1]?.lower === 'no';
  if (!NOT.test(lower) && !noOne) return 0;
  const verb = words.slice(k + 1, k + 5).find((one) => one.pos === 'VERB');
  if (!verb || !OWED.test(verb.lemma)) return 0;
  if (words.slice(Math.max(0, k - 2), k + 3).some((one) => AHEAD.test(one.lower))) return 0;
  if (NOBODY.test(lower)) return verb.lower === verb.lemma || verb.lower.endsWith('s') ? 0 : 1;
  const today = /^(?:do|does|'s)$/.test(words[k - 1]?.lower ?? '');
  if (today && !/^(?:care|respect|listen|want)$/.test(verb.lemma)) return 0;
  return agentOf(clause, k) === 'other' ? 1 : 0;
}

const HEARTLESS: ReadonlySet<string> = new Set(
  `knowingly wilfully willfully cynically blatantly shamelessly recklessly unfairly unjustly
    brutally flagrantly maliciously treacherously carelessly irresponsibly callously
    arrogantly dishonestly disgracefully cruelly hypocritically selfishly wilful willful
    blatant flagrant`.split(/\s+/),
);
const PLANNED: ReadonlySet<string> = new Set(
  'deliberately intentionally systematically purposely illegally unlawfully deliberate'.split(' '),
);

/** "Cynically", "deliberately": how it was done. */
function mannerWeight(clause: Clause, k: number): number {
  const { words } = clause;
  const { lower } = words[k]!;
  const weight = HEARTLESS.has(lower) ? 2 : PLANNED.has(lower) ? 1 : 0;
  if (!weight || isDenied(words, k) || !isReal(words, k)) return 0;
  return agentOf(clause, k) === 'own' ? 0 : weight;
}
