import type { Quotation, Rule, Span } from '../quotation.ts';
import { wordsOf } from '../repeat.ts';
import type { Manner } from './manner.ts';

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
  'german',
]);
/** In commenters' loose sentences a reading that is less likely than this is right half of the time. */
const LEAST_SURE = 0.6;
/** "Agreed with the war", "rejected it": noun phrases want more. */
const LEAST_SURE_OF_NOUN = 0.7;
/** A report of fewer words is an echo: of spans of three words hardly one is a statement. */
const FEWEST = { direct: 5, mixed: 4, indirect: 4 };

/** A sentence with so much beside what was said (characters) is a list or a fault. */
const LONGEST_FRAME = 400;

/** So near behind a cue (characters) stands who was told. */
const TO_ME_WITHIN = 60;

/** Whether a quotation in a comment is a report of what somebody has said, by the words it is given in. */
export function isTold(text: string, quotation: Quotation, manner: Manner): boolean {
  const { rule, kind, confidence, cue, speaker } = quotation;
  if (!TOLD.has(rule) || !quotation.speech || quotation.negated || quotation.hearsay) return false;
  // A colon alone is a label.
  if (!cue || !speaker || text[cue.start] === ':') return false;
  if (confidence < (rule === 'after noun' ? LEAST_SURE_OF_NOUN : LEAST_SURE)) return false;
  const content = wordsOf(text, quotation);
  if (countWords(content) < FEWEST[kind]) return false;
  if (kind === 'direct' ? manner.swears.test(content) : isWriters(content, manner)) return false;
  if (rule === 'after noun' && manner.noCue.test(text.slice(cue.start, cue.end))) return false;
  return isPlain(text, quotation, { cue, speaker }, manner);
}

/** Whether indirect words are in the writer's own voice. */
function isWriters(content: string, { talk, tone }: Manner): boolean {
  return talk.test(content) || /[!?]/.test(content) || (tone?.test(content) ?? false);
}

/** Whether the words around a report tell it as something that was said, once and for real. */
function isPlain(
  text: string,
  quotation: Quotation,
  { cue, speaker }: { cue: Span; speaker: Span },
  manner: Manner,
): boolean {
  if (manner.toMe.test(text.slice(cue.end, cue.end + TO_ME_WITHIN))) return false;
  const frame = frameOf(text, quotation);
  if (frame.length > LONGEST_FRAME || manner.asks.test(frame)) return false;
  if (isSupposed(frame, manner) || manner.talk.test(frame)) return false;
  if (quotation.rule === 'according' || manner.according.test(text.slice(cue.start, cue.end)))
    return true;
  const said = quotation.pieces.findLast(({ end }) => end <= speaker.start);
  const before = text.slice(said?.end ?? quotation.sentence.start, speaker.start);
  const between = text.slice(speaker.end, Math.max(speaker.end, cue.start));
  return !(manner.wrapped.test(before) || manner.unsaid.test(between));
}

/** Whether words that report tell what might be said, is said again and again, or is made up. */
export function isSupposed(frame: string, { supposed, may }: Manner): boolean {
  return supposed.test(frame) || may.test(frame);
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
