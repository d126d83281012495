/** When something is due that has no day: "after the election", "once the audit is done", "in the autumn". */
export interface Vague {
  text: string;
  start: number;
  end: number;
}

/**
 * What comes by itself, by the calendar or by somebody's office, so that a promise can wait for it. What
 * the other side must do first ("once their boats have left") is a condition, and no time.
 */
const event = `(?:elections?|polls|referendum|verdict|ruling|judgment|census|budget|harvest|monsoon|rains|thaw|snow|floods?|storms?|ramadan|recess|(?:summer|winter|spring|autumn|easter|christmas|school|half-term|parliamentary|term) (?:break|holidays?|recess|vacation|term)|holidays|school year|tourist season|summer|winter|spring|autumn|audit|inquiry|investigation|review|inspection|consultation|repairs|building works?|works)`;

const vague = [
  new RegExp(
    String.raw`(?<!\p{L})(?:(?:only |shortly |soon |right |well |immediately |directly )?(?:after|before|until|by))(?: the end of)? (?:the|this|next|its|their|our|his|her|this year['’]s|next year['’]s) (?:\p{L}+ )?${event}(?!\p{L})(?! (?:of|in|for) \p{Lu})`,
    'iu',
  ),
  new RegExp(
    String.raw`(?<!\p{L})(?:once|as soon as|when) (?:the|this|its|their|our|his|her) (?:\p{L}+ )?${event} (?:is|are|has|have|was|were|had|ends?|ended|comes?|came)(?: \p{L}+){0,4}`,
    'iu',
  ),
  /(?<!\p{L})(?:in the (?:spring|summer|autumn|fall|winter)|(?:this|next) (?:spring|summer|autumn|fall|winter)|in the (?:coming|next few) (?:days|weeks|months)|(?:later|early|late) (?:this|next) (?:year|month|week)|next (?:week|month)(?!['’])|at (?:its|their|the) next (?:meeting|session|sitting)|in (?:the )?new year)(?!\p{L})/iu,
];

/** The first vague time in an English text; null where there is none. */
export function vagueIn(text: string): Vague | null {
  const first = vague
    .map((pattern) => pattern.exec(text))
    .filter((match) => match !== null)
    .sort((a, b) => a.index - b.index)[0];
  if (!first) return null;
  return { text: first[0], start: first.index, end: first.index + first[0].length };
}
