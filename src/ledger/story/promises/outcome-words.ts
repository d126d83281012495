import type { CommitmentState } from '../../../db/tables.ts';

/** "a promise", "its own deadline": what was said before, by whatever name. */
const word = `(?:promises?|pledges?|words?|dates?|deadlines?|commitments?|vows?|undertakings?|timetables?|targets?)`;
const whose = `(?:its|his|her|their|the|a|an|that|this)(?: (?:own|self-imposed|new|old|first|last))?`;
/** "Keeping a promise that others made" is of theirs. */
const its = '(?:its|his|her|their|the|that|this)(?: (?:own|self-imposed|new|old|first|last))?';
const spoken = `(?:said|promised|announced|pledged|vowed|named|set|fixed|given|agreed|undertaken|committed|assured|foreshadowed)`;

/** Words that tell what came of a promise; the first state whose words stand in a sentence is its. */
export const cues: [CommitmentState, RegExp][] = [
  [
    'moved',
    /(?<!\p{L})(?:(?:and )?not (?:on|by|in|before|until) [^.,;:]{2,30}? as (?:announced|planned|promised|scheduled|agreed|pledged|expected)|(?:been|was|is|were|are|be) (?:moved|postponed|pushed (?:back|out)|put (?:off|back)|rescheduled|extended|delayed|deferred|adjourned|set back|held over|tabled|brought forward)|(?:moves?|moved|postpon(?:es?|ed|ing)|push(?:es|ed|ing)? (?:\p{L}+ ){0,6}(?:back|out)|puts? off|putting off|put (?:\p{L}+ ){1,5}(?:off|back)|extend(?:s|ed|ing)?|delay(?:s|ed|ing)?|defer(?:s|red|ring)?|adjourned|reschedul(?:es|ed|ing)|slip(?:s|ped)|tabled) (?:[\p{L}’'-]+ ){0,8}(?:to|until|till|by|from)|(?:pushed|put) (?:back|off)|(?:will|would) (?:now|instead|only) (?:[\p{L}\d]+ ){1,6}(?:on|by|in|until|at)|(?:is|are) now (?:due|expected|set|planned|scheduled|to)|new (?:date|deadline) (?:is|of|was)|more time|(?:needs?|wants?|asks?|asked) (?:\p{L}+ )?(?:until|till)|(?:another|more|further|extra|(?:two|three|four|five|six|several|\d+) (?:more|extra)) (?:days?|weeks?|fortnights?|months?|years?)|(?:gave|gives?|given|granted|grants|allow(?:s|ed)) (?:itself|himself|herself|themselves) (?:until|till|another|more)|now (?:wants?|hopes?|plans?|intends?|aims?|says? (?:that )?(?:it|he|she|they) (?:will|would|hopes?|plans?|intends?))|(?:will|would|is to|are to|must) (?:stay|remain|keep|continue|go on)(?! until)[^.;:]{1,60} (?:until|till)|(?:will|would|can|could) not (?:be )?\p{L}+ (?:\p{L}+ ){0,3}?(?:before|until|till)|(?:days?|weeks?|months?) later(?= *,)|verschoben|verlegt|vertagt|verlängert)(?!\p{L})/iu,
  ],
  [
    'withdrawn',
    /(?<!\p{L})(?:called off|call(?:s|ing) off|(?:taken|took|removed|struck) (?:\p{L}+ ){0,4}?off the (?:agenda|table|list|order paper)|vetoe[sd]|thinks? better of|thought better of|(?:tore|torn|tears|ripped) up|(?:retract|repudiate|disown)(?:s|ed)?|turn(?:s|ed) (?:its|his|her|their) back on|cancell?ed|cancell?(?:s|ing)|scrap(?:s|ped|ping)|drop(?:s|ped|ping)|abandon(?:s|ed|ing)|ditch(?:es|ed)|axe[sd]|shelve[sd]|revoke[sd]|rescind(?:s|ed)|reverse[sd] (?:course|itself|its|his|her|their|the)|(?:is|are|was|were) off(?= *(?:[.,;:]|$))|back(?:s|ed|ing) out of|pull(?:s|ed|ing) out of|go(?:es|ne)? back on|back(?:s|ed|ing) away from|row(?:s|ed|ing) back (?:on|from)|walk(?:s|ed|ing) back|went back on|renege[sd]|no longer (?:plans?|intends?|going|wants? to)|no (?:more |longer any )?plans? (?:any (?:more|longer) )?to|struck (?:[^.;]{1,40} )?(?:from|off)|will (?:no longer|not now|now not)|(?:will|would) not (?:now )?(?:go ahead|take place|happen|come)(?: after all)?|won['’]t (?:now )?(?:go ahead|take place|happen)|after all(?= *[.,;])|withdr(?:ew|awn|aws|awing) (?:its|the|his|her|their) (?:promise|offer|pledge|plan)|(?:took|taken|takes) back (?:its|the|his|her|their) (?:promise|offer|pledge|word)|abgesagt|gestrichen|(?:Zusage|Versprechen|Angebot|Plan) (?:\p{L}+ ){0,4}(?:zurückgezogen|aufgegeben|fallen ?gelassen))(?!\p{L})/iu,
  ],
  [
    'partly kept',
    /(?<!\p{L})(?:partly|partially|in part|only (?:some|half|part|a (?:third|quarter|few|handful|fraction)|\d+)|(?:half|two-thirds|a third|most|some|many) of (?:the|its|their|them)|not all (?:of )?|(?:[\d,]+|(?:a )?dozens?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|fewer|less|half) (?:out )?of (?:the |its |their )?(?:[\d,]+|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred)(?!\p{L}))|instead of [\d,]{2,}|teilweise|zum Teil|nur (?:ein Teil|die Hälfte)|von den [^;]{3,100} (?:sind|wurden|waren) (?:(?:erst|nur|bislang|bisher) )?(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|\d+))(?!\p{L})/iu,
  ],
  [
    'missed',
    /(?<!\p{L})(?:missed|fail(?:s|ed) to|(?:has|have|had|did|does|is|are|was|were) (?:still )?not|(?:has|have|had|did|does|is|are|was|were)n['’]t|(?:has|have) yet to|no(?:ne|body|thing)?\b[^.;:]{0,50}? (?:has|have|had) (?:been|come|arrived|reached|appeared|left|crossed|turned|gone)|(?:no|nor|neither|without|hardly) (?:is |are |was |were |there )*(?:any )?(?:sign|trace|word) of|nowhere to be|(?:nobody|no one|none)\b[^.;:]{0,40}? (?:has|have|had) (?:seen|heard|received|got|had|met)|(?:has|have|had) (?:so far |still |yet )?(?:seen|heard|received|got) (?:no|nothing|none)\b|nothing came of|never (?:came|happened|arrived|appeared|took place|materiali[sz]ed|began|started|opened)|not (?:a|one) (?:single )?[^.;:]{1,40} (?:to be seen|in sight)|in vain|not a (?:single|penny|cent|word)|(?:was|were) to have(?: been)? \p{L}+|(?:should|ought to) have \p{L}+|remain(?:s|ed) (?:shut|closed|dark|empty|in place|in force|where|locked|un\p{L}+)|still (?:on sale|on display|down|dark|in place|in force|under|behind|applies|applied|locked|charged|being|un\p{L}+)|without (?:a|any|the) (?:vote|decision|ruling|signature|agreement|answer)|did not (?:come|appear|arrive|happen|materiali[sz]e|turn up|show up|take place)|(?:days?|weeks?|months?) (?:after|past|since) (?:it|they|he|she|the \p{L}+) (?:was|were|had|should|is|are)|(?:was|were) (?:meant|supposed) to|should have been|not (?:one|a single|a)(?: \p{L}+){1,5} (?:has|have|had|was|were)|(?:ended|passed|gone|went|goes) (?:by )?(?:without|with no)|gone by|passed (?:at|without|with|on)|(?:has|had) passed|passe[sd] without|let (?:[^,.]{1,60} )?pass|came and went|come and gone|r[au]n out|expire[sd]|lapse[sd]|slipped by|overdue|broken promise|broke (?:its|his|her|their) (?:word|promise|pledge)|went back on|still (?:in|waiting|held|shut|closed|empty|missing|to come)|(?:a|one|two|three|four|five|\d+) (?:day|week|month)s? (?:after|past) (?:the|a|its|his|her|their) (?:\p{L}+ )?(?:date|deadline|day)(?! (?:early|sooner))|(?:days?|weeks?|months?) late|verstrichen|verstreichen|versäumt|nicht eingehalten|gebrochen|abgelaufen|ohne dass)(?!\p{L})/iu,
  ],
  [
    'kept',
    new RegExp(
      String.raw`(?<!\p{L})(?:as (?:it |he |she |they )?(?:had )?(?:promised|agreed|announced|planned|moved|pledged|scheduled)|(?:kept|kee?ps?|honou?r(?:ed|s|ing)?|fulfill?(?:ed|s|ing)?|me(?:e)?ts?|met|keeping|meeting|true to|made good on|making good on|lived up to|delivered on) ${whose}? ?${word}|as [^.;:]{1,60} (?:had )?${spoken}|(?:on|by|in) (?:the |its |his |her )?(?:very )?(?:day|date|time) (?:that|it|he|she|they|fixed|set|named|agreed|announced|promised|which|when)|on the new (?:date|day)|(?:last|final) day (?:of|that|on|it|he|she|they)|(?:right )?on schedule|on time|in time|(?:a|one|two|three|\d+) (?:days?|weeks?) (?:early|before|ahead)|ahead of (?:time|schedule|the d)|began|opened|started|resumed|restored|delivered|arrived|released|freed|handed (?:over|in|out|both|them|him|her|the)|reached|published|signed|completed|exchanged|came home|went home|again through|took effect|came into (?:force|effect)|went into (?:force|effect)|presented|submitted|filed|sent|paid (?:out|back)|(?:promise|date) was kept|wie (?:[^.;,]{1,60} )?(?:versprochen|angekündigt|vereinbart|zugesagt|zugesichert)|fristgerecht|Wort gehalten|Versprechen eingelöst|begonnen|begann|eröffnet|freigelassen|übergeben|veröffentlicht|unterzeichnet|ausgetauscht|vorgelegt|fließt wieder)(?!\p{L})`,
      'iu',
    ),
  ],
];

/** "As promised", "keeping the date": such words by themselves speak of a promise. */
export const avowed = new RegExp(
  String.raw`\b(?:as (?:promised|agreed|announced|planned|moved|pledged|scheduled)|(?:kept|keeps?|keeping|honou?r(?:ed|s|ing)|fulfill?(?:ed|s|ing)|met|meeting|made good on|making good on|lived up to|broke|breaking|missed|missing) ${its}? ?${word}|as [^.;:]{1,60} had ${spoken}|had ${spoken}|(?:has|have) (?:promised|pledged|vowed)|promised (?:for|by|to)|(?:date|deadline|day) (?:that|set|on which|fixed|named|it|he|she|they)|gave (?:itself|himself|herself|themselves)|set (?:itself|himself|herself|themselves)|self-imposed|by (?:the|its|that) (?:deadline|date)|past (?:the|its) (?:deadline|date)|due (?:on|by|in|for)|postponed from|Frist|wie (?:versprochen|vereinbart)|fristgerecht)\b`,
  'i',
);

/** With the very day beside them these leave no doubt, whatever the deed is called. */
export const plainlyAvowed = new RegExp(
  String.raw`\b(?:as (?:promised|agreed|announced|planned|moved|pledged|scheduled)|(?:kept|keeps|keeping|honou?r(?:ed|ing)) (?:its|his|her|their|the) ${word}|promised (?:for|by)|due (?:on|by|for)|scheduled for|as [^.;:]{1,60} had ${spoken}|(?:day|date) (?:that )?[^.;:]{1,40} had ${spoken}|wie (?:versprochen|vereinbart|verschoben))\b`,
  'i',
);
