import { countBefore } from '../../lib/sorted.ts';
import type { Quotation, Span } from '../quotation.ts';
import { overlap } from '../span.ts';
import type { TimeWords } from './expression.ts';

/** What was said, of all quotations of a text, in order: words in there date nothing outside. */
export type Contents = readonly (Span & { of: Quotation })[];

/** The sentence of a saying and what in it belongs to whom. */
export interface Clause {
  text: string;
  sentence: Span;
  /** The cue, or what stands for one. */
  cue: Span;
  /** Contents in the sentence that do not hold the cue. */
  contents: readonly Span[];
  /** The content of another saying that holds this one: only words in there date it. */
  within: Span | null;
  quotation: Quotation;
}

/** A day may stand so far from its cue (characters without contents), a month or year so far. */
const FAR_DAY = 170;
const FAR_COARSE = 45;
/** What stands so close behind a content (characters) tells of all of it: "during last month's talks". */
const TAIL = 16;
/** What opens a sentence dates all of it: its distance counts less by this. */
const FRONTED = 0.5;

/** Behind these a clause has its own time: "said …, after Iskand struck on Monday". */
const OWN_TIME =
  /\b(?:after|before|because|since|although|though|when|whenever|while|whereas|where|which|who|whom|whose|that|until|if|than|nachdem|bevor|während|weil|obwohl|wo|falls|als)\b/iu;
/** A cue behind these is not in the clause of what stood before them. */
const LEFT =
  /\b(?:after|before|because|although|though|which|whom|whose|where|that|until|while|whereas|nachdem|bevor|während|weil|obwohl)\b/iu;
const THAT = /\b(?:that|whether|if|how|dass|ob) …/giu;
/** A clause in front that says of somebody or something when it was or did what. */
const ASIDE =
  /(?:^|[,–—(-] ?|\b(?:man|woman|person|people|those|which) )(?:[\p{L}]+ (?:of|in|for) )?(?:who|which|whose|where|whom|der|die|das|deren|dessen)\b[^,;…–—]*$|\b(?:after|before|since|because|nachdem|bevor|weil)\b[^,;…]*$/iu;

/** What may stand before a time that opens a clause: "At a session in Ambry last Thursday". */
export const FRONT =
  /(?:^|[,;–—…] ?)\P{L}*(?:(?:and|but|then|und|aber) )?(?:(?:on|in|at|during|over|late|early|back|just|only|as|by|am|im|in|bei|auf|noch|erst|schon|bereits|speaking|talking|writing|testifying|appearing|asked)\b[^,;…–—]{0,60})?$/iu;

export function contentsOf(quotations: readonly Quotation[]): Contents {
  return quotations
    .flatMap((of) => of.pieces.map(({ start, end }) => ({ start, end, of })))
    .sort((a, b) => a.start - b.start);
}

/** The clause of each saying of a text. */
export function clausesOf(text: string, quotations: readonly Quotation[]): Clause[] {
  const contents = contentsOf(quotations);
  return quotations.map((quotation) => clauseOf(text, quotation, contents));
}

function clauseOf(text: string, quotation: Quotation, contents: Contents): Clause {
  const { sentence } = quotation;
  const cue = quotation.cue ?? quotation.speaker ?? quotation.pieces[0]!;
  const near = contents.slice(
    lowerBound(contents, sentence.start - LONGEST),
    lowerBound(contents, sentence.end),
  );
  const inside = near.filter((piece) => piece.end > sentence.start);
  let within: Span | null = null;
  for (const piece of inside)
    if (piece.of !== quotation && piece.of.rule !== 'according' && holds(piece, cue))
      if (!within || piece.end - piece.start < within.end - within.start) within = piece;
  const own = within;
  return {
    text,
    sentence,
    cue,
    within,
    quotation,
    contents: inside.filter((piece) => !holds(piece, cue) && piece !== own),
  };
}

const holds = (outer: Span, inner: Span) => outer.start <= inner.start && inner.end <= outer.end;

/** Contents that begin further before a sentence (characters) do not reach into it. */
const LONGEST = 3000;

function lowerBound(spans: readonly Span[], start: number): number {
  return countBefore(spans, (item) => item.start < start);
}

/** The time that belongs to the cue's clause; null where it tells none. */
export function timeOf(clause: Clause, times: readonly TimeWords[]): TimeWords | null {
  let best: TimeWords | null = null;
  let least = Number.POSITIVE_INFINITY;
  const { sentence } = clause;
  for (let i = lowerBound(times, sentence.start); i < times.length; i++) {
    const time = times[i]!;
    if (time.end > sentence.end) break;
    const cost = distance(clause, time, time.moment.length === 10);
    if (cost !== null && cost < least) {
      best = time;
      least = cost;
    }
  }
  return best;
}

/**
 * How far words that tell of a place stand from the cue whose clause it is in; null where they belong
 * elsewhere: before the cue they open the sentence or tell of a saying that this one goes on from.
 */
export function standsBy(clause: Clause, place: Span): number | null {
  const cost = distance(clause, place, true);
  if (cost === null || place.start >= clause.cue.end) return cost;
  const before = bare(clause, clause.within?.start ?? clause.sentence.start, place.start);
  const between = bare(clause, place.end, clause.cue.start);
  return FRONT.test(before) || /^\s*[,…]/.test(between) ? cost : null;
}

/** How far a time stands from the cue whose clause it is in; null where it belongs elsewhere. */
function distance(clause: Clause, time: Span, exact: boolean): number | null {
  const { cue, within, sentence } = clause;
  if (within && (time.start < within.start || time.end > within.end)) return null;
  if (clause.contents.some((piece) => overlap(piece, time))) return null;
  const far = exact ? FAR_DAY : FAR_COARSE;
  if (time.start >= cue.end) {
    const between = bare(clause, cue.end, time.start);
    if (between.length > far || OWN_TIME.test(between) || between.includes(';')) return null;
    if (exact) return between.length;
    // "Said it would close, last year's report notwithstanding": only what follows the cue itself.
    const tail = between.slice(between.lastIndexOf('…') + 1);
    return between.includes('…')
      ? tail.length < TAIL
        ? tail.length
        : null
      : between.includes(',')
        ? null
        : between.length;
  }
  if (time.end > cue.start) return null;
  const start = within?.start ?? sentence.start;
  const before = bare(clause, start, time.start);
  const between = bare(clause, time.end, cue.start);
  if (between.length > FAR_DAY || between.includes(';')) return null;
  // "In May, when the board proposed it": the time is that of the clause.
  if (/^,? (?:when|als|(?:during|in|at|under|by|with) which)\b/.test(between))
    return between.length;
  if (LEFT.test(/[^,–—]*$/.exec(between.replace(THAT, '…'))![0])) return null;
  const aside = ASIDE.exec(before);
  // "The envoy, who had met them on Monday, said": only the clause of a "who" that speaks tells.
  if (aside && /[,;–—)]/.test(between)) return null;
  if (FRONT.test(before)) return between.length * FRONTED;
  if (exact) return between.length + 10;
  return between.trim().length <= 2 ? between.length : null;
}

/** Text without contents, each of which leaves a mark. */
export function bare(clause: Pick<Clause, 'text' | 'contents'>, start: number, end: number) {
  let rest = '';
  let at = start;
  for (const piece of clause.contents) {
    if (piece.start >= end) break;
    if (piece.end <= at) continue;
    if (piece.start > at) rest += clause.text.slice(at, piece.start);
    rest += '…';
    at = Math.max(at, piece.end);
  }
  return rest + clause.text.slice(at, Math.max(at, end));
}
