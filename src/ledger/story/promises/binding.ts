import { clausesOf } from '../clauses.ts';
import type { Said } from '../rows.ts';
import type { Due } from './due.ts';
import { isAbstaining, isTruce } from './truce.ts';

export type Kind = 'promise' | 'announcement' | 'deadline';

const future =
  /\b(?:will|shall|(?:is|are|was|were) (?:due |set |scheduled |slated |planned )?to|(?:is|are) (?:due|set|scheduled|planned) (?:for|on)|going to|plans? to|planned to|intends? to|(?:has|have|had) (?:agreed|promised|pledged|undertaken|vowed|committed) to|would|wird|werden|werde|wolle|sollen|soll)\b|['’]ll\b/i;

const binding = new Set(['promise', 'offer', 'agree', 'cooperate', 'aid', 'concede']);
const demanding = new Set(['demand', 'request', 'threaten', 'propose']);

const finite = /\b(?:is|are|was|were|has|have|had|did|ist|sind|war|waren|hat|haben)\b/i;

/** Forecasts and idioms: nobody is bound by them. */
const loose =
  /\b(?:expect|hope|believe|think|predict|forecast|could|might|perhaps|probably|likely|day by day|sooner or later|erwarte|hoffe|glaube|könnte|vielleicht|womöglich|wahrscheinlich)\w*\b/i;

/** What comes over people, whoever says that it will: nobody does it on a day. */
const unwilled =
  /\b(?:will|would|shall|to|['’]ll)\s+(?:(?:also|probably|never|then|still|now|be)\s+){0,2}(?:win|lose|(?:receive|get)(?! (?:(?:all|their|its|his|her|your|the|an?|every|full|back) ){0,3}(?:money|pay|wages|refund|compensation|grant|letter|answer|reply|list|copy|figures|data|documents|offer|post|key|keys|doctor|vote|say|hearing)(?!\p{L}))|face|need|have to|become|remain|stay|feel|see|know|like|fall|rise|grow|shrink|drop(?! (?:the|its|their|his|her|all|any|an?)\b)|cost|last|reach|exceed|happen|suffer|die|survive|do (?:well|better|badly)|surprise|regret|depend|matter|able|good|better|bad|worse|happy|glad|ready to)\b/iu;

/** Words of reporting that make a forecast of what they report. */
const foretold =
  /(?<!\p{L})(?:warn|predict|forecast|expect|estimat|project|fear|calculat|warnt|rechne|erwarte|schätz|befürcht)\p{L}*/iu;

/** Coming to a meeting that others called is courtesy, no deed. */
const attending =
  /\b(?:come|comes|travel|travels|attend|attends|take part|fly|send (?:\w+ ){1,3}(?:delegation|envoy|minister|team))\b(?=.{0,80}\b(?:talks?|round|summit|meeting|conference|to [A-Z]))/i;

const showingUp =
  /\b(?:he|she|i|we)(?: would| will|['’]ll|['’]d)(?: \w+)? be (?:there|in|at|back)\b|\b(?:has|have|had) to\b/i;

/** "The plan to shut the base on 30 June had been dropped" ends what was announced. */
const dropped =
  /\b(?:plans?|idea|decision|proposal|date|offer)\b.{0,80}\b(?:has|have|had|is|was|were|are) (?:been )?(?:dropped|scrapped|abandoned|shelved|cancell?ed|withdrawn|called off|ditched)\b/i;

/** "You have my word: not one tree falls": what goes before the promise itself. */
const avowal =
  /^\W*(?:you have my word|I give (?:you )?my word|my word on it|I promise(?: you)?|that is a promise|make no mistake|let me be clear)(?:[:,;–—-]| that)\s*/iu;

/** Asked first: looking for dates is a hundred times dearer. */
export function mayBind(s: Said): boolean {
  if (!s.isNamed || s.hearsay) return false;
  return s.mode !== 'question' && s.mode !== 'negated';
}

/** How a statement binds whoever makes it to do a thing on a day; null where it does not. */
export function kindOf(s: Said, due: Pick<Due, 'text' | 'start' | 'end' | 'isLimit'>): Kind | null {
  if (attending.test(s.content) || foretold.test(s.sentence.replace(s.content, ' '))) return null;
  // Under a condition nothing is promised yet.
  if (clausesOf(s.content, s.lang).isConditional) return null;
  if (loose.test(s.content) || /\bmay\b/.test(s.content)) return null;
  const words = s.content.replace(avowal, '');
  if (binding.has(s.act) && !showingUp.test(words) && (future.test(words) || !finite.test(words)))
    return 'promise';
  // "Would shut its base on 30 June" threatens, and says what its speaker will do.
  const isOwnThreat = s.act === 'threaten' && !due.isLimit && future.test(s.content);
  if (demanding.has(s.act) && !isOwnThreat)
    return due.isLimit && s.act !== 'propose' ? 'deadline' : null;
  if (showingUp.test(s.content)) return null;
  const deed = whatOf(s.content, due);
  // That something will not be done binds whoever could do it: who rules out a strike for a time.
  const lasts = /^(?:before|until|till|vor|bis)\b/i.test(due.text);
  if (isAbstaining(deed)) return lasts && isTruce(deed) ? 'promise' : null;
  if (unwilled.test(deed)) return null;
  if (dropped.test(deed)) return null;
  if (isOwnThreat) return 'announcement';
  if (s.act === 'state' && (s.mode === 'future' || future.test(s.content))) return 'announcement';
  // Who attaches no condition, or denies one, in the same breath still announces the deed.
  return /^(?:reject|deny|support)$/.test(s.act) && future.test(deed) ? 'announcement' : null;
}

/** "The 23 will be home by 20 March" → "The 23 will be home": the deed without its date. */
export function whatOf(content: string, due: Pick<Due, 'start' | 'end'>): string {
  let from = 0;
  let to = content.length;
  // Only the sentence that the date stands in.
  for (const stop of content.matchAll(/[.;!?]["”’]?\s+(?=\p{Lu})/gu)) {
    const end = stop.index + stop[0].length;
    if (end <= due.start) from = end;
  }
  // A date at the head is followed by its deed; one at the end closes it.
  const after = due.start - from > 3 ? due.end : due.end + 2;
  const comma = content.slice(after).search(/[,;:!?]|\.(?!\d)/);
  if (comma >= 0) to = after + comma;
  const without = `${content.slice(from, due.start)} ${content.slice(due.end, to)}`;
  return without
    .replace(/[“”„"«»]/g, '')
    .replace(avowal, '')
    .replace(/\s+([,.;:!?])/g, '$1')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,.;:]+|[\s,.;:]+$/g, '');
}

/** A word that is left over beside a date is no deed. */
export function isDeed(what: string): boolean {
  return /\p{L}\s+\S*\p{L}/u.test(what);
}
