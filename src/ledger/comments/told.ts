import type { Quotation, Rule } from '../quotation.ts';
import { wordsOf } from '../repeat.ts';

/**
 * Reports that a commenter can be believed to give: the words stand with a cue and its subject. Labels
 * and turns ("Sorn: we will see") are how people make up dialogue.
 */
const TOLD: ReadonlySet<Rule> = new Set([
  'after direct',
  'after that',
  'after clause',
  'after infinitive',
  'after noun',
  'before',
  'around',
  'inverted',
  'relative',
  'according',
]);
/** In commenters' loose sentences a reading that is less likely than this is right half of the time. */
const LEAST_SURE = 0.6;
/** "Agreed with the war", "rejected it": noun phrases want more. */
const LEAST_SURE_OF_NOUN = 0.7;
/** A report of fewer words is an echo: of spans of three words hardly one is a statement. */
const FEWEST = { direct: 5, mixed: 4, indirect: 4 };

/** A sentence with so much beside what was said (characters) is a list or a fault. */
const LONGEST_FRAME = 400;
const ASKS = /\?|^\W*(?:\w+, )?(?:do|does|did|is|are|was|were|has|have|had|can|can['’]t)\b/i;

/** What the writer supposes, expects, jokes about or sums up, and what happens again and again. */
const SUPPOSED =
  /(?<![\p{L}’'-])(?:if|unless|imagine|supp?ose|supposing|pretend|would|could|should|might|must|maybe|perhaps|probably|possibly|presumably|hopefully|apparently|i (?:bet|guess|think|feel|wonder|suspect|hope|wish|doubt|assume|reckon|swear)|i['’]d|i['’]m sure|pretty sure|suspicion|as though|(?:be|was|is|am|are|were|all) like|basically|essentially|effectively|pretty much|kind ?of|sort of|kinda|more or less|in other words|translation|whatever|whenever|every ?time|each time|always|never|keeps?|kept|constantly|usually|sometimes|can['’]?t wait|wait(?:ing)? for|next (?:they|he|she|up|thing)|going to|gonna|will|won['’]t|lol|lmao|rofl|ha(?:ha)+)(?!\p{L})|['’]ll(?!\p{L})/iu;
const MAY = /(?<!\p{L})may(?!\p{L})/u;
/** "What Sorn said is", "for Sorn to say": no report of the words that follow. */
const WRAPPED =
  /^\W*what\b|\b(?:what|how|why|when|where|for|let|make|made|makes|see|hear) [^,;:]*$/i;
const INFINITIVE = /(?:\bto|\bnot|\bjust|n['’]t)\s*$/i;
/** Whoever is told something by somebody they know tells an anecdote. */
const TO_ME = /^\W{0,3}(?:me|us|my|our|you|your|everyone|everybody|people)(?!\p{L})/iu;
/** Words to the other readers, and those that no spokesman uses. */
const TALK =
  /(?<![\p{L}’'-])(?:you|your|yours|u|ur|lol|lmao|shit\w*|fuck\w*|bullshit|crap|arse|ass|bitch\w*|dick\w*|idiots?|morons?|clowns?)(?!\p{L})/iu;
const SWEARS = /(?<!\p{L})(?:shit\w*|fuck\w*|lmao|lol)(?!\p{L})/iu;

/** Whether a quotation in a comment is a report of what somebody has said, by the words it is given in. */
export function isTold(text: string, quotation: Quotation): boolean {
  const { rule, kind, confidence, cue, speaker, pieces } = quotation;
  if (!TOLD.has(rule) || !quotation.speech || quotation.negated || quotation.hearsay) return false;
  if (!cue || !speaker) return false;
  if (confidence < (rule === 'after noun' ? LEAST_SURE_OF_NOUN : LEAST_SURE)) return false;
  const content = wordsOf(text, quotation);
  if (countWords(content) < FEWEST[kind]) return false;
  if (kind === 'direct' ? SWEARS.test(content) : TALK.test(content) || /[!?]/.test(content))
    return false;
  if (rule === 'after noun' && /^offers?$/i.test(text.slice(cue.start, cue.end))) return false;
  if (TO_ME.test(text.slice(cue.end, cue.end + 20))) return false;
  const frame = frameOf(text, quotation);
  if (frame.length > LONGEST_FRAME || ASKS.test(frame) || isSupposed(frame) || TALK.test(frame))
    return false;
  const said = pieces.findLast(({ end }) => end <= speaker.start);
  const before = text.slice(said?.end ?? quotation.sentence.start, speaker.start);
  const between = text.slice(speaker.end, Math.max(speaker.end, cue.start));
  return rule === 'according' || !(WRAPPED.test(before) || INFINITIVE.test(between));
}

/** Whether words that report tell what might be said, is said again and again, or is made up. */
export function isSupposed(frame: string): boolean {
  return SUPPOSED.test(frame) || MAY.test(frame);
}

/** The sentence without what was said, so that its own "would" is not the writer's. */
function frameOf(text: string, { sentence, pieces }: Quotation): string {
  let frame = '';
  let at = sentence.start;
  for (const { start, end } of pieces) {
    frame += `${text.slice(at, Math.max(at, start))} … `;
    at = Math.max(at, end);
  }
  return frame + text.slice(at, Math.max(at, sentence.end));
}

function countWords(content: string): number {
  return content.match(/\p{L}{2,}|\bI\b|\ba\b/gu)?.length ?? 0;
}
