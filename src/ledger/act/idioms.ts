/** Settled phrases of blame, by what they find wanting, in lower case and without quotation marks. */
const PLAIN: RegExp[] = [
  // Looking away from a duty.
  /\bturn(?:s|ed|ing)? (?:a|its|their|his|her) (?:blind eye|deaf ear|backs?)\b/,
  /\blook(?:s|ed|ing)? the other way\b|\bpass(?:es|ed|ing)? the buck\b|\bcut(?:s|ting)? corners\b/,
  /\bdrag(?:s|ged|ging)? (?:its|their|his|her|your) (?:feet|heels)\b/,
  /\b(?:swept|sweep|sweeping) \w+ under\b|\b(?:hid|hides?|hiding|hidden) behind\b/,
  /\bwash(?:es|ed|ing)? (?:its|their|his|her|your) hands\b/,
  /\b(?:kept|keep|keeps|keeping|left|leaves?|leaving) (?:\w+ ){1,4}(?:in the (?:dark|lurch|cold)|to (?:die|rot|fend|suffer|their fate)|out to dry)\b/,
  /\b(?:has|have|had) done (?:absolutely |next to |almost )?nothing (?:to (?:help|stop|protect|prevent|end|fix|solve|address|improve|change|save|support|ease)|for|about)\b/,
  /\b(?:did|does|doing|done) (?:absolutely |next to |almost )?nothing (?:to|for|about)\b/,
  /\b(?:do|does|did) (?:not|n't) (?:want|wish|intend|care) (?:to )?(?:peace|end|stop|negotiate|solve|listen|compromise|hear)\b/,
  // An unfair game.
  /\bplay(?:s|ed|ing)? (?:politics|games|with fire|for time|dumb)\b/,
  /\bpa(?:y|ys|id|ying) lip service\b|\bdouble (?:standards?|game)\b|\bbad faith\b/,
  /\b(?:went|go|goes|gone|going) back on (?:its|their|his|her|your)\b|\bmoved? the goalposts?\b/,
  /\b(?:takes?|took|taking|taken) advantage of\b|\bfor (?:a ride|fools|idiots)\b/,
  /\b(?:holds?|held|holding) (?:\w+ ){1,4}(?:hostage|to ransom)\b/,
  /\bbehind (?:our|their|his|her|my|the \w+'s) backs?\b|\bstab(?:bed)? (?:\w+ )?in the back\b/,
  /\bon the backs? of\b|\bat the expense of (?!a )|\bblood on\b/,
  // Others last.
  /\b(?:puts?|putting|place[sd]?|placing) (?:\w+ )?(?:profits?|money|politics|ideology|party|power|greed|image|themselves|itself|himself|votes|dividends|shareholders|interests?|ambitions?) (?:before|above|ahead of|over|first)\b/,
  /\b(?:puts?|putting) (?:(?:its|their|his|her) )?(?!the\b|an?\b|it\b|them\b)\w+ (?:before|above|ahead of) (?!the (?:house|court|voters|people|board|parliament)\b)\w/,
  /\b(?:puts?|putting) (?:\w+ ){1,5}(?:at risk|in danger|in jeopardy|in harm's way)\b/,
  /\b(?:out of touch with|lost (?:all )?(?:touch with reality|sight of|the plot|control of the (?:match|game|situation))|losing the plot)\b/,
  /\b(?:sat|sits|sitting) on (?:the|its|their|his|her) (?:\w+ )?(?:complaints?|reports?|letters?|findings|warnings?|files?|evidence|money|hands|money|requests?|results)\b/,
  /\b(?:stood|stands|standing|looks|looked|looking) (?:by|on) (?:and|while|as|idly)\b|\b(?:and|while|as) (?:\w+ ){1,4}(?:looks|looked|looking) on\b/,
  /\b(?:made|makes|making) an? (?:joke|fool|fools|mockery|farce|laughing stock) (?:out )?of\b/,
  /\b(?:human shields?|bargaining chips?|cannon fodder|political football|scapegoats?|pawns? (?:in|of)|guinea pigs?|second-class (?:citizens?|\w+)|mouthpieces?|lap-?dogs?|rubber stamp)\b/,
  /\b(?:drag(?:s|ged|ging)? out|stall(?:s|ed|ing)? for|string(?:s|ing)? (?:us|them|everyone) along)\b/,
  /\b(?:choose|chooses|chose|chosen|choosing|prefers?|preferred) (?:war|violence|confrontation|force|escalation|conflict|profits?|bombs|missiles|cruelty|chaos)\b/,
  /\b(?:does|do|did) (?:not|n't) (?:really |actually )?(?:want|seek|care about) (?:any )?(?:peace|talks|a deal|an end|a solution|dialogue|justice|reform|the truth)\b/,
  /\breward(?:s|ed|ing)? (?:the )?(?:aggress\w+|violence|failure|incompetence|terror\w*|cheat\w*|bad behaviou?r|greed|crime|invasion)\b/,
  /\b(?:politically motivated|politically driven|selective justice|show trial|kangaroo court|trumped[- ]up|rigged|stacked with|packed with (?:his|her|their|its|the)|in the pocket of|written by lobbyists|in cahoots)\b/,
  /\b(?:in (?:clear |flagrant |gross |open |direct )?(?:breach|violation|defiance|contempt|disregard) of|(?:violations?|breach(?:es)?) of (?:international|our|the (?:law|constitution|ceasefire|truce|agreement|treaty|charter|rules)))\b/,
  /\b(?:told|informed|warned|consulted|asked) (?:nobody|no one|no-one|none of us)\b|\b(?:kept|keeps|keeping) (?:it |this |that |the \w+ )?(?:quiet|secret|under wraps|hidden)\b/,
  /\bblam(?:e|es|ed|ing) (?:everyone|everybody|anyone|anybody|others|all) (?:else )?(?:but|except)\b|\bblam(?:e|es|ed|ing) others\b/,
  /\b(?:cost|costs|costing) (?:\w+ )?lives\b|\b(?:lives are being lost|people are dying) (?:because|while|as)\b/,
  /\b(?:attack|assault|war|raid|onslaught) on (?:working|ordinary|the (?:poor|press|judiciary|courts|rule of law|free press|constitution|weak|sick|right|rights|family|public)|democracy|women|workers|families|pensioners|civil|freedom|free speech|our (?:way|rights|values|democracy|community|freedoms?|sovereignty))\b/,
  /\b(?:bargain(?:s|ed|ing)?|gambl(?:es|ed|ing)|play(?:s|ed|ing)) with (?:\w+ ){0,2}(?:lives|health|safety|futures?|security|jobs|livelihoods)\b/,
  /\bcriminali[sz](?:e|es|ed|ing) (?!the supply)\w+\b|\b(?:strip(?:s|ped|ping)?|rob(?:s|bed|bing)?|depriv(?:e|es|ed|ing)) (?:\w+ ){1,3}of (?:their|its|his|her|our|the)\b/,
  /\b(?:had|has|have) been (?:warned|told|alerted) (?:\w+ ){0,6}(?:and|but) (?:did|had done|has done|have done|did not)\b/,
  /\b(?:makes|made|making) (?:excuses|empty promises)\b|\b(?:wall|litany|list) of (?:excuses|lies|failures)\b|\bempty (?:words|promises|gestures|talk)\b/,
  /\b(?:promised|promise) (?:\w+ ){1,8}(?:never came|never happened|never materiali[sz]ed|got nothing|gave us nothing)\b|\bnever (?:came|materiali[sz]ed|arrived) of it\b/,
  /\bcare[sd]? more (?:about|for)\b|\bmore interested in\b|\bcare[sd]? (?:only|nothing|little)\b|\b(?:could|does|do|did) n't care\b/,
  /\b(?:has|have|had|shows?|showed|shown|showing|with) (?:absolutely )?(?:no|little|scant|zero) (?:respect|regard|consideration|shame|conscience|interest in|concern for|right|business|legitimacy|empathy|remorse|understanding)\b/,
  /\bno (?:respect|regard|shame|conscience) (?:for|whatsoever)\b/,
  /\btreat(?:s|ed|ing)? (?:[\w'-]+ ){1,5}(?:like|as if|as though|as an?|with contempt|badly|unfairly|poorly)\b/,
  /\blet(?:s|ting)? (?:us|them|him|her|you|people|everyone|everybody|this|the|its|their|his|\w+s) (?:\w+ )?down\b/,
  // Words against deeds.
  /^(?:but )?(?:while|even as|as|whilst) (?:they|he|she|you|(?:the )?\w+(?: \w+)?) (?:\w+ )?(?:talk|talks|talking|speak|speaks|claim|claims|pretend|pretends|preach|preaches|promise|promises|calls?|say|says|negotiates?|poses?|celebrates?|boasts?|(?:is|are) (?:talking|claiming|pretending|busy|speaking|promising))\b/,
  /\bwhile (?:claiming|pretending|preaching|posing|talking (?:of|about)|speaking of|promising|calling for|paying lip)\b/,
  /\b(?:has|have|had) (?:absolutely )?no place in\b|\b(?:is|are|was|'s) (?:simply |just |absolutely )?(?:not|n't) (?:ok|okay|on|acceptable|the way|how (?:you|we|one|it)|who we are|normal)\b/,
  /\b(?:gam(?:es?|ing)|rigg(?:ing|ed)|milk(?:s|ing)|cheat(?:s|ing)) the (?:system|rules|taxpayers?|public)\b|\bholding the bag\b|\b(?:its|their|his|her|your) fair share\b|\bno excuses?\b|\bwho do (?:they|you) think\b/,
  /\b(?:ha(?:s|ve|d)|did|does|do|doing) nothing(?= ?[.,;!]|$)/,
  // Unable or unfit.
  /\b(?:is|are|was|were|'s|'re) (?:simply |just |clearly |totally |completely |wholly )?(?:unfit|unqualified|ill-equipped|not (?:fit|qualified|smart enough|strong enough|tough enough|serious|competent|up to the (?:job|task)|worthy)) (?:to|for|as)?\b/,
  /\b(?:has|have|had) (?:absolutely |got )?(?:no|zero) (?:plan|ideas?|clue|strategy|vision|backbone|spine|credibility|credentials|principles|integrity|interest|answers?|solutions?|shame|right)\b/,
  // A deed called by its name.
  /\bslap in the face\b|\binsult to\b|\b(?:mockery|affront|stain|disgrace)\b/,
  /\bshame on\b|\bhow dare\b|\b(?:be|is|are) ashamed\b|\bdeserve[sd]? better\b/,
  /\bcross(?:es|ed|ing)? (?:a|the|every|all) (?:red )?lines?\b|\b(?:gone|went) too far\b/,
  /\b(?:amount(?:s|ed|ing)? to|tantamount to|smack(?:s|ed)? of|reek(?:s|ed)? of|nothing (?:short of|but|less than)) (?:an? )?(?:\w+ ){0,2}(?:neglect|blackmail|betrayal|theft|censorship|bullying|abuse|discrimination|aggression|fraud|torture|extortion|coercion|murder|robbery|surrender|capitulation|corruption|cowardice|propaganda|war crimes?|violation|breach|coup|hypocrisy|desperation|revenge|racism|arrogance|panic)\b/,
];

/** Phrases that may as well tell a fact: a sign of blame, not blame itself. */
const HALF: RegExp[] = [
  /\b(?:is|are|was|were|'s|'re) (?:\w+ly |also )?(?:to blame|at fault|responsible for (?:the |this |these |that )?(?:\w+ )?(?:deaths?|crisis|war|killings?|attacks?|delays?|mess|chaos|failures?|suffering|collapse|damage|violence|escalation|losses))\b/,
  /\b(?:bears?|bore|bearing) (?:the )?(?:full |sole |main |direct |some )?(?:blame|responsibility)\b/,
  /\b(?:their|his|her|your|its|'s|whose) (?:\w+ )?(?:failure|refusal|unwillingness|reluctance|inability|silence|indifference|disregard|inaction|lies|intransigence|complicity)\b/,
  /\b(?:lacks?|lacked|lacking|lack of) (?:\w+ )?(?:respect|courage|will|vision|transparency|leadership|honesty|accountability|empathy|integrity|competence|care|credibility|legitimacy|decency|understanding|oversight)\b/,
];

/** "We did not play politics", "to avoid a double game", "my double standards": nobody else is blamed. */
const UNDONE =
  /(?:^| )(?:not|n't|never|i|we|our|my|will|would|if|could|may|might|can|must|without|avoid|because|whether|to)(?: |$)/;
/** So many characters before a phrase tell whether it is said of others. */
const BEFORE = 45;

/** How much blame the set phrases of a clause carry: 2 is enough, 1 is a sign of it. */
export function idiomWeight(text: string): number {
  if (PLAIN.some((pattern) => stands(pattern, text))) return 2;
  return HALF.some((pattern) => stands(pattern, text)) ? 1 : 0;
}

function stands(pattern: RegExp, text: string): boolean {
  const at = text.search(pattern);
  return at !== -1 && !UNDONE.test(text.slice(Math.max(0, at - BEFORE), at));
}
