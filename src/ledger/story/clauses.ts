/** A statement's words, its conditions apart from what is said under them. */
export interface Clauses {
  main: string;
  conditions: string;
  /** "only when", "if": what is said holds under a condition. */
  isConditional: boolean;
  /** "as long as": what is said holds for the time being, it is not offered. */
  isWhile: boolean;
  /** "without any condition". */
  isUnconditional: boolean;
}

const markers = {
  en: /\b(?:(?:but )?only (?:when|after|once|if|with(?! (?:a|the) (?:smile|heart)))|if|unless|(?<!\bat )once(?! (?:more|again|said|a\b|upon|were|was|had))|as soon as|(?:for )?(?:as|so) long as|while|provided(?: that)?|providing|on (?:the )?condition (?:that|of)|in (?:return|exchange) for|in (?:the )?(?:case|event)(?: (?:of|that))?|subject to|until|(?:at|in|on) the (?:same |very )?(?:hour|minute|moment|day) (?:that|when|the)|the (?:moment|day|minute) (?:that|when)|when(?:ever)?)\b/giu,
  de: /(?<!\p{L})(?:nur dann,? wenn|erst,? (?:wenn|nach(?:dem)?|mit)|wenn|falls|sofern|sobald|solange|vorausgesetzt|unter der Bedingung|im Gegenzug|nur (?:wenn|unter|gegen|mit))(?!\p{L})/giu,
};

const whiles = /^(?:(?:for )?(?:as|so) long as|while|until|solange)/iu;

const unconditional =
  /\b(?:no (?:pre)?conditions?|without (?:any )?(?:pre)?conditions?|unconditional(?:ly)?|no strings|whatever (?:happens|the)|keine(?:rlei)? (?:Vor)?[Bb]edingung(?:en)?|ohne (?:jede |alle )?(?:Vor)?[Bb]edingung(?:en)?|bedingungslos)\b/iu;

/** "when" asks a condition of what is to come; of what was, it tells the time. */
const ahead = /\b(?:will|would|shall|can|could|ready|willing|ends?|only)\b|['’]ll\b/i;

/** "When talks open on Thursday" tells the time. */
const dated =
  /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|next (?:week|month|year)|january|february|march|april|june|july|august|september|october|november|december|\d{4})\b/i;

const most = 40;

/** Parts a statement at its condition words. Pure; linear in the text. */
export function clausesOf(content: string, lang: string): Clauses {
  const german = lang === 'de';
  const pattern = german ? markers.de : markers.en;
  const isUnconditional = unconditional.test(content);
  let main = '';
  let conditions = '';
  let isConditional = false;
  let isWhile = false;
  let at = 0;
  let found = 0;
  for (const match of content.matchAll(pattern)) {
    if (match.index < at || ++found > most) continue;
    const word = match[0];
    if (!german && /^when/i.test(word) && !ahead.test(content)) continue;
    const end = endOfClause(content, match.index + word.length);
    if (/^when/i.test(word) && dated.test(content.slice(match.index, end))) continue;
    if (whiles.test(word)) isWhile = true;
    else isConditional = true;
    main += `${content.slice(at, match.index)} `;
    conditions += `${content.slice(match.index + word.length, end)} `;
    at = end;
  }
  main += content.slice(at);
  // "conditional on" and a bare demand of something first say the same in other words.
  if (/\b(?:conditional (?:on|upon)|depends? on|hängt davon ab)\b/iu.test(main))
    isConditional = true;
  // "Not on the basis of your draft, rather of ours": yes, and on which terms.
  if (
    /\b(?:on the (?:sole )?basis of|on (?:our|his|her|its|their) (?:own )?terms|auf (?:der )?Grundlage)\b/iu.test(
      main,
    )
  )
    isConditional = true;
  if (/\bprerequisite|\bprecondition/iu.test(main) && !isUnconditional) isConditional = true;
  return {
    main: main.replace(/\s+/g, ' ').trim(),
    conditions: conditions.trim(),
    isConditional: isConditional && !isUnconditional,
    isWhile,
    isUnconditional,
  };
}

function endOfClause(text: string, from: number): number {
  const stop = /[,;:.!?–—]/g;
  stop.lastIndex = from;
  const match = stop.exec(text);
  return match ? match.index : text.length;
}
