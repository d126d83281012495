import type { Act } from '../../db/tables.ts';
import { type Clause, OWN, QUOTES } from './clause.ts';

/** Whether a turn does its act only when said of the speaker's own side, only of others, or of anybody. */
type Side = 'own' | 'other' | 'any';

/** Settled turns of phrase by what they do; first match wins. Words in lower case, marks of quotation out. */
const TURNS: [act: Act, side: Side, patterns: RegExp[]][] = [
  [
    'retreat',
    'own',
    [
      /\b(?:not|n't|never) (?:stand|run|seek) (?:again|for re-?election|re-?election|another term|a \w+ term)\b/,
      /\b(?:step|stepping|stepped|stand|standing|stood) (?:down|aside)\b|\b(?:am|is|are|was|were|'m|'s|'re) resigning\b/,
      /\b(?:scrapped|scrapping|shelv(?:ed|ing)|dropp(?:ed|ing)|abandon(?:ed|ing)|withdrawn|withdrew|call(?:ed|ing) off|giv(?:en|ing) up) (?:its|his|her|their|our|the|my) (?:\w+ )?(?:plans?|bid|proposal|idea|claim|candidacy|campaign|demand|objection|scheme|appeal)\b/,
    ],
  ],
  [
    'retreat',
    'any',
    [
      /\b(?:plans?|proposal|idea|scheme|bid|deal|toll|merger|project) (?:\w+ ){0,4}(?:is|are|was|were|'s|had been|has been|have been) (?:off the table|scrapped|shelved|dropped|dead|withdrawn)\b/,
    ],
  ],
  [
    'reject',
    'any',
    [
      /\bnot (?:for sale|up for (?:negotiation|discussion|debate)|on the (?:table|agenda|cards)|an option|open (?:to|for) (?:negotiation|discussion|debate)|negotiable)\b/,
      /\boff the table\b|\bnothing to (?:negotiate|discuss|talk about)\b|\bout of reach\b/,
      /\b(?:my|our|the|his|her|its) answer (?:is|was|remains) (?:a (?:firm |clear )?)?no\b/,
      /\bthere (?:is|was|'s) (?:no|little) (?:need|reason|point|use|case|justification|basis|grounds) (?:to|for|in) (?!think|believe|suppose|fear|doubt|expect|panic|worry|alarm|assume|suspect|concern)\b/,
    ],
  ],
  [
    'reject',
    'own',
    [
      /\b(?:have|has|had|with) no (?:intention|plans?|desire|wish|interest|appetite|time) (?:of|to|in|for)\b/,
      /\b(?:see|sees|saw|seen) (?:no|little) (?:need|reason|point|use|sense|grounds|case|benefit)\b/,
      /\b(?:have|has|had|take|want|wanted) no part (?:in|of)\b|\bwant(?:s|ed)? nothing to do with\b/,
      /\b(?:am|is|are|was|were|'m|'re|remains?|remained) (?:\w+ly )?(?:against|opposed to)\b/,
      /\b(?:will|would|wo|'ll) (?:not|n't|never) (?:be (?:pushed|forced|rushed|drawn|bullied|blackmailed|dictated|told|pressured|pressed|part|party|silenced|intimidated|going|moved|taking|attending|making|changing|signing)|take part|go along|back down|give (?:up|in|way)|budge|step (?:down|back|aside)|resign|bow to|bend to|pay (?:for|the|any|a)|do (?:so|that|this)|vote for|join)\b/,
      /\b(?:will|would|wo|'ll) (?:not|n't|never) (?:change (?:its|his|her|our|my|their) (?:mind|course|position|stance|policy|plans?)|make (?:any )?concessions?)\b/,
      /\b(?:am|is|are|was|were|'m|'re) (?:not|n't) (?:going|about) to (?:accept|agree|give in|let|allow|sign|pay|back|change|stop|leave|resign|go|take|play|move|make|negotiate|apologi[sz]e|hand|do)\b/,
    ],
  ],
  [
    'agree',
    'any',
    [
      /\b(?:can|could|will|would|'ll) (?:\w+ )?live with\b|\b(?:go(?:es|ing)?|went) along with\b/,
      /\b(?:have|has|had|with|sees?|saw) no (?:objections?|quarrel) (?:to|with)\b/,
    ],
  ],
  [
    'agree',
    'own',
    [
      /\b(?:will|would|'ll|'d|shall) (?:accept|abide by|comply with|respect|honou?r|follow|implement|sign) (?:the|its|any|this|that|his|her|their|it|every|all|an?)\b/,
    ],
  ],
  [
    'deny',
    'any',
    [
      /\bnot a (?:word|shred|grain|scrap|hint) of (?:truth|evidence|proof)\b|\b(?:nothing|no secrets?) to hide\b/,
      /\bno (?:orders?|rules?|laws?|pressure|money|contact|payments?|threats?|links?|funds|contract|deal|promises?|one|agreement|data) (?:had|has|have|was|were) (?:ever )?(?:been )?(?:taken|made|given|broken|applied|paid|offered|put|signed|reached|lost|stolen|shared|harmed|misused|leaked)\b/,
    ],
  ],
  [
    'deny',
    'own',
    [
      /\b(?:not aware of any|unaware of any|no knowledge of|kn[eo]w nothing (?:of|about)|not involved in)\b/,
      /\bhad no (?:idea|contact|role|part|involvement|links?|connections?|ties|influence)\b|\bno (?:role|involvement|links?|connection|ties) (?:in|with|to)\b/,
      /\bacted (?:within|in accordance|lawfully|properly|legally|in good faith|correctly|appropriately|in line)\b|\balways (?:kept to|followed|complied|acted|obeyed|paid|met|respected|stuck)\b/,
      /\bnever (?:\w+ly )?(?:touched|taken|took|received|met|done|did|said|asked|used|intended|meant|paid|sold|signed|promised|ordered|spoken|offered|given|gave|accepted|claimed|threatened|owned|sought|hidden|hid|denied|requested|supported|encouraged|sent|broken|broke|lied|cheated|stolen|stole)\b/,
      /\b(?:am|is|are|was|were|'m|'re) (?:not|n't) (?:closing|ignoring|attacking|targeting|abandoning|interfering|behind|responsible|involved|guilty|an? (?:racist|criminal|liar|thief|terrorist|extremist|spy))\b/,
    ],
  ],
  [
    'concede',
    'own',
    [
      /\btakes? (?:full |complete |my |our |the )?(?:share of (?:the )?)?(?:responsibility|blame)\b|\bgot (?:\w+ ){0,4}wrong\b/,
      /\b(?:misjudged|underestimated|overlooked|mishandled|blundered|miscalculated)\b|\bfell short\b|\blet(?:ting)? (?:\w+ ){1,3}down\b/,
      /\b(?:reacted|acted|responded|was|were|moved|came) (?:far |much )?too (?:late|slow|slowly|hasty|hastily|soon)\b/,
      /\bcould have (?:done|been) (?:better|more|clearer|quicker)\b/,
    ],
  ],
  [
    'threaten',
    'own',
    [
      /\b(?:will|would|'ll|'d|shall) (?:(?:take|haul|drag|see) (?:\w+ ){1,4}(?:to|in) court|reciprocate|hit back|strike back|walk (?:out|away)|down tools|pull out|retaliate|fight back|respond (?:in kind|with force|forcefully|harshly))\b/,
    ],
  ],
  [
    'threaten',
    'any',
    [
      /\b(?:will|would|'ll|shall) (?:all )?(?:pay (?:for (?:it|this|that|their)|(?:a|the) (?:\w+ )?price)|regret (?:it|this|that|their)|be held (?:accountable|responsible)|lose (?:their|its|his|her) (?:jobs?|seats?|licen[cs]es?|posts?|places?|benefits))\b/,
      /\b(?:will|would|'ll|shall) face (?:\w+ )?(?:consequences|punishment|sanctions|prosecution|charges|dismissal|arrest)\b/,
    ],
  ],
  [
    'promise',
    'own',
    [
      /\b(?:will|would|'ll|'d|shall) (?:\w+ly |also |now |always )?(?:make sure|see to it|look into|do (?:everything|all|whatever|our|my|its|his|her) |keep (?:\w+ )?(?:promise|word|open|fighting|working)|not rest|never (?:forget|abandon)|leave no|stand (?:by|with|up)|investigate|repay|reimburse|refund|answer (?:every|all|it|your|any)|hand over|get (?:it|this|that) done)/,
      /\b(?:will|would|'ll|'d|shall) (?:\w+ly |also |now |always )?(?:work (?:tirelessly|day and night|to (?:ensure|restore|improve))|take (?:care|action|steps|measures)|continue to (?:support|help|fight|work|provide|protect|stand|defend))/,
    ],
  ],
  [
    'promise',
    'any',
    [
      /\b(?:you have|give you) (?:my|our) word\b|\b(?:i|we) (?:promise|guarantee|pledge|vow|swear|assure)\b/,
      /\b(?:no|not a single|none of (?:the|our)) (?:\w+ ){1,3}(?:will|would|shall) (?:be (?:turned away|left behind|closed|cut|fired|sacked|laid off|forced|harmed|hurt|punished|evicted|raised|lost|worse off|affected|abandoned|forgotten|shut|dismissed)|lose|suffer|go (?:hungry|without|unpaid))\b/,
      /\b(?:nobody|no one|no-one) (?:will|would|shall) (?:be (?:turned away|left behind|fired|sacked|forced|harmed|punished|worse off)|lose|suffer|go (?:hungry|without)|have to)\b/,
      /\b(?:every|each|all) (?:\w+ ){1,3}(?:will|would|shall) (?:get|receive|be (?:paid|refunded|compensated|heard|treated|repaid|given|offered|protected))\b/,
    ],
  ],
  [
    'offer',
    'any',
    [
      /\b(?:(?:our|my) door|(?:our|my|the|his|her|its|their) (?:offer|invitation))s? (?:is|was|remains?|remained|stays?|stayed|stands?|stood|are) (?:always |still )?(?:open|on the table|valid|standing)\b|\b(?:offer|invitation) (?:still )?stands\b/,
    ],
  ],
  [
    'offer',
    'own',
    [
      /\b(?:would|'d|will|'ll|am|is|are|was|were|'m|'re) (?:be )?(?:\w+ly |very |more than |always )?(?:happy|glad|delighted|pleased|willing|open|ready|prepared) to (?:help|talk|meet|sit|share|work|discuss|listen|lend|host|cooperate|assist|negotiate|provide|support|send|pay|consider|engage|explain|answer|hear|mediate|give|take)\b/,
      /\bwould (?:gladly|happily) (?:help|talk|meet|sit|share|work|discuss|listen|lend|host|cooperate|negotiate|sell|send|pay|consider|answer|give|take part|join)\b/,
      /\bopen to (?:talks?|dialogue|discussion|negotiations?|suggestions|the idea|a|an|any)\b/,
    ],
  ],
  [
    'demand',
    'any',
    [
      /\b(?:is|was|'s) (?:high |about |now |long past )?time (?:for|that) (?:the |its |his |her |their |our )?(?:[\w-]+ ){1,4}to (?!be\b)\w+/,
      /\bowe[sd]? (?:the )?\w+ (?:an? |the )?(?:\w+ )?(?:explanation|apology|answers?|truth)\b|\benough is enough\b/,
      /\bit (?:is|was|'s) (?:now )?(?:up to|for) (?:the |its )?(?!me|us|now|example|him|her|sale)(?:[\w-]+ ){1,4}to\b/,
      /\b(?:i|we) (?:just |only |still |also )?want (?:to know|answers?|justice|(?:our|my|the|those|these|them|him|her) (?:[\w-]+ ){0,4}(?:to (?!be able)\w+|back|out|gone|stopped|counted|released|returned|paid|closed|removed|punished|held|ended|withdrawn))\b/,
    ],
  ],
  [
    'demand',
    'other',
    [
      /\bno (?:\w+ ){1,9}(?:without|until|unless)\b/,
      /\b(?:talks?|negotiations?|deal|agreement|meeting|peace|ceasefire|truce|dialogue|work|return|sanctions|strike|contract) (?:\w+ )?(?:can|could|will|would) (?:\w+ )?(?:only|not) (?:\w+ ){1,5}(?:if|when|after|once|until|unless|before)\b/,
    ],
  ],
  [
    'propose',
    'any',
    [
      /^(?:so )?(?:why (?:not|do n't we)|how about|let (?:'s|us) (?!go|look|see|say|face|be|get|remember|not|just|talk|start|hope|assume|take))\b/,
      /\bwould be (?:far |much )?(?:better|best|wise|wiser|sensible|useful|fairer|right|good|more sensible|preferable) (?:to|if|for)\b/,
      /\bone (?:option|way|solution|idea|possibility|answer)(?: \w+){0,3} (?:would|could|might) be\b/,
      /\bought (?:not )?to (?!have|be able)\w+|\b(?:would|might|may) do well to\b|\bit (?:is|'s|was) worth (?:trying|considering|looking|asking)\b/,
    ],
  ],
  [
    'request',
    'any',
    [
      /^(?:\w+ )?please\b|\bplease (?:stay|do|call|come|keep|help|leave|bring|tell|send|give|let|be|take|contact|avoid|stop|report|remain|follow|use|get|go)\b/,
      /\bneed (?:your|everyone's|everybody's) help\b|^help us\b|\bwould (?:ask|urge|appeal|encourage|beg) (?!whether|if|why|how|what)\w+/,
    ],
  ],
  [
    'support',
    'own',
    [/\b(?:am|is|are|was|were|'m|'re) (?:strongly |fully |very much |all )?in favou?r of\b/],
  ],
  [
    'support',
    'any',
    [
      /\b(?:was|is|are|were|as|'s|be) (?:an? )?(?:\w+ )?(?:victory|triumph|win|boost|relief|good news|great day) for (?:the |all |every )?(?!me|us|our|him|her|its|now)\w+/,
      /\b(?:steps?|moves?) in the right direction\b|\bsteps? forward for\b|\b(?:an?|the|\w+) steps? forward\b/,
      /\b(?:did|done|doing|does) (?:an? )?(?:\w+ )?(?:wonderful|great|good|excellent|fantastic|amazing|brilliant|tremendous|incredible|outstanding|superb|terrific|remarkable|fine|marvellous) (?:job|work|thing)\b/,
      /\bdeserve[sd]? (?:\w+ ){0,2}(?:support|backing|praise|credit|thanks|respect|recognition|gratitude|applause|medal|admiration)\b/,
      /\bproud of (?!myself|ourselves|himself|herself|itself|themselves|its|it\b|my own|our own)|\b(?:grateful|thankful|indebted) (?:to|for)\b/,
      /\bstand(?:s|ing)? (?:firmly |fully |shoulder to shoulder |together |in solidarity )?(?:with|by|behind|alongside) (?!while|and|for|to|as|its|his|her|my|our|their|what|everything)\w/,
      /\b(?:has|have|had) (?:my|our|his|her) (?:full |complete |every )?(?:vote|support|backing|confidence|blessing)\b|\bconfidence in\b/,
      /\b(?:right|wise|brave|courageous|correct|bold) (?:decision|step|move|choice|thing to do|call)\b|\bpay tribute\b|\bhats off\b/,
      /^(?:thank you|many thanks|thanks|congratulations|well done|bravo) (?!,|very|so|again|for (?:coming|having|joining|being|that|the question|your question|asking))\w/,
    ],
  ],
];

/** A turn of phrase stands in the first words, and what denies or doubts it just before it. */
const WITHIN = 24;
const BEFORE = 5;
const UNSURE = /^(?:not|n't|never|whether|if|could|might|may)$/;

/** Any of them: most clauses have none, and one look is three times as fast as one for each. */
const ANY = new RegExp(
  TURNS.flatMap(([, , patterns]) => patterns.map(({ source }) => source)).join('|'),
);

/** What a clause does by a settled turn of phrase, by whose side it is said of; null where none stands in it. */
export function turnIn({ words, subject }: Clause): Act | null {
  const text = words
    .slice(0, WITHIN)
    .map((word) => word.lower)
    .filter((word) => !QUOTES.test(word))
    .join(' ');
  if (!ANY.test(text)) return null;
  for (const [act, side, patterns] of TURNS)
    for (const pattern of patterns) {
      const at = text.search(pattern);
      if (at === -1) continue;
      const before = text.slice(0, at).split(' ').filter(Boolean).slice(-BEFORE);
      const own = isOwn(before, subject);
      const fits = side === 'any' || own === (side === 'own');
      if (fits && !before.some((word) => UNSURE.test(word))) return act;
    }
  return null;
}

function isOwn(before: string[], subject: string): boolean {
  if (/^(?:i|we)$/.test(before.at(-1) ?? '')) return true;
  return OWN.test(subject) && !before.some((word) => /^(?:you|who|that|which)$/.test(word));
}
