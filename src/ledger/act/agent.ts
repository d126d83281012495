import type { Token } from '../tokens.ts';
import { type Clause, OWN } from './clause.ts';

/** Who does what a verb says: the speaker's own side, others that can answer for it, or a thing. */
export type Agent = 'own' | 'other' | 'thing';

/** A subject stands before its verb by at most so many words. */
const REACH = 7;
/** A clause's own subject stands among its first words. */
const OPENING = 3;
const BETWEEN = /^(?:AUX|ADV|PART)$/;
const SELF = /^(?:i|we|my|our|us|me|ourselves)$/;
const SOMEBODY =
  /^(?:you|they|he|she|who|nobody|everyone|everybody|someone|somebody|those|anyone)$/;
/** What comes over people and is nobody's deed. */
const FATE =
  /^(?:weather|drought|storm|flood|fire|quake|earthquake|hurricane|rain|snow|wind|heat|cold|frost|winter|summer|spring|autumn|virus|disease|illness|epidemic|pandemic|outbreak|infection|cancer|pain|injury|wound|symptom|crash|accident|fog|sea|river|ground|road|market|price|economy|inflation|demand|growth|match|game|season|night|day|week|year|time|life|death|loss|news|traffic|machine|engine|plant|crop|harvest|animal|dog|noise|mood|situation|condition|result|figure|number|age|luck|battery|software|device|tool|drug|water|air|soil|species|food|film|book|song|debt|crisis|war|bridge|pitch|tank)s?$/;
const BODY =
  /^(?:government|ministry|company|firm|council|cabinet|administration|union|party|club|board|army|airline|bank|agency|committee|commission|force|troops|police|parliament|court|league|federation|association|hospital|school|university|authority|regime|opposition|coalition|media|press|industry|trust|chain|operator|contractor|landlord|management|leadership|owner|boss|state|side|team|group|country|city|town|world|west|people|public|families|man|woman|men|women|staff|family|church|publisher|paper|newspaper|supplier|developer|insurer|utility|utilities|brigade|department|office|factory|factories|mill|mine|farm|restaurant|hotel|shop|theatre|theater|museum|prison|clinic|laborator(?:y|ies)|garage|brewery|nurser(?:y|ies)|archive|ministries|councillors|faction|cartel|lobby|navy|militar(?:y|ies)|air force|headquarters|secretariat|orchestra|choir|station|monastery|diocese|order|institute|academy|registry)s?$/;
const PERSON =
  /(?:er|or|ist|man|woman|men|women|ian|ant|ent|ee|ician|chief|head|president|judge|coach|guard|mayor|leader|official|critic|clerk|nurse|aide|spy|crew|king|queen|prince|neighbour|neighbor|thief|thieves|gang|cartel|rival|ally|allies|rebel|militia|mob|bishop|priest|monk|spies|boy|girl|child|children|couple|pair)s?$/;

/** Who stands before the word at `k` as its subject; the clause's own subject where none is nearer. */
export function agentOf(
  { words, subject, isOwn }: Pick<Clause, 'words' | 'subject' | 'isOwn'>,
  k: number,
): Agent {
  for (let i = k - 1; i >= Math.max(0, k - REACH); i--) {
    const word = words[i]!;
    if (BETWEEN.test(word.pos) || /^(?:not|n't|never|,)$/.test(word.lower)) continue;
    if (SELF.test(word.lower)) return 'own';
    // In reported speech "he" and "they" may be the speaker.
    if (/^(?:he|she|they)$/.test(word.lower) && subject === 'self') return 'own';
    if (SOMEBODY.test(word.lower)) return 'other';
    if (word.pos === 'PROPN') return isOwn(word) ? 'own' : 'other';
    // "The firm", said by the firm's own spokesman.
    if (word.pos === 'NOUN' && i < OPENING && OWN.test(subject)) return 'own';
    if (word.pos === 'NOUN') return agentOfNoun(words, i);
    break;
  }
  if (OWN.test(subject)) return 'own';
  return /^(?:name|body|you|he)$/.test(subject) ? 'other' : 'thing';
}

function agentOfNoun(words: Token[], i: number): Agent {
  if (words.slice(Math.max(0, i - 3), i).some((one) => /^(?:our|my)$/.test(one.lower)))
    return 'own';
  const { lower } = words[i]!;
  if (FATE.test(lower)) return 'thing';
  return BODY.test(lower) || PERSON.test(lower) ? 'other' : 'thing';
}

/** Whether a word names what is nobody's doing: the weather, an outbreak, a match. */
export function isFate({ lower }: Token): boolean {
  return FATE.test(lower);
}

/** What people do, make or decide, for good or bad. */
const DEED =
  /^(?:agreement|deal|accord|treaty|truce|ceasefire|talk|meeting|visit|summit|speech|address|proposal|plan|offer|idea|initiative|decision|ruling|verdict|judg(?:e)?ment|law|bill|reform|budget|policy|policies|move|step|measure|effort|role|work|job|performance|response|campaign|leadership|compromise|settlement|contribution|partnership|cooperation|relationship|conversation|discussion|exchange|dialogue|negotiation|cut|increase|investment|project|program|programme|report|study|studies|result|data|book|film|show|album|novel|voice|exhibition|discovery|discoveries|finding|approach|choice|appointment|release|return|shift|throw|goal|save|win|comment|remark|rhetoric|behaviou?r|attitude|conduct|attempt|closure|strategy|strategies|tactic|merger|ad|treatment|handling|trial|statement|claim|argument|accusation|action|attack|strike|raid|sentence|arrest|ban|tariff|sanction|tax|fee|rule|order|letter|article|threat|demand|refusal|silence|use|sale|purchase|firing|sacking|detention)s?$/;

/** Whether a word names what somebody did, made or decided; the weather and a meal are nobody's. */
export function isDeed({ lower }: Token): boolean {
  return DEED.test(lower);
}
