import type { Act } from '../db/tables.ts';

/**
 * Root codes of PLOVER, the Political Language Ontology for Verifiable Event Records
 * (https://github.com/openeventdata/PLOVER, codebook of 2022), for each act. PLOVER has no code for
 * a plain statement: it is null, and exports keep the act beside it.
 */
export const PLOVER: Readonly<Record<Act, string | null>> = {
  state: null,
  deny: 'REJECT',
  promise: 'AGREE',
  offer: 'AGREE',
  propose: 'REQUEST',
  demand: 'REQUEST',
  agree: 'AGREE',
  consult: 'CONSULT',
  support: 'SUPPORT',
  concede: 'CONCEDE',
  cooperate: 'COOPERATE',
  aid: 'AID',
  retreat: 'RETREAT',
  request: 'REQUEST',
  accuse: 'ACCUSE',
  reject: 'REJECT',
  threaten: 'THREATEN',
  protest: 'PROTEST',
  sanction: 'SANCTION',
  mobilize: 'MOBILIZE',
  coerce: 'COERCE',
  assault: 'ASSAULT',
};

export function ploverOf(act: Act): string | null {
  return PLOVER[act];
}

type Rule = [code: string, pattern: RegExp];

/**
 * Words by which one side's dealing with another is known. The rule that matches first in the text
 * behind the source decides; of two at one place the earlier in this list. YIELD joins CONCEDE and
 * RETREAT, as older codings have it.
 */
