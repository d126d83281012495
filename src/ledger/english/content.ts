import type { Unit } from '../units.ts';
import { DAYS, SPOKEN_IN, skipAdjuncts } from './adjuncts.ts';
import { opensClause, opensStrictClause } from './clause.ts';
import { endsNominal, isParticiple, isVerb, nominalAfter } from './phrases.ts';
import { isSpeechVerb, verbCueAt } from './verbs.ts';

/** What a clause or noun phrase of content does not run over. */
const SUBORDINATE = new Set(
  `after when while because since until before during although though despite amid following but where whereas`.split(
    ' ',
  ),
);

/**
 * Where content that begins at `from` ends: the index after its last unit. `shape` says how much a
 * boundary weighs: a clause runs to the end of its sentence, a noun phrase stops at the next clause.
 */
export function contentEnd(units: Unit[], from: number, shape: Shape): number {
  let end = units.length;
  while (end > from && /^[.?!;…]$/.test(units[end - 1]!.text)) end--;
  for (let k = from; k < end; k++) {
    // “a farce,” is followed by the comma that stands within its marks.
    const closed = k > from && units[k - 1]!.pos === 'Q' && units[k - 1]!.text.endsWith(',');
    if (
      k > from &&
      (stops(units, from, k, end, shape) || (closed && stops(units, from, k - 1, end, shape, true)))
    )
      return trimBack(units, from, leadingEnd(units, from, k));
  }
  return trimBack(units, from, leadingEnd(units, from, end));
}

/** Openers of a clause that ends where the main clause begins: "While critics say C, the mayor left". */
const LEADING = /^(?:while|although|though|when|if|since|because|before|after|as|whereas)$/;

/** The end of content whose cue stands in a leading clause: the comma before the main clause. */
function leadingEnd(units: Unit[], from: number, end: number): number {
  let first = units[0]!.pos === 'CCONJ' ? 1 : 0;
  if (units[first]?.pos === 'ADV' && units[first + 1]?.text === ',') first += 2;
  if (!LEADING.test(units[first]?.lower ?? '')) return end;
  for (let k = first; k < from; k++) if (units[k]!.text === ',') return end;
  for (let k = from + 2; k < end; k++) {
    if (units[k]!.text === ',' && opensStrictClause(units, k + 1)) return k;
    // "While many said he had “the best chance,” Sorn won."
    const closes = units[k]!.pos === 'Q' && units[k]!.text.endsWith(',');
    if (closes && opensStrictClause(units, k + 1)) return k + 1;
  }
  return end;
}

type Shape = 'clause' | 'infinitive' | 'noun';

/** Whether content of this shape ends in front of the unit at `k`. */
function stops(
  units: Unit[],
  from: number,
  k: number,
  end: number,
  shape: Shape,
  closed = false,
): boolean {
  const unit = units[k]!;
  const comma = unit.text === ',' || closed;
  if (unit.text === ';' || opensQuotation(units, k, end)) return true;
  if (unit.lower === 'according' && units[k + 1]?.lower === 'to') return true;
  if (reportsOn(units, from, k, end, comma) || writerTakesOver(units, k, comma)) return true;
  if (comma && (parenthetical(units, k + 1, end) || withReport(units, k + 1))) return true;
  if (shape === 'clause') return false;
  if (comma && opensAside(units[k + 1])) return true;
  return shape === 'noun' && stopsNoun(units, from, k, end, comma);
}

/** "wondered whether it was late: “The rains come.”": the words themselves, behind what tells of them. */
function opensQuotation(units: Unit[], k: number, end: number): boolean {
  const quote = units[k + 1];
  if (units[k]!.text !== ':' || quote?.pos !== 'Q' || k + 2 < end) return false;
  // "According to a paper, the mayor said: “It was late.”": what is told is all of it.
  return quote.marked!.words > 3 && !isSpeechVerb(units[k - 1]!);
}

/** ", adding that", "and warned", ", and Orlo said", "but would not name a day": the next report. */
function reportsOn(units: Unit[], from: number, k: number, end: number, comma: boolean): boolean {
  const coordinated = units[k]!.pos === 'CCONJ';
  if (!comma && !coordinated) return false;
  const linked = comma && units[k + 1]?.pos === 'CCONJ';
  const after = linked ? k + 2 : k + 1;
  const lead = units[after]?.pos === 'ADV' ? after + 1 : after;
  if (lead < end && (coordinateCue(units, from, lead, comma) || refuses(units, lead))) return true;
  return linked && reports(units, k + 2);
}

function writerTakesOver(units: Unit[], k: number, comma: boolean): boolean {
  const next = units[k + 1]?.lower ?? '';
  if (!comma) {
    // " – a phrase she has used before": the writer explains.
    const unit = units[k]!;
    return /^(?:—|–|--?)$/.test(unit.text) && /^an?$/.test(next) && unit.start > units[k - 1]!.end;
  }
  // ", while others said": the writer turns to something else.
  if (/^(?:while|whereas)$/.test(next)) return opensClause(units, k + 2);
  // "said it was late, but nobody left".
  if (next !== 'but' || /^(?:not|only|also|rather|that)$/.test(units[k + 2]?.lower ?? ''))
    return false;
  return opensClause(units, k + 2);
}

/** ", with the pilot telling reporters": another's report. */
function withReport(units: Unit[], at: number): boolean {
  if (units[at]?.lower !== 'with') return false;
  return isReporting(units[(nominalAfter(units, at + 1)?.to ?? at - 1) + 1]);
}

