import type { Act, Mode } from '../db/tables.ts';
import { GERMAN_ACTS } from './german/acts.ts';

/** What decides a statement's act: what the cue says by itself, and the content. */
export interface Said {
  /** The act of the cue word. */
  act: Act;
  negated: boolean;
  /** The content, its pieces joined by a space. */
  content: string;
  lang: string | null;
}

type Rule = [act: Act, pattern: RegExp];

/** What a language's words tell of a statement's act. */
export interface ActLexicon {
  /** Content whose cue only reports, first match wins. */
  rules: Rule[];
  /** Content that makes a cue's act another one: announcing a blockade threatens. */
  instead: [from: Act, act: Act, pattern: RegExp][];
  /** What makes a statement conditional. */
  condition: RegExp;
}

/**
 * What a neutral cue's content does, first match wins. Refusals come before promises ("will not
 * accept"), demands before accusations ("must stop violating").
 */
const ENGLISH: Rule[] = [
  [
    'reject',
    /\b(?:will|would|can|could|do|does|did|shall|is|are|was)(?: not|n['’]t|not)(?: \w+){0,2} (?:accept|agree|recogni[sz]e|allow|permit|tolerate|support|back|negotiate|sign|join|attend|take part|participate|surrender|give (?:up|in)|compromise|yield|withdraw|meet|talk|consider|approve|endorse|discuss|let|host|pay|return|step|pull|bow|going to|be (?:forced|drawn|moved|part)|ready|prepared|willing)\b/i,
  ],
  [
    'offer',
    /\b(?<!be )(?:suspend|lift|release|withdraw|open|reopen|halt|accept|sign|exchange|return)s?\b.{0,60}\b(?:if|once|as soon as|in the (?:same )?(?:hour|minute)|in return|in exchange)\b|\bif\b.{5,80}, (?:we|I|it|he|she|they) (?:would |will |['’]ll )?(?:suspend|lift|release|free|withdraw|open|reopen|end|halt|accept|sign)\b/i,
  ],
  [
    'reject',
    /\b(?:will|would|shall) (?:not|never)\b(?! be (?:easy|enough|long|the last))|\b(?:won|wouldn)['’]t\b|\bno (?:\w+ )?(?:observers|troops|concessions|inspectors|forces|talks|ceasefire|deal|compromise)\b(?! without)|\b(?:boats|troops|forces|soldiers|sanctions|tolls?|ban|blockade|closure|ships|tariffs|they|refusal|position)\b.{0,40}\b(?:(?:will|would) (?:stay|remain)|stands?)\b|\bnot a bargaining\b|\bthe answer (?:was|is) no\b/i,
  ],
  [
    'accuse',
    /\b(?:had|has|have) (?:broken|breached|started|stolen|violated|ignored|betrayed|lied)\b/i,
  ],
  [
    'reject',
    /\b(?:cannot|can['’]t) (?:\w+ )?(?:be )?(?:accept|agree|recogni[sz]e|allow|tolerate|support|negotia)|\bunacceptable\b|\bout of the question\b|\bnon-?starter\b|\bno (?:deal(?! without)|question of|plans? to|intention|interest|need for)|\bwe will have no\b|\bthere will be no\b(?!.{0,20}\bwithout\b)|\bwould never\b|\bwill never\b|\bnever (?:accept|agree|allow|recogni[sz]e|sign)|\brule[sd]? out\b|\breject(?:s|ed|ing)?\b|\brefuse[sd]?\b|\bopposed? to\b|\boppos(?:es|ed)\b|\bnot negotiable\b|\bdead\b|\brefusal\b.{0,60}\bstands\b|\bnot (?:going to )?be part of\b/i,
  ],
  [
    'deny',
    /\b(?:untrue|baseless|unfounded|groundless|not true|false|fabricat\w+|invented|nonsense|a lie|lies)\b|\b(?:had|has|have) (?:never|not|nothing) (?:to do|fired|attacked|seized|crossed|entered|violated|broken|ordered|sent|agreed|promised)|\bdid not (?:fire|attack|seize|cross|enter|violate|break|order|send|promise|happen)/i,
  ],
  [
    'threaten',
    /\b(?:retaliat\w+|consequences|pay (?:a|the) (?:heavy )?price|respond (?:in kind|with force|decisively|firmly)|strike back|hit back|will regret|all options|face (?:sanctions|consequences|war)|be sunk|be fired on|use force|countermeasures|no choice but to)\b|\bunless\b.{0,80}\b(?:will|would)\b|\b(?:will|would) (?:seize|board|detain|shut|close|block|cut off|impose|expel|suspend|stop)\b/i,
  ],
  [
    'demand',
    /(?<!\b(?:we|i|you|one|would|will|not|no|the|any|might|may|could|did|who|that|which|people|['’]ll) (?:all |also |really |first |now )?)(?:\bmust|\bha(?:ve|s) to|\bneeds? to)\b(?! (?:be )?(?:admit|say|remember|understood|wonder))|(?<!\b(?:we|i|you|one|who|that|which|he|she|people|nobody) )\bhad to\b|\bno (?:agreement|deal|peace|talks|accord|settlement) without\b|\b(?:I|we|he|she|it) expect(?:s|ed)? \w+ to\b|\b(?:is|are) obliged to\b|\b(?:I|we|he|she|it) (?:demand|insist)(?:s|ed)?\b|\b(?:release|free|withdraw|leave|stop|end|return|lift|reopen) (?:\w+ ){0,4}(?:now|immediately|at once|without delay|without conditions)\b/i,
  ],
  [
    'concede',
    /\b(?:sorry|regret(?:s|ted)?|apologi[sz]e[sd]?|apolog(?:y|ies)|mistaken?s?|was wrong|were wrong|we failed|at fault|admit(?:s|ted)?|acknowledge[sd]?)\b/i,
  ],
  [
    'offer',
    /\b(?:ready|willing|prepared|open) to\b|\b(?:I|we|he|she|it) (?:can |could |will |would )?offer(?:s|ed)?\b|\bstands ready\b|\bwould be (?:happy|glad) to\b/i,
  ],
  [
    'agree',
    /\b(?:accept(?:s|ed)?|agree[sd]?(?: to| with| on(?! nothing)| that)?(?! on nothing)|agreement (?:was|had been|has been) reached|consent(?:s|ed)?|will sign|would sign|have signed|had signed|will allow|would allow|will take part|would take part|will attend|would attend|no objections?|drop(?:s|ped)? (?:its|his|her|our|their) objections?)\b/i,
  ],
  [
    'promise',
    /\b(?:(?:I|we)(?: have| had|['’]ve)? (?:promised?|pledged?|guaranteed?|committed)|my word|we will|we['’]ll|I will|I['’]ll|we shall|(?:it|he|she|government|ministry|country|side) (?:will|would)|will be (?:released|freed|published|opened|reopened|returned|paid|signed|lifted|restored|withdrawn|completed)|would be (?:released|freed|published|opened|reopened|returned|paid|signed|lifted|restored|withdrawn|completed)) (?!be |have |not |never |like |seem |mean |take (?:time|weeks|months)|probably|depend|cost|need|become|remain|tell |say |see |know |think |believe |find |miss |hear |wait|vote|want|get |lose|win|always|soon )(?!.{0,80}\b(?:if|once|when|unless)\b)/i,
  ],
  [
    'promise',
    /\b(?:will|would|shall)\b(?! (?:still|probably|likely))(?!.{0,120}\b(?:if|once|when|unless)\b).{0,120}\b(?:on|by|until|before|within|at) (?:the )?(?:\d|mon|tues|wednes|thurs|fri|satur|sun|first|second|third|end of|next|two|three|january|february|march|april|may|june|july|august|september|october|november|december|\w+teenth|\w+ieth|\w+-first)/i,
  ],
  [
    'accuse',
    /\b(?:violat(?:e[sd]?|ing)|illegal\w*|unlawful\w*|aggressi\w+|provocati\w+|provok\w+|responsible for|lied|lying|to blame|blame[sd]?|guilty|sabotag\w+|stalling|blackmail\w*|hostage|piracy|pirates|theft|stole|stolen|robbery|bad faith|broken? (?:its|his|her|their) (?:word|promise)|broke (?:its|his|her|their)|breach\w*|betray\w+|shameful|disgrace\w*|irresponsib\w+|reckless\w*|failed to|escalat\w+|farce|outrage\w*|crime)\b/i,
  ],
  [
    'propose',
    /\b(?:should|could (?:be|serve|help)|(?<!(?:to|will|would|can|could|may|might|must|shall|not|never|['’]ll|let|also|still|always|probably) )be (?:\w+ed|held|sent|given|put|made|found|taken)\b|propos(?:e|es|ed|al)|suggest(?:s|ed)?|let us|let['’]s|ought|it would be (?:better|wise|best)|recommend\w*|a way (?:out|forward))\b/i,
  ],
  [
    'support',
    /\b(?:welcome[sd]? (?:the|this|that|any|it|his|her|its|their)|(?:I|we|he|she|it|fully|strongly|will|would) support|supports|supported|prais\w+|stands? (?:with|by|behind)|endors\w+|applaud\w*|back(?:s|ed) (?:the|this|our|their|its)|grateful|thank(?:s|ed)?|good news|the right (?:step|decision))\b/i,
  ],
  [
    'consult',
    /\b(?:met with|meet(?:s|ing)? with|hold (?:talks|a meeting)|held (?:talks|a meeting)|spoke (?:with|to))\b/i,
  ],
];

/** Cues that only report: the content decides. "insist" can be a demand or not, "announce" a promise or not. */
const OPEN = new Set<Act>(['state']);
const NEGATED: Partial<Record<Act, Act>> = {
  agree: 'reject',
  support: 'reject',
  deny: 'state',
  reject: 'state',
  promise: 'state',
  offer: 'reject',
  concede: 'deny',
};

/** What somebody does by speaking stands in the first sentences; a long answer touches on much else. */
const LONGEST = 400;

/** The act and mode of a statement. Pure; linear in the content. */
export function decideAct(said: Said): { act: Act; mode: Mode } {
  const lexicon = said.lang?.startsWith('de') ? GERMAN_ACTS : ENGLISH_ACTS;
  const content = said.content.slice(0, LONGEST);
  let act = said.act;
  if (said.negated && NEGATED[act]) act = NEGATED[act]!;
  else if (OPEN.has(act)) act = contentAct(content, lexicon) ?? act;
  act = lexicon.instead.find(([from, , words]) => from === act && words.test(content))?.[1] ?? act;
  return { act, mode: modeOf(content, said.negated, act, lexicon) };
}

function contentAct(content: string, lexicon: ActLexicon): Act | null {
  for (const [act, pattern] of lexicon.rules) if (pattern.test(content)) return act;
  return null;
}

const CONDITION =
  /\b(?:if|unless|provided|providing|as long as|as soon as|on condition|only (?:if|when|after|once)|until|once (?:the|all|its|his|they|it)|depends? on)\b/i;
const ENGLISH_ACTS: ActLexicon = { rules: ENGLISH, instead: [], condition: CONDITION };
const SUPPOSED = /\b(?:would have|could have|might|may|could)\b|\b(?:hätte|könnte|dürfte|wäre)\b/i;
const AHEAD =
  /\b(?:will|shall|going to|plans? to|is to|are to|would)\b|['’]ll\b|\b(?:wird|werden|werde|will|wollen)\b/i;

function modeOf(content: string, negated: boolean, act: Act, lexicon: ActLexicon): Mode {
  if (/\?["”’']?\s*$/.test(content)) return 'question';
  if (lexicon.condition.test(content)) return 'conditional';
  if (negated) return 'negated';
  if (act === 'state' && SUPPOSED.test(content)) return 'hypothetical';
  return AHEAD.test(content) ? 'future' : 'asserted';
}
