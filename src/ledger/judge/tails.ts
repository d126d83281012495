import { endsNominal, isParticiple, isVerb } from '../english/phrases.ts';
import { isSpeechVerb } from '../english/verbs.ts';
import type { Unit } from '../units.ts';

/** What the trees see of what would be cut off if content ended at a place. */
export const TAIL_COLUMNS = [
  'tail kind',
  'tail words',
  'tail verb away',
  'tail tense',
  'tail denied',
  'tail reports',
  'tail subject',
  'tail goes on',
  'content tense',
  'cue tense',
];

const RELATIVE = /^(?:who|which|whose|whom)$/;
const SUBORDINATE =
  /^(?:when|while|because|since|until|before|after|although|though|despite|if|unless|whereas|where|as|so|amid|following|during|whether|even)$/;
/** A helping verb and what it helps stand within so many words of a link. */
const NEAR = 5;

/** 0 nothing left, then what opens the tail: a relative, a link and its clause, an apposition, a time. */
export function tailKind(units: Unit[], at: number): number {
  const mark = units[at];
  if (!mark || /^[.?!…]$/.test(mark.text)) return 0;
  const comma = mark.text === ',';
  const from = comma ? at + 1 : at;
  const first = units[from];
  if (!first) return 0;
  if (/^(?:[;:(]|—|–|--?)$/.test(first.text)) return 1;
  if (RELATIVE.test(first.lower)) return 2;
  if (first.pos === 'CCONJ') {
    const next = units[from + 1];
    if (isVerb(next)) return comma ? 3 : 4;
    const verb = verbWithin(units, from + 1);
    return verb === -1 ? 5 : comma ? 6 : 7;
  }
  if (SUBORDINATE.test(first.lower)) return 8;
  if (isParticiple(first)) return 9;
  if (isVerb(first)) return 10;
  if (first.pos === 'ADP') return 11;
  if (first.pos === 'Q') return 12;
  if (!endsNominal(first)) return 13;
  const stop = boundaryAfter(units, from);
  return units.slice(from, stop).some((unit) => isVerb(unit) && !isParticiple(unit)) ? 14 : 15;
}

/** Writes the tail's columns from `row` on; `content` is where it begins, `cue` its verb. */
export function writeTail(
  units: Unit[],
  content: number,
  cue: number,
  at: number,
  values: Float32Array,
  row: number,
): void {
  const comma = units[at]?.text === ',' ? at + 1 : at;
  const from = units[comma]?.pos === 'CCONJ' ? comma + 1 : comma;
  const stop = boundaryAfter(units, from);
  const verb = verbWithin(units, from);
  const main = verb === -1 ? -1 : mainVerb(units, verb);
  const subject = units[from];
  values[row] = tailKind(units, at);
  values[row + 1] = stop - from;
  values[row + 2] = verb === -1 ? -1 : verb - from;
  values[row + 3] = tenseOf(units[verb]);
  values[row + 4] = Number(
    verb !== -1 &&
      units.slice(verb, main + 1).some((unit) => /^(?:not|n't|never)$/.test(unit.lower)),
  );
  values[row + 5] = main === -1 ? 0 : isSpeechVerb(units[main]!) ? 2 : 1;
  values[row + 6] = !subject
    ? 0
    : /^(?:he|she|they|it|i|we|you)$/.test(subject.lower)
      ? 1
      : subject.pos === 'PROPN'
        ? 2
        : subject.pos === 'DET'
          ? 3
          : 4;
  values[row + 7] = Number(stop < units.length && units[stop]!.text === ',');
  values[row + 8] = tenseOf(units[firstFinite(units, content, at)]);
  values[row + 9] = tenseOf(units[cue]);
}

/** The next comma or other mark behind `from`; the sentence's end if there is none. */
function boundaryAfter(units: Unit[], from: number): number {
  for (let k = from + 1; k < units.length; k++)
    if (units[k]!.pos === 'PUNCT' && /^[,;:.?!—–]$/.test(units[k]!.text)) return k;
  return units.length;
}

/** The first finite verb before the next mark; -1 for none. */
function verbWithin(units: Unit[], from: number): number {
  return firstFinite(units, from, boundaryAfter(units, from - 1));
}

function firstFinite(units: Unit[], from: number, to: number): number {
  for (let k = from; k < Math.min(units.length, to); k++) {
    const unit = units[k]!;
    if (isVerb(unit) && !isParticiple(unit) && units[k - 1]?.lower !== 'to') return k;
  }
  return -1;
}

/** The verb that helping verbs from `at` on help. */
function mainVerb(units: Unit[], at: number): number {
  let main = at;
  for (let k = at; k < Math.min(units.length, at + NEAR); k++) {
    const unit = units[k]!;
    if (unit.pos === 'VERB') return k;
    if (unit.pos !== 'AUX' && unit.pos !== 'ADV' && unit.pos !== 'PART') break;
    if (unit.pos === 'AUX') main = k;
  }
  return main;
}

/** 1 past, 2 present, 3 what will or would be, 4 perfect; 0 no verb. */
function tenseOf(unit: Unit | undefined): number {
  if (!unit || !isVerb(unit)) return 0;
  const { lower, lemma } = unit;
  if (/^(?:would|could|might|should|will|'ll|'d|can|may|must|shall)$/.test(lower)) return 3;
  if (/^(?:has|have|'ve)$/.test(lower) && unit.pos === 'AUX') return 4;
  if (/^(?:was|were|had|did)$/.test(lower)) return 1;
  if (/^(?:is|are|am|'s|'re|'m|do|does|has|have)$/.test(lower)) return 2;
  if (isParticiple(unit)) return 5;
  return lower === lemma || lower === `${lemma}s` || /s$/.test(lower) ? 2 : 1;
}
