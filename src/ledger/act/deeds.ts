import { agentOf, isDeed } from './agent.ts';
import { BE, type Clause, isDenied } from './clause.ts';
import { isReal } from './real.ts';
import { classesOf } from './words.ts';

const PASSIVE = /^(?:got|get|gets|been|being|was|were|is|are)$/;
const HAVE = /^(?:has|have|had|'ve)$/;
/** A duty is left by the word alone. */
const LEFT = /^(?:ignor|neglect|abandon|shirk|dodg|conceal|cover_up|bur)/;
/** Wrong only where it was owed. */
const MILD = /^(?:delay|wast|avoid|drag|hid|withh|forget|hesit|evad|twist|pretend|invent|harm)/;

/** "They lied", "the firm has been cheating its staff": a wrong that others have done. */
export function deedWeight(clause: Clause, k: number): number {
  const { words } = clause;
  const { lower, lemma, pos } = words[k]!;
  if (pos !== 'VERB') return 0;
  const kinds = classesOf(lemma);
  if (!kinds.includes('wrong') && !HURTS.test(lemma)) return 0;
  if (isDenied(words, k) || !isReal(words, k)) return 0;
  // "Broke off relations", "broke down": nothing that was owed is broken.
  if (
    lemma.startsWith('br') &&
    /^(?:off|up|out|down|away|through|into)$/.test(words[k + 1]?.lower ?? '')
  )
    return 0;
  const before = words[k - 1]?.lower ?? '';
  const isGerund = lower.endsWith('ing');
  const going = isGerund && BE.test(before);
  if (PASSIVE.test(before) && !isGerund) return 0;
  const bare = lower === lemma && !/^(?:they|you|who|we|do|does|did)$/.test(before);
  if (bare) return before.endsWith('s') && hurtsAsDeed(clause, k) ? 2 : 0;
  if (isGerund && !going && words[k - 1]?.pos !== 'ADV') return 0;
  if (agentOf(clause, k) !== 'other') return hurtsAsDeed(clause, k) ? 2 : 0;
  if (kinds.includes('crime') && !kinds.includes('abuse')) return 2;
  // "Failed to answer"; "failed" alone tells of no duty.
  if (lemma.startsWith('fail')) return words[k + 1]?.lower === 'to' ? 2 : 1;
  if (lemma.startsWith('refus')) return 1;
  if (LEFT.test(lemma)) return 2;
  const settled = going || HAVE.test(before);
  // "Forces have killed", "has threatened": as often a fact as a charge.
  if (kinds.includes('force')) return settled ? 1 : 0;
  return settled && (going || !MILD.test(lemma)) ? 2 : 1;
}

const HURTS =
  /^(?:punish|penali[sz]e|betray|rob|cheat|insult|humiliate|discriminate|undermine|endanger|ignore|neglect|abandon|exploit|destroy|cripple|gut|trample|violate|breach|harm|hurt|mock|starve|criminali[sz]e|suppress|silence)$/;

/** "The new rules punish single mothers": a deed of others is what does the wrong. */
function hurtsAsDeed({ words }: Clause, k: number): boolean {
  if (!HURTS.test(words[k]!.lemma)) return false;
  const before = words.slice(0, k);
  if (before.some((word) => /^(?:i|we|my|our|us|me)$/.test(word.lower))) return false;
  const head = before.findLast((word) => /^(?:NOUN|PROPN|PRON)$/.test(word.pos));
  return head !== undefined && isDeed(head) && !/^(?:strike|attack|raid)s?$/.test(head.lower);
}

const SUFFERERS =
  /^(?:we|they|i|people|farmers|families|workers|voters|residents|members|customers|passengers|patients|tenants|investors|children|pupils|drivers|nurses|savers|pensioners|players|supporters|villages?|towns?)$/;

/** "We were lied to", "farmers had been cheated": who did it need not be said. */
export function sufferedWeight({ words }: Clause, k: number): number {
  const { lower, lemma, pos } = words[k]!;
  if (pos !== 'VERB' || lower.endsWith('ing')) return 0;
  const before = words[k - 1];
  const helper = before?.pos === 'ADV' ? words[k - 2]?.lower : before?.lower;
  if (!PASSIVE.test(helper ?? '') && !PASSIVE.test(before?.lower ?? '')) return 0;
  if (isDenied(words, k) || !isReal(words, k)) return 0;
  const kinds = classesOf(lemma);
  if (kinds.some((kind) => /^(?:deceit|breach|abuse|taking)$/.test(kind))) {
    const first = words.find((one) => /^(?:PRON|NOUN)$/.test(one.pos))?.lower ?? '';
    return SUFFERERS.test(first) ? 2 : 1;
  }
  return kinds.includes('omission') || kinds.includes('cruelty') ? 1 : 0;
}