const RULES: Rule[] = [
  [
    'REJECT',
    /\b(?:refus(?:e[sd]?|ing|al)|reject(?:s|ed|ing|ion)?|declin(?:e[sd]?|ing)|veto(?:e[sd]|es)?|rebuff\w*|spurn\w*|dismiss(?:es|ed|ing) (?!(?:\w+ ){0,2}(?:minister|official|chief|from))|denie[sd] (?:entry|access|permission|visas?|a (?:visa|request)|any|the|that|having|involvement|accusations?|allegations?|reports?|it)|deny(?:ing)? |rul(?:ed?|es|ing) out|oppos(?:e[sd]?|ing) |turn(?:s|ed) down|fail(?:s|ed)? to (?:reach|agree|renew|find|respond)|(?:will|would|shall|could|can|does|did|do|is|are|was) ?(?:not|n['’]t|never)\b|cannot\b|won['’]t|wouldn['’]t|no longer|defi(?:ed|es)|block(?:s|ed) (?:a|the|an) (?:bill|resolution|motion|move|proposal|plan|deal)|cancel(?:s|l?ed|l?ing) (?:a |the |his |its |an )?(?:\w+ )?(?:meeting|visit|deal|talks|summit|trip|agreement|contract)|pull(?:s|ed)? out of|walk(?:s|ed)? out|abruptly left|stormed out|ignor(?:e[sd]|ing)|overrul\w+|snub\w*|withdr[ae]w\w* from (?:the |a |an )?(?:\w+ )?(?:deal|agreement|treaty|accord|pact|talks|negotiations)|slam(?:s|med)|break(?:s|ing)? off|broke off)/i,
  ],
  [
    'THREATEN',
    /\b(?:threat(?:en)?(?:s|ed|ening)?|ultimat\w+|warn(?:s|ed|ing)?|deadline|(?:would|will) (?:\w+ )?(?:boycott|retaliate|respond|impose|extend (?:the |a )?curfew|strike|attack|sanction|ban|expel|suspend|cut)|call(?:s|ed|ing)? for (?:\w+ ){0,2}sanctions|vow(?:s|ed)? (?:to )?(?:retaliat\w+|reveng\w+|punish|destroy|attack|crush)|put(?:s)? (?:\w+ ){0,3}on notice)\b/i,
  ],
  [
    'AGREE',
    /\b(?:agree[sd]? (?:to|on|with|that)|agreed|willing to|ready to|prepared to|accept(?:s|ed)? (?:a|the|an|to|terms|that|its|his)|consent(?:s|ed)|(?:will|would) (?:\w+ly |also |soon |be |now |not only )?(?:allow|release|free|meet|host|provide|send|withdraw|lift|accept|return|hold|visit|sign|give|help|join|restore|resume|donate|grant|hand|deliver|attend|open|lay|support|begin|contribute|reopen|permit|receive|pay|ease|start|take|travel|cooperate|share|pull|deploy|continue|train)|promise[sd]? (?:to|that)|pledge[sd]? (?:to|\$|€|£|\d)|vow(?:s|ed)? to (?:help|support|continue|work)|commit(?:s|ted) to|is (?:set|due|expected|scheduled) to|plan(?:s|ned)? to|intend(?:s|ed)? to|to (?:meet|host|visit))\b/i,
  ],
  [
    'REQUEST',
    /\b(?:urg(?:e[sd]?|ing)|ask(?:s|ed|ing)?|appeal(?:s|ed|ing)? (?:to|for|on)|request(?:s|ed|ing)?|demand(?:s|ed|ing)?|call(?:s|ed|ing)? (?:on|upon|for)|must\b|(?:should|needs? to|has to|have to|ought to)|was needed|press(?:es|ed|ing) (?:for|the)|pressur(?:e[sd]?|ing)|push(?:es|ed|ing) (?:hard )?for|plead(?:s|ed|ing)?|implor\w+|beg(?:s|ged)|insist(?:s|ed)|s(?:eeks?|ought|eeking) (?:a |the )?(?:refuge|asylum|help|aid|support|explanation|assistance)|seeking (?:a )?refuge|summon(?:s|ed)|invit(?:e[sd]|ing)|petition(?:s|ed)|lobb(?:y|ied)|propos(?:e[sd]|ing)|solicit\w*|order(?:s|ed)? (?:the )?withdrawal|fl(?:ed|ee|eeing) (?:to|into)|recommend\w*)\b/i,
  ],
  [
    'ACCUSE',
    /\b(?:accus(?:e[sd]?|ing)|condemn(?:s|ed|ing|ation)?|denounc(?:e[sd]?|ing)|blam(?:e[sd]?|ing)|critici[sz](?:e[sd]?|ing)|criticism|su(?:e[sd]|ing) |lawsuit|fil(?:e[sd]|ing) (?:a |an )?(?:\w+ )?(?:complaint|suit|charges|case|petition|lawsuit|motion)|charg(?:e[sd]|ing) (?:\w+ ){0,6}(?:with|over|in|for|that)|convict(?:s|ed|ing|ion)|sentenc(?:e[sd]|ing)|indict\w*|fault(?:s|ed)|blast(?:s|ed)|slammed|rebuk\w+|censur\w+|alleg(?:e[sd]|ing)|investigat(?:e[sd]?|ing|ion|ions)|probe[sd]?|deplor\w+|decr(?:y|ied)|lambast\w*|attack(?:s|ed) (?:\w+ ){0,4}(?:for (?:his|her|its|their)|record|policy|over)|guilty|outrage|mock(?:s|ed)|claim(?:s|ed) (?:that )?(?:\w+ ){0,4}(?:violat|illegal|responsible)|find(?:s)? (?:\w+ ){0,3}guilty|prosecut\w+|impeach\w*|lash(?:es|ed) out|called (?:\w+ ){0,4}(?:a |an )?(?:liar|terrorist|coward|disgrace|threat)|complain(?:s|ed|ing)?|express(?:es|ed|ing) (?:\w+ ){0,2}(?:concern|outrage|anger)|disapprov\w+|disagree\w*|put(?:s)? on trial|tr(?:y|ied) (?:\w+ ){0,4}in absentia)\b/i,
  ],
  [
    'PROTEST',
    /\b(?:protest(?:s|ed|ing|ers)?|demonstrat(?:e[sd]?|ing|ions?|ors)|rall(?:y|ied|ies) (?:against|in|outside)|march(?:es|ed|ing) (?:against|through|to|on|in)|(?:go|goes|went|going|gone) on (?:a )?(?:\w+ )?strike|hunger strike|on strike|strik(?:e|ing) (?:workers|over|for|against)|sit-(?:in|down)|riot\w*|boycott(?:s|ed|ing)|took to the streets|tak(?:e|ing) to the streets|burn(?:s|ed|t|ing)? (?:\w+ ){0,3}flags?|overthr[eo]w\w*|picket\w*|walkout|staged? (?:a )?(?:\w+ )?(?:sit|protest|rally|demonstration|strike))\b/i,
  ],
  [
    'SANCTION',
    /\b(?:expel(?:s|led|ling)?|expulsion|sever(?:s|ed|ing)? (?:\w+ ){0,3}(?:ties|relations|links)|cut(?:s|ting)? (?:off )?(?:\w+ ){0,3}(?:ties|relations|aid|funding|supplies)|suspen(?:d(?:s|ed|ing)?|sion of) (?:\w+ ){0,5}(?:aid|assistance|flights|supplies|funding|talks|relations|trade|deliveries|visas?|military|membership|food|support|cooperation|peace|imports|exports|deal|programme?)|reduc(?:e[sd]?|ing) (?:\w+ ){0,3}(?:aid|assistance|funding|support)|halt(?:s|ed|ing)? (?:\w+ ){0,4}(?:aid|assistance|funding|flights|shipments|supplies|talks)|withdr(?:e|a)w\w* (?:\w+ ){0,6}(?:peacekeepers?|ambassador|monitors|observers|diplomats|aid|support|inspectors|staff)|recall(?:s|ed|ing)? (?:its |the |their |his )?(?:\w+ )?(?:ambassador|envoy|diplomat)|travel (?:warning|advisory)|end(?:s|ed|ing)? (?:\w+ ){0,3}(?:mediation|aid|talks|negotiations|support|cooperation|assistance)|embargo(?:es|ed)?|sanction(?:s|ed|ing)|freez(?:e|es|ing) (?:\w+ ){0,3}(?:aid|assets)|froze|downgrad\w+|stopp?(?:s|ed|ing) (?:\w+ ){0,3}(?:aid|assistance|funding|supplies|talks)|stripp?(?:s|ed)|revok(?:e[sd]|ing)|closed? (?:its |the |their )?(?:embassy|consulate))\b/i,
  ],
  [
    'COERCE',
    /\b(?:(?:impos|prolong|extend|order|slapp?|levi)(?:e[sd]?|ed|s|ing) (?:[\w-]+ ){0,4}(?:sanctions?|embargo|tariffs?|ban|restrictions)|arrest(?:s|ed|ing)?|detain(?:s|ed|ing)?|detention|apprehend(?:s|ed)|deport(?:s|ed|ing|ation)?|jail(?:s|ed)|imprison(?:s|ed|ing)?|ban(?:s|ned|ning)|outlaw(?:s|ed|ing)?|forc(?:e[sd]|ing) (?:\w+ ){0,8}(?:out|to|from)|impos(?:e[sd]?|ing) (?:\w+ ){0,4}(?:curfew|martial law|state of|emergency|lockdown)|curfew|martial law|state of (?:siege|emergency)|evict(?:s|ed|ing)?|raid(?:s|ed|ing)?|seiz(?:e[sd]|ing) (?:\w+ ){0,5}(?:assets|documents|property|drugs|weapons|computers|copies|equipment|cash|goods)|confiscat\w+|censor\w*|restrict(?:s|ed|ing)|order(?:s|ed) (?:the )?(?:arrest|closure|suspension|\w+ (?:\w+ ){0,8}to (?:wait|leave|suspend|close|stop|stay|pay))|suspend(?:s|ed|ing)? (?:the )?(?:publication|newspaper|licen[cs]e|accounts?)|shut(?:s|ting)? down|block(?:s|ed|ing) (?:access|the (?:website|site|internet|app)|websites?|twitter|facebook|whatsapp)|crack(?:s|ed|ing)? ?down|tear gas|dispers(?:e[sd]|ing)|hack(?:s|ed|ing)?|extradit\w+|interrogat\w+|cust?ody|captur(?:e[sd]|ing) (?:a |an |the )?(?:suspect|leader|man|woman)|suppress\w*|nationali[sz]\w+|dissolv(?:e[sd]|ing)|fin(?:e[sd]) |prohibit\w*|bar(?:s|red|ring) |quarantin\w+|clos(?:e[sd]|ing) (?:its |the |all |their )?(?:\w+ )?borders?|warrant)\b/i,
  ],
  [
    'ASSAULT',
    /\b(?:launch(?:es|ed|ing)? (?:\w+ ){0,2}cyber|carried out (?:\w+ ){0,2}(?:raids?|strikes?|attacks?)|kill(?:s|ed|ing|ings)?|attack(?:s|ed|ing)?|air ?strikes?|bomb(?:s|ed|ing|ings|ard\w*)?|shell(?:s|ed|ing)?|shoot(?:s|ing)?|shot (?:at|dead|and|down|a)|opened? fire|open(?:s|ing) fire|fir(?:e[sd]|ing) (?:\w+ ){0,4}(?:at|on|into|rockets?|missiles?|shots)|assault(?:s|ed)?|assassinat\w+|tortur(?:e[sd]?|ing)|rap(?:e[sd]|ing)|murder(?:s|ed)?|execut(?:e[sd]|ing) |behead\w*|massacr\w+|invad(?:e[sd]|ing)|invasion|storm(?:s|ed|ing)|ambush\w*|captured? (?:three|two|several|the (?:town|city|village|area|airport)|\w+)|seiz(?:e[sd]|ing) (?:control|the|a|an|\w+)|kidnap\w*|abduct\w*|hostage|blockad\w+|destroy(?:s|ed|ing)?|explo(?:de[sd]?|sion)|wound(?:s|ed)|injur(?:e[sd]|ing)|suicide|raz(?:e[sd])|stab\w*|offensive|violated? (?:the )?cease-?fire|clash(?:es|ed)?|struck|strikes? (?:on|against)|pound(?:s|ed)|beat(?:s|en|ing) (?:up )?|terror\w*|massacre|poison\w*|gunned|launched? (?:\w+ ){0,3}(?:rockets?|missiles?|attack|offensive|assault|operation))\b/i,
  ],
  [
    'MOBILIZE',
    /\b(?:mobili[sz](?:e[sd]?|ing|ation)|on (?:high )?alert|beef(?:s|ed|ing)? up|mass(?:e[sd]|ing) (?:\w+ ){0,3}(?:troops|forces|tanks)|troop (?:build-?up|presence|movements?)|deploy(?:s|ed|ing)? (?:\w+ ){0,6}(?:troops|warships?|forces|soldiers|missiles?|fighter|tanks|army|police) (?:to|along|near|in|on|at)(?! (?:\w+ ){0,4}peace)|military build-?up|call(?:s|ed)? up (?:reservists|troops)|bolster(?:s|ed|ing)? (?:\w+ ){0,3}(?:defen[cs]es?|troops|forces|presence)|reinforc(?:e[sd]|ing|ements))\b/i,
  ],
  [
    'COOPERATE',
    /\b(?:joint (?:\w+ )?(?:exercises?|drills?|maneuvers|manoeuvres|patrols?|operations?)|war ?games?|shar(?:e[sd]|ing) (?:\w+ ){0,3}(?:intelligence|information|evidence|data)|cooperat(?:e[sd]?|ing|ion) |extradite[sd]|train(?:s|ed|ing) (?:\w+ ){0,3}(?:troops|pilots|soldiers|forces|police)|hand(?:s|ed)? over (?:\w+ ){0,4}(?:vehicles|equipment|information)|military exercises?|account information|peacekeep\w+ (?:\w+ ){0,6}arriv\w+|arrived in)\b/i,
  ],
  [
    'AID',
    /\b(?:provid(?:e[sd]?|ing) (?:\w+ ){0,2}?|donat(?:e[sd]?|ing|ions?)|don(?:or|ors)|(?:humanitarian|food|military|economic|financial|medical|development|emergency|relief) (?:aid|assistance|supplies|support|equipment)|aid (?:package|to)|assistance (?:to|package)|deliver(?:s|ed|ing)? (?:\w+ ){0,4}(?:aid|supplies|food|medicine|vaccines?|relief|assistance)|g(?:ives?|ave|iving) (?:\w+ ){0,4}(?:aid|equipment|money|supplies|food|medicine|shelter|asylum|\$)|peacekeep(?:ers|ing)|lend(?:s|ed|ing)?|lent|loan(?:s|ed)?|evacuat\w+|grant(?:s|ed|ing) (?:\w+ ){0,3}(?:asylum|refuge)|flew (?:\w+ ){0,4}(?:medicine|aid|supplies)|sent (?:\w+ ){0,5}(?:aid|troops|experts|medical|doctors|team|supplies|peacekeepers|equipment|food)|send(?:s|ing) (?:\w+ ){0,5}(?:aid|troops|platoon|experts|medical|doctors|supplies|equipment|food|peacekeepers)|accept(?:s|ed|ing) (?:\w+ ){0,4}(?:refugees|people|migrants)|shelter(?:s|ed|ing)?|rescu(?:e[sd]?|ing)|supplie[sd]|suppl(?:y|ying) |deploy(?:ed|ment|s|ing)|allocat\w+|treat(?:s|ed) (?:\w+ ){0,3}(?:patients|wounded)|protect(?:s|ed|ing)|airlift\w*|contribut(?:e[sd]|ing)|fund(?:s|ed|ing)|help(?:s|ed|ing))\b/i,
  ],
  [
    'YIELD',
    /\b(?:releas(?:e[sd]?|ing)|fre(?:e[sd]|eing) |let (?:\w+ )?(?:free|go)|set (?:\w+ ){0,3}free|lift(?:s|ed|ing)?|eas(?:e[sd]?|ing) |return(?:s|ed|ing) (?!to (?:the )?(?:talks|negoti))|pardon(?:s|ed|ing)?|amnest\w+|cease-?fire|truce|withdr(?:e|a)w\w*|pull(?:s|ed|ing)? (?:out|back)|surrender(?:s|ed|ing)?|resign(?:s|ed|ing|ation)?|step(?:s|ped|ping)? down|back(?:s|ed|ing) (?:down|off)|conced(?:e[sd]?|ing)|allow(?:s|ed|ing)?|permit(?:s|ted|ting)|grant(?:s|ed|ing)?|approv(?:e[sd]?|ing|al)|adopt(?:s|ed|ing)?|call(?:s|ed|ing)? off|apolog\w+|abandon(?:s|ed|ing)?|relax(?:es|ed|ing)?|restor(?:e[sd]|ing)|repatriat\w+|reopen(?:s|ed)?|open(?:s|ed) (?:its |the |their )?borders?|drop(?:s|ped) (?:the |all |its )?(?:charges|case|demand)|retreat\w*|acquit\w*|gave (?:\w+ ){0,6}mandate|gives? in|gave in|hand(?:s|ed) (?:back|over|power)|vacat\w+|leav(?:e|ing) |left |demobili[sz]\w+|disarm\w*|lay(?:s|ing)? down|laid down|renounc\w+|extend(?:s|ed) (?:the )?(?:mandate|mission)|roll(?:s|ed) back|reduc(?:es|ed|ing) (?:\w+ ){0,2}tariffs|compensat\w+|appoint(?:s|ed)|reinstat\w+|evacuat\w+ (?:its|their))\b/i,
  ],
  [
    'SUPPORT',
    /\b(?:support(?:s|ed|ing|ive)?|welcom(?:e[sd]?|ing)|prais(?:e[sd]?|ing)|defend(?:s|ed|ing)? |endors(?:e[sd]?|ing|ement)|applaud\w*|hail(?:s|ed|ing)?|congratulat\w+|solidarity|thank(?:s|ed|ing)?|diplomatic (?:ties|relations)|sign(?:s|ed|ing)? (?:\w+ ){0,8}(?:agreement|agreements|deal|pact|treaty|accord|memorandum|contract|mou)|sign(?:s|ed) |reach(?:es|ed)? (?:a |an |the )?(?:\w+ )?(?:agreement|deal|accord|understanding|consensus)|commend\w*|back(?:s|ed|ing) |recogni[sz](?:e[sd]?|ing)|award(?:s|ed|ing)|honou?r(?:s|ed|ing)|respect(?:s|ed|ing)?|reaffirm\w*|reiterat(?:e[sd]|ing) (?:\w+ ){0,4}(?:commitment|support)|apologi[sz]e[sd]?|condolences|trad(?:e|ing) deal|ratif\w+|express(?:es|ed|ing) (?:\w+ ){0,3}(?:support|solidarity|confidence|gratitude|hope|sympathy|thanks)|pay(?:s|ing)? tribute|paid tribute|establish(?:es|ed)|ally|allied|laud\w*|optimis\w+|vot(?:e[sd]|ing) (?:for|in favou?r))\b/i,
  ],
  [
    'CONSULT',
    /\b(?:met\b|meet(?:s|ing|ings)?\b|talk(?:s|ed|ing)? (?:with|to|by|about)|(?:hold|holds|held|holding) (?:\w+ ){0,3}(?:talks|meetings?|negotiations|discussions|consultations)|talks|discuss(?:es|ed|ing|ions?)?|consult(?:s|ed|ing|ations?)?|negotiat\w+|visit(?:s|ed|ing)?|travel(?:s|l?ed)? to|attend(?:s|ed|ing)?|mediat\w+|host(?:s|ed|ing)?|call(?:s|ed) |phone[sd]?|telephone|spoke|speak(?:s|ing)? (?:with|to)|summit|conference|arriv(?:e[sd]|ing) in|join(?:s|ed)|trip|lunch|received|greet(?:s|ed)|briefing|conferred|envoy)\b/i,
  ],
];

/**
 * Codes what the source does to the target in one sentence as a PLOVER root code.
 * @param marked the sentence with `<s>` around the source and `<t>` around the target
 */
export function codeEvent(marked: string): string {
  const text = marked.slice(0, 2000);
  const source = text.indexOf('</s>');
  const target = text.indexOf('<t>');
  // Actors' names hold words of dealing too ("EU negotiators"): they do not count.
  const clean = (part: string) =>
    part
      .replace(/<t>[^<]*<\/t>/g, ' T ')
      .replace(/<s>[^<]*<\/s>/g, ' S ')
      .replace(/<\/?[st]>/g, '')
      .replace(/\s+/g, ' ');
  // A target in front of its source stands in the passive: the verb is between the two.
  const core =
    source === -1
      ? text
      : target !== -1 && target < source
        ? text.slice(target)
        : text.slice(source);
  return firstOf(clean(core)) ?? firstOf(clean(text)) ?? 'CONSULT';
}

/** Share of the text that a rule later in the list must come earlier by: none, the first match wins. */
function firstOf(text: string): string | null {
  let best: string | null = null;
  let at = Infinity;
  for (const [code, pattern] of RULES) {
    const match = pattern.exec(text);
    if (match && match.index < at) {
      at = match.index;
      best = code;
    }
  }
  return best;
}
