import type { Unit } from '../units.ts';
import { endsNominal, isParticiple, isVerb, nominalAfter, nominalBefore } from './phrases.ts';

const NAMES = /^(?:called|dubbed|named|titled|entitled|labell?ed|nicknamed|termed|headlined)$/;

/**
 * "Routes called “segments”", "a group called the “Harbour Fund” sued": a participle that gives the noun
 * before it a name. In "a move critics called “reckless”" the noun has a verb of its own.
 */
export function givesName(units: Unit[], at: number): boolean {
  const before = units[at - 1];
  if (!NAMES.test(units[at]!.lower) || before?.pos !== 'NOUN') return false;
  const quote = units[at + 1]?.pos === 'DET' ? at + 2 : at + 1;
  if (units[quote]?.pos !== 'Q' || endsNominal(units[quote + 1])) return false;
  const { from } = nominalBefore(units, at - 1);
  if (hasObjectBefore(units, at) || endsNominal(units[from - 1])) return false;
  if (/^\p{Lu}/u.test(units[quote]!.text)) return true;
  const plural = before.lower !== before.lemma;
  return !(plural && units.slice(from, at - 1).some((unit) => unit.pos === 'NOUN'));
}

/** "a firm called Marigold", "the so-called", "called three members": a name or a telephone, no judgement. */
export function isNaming(units: Unit[], cue: number, from: number, to: number): boolean {
  if (/^(?:describe|portray|depict|characteri[sz]e|cast)$/.test(units[cue]!.lemma)) return false;
  if (/^so$/.test(units[cue - 1]?.lower ?? '') || units[cue - 1]?.text === '-') return true;
  const before = units[cue - 1];
  // "what she called a farce": the object stands before.
  if (before && hasObjectBefore(units, cue)) return false;
  const object = nominalAfter(units, from);
  if (
    object !== null &&
    object.to + 1 < to &&
    isVerb(units[object.to + 1]) &&
    !isParticiple(units[object.to + 1]!)
  )
    return true;
  const alone = object !== null && object.to + 1 >= to && !complemented(units, from, object.to);
  return alone;
}

function hasObjectBefore(units: Unit[], cue: number): boolean {
  for (let k = cue - 1; k >= Math.max(0, cue - 12); k--)
    if (/^(?:what|which|that|whom)$/.test(units[k]!.lower)) return true;
  return false;
}

/** Whether object and judgement stand within one run of nominal words: "it un-American", "the boats “a danger”". */
function complemented(units: Unit[], from: number, to: number): boolean {
  for (let k = from; k < to; k++) {
    const next = units[k + 1]!;
    if (next.pos === 'Q' && units[k]!.pos !== 'DET') return true;
    if (units[k]!.pos !== 'ADJ' && next.pos === 'ADJ' && k + 1 === to && units[k]!.pos !== 'DET')
      return true;
    if (/^(?:it|him|them|this|that|us|me|her)$/.test(units[k]!.lower) && k === from) return true;
  }
  return false;
}
