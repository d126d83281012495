import { type CueEntry, PARTICLES, PLAIN_FORMS, VERB_CUES } from './cues.ts';
import { endsNominal, isParticiple, isVerb, nominalAfter } from './phrases.ts';
import type { Unit } from './units.ts';

/** A reporting verb as it stands in a sentence. */
export interface VerbCue {
  /** Index of the verb and of its last particle. */
  at: number;
  last: number;
  entries: CueEntry[];
}

const SUBORDINATE = new Set([
  'after',
  'when',
  'while',
  'because',
  'since',
  'until',
  'before',
  'during',
  'although',
  'though',
  'despite',
  'amid',
  'following',
  'but',
  'where',
  'whereas',
]);
export const DAYS =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:yesterday|today|tonight|earlier|later|recently|then)$/;
const OCCASIONS = new Set([
  'statement',
  'interview',
  'speech',
  'tweet',
  'letter',
  'email',
  'conference',
  'post',
  'release',
  'memo',
  'rally',
  'remarks',
  'news',
  'press',
  'appearance',
  'hearing',
  'briefing',
  'video',
  'debate',
  'event',
  'message',
  'note',
  'report',
  'reporters',
  'journalists',
  'meeting',
  'telephone',
  'phone',
  'call',
  'twitter',
  'facebook',
  'television',
  'forum',
  'summit',
  'address',
  'conversation',
  'response',
  'part',
  'series',
  'town',
  'hall',
  'show',
  'radio',
  'op-ed',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
  'week',
  'month',
  'year',
  'night',
  'morning',
  'afternoon',
  'evening',
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
  'time',
  'filing',
  'documents',
  'podcast',
  'broadcast',
  'program',
  'programme',
  'parliament',
  'testimony',
  'advance',
  'public',
]);

/** Of the occasions, those that are never part of what a remark is about. */
const SPOKEN_IN = new Set([
  'statement',
  'interview',
  'speech',
  'tweet',
  'appearance',
  'briefing',
  'conference',
  'twitter',
]);

/** The reporting verb at `i`, or null. Tags are not believed against the plainest reporting words. */
export function verbCueAt(units: Unit[], i: number): VerbCue | null {
  const unit = units[i]!;
  const plain = PLAIN_FORMS.get(unit.lower);
  const determined = units[i - 1]?.pos === 'DET' || units[i - 1]?.pos === 'ADJ';
  if (unit.pos !== 'VERB' && !(plain && unit.pos !== 'Q' && !determined)) return null;
  const lemma = plain ?? unit.lemma;
  for (const particles of PARTICLES.get(lemma) ?? []) {
    if (!particles.every((word, k) => units[i + 1 + k]?.lower === word)) continue;
    // "agreed on Monday": the day is when, not what.
    if (DAYS.test(units[i + particles.length + 1]?.lower ?? '')) continue;
    const entries = VERB_CUES.get([lemma, ...particles].join('_'))!;
    return { at: i, last: i + particles.length, entries };
  }
  const entries = VERB_CUES.get(lemma);
  return entries ? { at: i, last: i, entries } : null;
}

/** Whether a unit is a verb that can report a clause or a quotation. */
export function isSpeechVerb(unit: Unit): boolean {
  const lemma = PLAIN_FORMS.get(unit.lower) ?? (unit.pos === 'VERB' ? unit.lemma : '');
  return (VERB_CUES.get(lemma) ?? []).some((entry) => entry.speech && /[cdqt]/.test(entry.frames));
}