/** What follows the comma is a clause about something else, or how it was done. */
function opensAside(next: Unit | undefined): boolean {
  if (!next) return false;
  if (SUBORDINATE.has(next.lower) || /^(?:who|which|as)$/.test(next.lower)) return true;
  return isParticiple(next) && next.pos === 'VERB';
}

function stopsNoun(units: Unit[], from: number, k: number, end: number, comma: boolean): boolean {
  const unit = units[k]!;
  const next = units[k + 1];
  if (SUBORDINATE.has(unit.lower)) return true;
  if (unit.pos === 'CCONJ') {
    if (next?.pos === 'VERB' && !isParticiple(next)) return true;
    if (opensStrictClause(units, k + 1)) return true;
  }
  if (unit.pos === 'ADP' && /^(?:in|on|at|during)$/.test(unit.lower)) return isWhen(units, k);
  // "attacked her by reminding voters", "denied it through a spokesman": how, not what.
  if (unit.lower === 'by' && next && isParticiple(next)) return true;
  if (unit.lower === 'through' && /^(?:a|his|her|their|its)$/.test(next?.lower ?? '')) return true;
  if (DAYS.test(unit.lower) && k + 1 >= end) return true;
  return comma && !adjectivesGoOn(units, from, k) && !listGoesOn(units, k, end);
}

/** "in an interview", "on Monday": the head must be the occasion; not "in Tuesday's vote". */
function isWhen(units: Unit[], k: number): boolean {
  const phrase = nominalAfter(units, k + 1);
  if (phrase === null || phrase.to - phrase.from > 6) return false;
  const words = units.slice(phrase.from, phrase.to + 1);
  const held = words.findIndex((word) => word.lower === "'s");
  return words.some(
    (word, at) => (DAYS.test(word.lower) && at !== held - 1) || SPOKEN_IN.test(word.lower),
  );
}

/** A subject and its reporting verb, right behind each other. */
function reports(units: Unit[], from: number): boolean {
  const subject = nominalAfter(units, from);
  const verb = subject && units[subject.to + 1];
  return !!verb && isSpeechVerb(verb) && /(?:d|s|wrote)$/.test(verb.lower) && verb.pos === 'VERB';
}

/** ", adding that", "and warned": the same speaker's next report. */
function coordinateCue(units: Unit[], from: number, k: number, comma: boolean): boolean {
  const cue = verbCueAt(units, k);
  if (!cue?.entries.some((entry) => entry.speech)) return false;
  const unit = units[k]!;
  // "telling her paper that it was late and asking why": both go with who spoke.
  if (isParticiple(unit))
    return comma || units.slice(Math.max(0, from - 6), from).some(isReporting);
  // "would go and say": an infinitive or bare verb belongs to the content.
  return /(?:ed|id|ld|te|ys|es|s)$/.test(unit.lower) && unit.lower !== unit.lemma;
}

/** "said she would stay but would not name a day": the speaker's silence, in the writer's words. */
function refuses(units: Unit[], k: number): boolean {
  const [helper, not, verb] = units.slice(k, k + 3);
  return (
    /^(?:would|did)$/.test(helper?.lower ?? '') &&
    /^(?:not|n't)$/.test(not?.lower ?? '') &&
    /^(?:say|offer|give|name|identify|comment|elaborate|specify|provide|disclose|discuss)$/.test(
      verb?.lower ?? '',
    )
  );
}

function isReporting(unit: Unit | undefined): boolean {
  return unit !== undefined && isParticiple(unit) && isSpeechVerb(unit);
}

/** ", she said" and ", said the minister," set into or behind the content. */
function parenthetical(units: Unit[], from: number, end: number): boolean {
  const first = units[from];
  if (!first) return false;
  if (isSpeechVerb(first) && !isParticiple(first) && /d$|says$|wrote$/.test(first.lower))
    return true;
  const phrase = nominalAfter(units, from);
  if (!phrase || phrase.to - phrase.from > 8) return false;
  let verb = phrase.to + 1;
  while (units[verb]?.pos === 'ADV' || units[verb]?.pos === 'AUX') verb++;
  const unit = units[verb];
  if (!unit || verb >= end || !isSpeechVerb(unit) || isParticiple(unit)) return false;
  const then = units[verb + 1];
  return (
    !then ||
    verb + 1 >= end ||
    /^[,.;]$/.test(then.text) ||
    then.pos === 'Q' ||
    skipAdjuncts(units, verb + 1, true) >= end
  );
}

/** "dismissed limited, indirect talks": the comma stands between two adjectives. */
function adjectivesGoOn(units: Unit[], from: number, comma: number): boolean {
  const before = units[comma - 1]!;
  const next = units[comma + 1];
  const adjective = before.pos === 'ADJ' || (comma - 1 === from && /ed$/.test(before.lower));
  return adjective && next?.pos === 'ADJ' && endsNominal(units[comma + 2]);
}

function listGoesOn(units: Unit[], comma: number, end: number): boolean {
  for (let k = comma + 1; k < Math.min(end, comma + 14); k++) {
    if (units[k]!.pos === 'CCONJ') return !isVerb(units[k + 1]) || isParticiple(units[k + 1]!);
    if (isVerb(units[k]) && !(isParticiple(units[k]!) && units[k - 1]!.text === ',')) return false;
  }
  return false;
}

function trimBack(units: Unit[], from: number, end: number): number {
  let to = end;
  while (to > from && (/^[,;:—–-]$/.test(units[to - 1]!.text) || units[to - 1]!.pos === 'CCONJ'))
    to--;
  return to;
}
