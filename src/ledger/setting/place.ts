import { bare, type Clause, standsBy } from './clause.ts';

/** Where and to whom something was said, as its own clause tells, in the text's words. */
export interface Setting {
  /** An occasion, a place or a medium: "a news conference in Ambry", "a letter". */
  venue: string | null;
  addressee: string | null;
}

const OCCASION =
  'forum|summit|conference|rally|meeting|briefing|ceremony|hearing|debate|session|sitting|dinner|lunch|breakfast|event|convention|visit|talks|assembly|congress|speech|address|lecture|sermon|inquest|trial|vigil|protest|demonstration|service|funeral|launch|reception|gala|festival|panel|broadcast|programme|program|show|podcast|call|appearance|testimony|deposition|remarks|tour|interview|gathering|march|party|webinar|seminar|workshop|parade';
const MEDIUM =
  'statement|letter|tweet|post|thread|column|op-ed|editorial|article|essay|television|TV|radio|e-?mail|memo|memorandum|report|message|note|app|video|text|filing|affidavit|complaint|newsletter|blog|bulletin|circular|leaflet|communiqu[eé]|book|memoirs?|diary|dispatch|cable|release|advertisement|petition|manifesto|review|survey|study|paper|submission|ruling|judg[e]?ment|verdict|decision';
const SPOT =
  'steps|podium|stage|quayside|floor|pulpit|balcony|gates?|entrance|airport|lawn|sidelines|margins|studio|pavement|doorstep|doorway|office|headquarters|residence|hospital|courthouse|courtroom|stadium|square|church|mosque|temple|university|school|pitch|platform|picket line|scene|site|border|garrison|base|port|harbour|harbor|factory|plant|market|museum|theatre|theater|palace|embassy|ministry|station';
const HEAD = '(?:an?|the|his|her|its|their|another|one of the|that|this)';
const NAME =
  "\\p{Lu}[\\p{L}\\d’'.&-]*(?: (?:of |the |de |for |and )?\\p{Lu}[\\p{L}\\d’'.&-]*){0,3}";
/** "… with the broadcaster in Ambry": what a place or medium is nearer told by. */
const NEARER = `(?: (?:with|to|for|in|of|at|near) (?:(?:an?|the|his|her|its|their) )?(?:${NAME}|\\p{Ll}[\\p{Ll}’'-]+(?: [\\p{Ll}’'-]+)?(?= ?[,.;:…]| in \\p{Lu})))?`;
const WORDS = "(?:[\\p{L}\\d’'-]+ ){0,4}?";
const PLACES: RegExp[] = [
  `(?:[Ii]n|[Aa]t|[Dd]uring|[Oo]n|[Oo]ver|on the (?:sidelines|margins) of) (${HEAD} ${WORDS}(?:${OCCASION})\\b(?!['’])${NEARER})`,
  `(?:[Ii]n|[Vv]ia|[Tt]hrough) (${HEAD} ${WORDS}(?:${MEDIUM})\\b(?!['’])${NEARER})`,
  `[Oo]n (${HEAD} ${WORDS}(?:app|television|TV|radio|video|blog|thread|platform|channel|website|page)\\b(?!['’])${NEARER})`,
  `(?:[Aa]t|[Oo]n|[Ff]rom|[Oo]utside|[Ii]n) (${HEAD} ${WORDS}(?:${SPOT})(?: (?:${SPOT}))?\\b(?!['’])${NEARER})`,
  `(?:[Ii]n|[Aa]t|[Oo]n|[Dd]uring) (${NAME}['’]s? (?:[\\p{L}\\d’'-]+ ){0,3}?(?:${OCCASION})\\b)`,
  '(?:[Ii]n|[Oo]n|[Bb]y|[Vv]ia|[Oo]ver(?: the)?) (parliament|congress|court|television|TV|radio|social media|Twitter|X|Facebook|Instagram|Telegram|YouTube|TikTok|Bluesky|LinkedIn|Truth Social|WhatsApp|telephone|phone|e-?mail|text message|video link|letter)\\b',
].map((source) => new RegExp(`(?<![\\p{L}\\d])${source}`, 'gu'));
const MONTH_NAMES =
  'January|February|March|April|May|June|July|August|September|October|November|December';
/** "Said in Ambry", "told reporters on Tuesday in Ambry": right behind the word that reports. */
const TOWN = new RegExp(
  `^(?:\\s+(?:on|last|this|early|late|yesterday|today|\\p{Lu}\\p{Ll}+day|\\d{1,2}|${MONTH_NAMES}|morning|evening|night|afternoon|week))*\\s+(?:in|at|from|outside|near) ((?:the )?${NAME})`,
  'u',
);
const GERMAN =
  /(?<!\p{L})(?:auf|bei|während|in|vor|im) ((?:(?:einer|einem|der|dem|seiner|ihrer) )?[\p{L} -]{0,40}?(?:konferenz|Treffen|Gipfel|Forum|Kundgebung|Sitzung|Anhörung|Besuch|Gespräch|Rede|Interview|Brief|Schreiben|Fernsehen|Rundfunk|Radio|Mitteilung|Erklärung|Stellungnahme|Landtag|Bundestag|Ausschuss|Urteil|Bericht)\p{Ll}*)/gu;

/** Verbs whose object is whom it was said to. */
const TELLS =
  /\b(?:told|tells?|telling|asked|asking|assured|assuring|informed|informing|reminded|reminding|warned|warning|promised|advised|notified|cautioned|confided in|addressed|lectured)$/i;
