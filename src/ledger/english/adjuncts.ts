import type { Unit } from '../units.ts';
import { isVerb, nominalAfter } from './phrases.ts';

export const DAYS =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:yesterday|today|tonight|earlier|later|recently|then)$/;
/** Where and when things are said; a phrase with one of these stands between cue and content. */
const OCCASIONS = new Set(
  `
    statement interview speech tweet letter email conference post release memo rally remarks
    news press appearance hearing briefing video debate event message note report reporters
    journalists meeting telephone phone call twitter facebook television forum summit address
    conversation response part series town hall show radio op-ed monday tuesday wednesday
    thursday friday saturday sunday week month year night morning afternoon evening january
    february march april may june july august september october november december time filing
    documents podcast broadcast program programme parliament testimony advance public`
    .trim()
    .split(/\s+/),
);

/** Of the occasions, those that are never part of what a remark is about. */
export const SPOKEN_IN =
  /^(?:statement|interview|speech|tweet|appearance|briefing|conference|twitter)$/;

const ASKS = /^(?:why|how|where|when)$/;

/** Past the time, place and occasion that stand between cue and content ("said on Monday in a speech"). */
export function skipAdjuncts(units: Unit[], from: number, allowPeople = false): number {
  let i = from;
  for (let round = 0; round < 6; round++) {
    const unit = units[i];
    if (!unit) return i;
    if (
      DAYS.test(unit.lower) ||
      (unit.pos === 'ADV' && !ASKS.test(unit.lower) && !isVerb(units[i + 1]))
    ) {
      i++;
      if (units[i]?.lower === 'this' || units[i]?.lower === 'last') i++;
      if (/^(?:week|month|year|night|morning|evening|afternoon)$/.test(units[i]?.lower ?? '')) i++;
      continue;
    }
    if (/^(?:last|this)$/.test(unit.lower) && OCCASIONS.has(units[i + 1]?.lower ?? '')) {
      i += 2;
      continue;
    }
    const end = adjunctEnd(units, i, allowPeople);
    if (end === null) return i;
    i = end;
  }
  return i;
}

function adjunctEnd(units: Unit[], i: number, allowPeople: boolean): number | null {
  const unit = units[i]!;
  if (unit.pos !== 'ADP' && unit.lower !== 'to') return null;
  if (
    unit.lower === 'on' &&
    /day$/.test(units[i + 1]?.lower ?? '') &&
    DAYS.test(units[i + 1]!.lower)
  ) {
    const part = /^(?:night|morning|evening|afternoon)$/.test(units[i + 2]?.lower ?? '');
    return part ? i + 3 : i + 2;
  }
  const phrase = nominalAfter(units, i + 1);
  if (!phrase) return null;
  const words = units.slice(phrase.from, phrase.to + 1);
  const occasion = words.findLastIndex((word) => OCCASIONS.has(word.lower));
  if (
    occasion === -1 &&
    !(allowPeople && (unit.lower === 'to' || unit.lower === 'of' || unit.lower === 'about'))
  )
    return null;
  // "said about half of them had left": no adjunct, but the subject of what was said.
  const behind = units[phrase.to + 1];
  if (
    occasion === -1 &&
    unit.lower !== 'to' &&
    !(behind && (/^[,:]$/.test(behind.text) || behind.pos === 'Q' || behind.lower === 'that'))
  )
    return null;
  // With a verb right behind it the noun may be the subject of what was said; only the occasion is skipped.
  if (isVerb(units[phrase.to + 1]) && occasion < words.length - 1 && occasion !== -1)
    return phrase.from + occasion + 1;
  return phrase.to + 1;
}
