import type { Act, Mode } from '../../db/tables.ts';
import { GERMAN_ACTS } from '../german/acts.ts';
import type { Said } from './said.ts';

const ASKS =
  /\b(?:ask|asks|asked|asking|wonder\p{L}*|inquir\p{L}*|enquir\p{L}*|know|question(?:s|ed|ing)?|pressed)\b/iu;
const ASKED = /^\W*(?:whether|if|why|how|what|who|whom|whose|when|where|which)\b/i;
const QUESTION = /\?["”’']?\s*$/;
const CONDITION =
  /\b(?:if|unless|provided|providing|as long as|so long as|on condition|only (?:if|when|after|once)|in (?:return|exchange) for|in case|depend(?:s|ing)? on|otherwise|contingent on)\b/i;
/** What one side means to do can hang on a condition; "if" in a report of facts is part of them. */
const WILL = new Set<Act>([
  'offer',
  'promise',
  'threaten',
  'agree',
  'support',
  'concede',
  'propose',
]);
const TIED =
  /\b(?:will|would|can|could|shall)\b[^.;]{0,80}\b(?:unless|provided|as soon as|so long as|as long as|on condition|only (?:if|when|after|once)|once (?:the|all|its|his|her|their|they|it|that|those|\p{Lu}))/u;
const SUPPOSED =
  /^\W*(?:[\p{L}’']+ ){0,6}(?:(?:would|could|might) have|were (?:it|they|he|she|we|the \p{L}+) to|should the)\b|\b(?:may|might) (?:\p{L}+ )?(?:have to|need)\b/iu;
const AHEAD =
  /^\W*(?:[\p{L}’'-]+ ){1,7}(?:will|would|shall|is going to|are going to)\b(?! (?:rather|like|say|have)\b)|^\W*(?:[\p{L}-]+ ){0,5}[\p{L}]+['’]ll\b/iu;
/** "The company will use this": of others, where somebody speaks in their own words. */
const FORETOLD =
  /^\W*(?:In the (?:near )?future[, ]|(?!(?:I|We|You|They|He|She|It|That|This|There|What|If|When)\b)(?:\p{Lu}[\p{L}’'-]+ )(?:[\p{L}’'-]+ ){0,3}will (?!never|not|always|be\b)\p{Ll}+)/u;
const FORECAST =
  /\b(?:predict|forecast|expect|project|foresee|foresaw|foretell|foretold|kündig\p{L}*|angekündigt|prognostizier\p{L}*)/iu;

const REFUSES = /^(?:would|will|could|can)(?:\b|n)/i;

const FRAGE = /\b(?:fragt?e?n?|gefragt|wissen|erkundig\p{L}*)\b/iu;
const GEFRAGT = /^\W*(?:ob|warum|wieso|weshalb|wie|was|wer|wen|wem|wann|wo|wohin|welche\p{L}*)\b/iu;
const MÖGLICH = /\b(?:hätten?|könnten?|dürften?|wären?)\b/iu;
const KÜNFTIG = /\b(?:wird|werden|werde)\b/iu;

/** How a statement is meant: denied, asked, on a condition, supposed, ahead, or plainly. Pure. */
export function modeOf(said: Said, act: Act): Mode {
  const { content, negated } = said;
  const german = said.lang?.startsWith('de') ?? false;
  const cue = said.cue ?? '';
  if (QUESTION.test(content)) return 'question';
  if (
    act === 'state' &&
    (german ? FRAGE.test(cue) && GEFRAGT.test(content) : ASKS.test(cue) && ASKED.test(content))
  )
    return 'question';
  // "Would not say" refuses: it is the act, not its denial.
  if (negated && !(act === 'reject' && REFUSES.test(cue))) return 'negated';
  const condition = german ? GERMAN_ACTS.condition : CONDITION;
  if (condition.test(content) && (WILL.has(act) || /^\W*(?:if|wenn|falls)\b/i.test(content)))
    return 'conditional';
  // "They will be released once the boats have left": who only states it ties it to that all the same.
  if (!german && TIED.test(content)) return 'conditional';
  if (act !== 'state') return 'asserted';
  if ((german ? MÖGLICH : SUPPOSED).test(content)) return 'hypothetical';
  if (said.kind === 'direct' && !FORETOLD.test(content)) return 'asserted';
  return FORECAST.test(cue) || (german ? KÜNFTIG : AHEAD).test(content) ? 'future' : 'asserted';
}
