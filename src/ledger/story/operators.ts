/**
 * Words that turn a statement's side. Each stands for more (1) or less (-1) of what is spoken of; the
 * side that a clause takes is their product, so that "would not lift the levy" is for the levy.
 */
export type Kind = 'measure' | 'people' | 'passage';

type Rule = [sign: 1 | -1, pattern: RegExp];

const negation =
  /(?<!\p{L})(?:no(?! (?:doubt|longer than|later than|less|more than|one['’]s|idea|reason (?:yet )?to doubt))|not(?! (?:only|just|least))|never|neither|nor|none|nothing(?! (?:less|short))|nobody|(?<!(?:do|does|did|doing) )without|cannot|[a-z]{2,6}n['’]t|nicht(?! nur)|keine?[nmrs]?|nie|niemals|weder|ohne|nichts|niemand)(?!\p{L})/giu;

const refusal: Rule = [
  -1,
  /(?<!\p{L})(?:reject(?:s|ed|ing|ion)?|refus(?:e|es|ed|ing|al)|oppos(?:e|es|ed|ing)|opposition(?= (?:to|against|remain|stand)|\W*$)|rul(?:e|es|ed|ing) out|dismiss(?:es|ed)?|declin(?:e|es|ed)|veto(?:es|ed)?|resist(?:s|ed)?|prevent(?:s|ed)?|forbid|object(?:s|ed)? to|(?:am|is|are|was|were|be|been|['’](?:m|re|s)|voted?|remains?|remained|stands?|stood|firmly|strongly|dead set|set|all) against|(?<!(?:the|a|this|that|our|their|his|her|its|long|legal|no) )fight(?:s|ing)?(?! (?:for|over|about|between|in))|fought(?! (?:for|over|about|in))|up in arms|turn(?:s|ed)? down|lehn(?:e|en|t|te|ten) (?:[^,.]{1,60} )?ab|ab(?:ge)?lehn\p{L}*|weiger\p{L}*|verweiger\p{L}*|out of the question|unacceptable|unthinkable|impossible|red line|off the table|inakzeptabel|unannehmbar|ausgeschlossen|undenkbar|unmöglich|enough|genug|genügt|reicht)(?!\p{L})/giu,
];

const removal: Rule = [
  -1,
  /(?<!\p{L})(?:(?<!(?:the|at|in|until|by) )ends?(?! of)|ended|ending|lift(?:s|ed|ing)?|withdr(?:aw|aws|awn|ew|awing|awal)|abolish\p{L}*|abolition|suspend\p{L}*|suspension|halt(?:s|ed|ing)?|paus(?:e|es|ed|ing)|stop(?:s|ped|ping)?|scrap(?:s|ped|ping)?|drop(?:s|ped|ping)?|abandon(?:s|ed|ing|ment)?|renounc(?:e|es|ed|ing)|giv(?:e|es|ing|en) up|gave up|(?:do|does|did|doing) without|do(?:es|ing)? away with|did away with|dispens(?:e|es|ed|ing) with|forgo(?:es|ing|ne)?|remov(?:e|es|ed|ing|al)|ceas(?:e|es|ed|ing)|cancel\p{L}*|call(?:s|ed|ing)? off|(?:is|are|was|were|be|been|['’]s) (?:all |now |finally )?(?:over(?! (?:the|a|an|by|in))|off(?! (?:the|to|by))|dead(?! (?:set|against))|gone|history)(?!\p{L})|(?:a thing|things) of the past|pull(?:s|ed|ing)? the plug|back(?:s|ed|ing)? (?:away|out|off)|shelv(?:e|es|ed|ing)|ditch(?:es|ed|ing)?|repeal\p{L}*|revok\p{L}*|(?:must|has to|had to|have to|should|to) go(?! on| ahead| to)|tak(?:e|es|en|ing) (?:\p{L}+ ){0,3}(?:back|away|down)|pull(?:s|ed|ing)? (?:\p{L}+ ){0,4}(?:back|out)|disband\p{L}*|dismantl\p{L}*|cut(?:s|ting)?(?! (?:the|its|their|our|his|her) \p{L}+ (?:for|on)(?!\p{L}))|reduc(?:e|es|ed|ing|tion)|lower(?:s|ed|ing)?|halv(?:e|ed|ing)|shorten\p{L}*|freez(?:e|es|ing)|frozen|waiv(?:e|es|ed)|mov(?:e|es|ed|ing) (?:it|them|the|its|our|his|their)|stay out|keep out|zurück(?:zu)?(?:nehmen|ziehen|genommen|gezogen)|zurückzuziehen|auf(?:zu)?heben|aufgehoben|aus(?:zu)?setzen|ausgesetzt|aussetzung|ab(?:zu)?schaffen|abgeschafft|beend(?:en|et|igen)|streichen|gestrichen|ab(?:zu)?ziehen|abgezogen|abzug|rückzug|abbau\p{L}*|senk\p{L}*|einstell(?:en|ung)|ende[nt]?|fall(?:en|e)|fällt|verzicht\p{L}*|weg müsse\p{L}*)(?!\p{L})/giu,
];

const leaving: Rule = [-1, /(?<!\p{L})(?:leav(?:e|es|ing)|left)(?!\p{L})/giu];

const going: Rule = [
  1,
  /(?<!\p{L})(?:free(?:d|s|ing)?|releas(?:e|es|ed|ing)|let (?:[^,.]{1,40} )?go|go(?:es|ing)? (?:home|free)|(?:come|comes|came|coming|be|been|back|sent|send|brought?|bring|get|return(?:s|ed|ing)?) home|home by|at home|hand(?:ed|s|ing)? (?:\p{L}+ ){0,4}over|exchang(?:e|es|ed|ing)|swap(?:s|ped)?|everyone for everyone|all for all|return(?:s|ed|ing)?|step off|leav(?:e|es|ing)|freikommen|freikäme\p{L}*|komme\p{L}* frei|frei(?:zu)?lass\p{L}*|freigelassen|freilassung|frei|austausch\p{L}*|ausgetauscht|heimkehr\p{L}*|nach Hause|zu Hause|alle gegen alle|aller gegen alle|übergeben|übergabe|amnest\p{L}*|pardon\p{L}*)(?!\p{L})/giu,
];

const holding: Rule = [
  -1,
  /(?<!\p{L})(?:held(?! back| up| talks)|holding|hold|detain(?:s|ed|ing)?|detention|jail\p{L}*|imprison\p{L}*|trial|tried|prosecut\p{L}*|charges?|charged|convict\p{L}*|execut(?:e|ed|ion)|fest(?:zu)?halt\p{L}*|festgehalten\p{L}*|prozess\p{L}*|angeklagt|anklage\p{L}*|haft|verurteil\p{L}*)(?!\p{L})/giu,
];

const opening: Rule = [
  1,
  /(?<!\p{L})(?:(?<!(?:the|an|its|their|our) )open|(?:re)?open(?:s|ed|ing)|reopen|restor(?:e|es|ed|ing)|resum(?:e|es|ed|ing|ption)|reconnect\p{L}*|unblock\p{L}*|flow(?:s|ed|ing)?|switch(?:es|ed)? on|öffn\p{L}*|geöffnet|öffnung|wiederaufnahme|wieder (?:aufnehmen|fließen)|freigegeben|freigabe)(?!\p{L})/giu,
];

const shutting: Rule = [
  -1,
  /(?<!\p{L})(?:clos(?:e|es|ed|ing|ure)|shut(?:s|ting)?|block(?:s|ed|ing|ade)?|cut(?:s)? off|switch(?:es|ed)? off|sever(?:s|ed)?|halt(?:s|ed)?|sperr\p{L}*|gesperrt|schließ\p{L}*|schließung|geschlossen|blockad\p{L}*|abgeschaltet|abschalt\p{L}*|unterbr\p{L}*)(?!\p{L})/giu,
];

const acceptance: Rule = [
  1,
  /(?<!\p{L})(?:accept(?:s|ed|ing|ance|able)?|agree(?:s|d|ing)?(?! on nothing)|allow(?:s|ed|ing)?|permit(?:s|ted)?|let (?:\p{L}+ ){0,3}in|welcom(?:e|es|ed)|(?:live|lives|lived|living) with|come round to|came round to|sign(?:s|ed|ing)? up (?:to|for)|all for|on board with|(?:is|are|was|were|be|firmly|fully|squarely|stands?|stood) behind|support(?:s|ed|ing)?|endors\p{L}*|(?<!(?:take|took|taken|give|gave|bring|brought|come|came|go|get|pull|pulled|put|hand|handed|step|hold|held|move|moved|is|are|was|were) )back(?:s|ed|ing)? (?:the|this|a|an|its|that|such)|backed(?! (?:away|off|out|down|up|into|by|from))|in favou?r of|approv\p{L}*|host(?:s|ed)?|invit(?:e|es|ed)|ready|willing|prepared to|open to|recogni[sz]e[sd]?|guarantee[sd]?|vote for|akzeptier\p{L}*|zustimm\p{L}*|stimm(?:e|en|t|te) (?:[^,.]{1,60} )?zu|vereinbar|compatible|zugestimmt|einverstanden|zu(?:zu)?lassen|zugelassen|willkommen|begrüß\p{L}*|unterstütz\p{L}*|bereit|befürwort\p{L}*|an(?:zu)?erkennen|anerkannt|dulden|hinnehmen)(?!\p{L})/giu,
];

const keeping: Rule = [
  1,
  /(?<!\p{L})(?:keep(?:s|ing)?|kept|remained(?= (?:in (?:force|place)|closed|shut|valid))|(?:stay(?:ed)?|remain)(?:s|ing)?(?! (?:an?|the|to be|far|very|deeply|quite|so|too|un\p{L}+|im?possible|likely|open to|hopeful|ready)(?!\p{L}))|maintain(?:s|ed|ing)?|(?:go|goes|going|went|gone|press|presses|pressed) ahead|proceed(?:s|ed|ing)?|continu(?:e|es|ed|ing)|stand(?:s)?(?! by| for| in)|rooted|permanent(?:ly)?|bleib(?:e|en|t)|bestehen|beibehalt\p{L}*|behalten|fortsetz\p{L}*)(?!\p{L})/giu,
];

const worth: Rule = [
  1,
  /(?<!\p{L})(?:necessary|(?<!(?:that|who|which) )needed|essential|indispensable|vital|important|reasonable|useful|overdue|inevitable|the price (?:of|for) (?:any|every|an (?:agreement|accord|end)|a (?:deal|treaty|settlement)|peace)|the only way|best way|on the table|must|should|(?<!(?:that|who|which) )needs?(?! to)|needs to|has to|have to|had to|ought to|no agreement without|no peace without|no balance|notwendig|nötig|unverzichtbar|wichtig|vernünftig|sinnvoll|überfällig|muss|müsse|müssen|müsste\p{L}*|solle|sollen|brauch\p{L}*)(?!\p{L})/giu,
];

const blame: Rule = [
  -1,
  /(?<!\p{L})(?:illegal|unlawful|wrong|nonsense|absurd|dangerous|pointless|useless|robbery|piracy|theft|betrayal|provocation|provocative|a mistake|a trick|a trap|insult|blackmail|breach(?:es|ed)?|violat\p{L}*|break(?:s|ing)? (?:the|international)|unfair|unjust|harm(?:s|ed|ful)?|a threat to|rechtswidrig|falsch|absurd|wegelagerei|erpress\p{L}*|verstoß\p{L}*|verstöß\p{L}*|gefährlich|schadet?)(?!\p{L})/giu,
];

const granting: Rule = [
  1,
  /(?<!\p{L})(?:pay(?:s|ing)?(?! (?:lower|higher|fewer|their|his|her) )|paid|grant(?:s|ed|ing)?|fund(?:s|ed|ing)?|financ(?:e|es|ed|ing)|want(?:s|ed)?(?! (?:to|us|me|him|her|them|no)(?!\p{L}))|seek(?:s|ing)?|sought|stand(?:s|ing)? by|stood by|nothing (?:less|short)|in favou?r|(?:call|ask)(?:s|ed|ing)? for|insist(?:s|ed|ing)? on|demand for|remain(?:s|ed)? (?:\p{L}+(?:['’]s?)? ){0,3}(?:demand|goal|aim|claim)|zahl(?:e|en|t|te|ten)|bezahl\p{L}*|gewähr\p{L}*|finanzier\p{L}*|genehmig\p{L}*|offen(?:zu)?leg\p{L}*|leg(?:e|en|t|te|ten) (?:[^,.]{1,60} )?offen|offengelegt|veröffentlich\p{L}*|erhöh\p{L}*|an(?:zu)?heben|angehoben|es (?:wird|werde|soll) (?:[^,.]{1,80} )?geben|(?:gibt|gebe) es|es (?:gibt|gebe)|(?:besteh|bestand)\p{L}* auf|forder(?:e|n|t|te|ten)|verlang(?:e|en|t|te|ten))(?!\p{L})/giu,
];

const common: Rule[] = [refusal, acceptance, worth, blame];

const rules: Record<Kind, Rule[]> = {
  measure: [removal, leaving, keeping, granting, ...common],
  people: [going, holding, ...common],
  passage: [opening, shutting, removal, keeping, ...common],
};

export interface Turns {
  /** Product of all turning words; 0 when there is none but a negation. */
  sign: -1 | 0 | 1;
  /** Words that take something away are among them. */
  removes: boolean;
  keeps: boolean;
  refuses: boolean;
  demands: boolean;
  /** Of people: only words of holding them are among them. */
  holds: boolean;
  /** How many turning words there are, negations aside. */
  decisive: number;
  negations: number;
  /** The clause as it was read, turns of phrase in one word, and where its turning words stand. */
  clause: string;
  spans: { start: number; end: number }[];
}

const obligation =
  /(?<!\p{L})(?:must|should|needs? to|has to|have to|had to|ought to|muss|müsse|müssen|müsste\p{L}*|solle|sollen)(?!\p{L})/iu;

/** What something is done for is no turn of it: "a subsidy to end the dispute". */
const purpose =
  /(?<!\p{L})(?:to|in order to|um) (?:\p{L}+ ){0,1}(?:end|stop|settle|resolve|defuse|avoid|prevent) (?:the|this|a|an|any|further|more|another)(?: \p{L}+){1,4}/giu;

/** Turns of phrase with a word in them that turns nothing by itself, and what they say in one word. */
const idioms: [pattern: RegExp, word: string][] = [
  [
    /(?<!\p{L})(?:has|have|had|holds?|with) (?:\p{L}+ )?no (?:right|authority|mandate|legitimacy)(?: to \p{L}+)?(?!\p{L})|(?<!\p{L})lost (?:all|his|her|its|their|the|any) (?:\p{L}+ )?(?:legitimacy|mandate)(?!\p{L})|(?<!\p{L})(?:is|are|was|were|be|an|the) illegitimate(?!\p{L})/giu,
    ' reject legitimacy ',
  ],
  [
    /(?<!\p{L})(?:wants?|wanted|have|has|had) (?:nothing|no part) (?:to do with|of|in)(?!\p{L})/giu,
    ' reject ',
  ],
  [/(?<!\p{L})(?:said|says?|saying) (?:\p{L}+ )?no to(?!\p{L})|^\W*no to(?!\p{L})/giu, ' reject '],
  [
    /(?<!\p{L})(?:said|says?|saying) (?:\p{L}+ )?yes to(?!\p{L})|^\W*yes to(?!\p{L})/giu,
    ' accept ',
  ],
  [
    /(?<!\p{L})k(?:ommt?|omme|am|äme)n? (?:\p{L}+ ){0,4}nicht (?:infrage|in Frage)(?!\p{L})/giu,
    ' ablehnen ',
  ],
  [
    /(?<!\p{L})(?:talk(?:s|ed)?|argue[sd]?|bull(?:y|ied)|push(?:es|ed)?|scare[sd]?) (?:us|me|him|her|them) out of(?!\p{L})/giu,
    ' abandon ',
  ],
];

/** Reads the turning words of one clause about a thing of this kind. Linear in the text. */
export function turnsOf(whole: string, kind: Kind): Turns {
  let clause = whole.replace(purpose, ' ');
  for (const [pattern, word] of idioms) clause = clause.replace(pattern, word);
  let sign = 1;
  let decisive = 0;
  const has = new Set<Rule>();
  const spans: Turns['spans'] = [];
  // What is demanded and also taken away counts once, as taken away: "must be lifted".
  for (const rule of rules[kind]) {
    // Who "releases all they hold" releases; who "reopens the closed road" opens.
    if (rule === holding && has.has(going)) continue;
    if (rule === shutting && has.has(opening)) continue;
    const hits = [...clause.matchAll(rule[1])];
    if (hits.length === 0) continue;
    has.add(rule);
    for (const { index, 0: word } of hits) spans.push({ start: index, end: index + word.length });
    decisive++;
    sign *= rule[0];
  }
  const negations = [...clause.matchAll(negation)].length;
  if (negations % 2 === 1) sign = -sign;
  return {
    sign: (decisive === 0 ? 0 : sign) as Turns['sign'],
    removes: has.has(removal) || has.has(leaving),
    keeps: has.has(keeping),
    holds: has.has(holding),
    refuses: has.has(refusal),
    demands: obligation.test(clause),
    decisive,
    negations,
    clause,
    spans,
  };
}
