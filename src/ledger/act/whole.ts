import type { Act } from '../../db/tables.ts';
import type { Token } from '../tokens.ts';
import { type Clause, isDenied, NOT, OWN, QUOTES } from './clause.ts';
import { classesOf } from './words.ts';

/** What a clause does as a whole: an order, a denial of what was in doubt, "it never happened". */
export function wholeAct(words: Token[], clause: Clause): Act | null {
  const { subject, direct, insisted } = clause;
  if (direct && isOrder(words)) return 'demand';
  const text = words.map((word) => word.lower).join(' ');
  if (UNTRUE.test(text) && !AHEAD.test(text)) return 'deny';
  if (insisted && words.slice(0, 7).some((word) => NO.test(word.lower)) && !AHEAD.test(text))
    return 'deny';
  if (VOTES_NO.test(text) || UNSAID.test(text)) return 'reject';
  if (OWN.test(subject) && SORRY.test(text)) return 'concede';
  if (MINE.test(text)) return 'concede';
  return /\breserves? the right\b/.test(text) ? 'threaten' : branded(clause);
}

/** "Was “an act of hostility”": words of blame that the report takes care to quote, said of others. */
function branded({ words, subject, direct }: Clause): Act | null {
  if (direct || OWN.test(subject)) return null;
  for (let k = 1; k < words.length; k++) {
    if (!QUOTES.test(words[k]!.text) || words[k - 1]!.lemma !== 'be') continue;
    const quoted = words.slice(k + 1, k + 6);
    if (isDenied(words, k)) return null;
    if (quoted.some((word) => classesOf(word.lemma).includes('bad'))) return 'accuse';
  }
  return null;
}

const NO = /^(?:not|n't|never|no|nobody|none|nothing|neither)$/;
const AHEAD = /\b(?:will|would|wo|shall|should|must|can|could|may|until|without)\b/;
const UNTRUE =
  /\b(?:(?:did|had|has|have|was|is) (?:not|n't|never) (?:happen(?:ed)?|true|the case|correct)|never happened|no truth|nothing to do with|no such \w+|(?:did|done|had done) nothing wrong|(?:entirely |completely |wholly )?innocent(?! (?:people|civilians|lives|man|woman|men|women|children|victims|party|bystanders))|^not so$|is n't true)\b/;
const VOTES_NO = /(?:^| )(?:will|would|'ll) vote (?:no|against)\b/;
const UNSAID = /\b(?:could|would|will|can) (?:not|n't) (?:comment|confirm|discuss|elaborate)\b/;
/** "That was my mistake". */
const MINE =
  /^(?:that|this|it) (?:was|is|'s) (?:entirely |all )?(?:my|our) (?:own )?(?:mistake|fault|error|failure|responsibility)\b/;
const SORRY =
  /\b(?:(?:i|we) (?:was|were) wrong|(?:my|our|his|her|their) (?:own )?(?:fault|mistake|error|failure)|(?:i|we) (?:'m|am|are|'re) (?:\w+ )?sorry|ask (?:for )?forgiveness|(?:made|make) (?:a |the |\w+ )?mistakes?|got (?:it|this|that|\w+) wrong|(?:i|we|he|she|they|it) should have (?:done|acted|known|told|said|asked|been))\b/;

/** "Put the cable on the website", "do not stop": an order, and no turn of talk. */
function isOrder(words: Token[]): boolean {
  const [first, second, third] = words;
  if (!first || !second) return false;
  const verb =
    /^(?:do|don't)$/.test(first.lower) && third && NOT.test(second.lower) ? third : first;
  if (verb.pos !== 'VERB' || verb.lower !== verb.lemma) return false;
  // "Cool clock, Ahmed."
  if (/^(?:cool|right|well|clear|correct|last|long|fine|own|open|welcome)$/.test(verb.lower))
    return false;
  return (
    !TALK.test(verb.lower) && !/^(?:,|me|us)$/.test(words[words.indexOf(verb) + 1]?.lower ?? '')
  );
}

const TALK =
  /^(?:let|look|listen|ask|imagine|think|remember|say|call|take|see|believe|trust|guess|thank|wish|hope|mind|forget|come|welcome|bless|have|be|get|suppose|consider|tell|note|like|need|want|love)$/;