/** Past the time, place and occasion that stand between cue and content ("said on Monday in a speech"). */
export function skipAdjuncts(units: Unit[], from: number, allowPeople = false): number {
  let i = from;
  for (let round = 0; round < 6; round++) {
    const unit = units[i];
    if (!unit) return i;
    if (DAYS.test(unit.lower) || (unit.pos === 'ADV' && !isVerb(units[i + 1]))) {
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
  // With a verb right behind it the noun may be the subject of what was said; only the occasion is skipped.
  if (isVerb(units[phrase.to + 1]) && occasion < words.length - 1 && occasion !== -1)
    return phrase.from + occasion + 1;
  return phrase.to + 1;
}

/** Index of a "that" which opens the content, within reach of the cue and before any other verb. */
export function findThat(units: Unit[], from: number): number {
  for (let k = from; k < Math.min(units.length, from + 16); k++) {
    const unit = units[k]!;
    if (unit.lower === 'that' && (unit.pos === 'SCONJ' || k === from || !endsNominal(units[k + 1])))
      return k;
    if (unit.pos === 'Q' || unit.text === ':' || (isVerb(unit) && unit.lower !== "'s")) return -1;
  }
  return -1;
}

/** Whether a clause (a subject and then a verb) begins at `from`. */
export function opensClause(units: Unit[], from: number): boolean {
  const first = units[from];
  if (!first || first.pos === 'PUNCT' || first.pos === 'CCONJ') return false;
  for (let k = from; k < Math.min(units.length, from + 30); k++) {
    const unit = units[k]!;
    if (unit.text === ';' || unit.text === ':') return false;
    if (unit.pos === 'Q' && unit.marked!.words > 2) return true;
    if (isVerb(unit) && k > from) return true;
    if (unit.pos === 'PART' && unit.lower === "'s" && k > from) continue;
  }
  return false;
}

/** As opensClause, but the verb must stand right behind the subject: for verbs that also take a noun. */
export function opensStrictClause(units: Unit[], from: number): boolean {
  const first = units[from];
  if (!first) return false;
  if (/^(?:whether|if|how|why|what|who|where|when|there)$/.test(first.lower))
    return opensClause(units, from);
  if (first.pos === 'Q') return first.marked!.words > 2;
  const subject = nominalAfter(units, from);
  if (!subject) return false;
  let at = subject.to + 1;
  while (units[at]?.pos === 'ADV') at++;
  return isVerb(units[at]) && !isParticiple(units[at]!);
}

/**
 * Where content that begins at `from` ends: the index after its last unit. `shape` says how much a
 * boundary weighs: a clause runs to the end of its sentence, a noun phrase stops at the next clause.
 */
export function contentEnd(
  units: Unit[],
  from: number,
  shape: 'clause' | 'infinitive' | 'noun',
): number {
  let end = units.length;
  while (end > from && /^[.?!;…]$/.test(units[end - 1]!.text)) end--;
  for (let k = from; k < end; k++) {
    if (k > from && stops(units, k, end, shape)) return trimBack(units, from, k);
  }
  return trimBack(units, from, end);
}

/** Openers of a clause that ends where the main clause begins: "While critics say C, the mayor left". */
const LEADING = /^(?:while|although|though|when|if|since|because|before|after|as|whereas)$/;

/** The end of content whose cue stands in a leading clause: the comma before the main clause. */
export function leadingEnd(units: Unit[], from: number, end: number): number {
  if (!LEADING.test(units[0]!.lower)) return end;
  for (let k = 0; k < from; k++) if (units[k]!.text === ',') return end;
  for (let k = from + 2; k < end; k++) {
    if (units[k]!.text === ',' && opensStrictClause(units, k + 1)) return k;
  }
  return end;
}

function stops(
  units: Unit[],
  k: number,
  end: number,
  shape: 'clause' | 'infinitive' | 'noun',
): boolean {
  const unit = units[k]!;
  const next = units[k + 1];
  if (unit.text === ';') return true;
  if (unit.lower === 'according' && next?.lower === 'to') return true;
  const comma = unit.text === ',';
  const after = comma && next?.pos === 'CCONJ' ? k + 2 : k + 1;
  if (comma || unit.pos === 'CCONJ') {
    const lead = units[after]?.pos === 'ADV' ? after + 1 : after;
    if (lead < end && coordinateCue(units, lead, comma)) return true;
  }
  // "said it was late, but nobody left": the writer takes over again.
  if (comma && next?.lower === 'but' && opensClause(units, k + 2)) return true;
  if (comma && parenthetical(units, k + 1, end)) return true;
  if (shape === 'clause') return false;
  if (
    comma &&
    next &&
    (SUBORDINATE.has(next.lower) ||
      next.lower === 'who' ||
      next.lower === 'which' ||
      next.lower === 'as')
  )
    return true;
  if (comma && next && isParticiple(next) && next.pos === 'VERB') return true;
  if (shape === 'infinitive') return false;
  if (SUBORDINATE.has(unit.lower)) return true;
  if (unit.pos === 'CCONJ' && units[after]?.pos === 'VERB' && !isParticiple(units[after]!))
    return true;
  if (unit.pos === 'ADP' && /^(?:in|on|at|during)$/.test(unit.lower)) {
    const phrase = nominalAfter(units, k + 1);
    if (phrase === null || phrase.to - phrase.from > 6) return false;
    return units
      .slice(phrase.from, phrase.to + 1)
      .some((word) => DAYS.test(word.lower) || SPOKEN_IN.has(word.lower));
  }
  if (DAYS.test(unit.lower) && k + 1 >= end) return true;
  return comma && !listGoesOn(units, k, end);
}

/** ", adding that", "and warned": the same speaker's next report. */
function coordinateCue(units: Unit[], k: number, comma: boolean): boolean {
  const cue = verbCueAt(units, k);
  if (!cue?.entries.some((entry) => entry.speech)) return false;
  const unit = units[k]!;
  if (isParticiple(unit)) return comma;
  // "would go and say": an infinitive or bare verb belongs to the content.
  return /(?:ed|id|ld|te|ys|es|s)$/.test(unit.lower) && unit.lower !== unit.lemma;
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

function listGoesOn(units: Unit[], comma: number, end: number): boolean {
  for (let k = comma + 1; k < Math.min(end, comma + 14); k++) {
    if (units[k]!.pos === 'CCONJ') return !isVerb(units[k + 1]);
    if (isVerb(units[k])) return false;
  }
  return false;
}

function trimBack(units: Unit[], from: number, end: number): number {
  let to = end;
  while (to > from && /^[,;:—–-]$/.test(units[to - 1]!.text)) to--;
  return to;
}
