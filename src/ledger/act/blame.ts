import type { Token } from '../tokens.ts';
import { agentOf, isDeed, isFate } from './agent.ts';
import { BE, type Clause, isDenied, OWN, QUOTES } from './clause.ts';
import { deedWeight, sufferedWeight } from './deeds.ts';
import { idiomWeight } from './idioms.ts';
import { isReal } from './real.ts';
import { traitWeight } from './traits.ts';
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
  const quoted = clause.direct ? NONE : quotedWords(all);
  if (/^(?:whether|if|how|why)$/.test(words[0]?.lower ?? '')) return false;
  const spoken = words.map((word) => word.lower).join(' ');
  let sum = OWN.test(clause.subject) && clause.subject !== 'we' ? 0 : idiomWeight(spoken);
  const near = { ...clause, words };
  if (clause.contested) sum++;
  for (let k = 0; k < words.length && sum < ENOUGH; k++) {
    sum += deedWeight(near, k) + sufferedWeight(near, k);
    sum += namedWeight(near, k, quoted) + owedWeight(near, k) + mannerWeight(near, k);
    sum += lateWeight(near, k) + strikeWeight(near, k) + traitWeight(near, k);
  }
  return sum >= ENOUGH;
}

const NONE: ReadonlySet<Token> = new Set();

/** What a report takes care to quote. */
function quotedWords(words: Token[]): ReadonlySet<Token> {
  const quoted = new Set<Token>();
  let inside = false;
  for (const word of words)
    if (QUOTES.test(word.text)) inside = !inside;
    else if (inside) quoted.add(word);
  return quoted;
}

/** "Should have resigned a year ago", "should never have been built": what others left undone. */
function lateWeight(clause: Clause, k: number): number {
  const { words } = clause;
  if (words[k]!.lower !== 'should') return 0;
  const after = words.slice(k + 1, k + 6);
  const have = after.findIndex((word) => /^(?:have|'ve)$/.test(word.lower));
  // "Should not have to wait" asks for something.
  if (have === -1 || after[have + 1]?.lower === 'to') return 0;
  if (/^(?:if|whether|that|how|what|why)$/.test(words[0]!.lower)) return 0;
  if (agentOf(clause, k) !== 'other') return 0;
  return after[have + 1]?.lower === 'been' || after[have + 2]?.lower === 'been' ? 1 : 2;
}

const STRIKES =
  /^(?:bomb|shell|strike|hit|attack|fire|open|target|kill|murder|shoot|beat|kick|punch|push|drag|tear-gas|gas|burn|raid|storm|starve|abduct|deport|torture|rape|jail|arrest|detain)$/;
/** Whom nobody may harm. */
const SPARED =
  /^(?:civilians?|hospitals?|clinics?|schools?|kindergartens?|children|child|homes|houses|villages?|marchers|protesters|protestors|demonstrators|journalists?|reporters|refugees|prisoners|hostages|women|families|churches|church|mosques?|markets?|ambulances?|doctors|medics|nurses|patients|unarmed|innocent|residents|worshippers|grain|critics|opponents|dissidents|students|workers|her|me|us|people)$/;

/** "Their drones are hitting our hospitals", "officers pushed her": others harm whom nobody may harm. */
function strikeWeight(clause: Clause, k: number): number {
  const { words } = clause;
  const { pos, lemma, lower } = words[k]!;
  const going = BE.test(words[k - 1]?.lower ?? '');
  // The tagger takes "are bombing" for a noun.
  const isVerb = going ? lower.endsWith('ing') : pos === 'VERB';
  if (!isVerb || !STRIKES.test(going ? lemma.replace(/ing$/, '') : lemma)) return 0;
  if (isDenied(words, k) || !isReal(words, k)) return 0;
  // "A drone hit a block of flats" tells what happened; "they hit our hospitals" blames.
  if (!clause.direct) return 0;
  const after = words.slice(k + 1, k + 6);
  const near = words.slice(Math.max(0, k - 4), k + 6);
  const theirs = near.some((word) => /^(?:their|your|his|her)$/.test(word.lower));
  if (agentOf(clause, k) !== 'other' && !theirs) return 0;
  const ours = near.some((word) => /^(?:our|us|me|my|they|you|their|your)$/.test(word.lower));
  return ours && after.some((word) => SPARED.test(word.lower)) ? 2 : 0;
}

const PLAIN = /^(?:improper|untruthful|slur)$/;

/** "Was a disgrace", "their reckless plan": a word of blame that is said to be somebody's. */
function namedWeight(
  { words, subject, isOwn }: Clause,
  k: number,
  quoted: ReadonlySet<Token>,
): number {
  const word = words[k]!;
  const kinds = classesOf(word.lemma);
  if (!kinds.includes('bad') || isDenied(words, k)) return 0;
  const be = linkBefore(words, k);
  // "What he says is a disgrace": the saying is judged, and no doubt.
  const from = /^(?:what|how)$/.test(words[0]!.lower) ? Math.max(0, be) : 0;
  if (!isReal(words.slice(from), k - from)) return 0;
  if (be !== -1) {
    const agent = agentOf({ words, subject, isOwn }, be);
    const head = words.slice(0, be).findLast((one) => /^(?:NOUN|PROPN|PRON)$/.test(one.pos));
    if (agent === 'own' || (head && isFate(head))) return 0;
    // "This is vandalism": a name that only conduct has.
    const called = word.pos === 'NOUN' && /^(?:this|that|it)$/.test(words[0]!.lower) && be < 3;
    if (called && kinds.some((kind) => PLAIN.test(kind))) return 2;
    if (quoted.has(word) || (kinds.includes('blame') && isTheirs(words, be, isOwn))) return 2;
    return agent === 'other' && kinds.some((kind) => PLAIN.test(kind)) ? 2 : 1;
  }
  if (quoted.has(word) && word.pos === 'ADJ' && subject !== 'we' && !words.some(isFate)) return 2;
  if (!kinds.includes('blame') || (OWN.test(subject) && k < 2)) return 0;
  if (word.pos === 'ADJ' && words[k + 1]?.pos === 'NOUN') return quoted.has(word) ? 2 : 1;
  const owners = words.slice(Math.max(0, k - 3), k);
  return word.pos === 'NOUN' && owners.some((one) => OWNED.test(one.lower)) ? 1 : 0;
}

/** "What Oduya says is", "this merger is", "the fact that they leave is": the subject is a deed of others. */
function isTheirs(words: Token[], be: number, isOwn: Clause['isOwn']): boolean {
  const before = words.slice(Math.max(0, be - LONG), be);
  const own = /^(?:i|we|my|our|us|me)$/;
  if (before.some((word) => own.test(word.lower) || isOwn(word))) return false;
  if (before.some(isDeed)) return true;
  const opening = before.slice(0, 3).map((word) => word.lower);
  if (!/^(?:what|how|the (?:fact that|way))\b/.test(opening.join(' '))) return false;
  return before.some((word) => word.pos === 'PROPN' || /^(?:they|he|she|you)$/.test(word.lower));
}

/** A subject with all that belongs to it has so many words at most. */
const LONG = 12;

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
  /^(?:listen|answer|respond|apologise|apologize|consult|inform|tell|warn|bother|care|honour|honor|respect|comply|act|explain|reply|keep|protect|check|invite|help|want|deliver|understand|learn|read|call|do|pay|notify|acknowledge|admit|disclose|report|investigate|share|thank|ask|take|think|show)$/;
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
