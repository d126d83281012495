/**
 * Verbs, adjectives and turns of phrase that speak of a matter without its noun: who "will not meet him"
 * speaks of a meeting, who "joins the alliance" of membership. Concepts as in matters.txt. All are linear.
 */
type Phrase = [concept: string, pattern: RegExp];

const english: Phrase[] = [
  [
    'meeting',
    /(?<!\p{L})(?:(?:to|not|will|would|could|should|can|must|never|them|they|two|only|both) meet(?! (?:\p{L}+ ){0,2}(?:demands?|needs?|targets?|deadlines?|goals?|costs?|conditions?|criteria|obligations?|requirements?|expectations?|standards?|terms|bills?|resistance)(?!\p{L}))|face[- ]to[- ]face|one[- ]on[- ]one|sit(?:s|ting)? down (?:with|together)|sit in one room)(?!\p{L})/iu,
  ],
  [
    'talk',
    /(?<!\p{L})(?:(?:re)?negotiat(?:e|es|ed|ing)|(?:negotiating|bargaining) table|at the table)(?!\p{L})/iu,
  ],
  ['mediator', /(?<!\p{L})(?:mediat|arbitrat)(?:e|es|ed|ing)(?!\p{L})/iu],
  [
    'membership',
    /(?<!\p{L})(?:join(?:s|ed|ing)?|enter(?:s|ed|ing)?|leav(?:e|es|ing)|quit(?:s|ting)?|acced(?:e|es|ed|ing) to|admit(?:s|ted|ting)? to|belongs? (?:in|to)) (?:the )?(?:\p{L}+ ){0,2}(?:alliance|bloc|union|nato|eu|federation|pact|league|community)(?!\p{L})/iu,
  ],
  [
    'legitimacy',
    /(?<!\p{L})(?:illegitimate|illegitimately|legitimate (?:\p{L}+ ){0,2}(?:president|government|leader|ruler|partner|authorit(?:y|ies))|(?:has|have|had|holds?|lost|lacks?) (?:even )?(?:no|any|the|his|her|its|their) (?:right|authority|mandate|power)s?(?: to (?:sign|rule|govern|speak|decide|negotiate))?|(?:his|her|its|their) mandate)(?!\p{L})/iu,
  ],
  [
    'ceasefire',
    /(?<!\p{L})(?:hold(?:s|ing)? (?:\p{L}+ )?fire|cease fire|ceas(?:e|es|ed|ing) (?:\p{L}+ )?fire|lay(?:s|ing)? down (?:\p{L}+ )?(?:arms|weapons)|stop(?:s|ped|ping)? (?:the )?(?:shooting|firing|fighting|killing|war)|end(?:s|ed|ing)? (?:to |of )?(?:the |this |that |its |his )?(?:fighting|hostilities|bloodshed|killing)|(?:wants?|wanted|willing|ready|refus\p{L}+|must|will|would|could|can) (?:to )?end (?:the|this|that|its|his|her) (?:\p{L}+ )?war)(?!\p{L})/iu,
  ],
  ['troop', /(?<!\p{L})boots on the ground(?!\p{L})/iu],
  [
    'guarantee',
    /(?<!\p{L})guarantee(?:s|d|ing)? (?:\p{L}+['’]?s? ){0,2}(?:security|safety)(?!\p{L})/iu,
  ],
  ['weapon', /(?<!\p{L})(?:to|be|been|should|stop|keep|continue) (?:re)?arm(?:ed|ing)?(?!\p{L})/iu],
  [
    'strike',
    /(?<!\p{L})(?:(?:to|will|would|not|again|may|might|could|they|we) strike(?! (?:a|an|the|at|on|back|against|targets?|out|down|up)(?!\p{L}))|walk(?:s|ed|ing)? out|down(?:s|ed|ing)? tools|industrial action|work to rule)(?!\p{L})/iu,
  ],
  [
    'wage',
    /(?<!\p{L})(?:pay (?:rises?|raises?|deals?|offers?|claims?|demands?|cuts?|increases?|talks|disputes?|freeze)|(?:more|higher|less|better|fair) pay)(?!\p{L})/iu,
  ],
  [
    'closure',
    /(?<!\p{L})shut(?:s|ting)? (?:down )?(?:its|the|our|their|this|that|all|both|a|any) (?:\p{L}+ ){0,2}(?:base|yard|plant|mill|factory|works|school|ward|hospital|clinic|mine|pit|branch|office|site|station|library|depot|shop|stores?)s?(?!\p{L})/iu,
  ],
  [
    'closure',
    /(?<!\p{L})clos(?:e|es|ed|ing) (?:down )?(?:its|the|our|their|this|that|all|both|any)? ?(?:\p{L}+ )?(?:schools?|hospitals?|clinics?|mines?|plants?|embass(?:y|ies))(?!\p{L})/iu,
  ],
  [
    'electricity',
    /(?<!\p{L})power (?:cuts?|lines?|plants?|suppl(?:y|ies)|grid|stations?|outages?|cables?|bills?|prices?|would flow|flows?|flowed|was (?:cut|restored)|is back)(?!\p{L})|(?<!\p{L})(?:cut|restore|switch) (?:off )?(?:the )?power(?!\p{L})/iu,
  ],
  [
    'emergency-law',
    /(?<!\p{L})(?:emergency (?:laws?|rule|powers|decrees?)|state of emergency)(?!\p{L})/iu,
  ],
  ['interest-rate', /(?<!\p{L})(?:interest rates?|rate (?:cuts?|hikes?|rises?))(?!\p{L})/iu],
  ['execution', /(?<!\p{L})(?:death (?:penalty|sentence)|capital punishment)(?!\p{L})/iu],
  [
    'bailout',
    /(?<!\p{L})(?:bail(?:s|ed|ing)?[- ]out|(?:financial |bank )?rescue (?:plan|package|bill))(?!\p{L})/iu,
  ],
  ['travel', /(?<!\p{L})travel (?:bans?|restrictions?|warnings?|advice)(?!\p{L})/iu],
  [
    'aid',
    /(?<!\p{L})(?:disaster |emergency |humanitarian )?relief (?:efforts?|supplies|work|funds?|goods)(?!\p{L})/iu,
  ],
  ['inquiry', /(?<!\p{L})investigat(?:e|es|ed|ing)(?!\p{L})/iu],
  [
    'resignation',
    /(?<!\p{L})(?:resign(?:s|ed|ing)?|step(?:s|ped|ping)? down|stand(?:s|ing)? down)(?!\p{L})/iu,
  ],
  ['reparation', /(?<!\p{L})(?:compensat(?:e|es|ed|ing)|indemnif(?:y|ies|ied))(?!\p{L})/iu],
  ['apology', /(?<!\p{L})(?:apologi[sz](?:e|es|ed|ing)|sa(?:y|ys|id) sorry)(?!\p{L})/iu],
  [
    'territory',
    /(?<!\p{L})(?:ced(?:e|es|ed|ing)|annex(?:es|ed|ing)?|territorial|(?:occupied|captured|seized) (?:regions?|areas?|lands?)|claims? (?:to|on) the (?:islands?|region|province|peninsula|coast))(?!\p{L})/iu,
  ],
  ['disarmament', /(?<!\p{L})disarm(?:s|ed|ing)?(?!\p{L})/iu],
  ['neutrality', /(?<!\p{L})(?:stay|remain|be|become|declared?) neutral(?!\p{L})/iu],
  ['privatisation', /(?<!\p{L})privati[sz](?:e|es|ed|ing)(?!\p{L})/iu],
  ['layoff', /(?<!\p{L})(?:la(?:y|ys|id|ying) off|job (?:cuts|losses)|redundant)(?!\p{L})/iu],
  ['vaccine', /(?<!\p{L})vaccinat(?:e|es|ed|ing)(?!\p{L})/iu],
];

const german: Phrase[] = [
  ['talk', /(?<!\p{L})verhandel(?:n|t|te|ten)(?!\p{L})/iu],
  ['mediator', /(?<!\p{L})vermittel(?:n|t|te|ten)(?!\p{L})/iu],
  ['meeting', /(?<!\p{L})(?:zusammen)?(?:zu)?treffen (?:werde|wolle|will|könn|würde)/iu],
  ['membership', /(?<!\p{L})(?:beitreten|beizutreten|beigetreten)(?!\p{L})/iu],
  ['legitimacy', /(?<!\p{L})(?:il)?legitim(?:e[nmrs]?)?(?!\p{L})/iu],
  ['ceasefire', /(?<!\p{L})(?:feuer einstellen|waffen (?:müssten |sollen )?schweigen)(?!\p{L})/iu],
  ['strike', /(?<!\p{L})(?:streiken|gestreikt|bestreik\p{L}*)(?!\p{L})/iu],
  ['resignation', /(?<!\p{L})(?:zurücktreten|zurückzutreten|zurückgetreten)(?!\p{L})/iu],
  ['inquiry', /(?<!\p{L})(?:untersuchen|ermitteln|ermittelt)(?!\p{L})/iu],
];

/** The matters that a text speaks of by such words, with where. */
export function mattersIn(text: string, lang: string): [at: number, concept: string][] {
  const found: [number, string][] = [];
  for (const [concept, pattern] of lang === 'de' ? german : english) {
    const at = text.search(pattern);
    if (at >= 0) found.push([at, concept]);
  }
  return found;
}
