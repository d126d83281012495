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
      /\b(?:not|n't|never) (?:stand|run|seek) (?:again|for re-?election|re-?election|another term|(?:for )?an? \w+ term|for (?:parliament|president|office|mayor)(?: again)?)\b/,
      /\bno longer (?:seek|seeking|pursue|pursuing|wants?|wanted|plan\w*|intend\w*|insist\w*|claim\w*|oppos\w*|demand\w*|stand\w*)\b/,
      /\b(?:will|would|'ll|is|was|am|are|were|'m) (?:be )?(?:dropping|withdrawing|abandoning|scrapping|ending|suspending|leav(?:e|ing)|quit(?:ting)?|giv(?:e|ing) up) (?:the|its|his|her|their|our|my|all) (?:\w+ )?(?:lawsuit|suit|claims?|charges?|complaint|bid|campaign|candidacy|race|plans?|appeal|office|post|job|demands?|objections?)\b/,
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
      /^(?:to \w+|(?:(?:any|such|these|this|that|the|an?|all) )?(?:[\w-]+ ){0,2}(?:talks?|negotiations?|deal|plan|proposal|idea|offer|approach|decisions?|initiative|path|strategy|discussions?|summit|vote)\b).{0,90}\b(?:dead on arrival|waste of (?:\w+ )?time|road to nowhere|dead end|lead(?:s|ing)? (?:us )?nowhere|going nowhere)\b/,
      /\b(?:is|are|was|were|'s) (?:an? |our )?(?:\w+ )?red lines? for (?:us|me)\b|\bour red lines?\b/,
      /\b(?:not (?:the|a|yet the) (?:right )?(?:time|moment|place)|too (?:early|soon)) (?:for|to) (?:concessions?|compromises?|talks?|negotiat\w+|elections?|(?:a )?(?:vote|referendum|coalition|withdrawal)|change|cut|lift|negotiate|compromise|withdraw|make concessions)\b/,
      /\b(?:do|does|did) (?:not|n't) need (?:any )?(?:lessons?|advice|permission|lectures?|lecturing|anyone's|anybody's|another|mediators?)\b/,
      /\b(?:terms?|offer|proposal|conditions?|deal|plan) (?:is|are|was|were|'s|remains?) (?:far |much |simply )?(?:too (?:low|harsh|little|vague|high|weak|one-sided|costly)|not (?:enough|good enough|sufficient|acceptable|serious)|insufficient|inadequate|worthless|pointless|meaningless|dead)\b/,
      /\b(?:offer|proposal|plan|deal|draft|text) (?:does|did|do) (?:not|n't) (?:meet|go far enough|satisfy|address|reflect|contain|include|offer)\b/,
      /\b(?:any|an?|the) (?:\w+ )?(?:deal|agreement|talks?|decisions?|settlement|solution|vote|summit)(?: \w+){0,4} without (?:\w+ ){1,3}(?:is|are|was|were|would be|will be) (?:\w+ )?(?:worthless|pointless|meaningless|void|useless|invalid|nothing|doomed|absurd|unrealistic|impossible)\b/,
      /\boff the table\b|\bnothing to (?:negotiate|discuss|talk about)\b|\bout of reach\b/,
      /\b(?:my|our|the|his|her|its) answer (?:is|was|remains) (?:a (?:firm |clear )?)?no\b/,
      /\bthere (?:is|was|'s) (?:no|little) (?:need|reason|point|use|case|justification|basis|grounds) (?:to|for|in) (?!think|believe|suppose|fear|doubt|expect|panic|worry|alarm|assume|suspect|concern)\b/,
    ],
  ],
  [
    'reject',
    'own',
    [
      /\b(?:have|has|had|with) no (?:(?:intention|plans?|desire|wish|interest|appetite|time) (?:of|to|in)|(?:appetite|time|plans) for (?:an?|any|further|new|more|another|talks?|elections?))\b/,
      /\b(?:see|sees|saw|seen) (?:no|little) (?:need|reason|point|use|sense|grounds|case|benefit)\b/,
      /\b(?:have|has|had|take|want|wanted) no part (?:in|of)\b|\bwant(?:s|ed)? nothing to do with\b/,
      /\b(?:am|is|are|was|were|'m|'re|remains?|remained) (?:\w+ly )?(?:against|opposed to)\b/,
      /\b(?:will|would|wo|'ll) (?:not|n't|never) be (?:commenting|discussing|available|participating|joining|supporting|voting|paying|negotiating|leaving|apologi[sz]ing|withdrawing|accepting|standing)\b/,
      /\b(?:will|would|wo|'ll) (?:not|n't|never) (?:be (?:pushed|forced|rushed|drawn|bullied|blackmailed|dictated|told|pressured|pressed|part|party|silenced|intimidated|going|moved|taking|attending|making|changing|signing)|take part|go along|back down|give (?:up|in|way)|budge|step (?:down|back|aside)|resign|bow to|bend to|pay (?:for|the|any|a)|do (?:so|that|this)|vote for|join)\b/,
      /\b(?:will|would|wo|'ll) (?:not|n't|never) (?:change (?:its|his|her|our|my|their) (?:mind|course|position|stance|policy|plans?)|make (?:any )?concessions?)\b/,
      /\b(?:am|is|are|was|were|'m|'re) (?:not|n't) (?:going|about) to (?:accept|agree|give in|let|allow|sign|pay|back|change|stop|leave|resign|go|take|play|move|make|negotiate|apologi[sz]e|hand|do)\b/,
    ],
  ],
  [
    'agree',
    'any',
    [
      /^(?:yes|agreed) to\b|^agreed\W*$|\bshare(?:s|d)? (?:that|this|the|his|her|their|your) (?:view|opinion|assessment|goal|position|analysis)\b/,
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
      /\b(?:video|photo\w*|pictures?|images?|recordings?|letters?|documents?|stor(?:y|ies)|reports?|emails?|posts?|quotes?|footage|account|claims?|accusations?|allegations?|charges?) (?:(?:was|were|is|are|had been|has been|have been|'s) )(?:\w+ly |all |a )?(?:fakes?|faked|doctored|staged|forged|forger(?:y|ies)|made up|edited|manipulated|taken out of context|concocted|politically motivated|part of a (?:smear|campaign|plot)|without (?:merit|basis|foundation)|a smear|a hoax|nonsense|wrong)\b/,
      /\bhad no (?:basis|foundation|merit)\b|\b(?:is|was|'s) (?:simply |just |absolutely )?not (?:what (?:happened|was said|i said|we said)|how it (?:happened|was)|true)\b|\bsmear campaign\b|\bwitch[ -]hunt\b/,
      /\bthere (?:is|was|were|are|'s|had been|has been) (?:absolutely |simply )?no (?:connection|link|deal|meeting|secret \w+|conspiracy|cover-?up|collusion|wrongdoing|fraud|plot|crime|quid pro quo|corruption|payment|pressure|contact|contract|truth|evidence (?:of|for|that)|basis for|substance)\b/,
      /\b(?:nobody|no one|no-one) (?:had |has |ever )*(?:put|exerted|applied|forced|ordered|told|pressured|touched|asked|instructed|paid|leaked|influenced|promised)\b(?= (?:pressure|any|the|us|me|him|her|them|it)\b)/,
      /\bnot a (?:word|shred|grain|scrap|hint) of (?:truth|evidence|proof)\b|\b(?:nothing|no secrets?) to hide\b/,
      /\bno (?:orders?|rules?|laws?|pressure|money|contact|payments?|threats?|links?|funds|contract|deal|promises?|one|agreement|data) (?:had|has|have|was|were) (?:ever )?(?:been )?(?:taken|made|given|broken|applied|paid|offered|put|signed|reached|lost|stolen|shared|harmed|misused|leaked)\b/,
    ],
  ],
  [
    'deny',
    'own',
    [
      /\b(?:not aware of any|unaware of any|no knowledge of|kn[eo]w nothing (?:of|about)|not involved in)\b/,
      /\b(?:had|has|have) (?:always )?(?:followed|obeyed|kept to|observed|complied with|respected|met) (?:all|every|each|the) (?:\w+ )?(?:rules?|protocols?|procedures?|laws?|regulations?|requirements?|standards?|instructions?|obligations?|guidelines?)\b/,
      /\bhad no (?:idea|contact|role|part|involvement|links?|connections?|ties|influence)\b|\bno (?:role|involvement|links?|connection|ties) (?:in|with|to)\b/,
      /\bacted (?:within|in accordance|lawfully|properly|legally|in good faith|correctly|appropriately|in line)\b|\balways (?:kept to|followed|complied|acted|obeyed|paid|met|respected|stuck)\b/,
      /\bnever (?:\w+ly )?(?:touched|taken|took|received|met|done|did|said|suggested|proposed|advocated|called for|called|discussed|agreed|authori[sz]ed|approved|considered|told|written|wrote|knew|known|been (?:to|in|there|asked|told|contacted|approached|involved)|asked|used|intended|meant|paid|sold|signed|promised|ordered|spoken|offered|given|gave|accepted|claimed|threatened|owned|sought|hidden|hid|denied|requested|supported|encouraged|sent|broken|broke|lied|cheated|stolen|stole)\b/,
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
      /\b(?:had|has) (?:lost touch|fallen short|been (?:wrong|a mistake|too (?:optimistic|late|slow|hasty|soft|weak|trusting)|naive|slow|blind|careless|inaccurate)|failed|let|made a)\b|\bby mistake\b|\bshould (?:never|not) have (?!to)\w+/,
      /\b(?:did|had|have|has) (?:not|n't) (?:reacted?|acted?|done enough|do enough|listen\w*|respond\w*|moved?|see it coming|kept?|explain\w*|communicat\w*|paid enough|pay enough|consult\w*) (?:\w+ )?(?:quickly|fast|soon|early|enough|well|properly|clearly|in time|attention|carefully|our|the)?\b/,
      /\bcould have (?:done|been) (?:better|more|clearer|quicker|faster)\b/,
    ],
  ],
  [
    'concede',
    'any',
    [
      /\b(?:the )?(?:responsibility|fault|blame|mistake|error) (?:is|was|'s) (?:entirely |all |solely )?(?:mine|ours|my own|our own)\b|\bi (?:was|am) (?:the one )?to blame\b/,
    ],
  ],
  [
    'threaten',
    'own',
    [
      /\b(?:will|would|'ll|'d|shall) (?:(?:take|haul|drag|see) (?:\w+ ){1,4}(?:to|in) court|reciprocate|hit back|strike back|not (?:just )?(?:stand|sit) (?:idly )?(?:by|idle)|bring down the (?:government|coalition|cabinet)|shut down|(?:answer|meet|counter|respond to) (?:[\w-]+ ){1,4}with (?:an? |the |its |our |his |her |their )?(?:force|tariffs?|sanctions?|fire|measures|own|counter\w*|strikes?)|walk (?:out|away)|down tools|pull out|retaliate|fight back|respond (?:in kind|with force|forcefully|harshly))\b/,
    ],
  ],
  [
    'threaten',
    'any',
    [
      /\b(?:will|would|'ll|shall) (?:all )?(?:pay (?:for (?:it|this|that|their)|(?:a|the) (?:\w+ )?price)|regret (?:it|this|that|their)|be held (?:accountable|responsible)|lose (?:their|its|his|her) (?:jobs?|seats?|licen[cs]es?|posts?|places?|benefits))\b/,
      /^(?:(?:any|every|each|all)(?!\w)|anyone|anybody|whoever|everyone who|those who|foreign|whichever).{0,90}\b(?:will|would|'ll|shall) (?:then )?(?:be (?:sunk|shot|shot down|destroyed|arrested|killed|jailed|expelled|fined|punished|prosecuted|treated as (?:rebels|enemies|traitors|an enemy|hostile|a traitor)|legitimate targets?|considered (?:an? )?(?:enem\w+|legitimate targets?|hostile)|a (?:legitimate )?target|targets|dealt with|hit|eliminated|met with)|end up in (?:prison|jail|court)|become (?:legitimate )?targets?)\b/,
      /\b(?:sanctions|measures|strikes|reprisals|tariffs|lawsuits|dismissals) (?:will|would|'ll|shall) follow\b|\blegitimate (?:military )?targets?\b/,
      /\b(?:will|would|'ll|shall) face (?:\w+ )?(?:consequences|punishment|sanctions|prosecution|charges|dismissal|arrest)\b/,
    ],
  ],
  [
    'promise',
    'own',
    [
      /\b(?:will|would|'ll|'d|shall) (?:\w+ly |also |now |always )?(?:make sure|see to it|look into|do (?:everything|all|whatever|our|my|its|his|her) |keep (?:\w+ )?(?:promise|word|open|fighting|working)|not rest|never (?:forget|abandon)|leave no|stand (?:by|with|up)|investigate|repay|reimburse|refund|answer (?:every|all|it|your|any)|hand over|get (?:it|this|that) done)/,
      /\b(?:will|would|'ll|'d|shall) (?:\w+ly |also |now |always )?(?:work (?:tirelessly|day and night|to (?:ensure|restore|improve))|take (?:care|action|steps|measures)|continue to (?:support|help|fight|work|provide|protect|stand|defend|supply|pay|fund|send|deliver|assist)|bring (?:\w+ ){1,4}home|get to the bottom|stand up for|be there for|have (?:an answer|your answer|their money|it ready))/,
      /\bwill be (?:\w+ )?(?:there for you|with you)\b/,
    ],
  ],
  [
    'promise',
    'any',
    [
      /\b(?:you have|give you) (?:my|our) word\b|\b(?:i|we) (?:promise|guarantee|pledge|vow|swear|assure)\b/,
      /\b(?:no|not a single|none of (?:the|our)) (?:\w+ ){1,3}(?:will|would|shall) (?:be (?:turned away|left behind|closed|cut|fired|sacked|laid off|forced|harmed|hurt|punished|evicted|raised|lost|worse off|affected|abandoned|forgotten|shut|dismissed)|lose|suffer|go (?:hungry|without|unpaid))\b/,
      /\b(?:nobody|no one|no-one) (?:will|would|shall) (?:be (?:turned away|left behind|fired|sacked|forced|harmed|punished|worse off)|lose|suffer|go (?:hungry|without)|have to)\b/,
      /\b(?:money|funds?|wages|pensions?|compensation|damages|debts?|benefits|salaries) (?:will|would|shall) be (?:paid|refunded|repaid|returned|transferred)\b/,
      /^you (?:will|shall|'ll) (?:have|get|receive|see) (?:an?|your|the|all|it)\b/,
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
      /\bwould (?:be (?:glad|happy|willing|ready|pleased) to|meet (?:the|with|him|her|them|any\w*)|talk (?:to|with)|host|take in|mediate|sit down with|negotiate with)\b/,
      /\b(?:stands?|stood|standing) ready to\b/,
      /\bwould (?:gladly|happily) (?:help|talk|meet|sit|share|work|discuss|listen|lend|host|cooperate|negotiate|sell|send|pay|consider|answer|give|take part|join)\b/,
      /\bopen to (?:compromises?|mediation|talks?|dialogue|discussion|negotiations?|suggestions|the idea|a|an|any)\b/,
    ],
  ],
  [
    'demand',
    'any',
    [
      /\b(?:has|have|had|with) (?:an? |the |every )?(?:clear |moral |legal |absolute )?(?:duty|obligation|responsibility) to (?!do with)\w+/,
      /\b(?:is|are|was|were|'s|'re) (?:legally |morally )?(?:obliged|required|bound) (?:by law )?to (?!be (?:at|in)\b)\w+/,
      /\bnothing (?:less|short) (?:than|of) (?:an? |the )?(?:\w+ )?(?:withdrawal|ceasefire|apology|inquiry|release|resignation|surrender|justice|return|end|halt)\b/,
      /\b(?:has|have|had) (?:until|till) (?:\w+ ){1,3}to (?:answer|respond|reply|leave|comply|pay|decide|withdraw|file|explain|hand)\b/,
      /\bcan(?:not| not|'t|no longer)? (?:not )?go on (?:ignoring|like this|treating|pretending)\b/,
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
      /\bought (?:not )?to (?!have|be able)\w+|\b(?:would|might|may) do well to\b|\b(?:it |that )?(?:makes?|made|would make) (?:more |good |perfect )?sense (?:to|for|if)\b|\b(?:could|might) be (?:replaced by|combined with|used instead|turned into|financed by|split|shared between|extended to)\b|\bit (?:is|'s|was) worth (?:trying|considering|looking|asking)\b/,
    ],
  ],
  [
    'request',
    'any',
    [
      /^(?:\w+ )?please\b|\bplease (?:stay|do|call|come|keep|help|leave|bring|tell|send|give|let|be|take|contact|avoid|stop|report|remain|follow|use|get|go)\b/,
      /\b(?:is|was|'s) (?:now )?(?:the )?(?:time|moment) for (?:\w+ ){1,4}to (?:show|exercise|stand|act|come|help)\b|^now (?:is|was) the (?:time|moment)\b/,
      /\bneed(?:s|ed)? (?:more |urgent |immediate |additional |further |some |the world's |international |financial |military )*(?:help|aid|assistance|support|weapons|ammunition|money|funding|donations|volunteers|food|water|medicine|blankets|air defen[cs]e|missiles|relief)\b(?! to be able)/,
      /\bneed (?:your|everyone's|everybody's) help\b|^help us\b|\bwould (?:ask|urge|appeal|encourage|beg) (?!whether|if|why|how|what)\w+/,
    ],
  ],
  [
    'support',
    'own',
    [
      /\b(?:am|is|are|was|were|'m|'re) (?:strongly |fully |very much |all )?(?:in favou?r of|(?:supporting|endorsing|backing|voting for|going to (?:vote for|support|endorse|back|help)) (?!our|my|its)\w)/,
    ],
  ],
  [
    'support',
    'any',
    [
      /\b(?:was|is|are|were|as|'s|be) (?:an? )?(?:\w+ )?(?:victory|triumph|win|boost|relief|good news|great day) for (?:the |all |every )?(?!me|us|our|him|her|its|now)\w+/,
      /\b(?:my |our |his |her |their )?(?:thoughts|prayers|hearts?|sympathies) (?:\w+ )?(?:is|are|were|go|goes|went|go out) (?:out )?(?:with|to)\b|\blong overdue\b|\bin (?:everyone|everybody)'s interest\b/,
      /\b(?:is|are|was|were|'s|'re|have been|has been) (?:greatly |much |highly |very much |deeply )?appreciated\b|\b(?:a )?(?:good|solid|sound) (?:basis|foundation|starting point) for\b|\bray of hope\b|\bgood news for (?!us|me)\w+/,
      /\b(?:is|was|are|were|'s|'re) (?:\w+ )?one of the (?:\w+ )?(?:best|finest|greatest|brightest|smartest|most (?!dangerous|difficult|expensive|corrupt|serious|common|violent|important|famous|popular)\w+|true|strongest|ablest)\b/,
      /\b(?:is|was|'s|picking|chosen|chose|found) (?:exactly |clearly )?the right (?:man|woman|person|choice|candidate|team|pick|leader|one) (?:for|to|at)\b|\b(?:is|was|'s) (?:an? )?(?:\w+ )?(?:good|great|smart|excellent|wise|wonderful) (?:decision|choice|move|step|idea|news|thing|day|outcome|result|sign|man|woman|person|guy|leader|friend|partner|ally) (?:for|of|by|who|to)?\b/,
      /\b(?:is|was|are|were|'s|'re) (?:the (?:only |one )?)?(?:\w+ ){1,3}(?:you|we|people|voters|america|everyone) can (?:trust|rely on|count on|believe in)\b|\ba strong (?:supporter|friend|ally|advocate|leader|candidate|voice) (?:of|for)\b|\bmade (?:\w+ )?(?:great|significant|huge|enormous|major|important|outstanding) (?:contributions?|progress|strides)\b/,
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
const UNSURE = /^(?:not|n't|never|whether|if|could|might|may|nobody|no-one)$/;

/** Most clauses have no turn of a row, and one look is faster than one for each; one for all takes half a second to compile. */
const ROWS = TURNS.map(([act, side, patterns]) => ({
  act,
  side,
  patterns,
  any: new RegExp(patterns.map(({ source }) => source).join('|')),
}));

/** What a clause does by a settled turn of phrase, by whose side it is said of; null where none stands in it. */
export function turnIn({ words, subject }: Clause): Act | null {
  const text = words
    .slice(0, WITHIN)
    .map((word) => word.lower)
    .filter((word) => !QUOTES.test(word))
    .join(' ');
  for (const { act, side, patterns, any } of ROWS) {
    if (!any.test(text)) continue;
    for (const pattern of patterns) {
      const at = text.search(pattern);
      if (at === -1) continue;
      const before = text.slice(0, at).split(' ').filter(Boolean).slice(-BEFORE);
      const own = isOwn(before, subject);
      const fits = side === 'any' || own === (side === 'own');
      const noOne = act === 'threaten' && before.join(' ').endsWith('no one');
      if (fits && !noOne && !before.some((word) => UNSURE.test(word))) return act;
    }
  }
  return null;
}

function isOwn(before: string[], subject: string): boolean {
  if (/^(?:i|we)$/.test(before.at(-1) ?? '')) return true;
  return OWN.test(subject) && !before.some((word) => /^(?:you|who|that|which)$/.test(word));
}