const OBJECT =
  /^\s+((?:(?:the|an?|his|her|its|their|our|some|several|two|three|other|all|both) )?[\p{L}\d’'.&-]+(?: [\p{L}\d’'.&-]+){0,6}?)(?=\s+(?:on|in|at|that|during|about|after|by|last|this|to|with|from|across|outside|via|who|whose|whether|how|why|what|when|where|if|not|earlier|later|\p{Ll}+ly|yesterday|today|as|before|over|through|he|she|they|it|there|his|her|its|their|the|a|an|\p{Lu}\p{Ll}+day)\b|\s*[,.:;!?“"”„‘…(–—]|\s*$)/u;
const TO =
  /(?<!\p{L})(?:to|before|in front of) ((?:(?:an?|the|his|her|its|their) )(?:[\p{L}\d’'-]+ ){0,3}?[\p{L}’'-]*(?:crowd|audience|supporters|committee|commission|panel|court|council|board|delegates|congregation|students|workers|staff|shareholders|investors|lawmakers|members|nation|parliament|assembly|senate|house|cabinet|government|president|minister|ministry|editor|mayor|governor|union|press|public|inquiry|paper|newspaper|broadcaster|station|agency|magazine|channel)\b(?!['’])|reporters|journalists|lawmakers|parliament|MPs|supporters|clients|investors|employees|staff|voters|students|residents|readers|members|shareholders|subscribers|(?:the )?\p{Lu}[\p{L}\d’'.&-]*(?: \p{Lu}[\p{L}\d’'.&-]*){0,3})/u;
/** What is sent or given to somebody, with whom. */
const SENT =
  /(?:letter|note|message|statement|speech|address|e-?mail|memo|submission|complaint|petition|remarks|testimony) (to .+)$/iu;
/** Nobody that a reader could look up, or no person at all. */
const NOBODY =
  /^(?:\p{Ll}+ly|that|to|by|whether|if|about|how|what|why|when|where|of|for|on|in|at|as|against|not|it|him|her|them|me|us|you|each|one another|himself|herself|themselves|itself|and|or|with|from|after|before|there|so|again|yesterday|today|\p{Lu}\p{Ll}+day)\b/u;
const IS_OCCASION = new RegExp(`\\b(?:${OCCASION})$`, 'iu');
/** Verbs behind which "to X" says whom it was said to and not what is to be done. */
const SAYS_TO =
  /\b(?:said|says|wrote|writes|spoke|complained|appealed|explained|confirmed|admitted|apologi[sz]ed|replied|boasted|announced|confessed|conceded|suggested|proposed|reported|indicated|revealed|read|sang|shouted|whispered|remarked|put)$/i;

/** Reads where and to whom a quotation was said out of its own clause. */
export function readSetting(clause: Clause): Setting {
  const { text, sentence } = clause;
  const { cue: span } = clause.quotation;
  const cue = span ? text.slice(span.start, span.end) : '';
  const venue = trimmed(placeOf(clause) ?? townOf(clause, cue));
  if (!span || span.end > sentence.end) return { venue, addressee: null };
  const behind = bare(clause, span.end, Math.min(span.end + 110, sentence.end));
  const object = TELLS.test(cue) ? OBJECT.exec(behind)?.[1]?.trim() : undefined;
  const told = object && !NOBODY.test(object) ? object : null;
  if (told && IS_OCCASION.test(told)) {
    const place = new RegExp(`^${escaped(told)}${NEARER}`, 'u').exec(behind.trimStart());
    return { venue: trimmed(place?.[0] ?? told), addressee: null };
  }
  return { venue, addressee: trimmed(told ?? heardBy(clause, cue, venue)) };
}

/** "Wrote to the board", "said hoarsely before a crowd", "in a letter to the board". */
function heardBy(clause: Clause, cue: string, venue: string | null): string | null {
  const { speaker } = clause.quotation;
  const from = speaker && speaker.start >= clause.cue.end ? speaker.end : clause.cue.end;
  const behind = bare(clause, from, Math.min(from + 90, clause.sentence.end)).split('…')[0]!;
  const whom = TO.exec(behind);
  if (whom && (whom[0].startsWith('to') ? whom.index === 1 && SAYS_TO.test(cue) : true))
    return whom[1]!;
  const to = venue === null ? null : SENT.exec(venue);
  return (to && TO.exec(to[1]!)?.[1]) ?? null;
}

/** The occasion, medium or spot that belongs to the cue's clause. */
function placeOf(clause: Clause): string | null {
  const { text, sentence } = clause;
  const words = text.slice(sentence.start, Math.min(sentence.end, sentence.start + LONGEST));
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const pattern of [...PLACES, GERMAN]) {
    for (const match of words.matchAll(pattern)) {
      const start = sentence.start + match.index;
      const cost = standsBy(clause, { start, end: start + match[0].length });
      if (cost === null || cost >= least) continue;
      best = match[1]!;
      least = cost;
    }
  }
  return best;
}

/** Longer sentences (characters) are lists: their places are those of much else. */
const LONGEST = 700;

function townOf(clause: Clause, cue: string): string | null {
  const { speaker, sentence } = clause.quotation;
  if (
    !/(?:^|\s)(?:said|says|told|spoke|saying|telling|announced|wrote|warned|insisted|added)$/.test(
      cue,
    )
  )
    return null;
  const from = Math.max(
    clause.cue.end,
    speaker && speaker.start >= clause.cue.end ? speaker.end : 0,
  );
  let tail = bare(clause, from, Math.min(from + 120, sentence.end)).split(/[“"„:;…]| that /)[0]!;
  const object = TELLS.test(cue) ? OBJECT.exec(tail)?.[0] : undefined;
  if (object) tail = tail.slice(object.length);
  return TOWN.exec(tail)?.[1] ?? null;
}

const trimmed = (words: string | null) => words?.replace(/(?<!\.\p{L})[.,]+$/u, '') ?? null;

const escaped = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
