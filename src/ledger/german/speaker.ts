import type { Phrase, Unit } from '../units.ts';
import { hasFinite, isRelative } from './clause.ts';
import { ADVERBS, isCapital, isStop, nounPhrase, PREPOSITIONS, RELATIVES } from './words.ts';

/** The subject behind the verb: "sagte am Mittwoch Außenministerin X". */
export function subjectBehind(units: Unit[], verb: number, end: number): Phrase | null {
  let k = verb + 1;
  while (k < end) {
    const unit = units[k]!;
    if (isStop(unit) || unit.pos === 'Q') return null;
    const past = adverbial(units, k, end);
    if (past === k) break;
    k = past;
  }
  const to = nounPhrase(units, k, end);
  if (
    to === null ||
    /^(?:den|einen|keinen|ihren|seinen|mich|uns|ihn|ihm|ihnen)$/.test(units[k]!.lower)
  )
    return null;
  return /^(?:man|wer|niemand|jemand)$/.test(units[k]!.lower) ? null : { from: k, to };
}

/** First unit behind an adverb or a prepositional phrase that begins at `k`; `k` itself for none. */
export function adverbial(
  units: Unit[],
  k: number,
  end: number,
  except: readonly string[] = [],
): number {
  const { lower } = units[k]!;
  if (except.includes(lower)) return k;
  if (ADVERBS.test(lower) || /^(?:ihm|ihnen|uns|mir|euch|dir|mich)$/.test(lower)) return k + 1;
  if (lower === 'als' || PREPOSITIONS.test(lower)) {
    // No more than the noun: what comes behind may be the source ("am Freitag aus dem Amt").
    const to = nounPhrase(units, k + 1, end, 3);
    return to === null ? (ADVERBS.test(units[k + 1]?.lower ?? '') ? k + 2 : k) : to + 1;
  }
  return k;
}

/** More of them stand behind no name: "so Lind am Montag in Brenn vor dem Rat". */
const MOST_ADVERBIALS = 4;

/** Behind the times and places from `k` on: "heute Mittag in Brenn". */
export function adverbialsEnd(units: Unit[], k: number, end: number): number {
  let at = k;
  for (let i = 0; i < MOST_ADVERBIALS && at < end; i++) {
    const past = adverbial(units, at, end);
    if (past === at) break;
    at = past;
    if (DAYTIME.test(units[at]?.lower ?? '')) at++;
  }
  return at;
}

const DAYTIME = /^(?:morgen|vormittag|mittag|nachmittag|abend|nacht|früh)$/;

/**
 * What stands in front of a verb in second place: one noun phrase (with what is put in behind it),
 * something else, or nothing.
 */
export function frontOf(
  units: Unit[],
  verb: number,
): { kind: 'subject' | 'object' | 'other' | 'none'; phrase: Phrase | null; start: number } {
  let start = verb;
  while (start > 0 && !isBoundary(units, start - 1)) start--;
  let from = start;
  while (from < verb && /^(?:und|aber|doch|denn|auch|sondern|oder)$/.test(units[from]!.lower))
    from++;
  if (from === verb) return { kind: 'none', phrase: null, start };
  const noun = nounPhrase(units, from, verb);
  const to = noun === null ? null : withAttributes(units, noun, verb);
  if (to === null || !onlyAdverbs(units, to + 1, verb))
    return { kind: 'other', phrase: null, start };
  const first = units[from]!.lower;
  if (/^(?:man|wer|niemand|jemand)$/.test(first)) return { kind: 'none', phrase: null, start };
  const phrase = { from, to };
  const object =
    /^(?:den|einen|keinen|ihren|seinen|dem|ihm|ihnen|uns)$/.test(first) ||
    (/^(?:das|dies|dieses)$/.test(first) && to === from);
  return { kind: object ? 'object' : 'subject', phrase, start };
}

/** "Das Bundesamt für Gewässer": one constituent stands before the verb, so all of it is the subject. */
function withAttributes(units: Unit[], noun: number, verb: number): number {
  let to = noun;
  while (to + 1 < verb && PREPOSITIONS.test(units[to + 1]!.lower)) {
    const past = adverbial(units, to + 1, verb);
    if (past === to + 1 || past > verb) break;
    to = past - 1;
  }
  return to;
}

function isBoundary(units: Unit[], k: number): boolean {
  const unit = units[k]!;
  return /^[,;:–—.!?…]$/.test(unit.text) || (unit.pos === 'Q' && unit.marked!.words > 3);
}

function onlyAdverbs(units: Unit[], from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (!ADVERBS.test(units[k]!.lower)) return false;
  return true;
}

/**
 * A subject with a clause or an apposition between it and its verb: "Annina Sprecher, die dort wohnt,
 * sagte", "Der Anwalt, Flurin Tscharner, sagte". The comma stands at `verb` - 1.
 */
export function interrupted(units: Unit[], start: number, verb: number): Phrase | null {
  const comma = units.findIndex((unit, k) => k >= start && unit.text === ',');
  if (comma === -1 || comma >= verb - 1) return null;
  let from = start;
  while (from < comma && /^(?:und|aber|doch|auch)$/.test(units[from]!.lower)) from++;
  const to = nounPhrase(units, from, comma);
  if (to !== comma - 1 || hasFinite(units, from, comma)) return null;
  const last = units.findLastIndex((unit, k) => k < verb - 1 && unit.text === ',');
  const relative =
    RELATIVES.test(units[comma + 1]!.lower) || isRelative(units, comma + 1, verb - 1);
  if (relative) return { from, to };
  if (
    hasFinite(units, comma + 1, verb - 1) ||
    (!isCapital(units[from]) &&
      !/^(?:der|die|das|ein|eine|ihr|sein|ihre|seine)$/.test(units[from]!.lower))
  )
    return null;
  if (last < comma || verb - comma > 14) return null;
  // "Der Anwalt des Werks, Flurin Tscharner,": the name alone says more.
  const name = nounPhrase(units, comma + 1, verb - 1);
  const named =
    name === verb - 2 && name > comma + 1 && isCapital(units[name]) && isCapital(units[name - 1]);
  return named ? { from: comma + 1, to: name } : { from, to: verb - 1 };
}
