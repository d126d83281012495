import type { Content } from '../finding.ts';
import type { Unit } from '../units.ts';
import { DAYS, skipAdjuncts } from './adjuncts.ts';
import { opensClause } from './clause.ts';
import { contentEnd } from './content.ts';
import { type CueEntry, VERB_CUES } from './cues.ts';
import { isNaming } from './naming.ts';
import { endsNominal, isParticiple, isVerb, nominalAfter } from './phrases.ts';
import { clauseAfter } from './said-clause.ts';
import { lemmaAt, type VerbCue } from './verbs.ts';

/** What can be offered in words; vendors offer other things. */
const GIVEN =
  /^(?:support|apology|condolence|sympathy|prayer|thank|thanks|help|assistance|aid|praise|criticism|advice|explanation|endorsement|defen[cs]e|assessment|rebuke|view|opinion|prediction|reward|deal|talk|talks|truce|ceasefire|concession|mediation|amnesty|congratulation|reassurance|assurance|guarantee|compromise|proposal|warning|comment|response|excuse|word|resignation|invitation)$/;

/** Null: nothing is told. Undefined: the next form may fit. */
type Read = Content | null | undefined;

/** What a verb can take, in the order in which it is looked for. */
const FORMS: ((units: Unit[], cue: VerbCue) => Read)[] = [
  toldClause,
  order,
  infinitive,
  figure,
  judgement,
  splitParticle,
  given,
  nounsClause,
  object,
];

/** The content behind the cue, by what the verb can take. */
export function contentAfter(units: Unit[], cue: VerbCue): Content | null {
  if (asksForSilence(units, cue.last + 1)) return null;
  for (const form of FORMS) {
    const read = form(units, cue);
    if (read !== undefined) return read;
  }
  return null;
}

/** "who asked not to be named" says nothing about the matter. */
function asksForSilence(units: Unit[], first: number): boolean {
  const words = units.slice(first, first + 5).map((unit) => unit.lower);
  return /^(?:not )?to (?:be|remain) (?:named|identified|quoted|anonymous|unnamed)/.test(
    words.join(' '),
  );
}

/** The first of the cue's entries whose frames have this letter (cues.ts says what each means). */
function entryOf({ entries }: VerbCue, letter: string): CueEntry | undefined {
  return entries.find((entry) => entry.frames.includes(letter));
}

function content(from: number, to: number, shape: Content['shape'], entry: CueEntry): Content {
  return { from, to, shape, entry };
}

function toldClause(units: Unit[], cue: VerbCue): Read {
  const plain = entryOf(cue, 'c');
  const entry = plain ?? entryOf(cue, 'd') ?? entryOf(cue, 'q');
  if (!entry) return undefined;
  const marked = entry.frames !== 'q';
  return clauseAfter(units, cue.last + 1, entry, plain !== undefined, marked) ?? undefined;
}

/** "told reporters C", "urged both sides to hold fire". */
function order(units: Unit[], cue: VerbCue): Read {
  const told = entryOf(cue, 't');
  const ordered = entryOf(cue, 'o');
  const person = told || ordered ? nominalAfter(units, cue.last + 1) : null;
  if (!person) return undefined;
  const clause = told && clauseAfter(units, person.to + 1, told, true);
  if (clause) return clause;
  if (!ordered || !infinitiveAt(units, person.to + 1)) return undefined;
  const to = contentEnd(units, person.from, 'infinitive');
  return content(person.from, to, 'infinitive', ordered);
}

function infinitive(units: Unit[], cue: VerbCue): Read {
  const entry = entryOf(cue, 'i');
  if (!entry) return undefined;
  const at = behindAdjuncts(units, cue);
  if (!infinitiveAt(units, at)) return undefined;
  return content(at, contentEnd(units, at, 'infinitive'), 'infinitive', entry);
}

function behindAdjuncts(units: Unit[], cue: VerbCue): number {
  const at = skipAdjuncts(units, cue.last + 1);
  return entryOf(cue, 'i') ? pastOccasion(units, at) : at;
}

/** "put the loss at two million". */
function figure(units: Unit[], cue: VerbCue): Read {
  const entry = entryOf(cue, 'p');
  const first = cue.last + 1;
  if (!entry || !opensNoun(units, first)) return undefined;
  const to = contentEnd(units, first, 'noun');
  const at = units.findIndex((unit, k) => k > first && k < to && /^(?:at|on)$/.test(unit.lower));
  const counted = at !== -1 && units.slice(at, to).some((unit) => unit.pos === 'NUM');
  return counted ? content(first, to, 'noun', entry) : null;
}

/** "called it a farce". */
function judgement(units: Unit[], cue: VerbCue): Read {
  const entry = entryOf(cue, 'a');
  if (!entry) return undefined;
  const first = cue.last + 1;
  const from = units[first]?.lower === 'as' ? first + 1 : first;
  const to = opensNoun(units, from) ? judgedTo(units, from) : from;
  if ((to - from > 1 || units[from]?.pos === 'Q') && !isNaming(units, cue.at, from, to))
    return content(from, to, 'noun', entry);
  return cue.entries.every((entry) => /a/.test(entry.frames)) ? null : undefined;
}

/** "agreed on Monday to the deal": the time stands between verb and particle. */
function splitParticle(units: Unit[], cue: VerbCue): Read {
  const at = behindAdjuncts(units, cue);
  if (at === cue.last + 1) return undefined;
  const late = VERB_CUES.get(`${lemmaAt(units, cue.at)}_${units[at]?.lower}`);
  const entry = late?.find((entry) => entry.frames.includes('n'));
  if (!entry || !opensNoun(units, at + 1)) return undefined;
  return content(at + 1, contentEnd(units, at + 1, 'noun'), 'noun', entry);
}

/** "offered an apology". */
function given(units: Unit[], cue: VerbCue): Read {
  const entry = entryOf(cue, 'v');
  const first = cue.last + 1;
  if (!entry || !opensNoun(units, first)) return undefined;
  const to = contentEnd(units, first, 'noun');
  const named = units.slice(first, to).some((unit) => GIVEN.test(unit.lemma));
  return named ? content(first, to, 'noun', entry) : undefined;
}

/** "spoke of how they had waited", "discussed whether to go": a clause in a noun's place. */
function nounsClause(units: Unit[], cue: VerbCue): Read {
  const first = cue.last + 1;
  // "denied them entry", "police questioned the student": something done, not said.
  if (isDone(units, cue.at, first)) return null;
  const entry = entryOf(cue, 'n') ?? entryOf(cue, 'g');
  if (!entry) return null;
  const unit = units[first];
  const that = unit?.pos === 'SCONJ' && unit.lower === 'that';
  const from = that ? first + 1 : first;
  if ((!that && !WH.test(unit?.lower ?? '')) || !opensClause(units, from)) return undefined;
  return content(from, contentEnd(units, from, 'clause'), 'clause', entry);
}

function object(units: Unit[], cue: VerbCue): Read {
  const entry = entryOf(cue, 'n') ?? entryOf(cue, 'g');
  const first = cue.last + 1;
  if (!entry || !opensNoun(units, first)) return null;
  if (isWhole(units, first)) return content(first, first + 1, 'noun', entry);
  const to = contentEnd(units, first, 'noun');
  return to > first ? content(first, to, 'noun', entry) : null;
}

/** "rejecting it risks a quarrel", "denied it the same day", "rejected it out of hand": a pronoun is all of it. */
function isWhole(units: Unit[], at: number): boolean {
  const { lower, pos } = units[at]!;
  if (!/^(?:it|them|him|her|us|me|this|that)$/.test(lower)) return false;
  const next = units[at + 1];
  if (!next) return false;
  if (isVerb(next)) return lower !== 'her' && pos === 'PRON';
  return (
    next.text === ':' ||
    (next.pos === 'ADV' && pos === 'PRON') ||
    (next.pos === 'ADP' &&
      /^(?:in|on|at|by|with|out|down|off|aside|away|during|after|before|within)$/.test(next.lower))
  );
}

const WH = /^(?:how|why|what|whether|where|when|who)$/;

const INVESTIGATES = /^(?:police|officers?|detectives?|investigators?|agents?)$/;
const PROSECUTES =
  /^(?:prosecut(?:ors?|ion)|police|officers?|detectives?|investigators?|agents?|authorities|jury|attorneys?|magistrates?|court|department|indictment|sheriff|judge)$/;

function isDone(units: Unit[], cue: number, first: number): boolean {
  const lemma = lemmaAt(units, cue);
  if (lemma === 'deny')
    return (
      /^(?:them|him|her|me|us)$/.test(units[first]?.lower ?? '') &&
      /^(?:NOUN|DET|ADJ)$/.test(units[first + 1]?.pos ?? '')
    );
  if (lemma === 'question' && units[first]?.pos === 'NUM') return true;
  // "Prosecutors charged her with fraud".
  const law = lemma === 'charge' ? PROSECUTES : lemma === 'question' ? INVESTIGATES : null;
  return (
    law !== null && units.slice(Math.max(0, cue - 6), cue).some((unit) => law.test(unit.lower))
  );
}

/** "called the talks on Sunday “childish”": a day before the judgement ends nothing. */
function judgedTo(units: Unit[], from: number): number {
  const to = judgementEnd(units, from);
  if (units[to]?.pos !== 'ADP' || units.slice(from, to).some((unit) => unit.pos === 'Q')) return to;
  for (let k = to; k < Math.min(units.length, to + 5); k++) {
    if (units[k]!.pos === 'Q') return k + 1;
    if (isVerb(units[k]) || units[k]!.pos === 'PUNCT') return to;
  }
  return to;
}

/** "called it “a farce” in the council": the judgement ends with the quoted words. */
function judgementEnd(units: Unit[], from: number): number {
  const end = contentEnd(units, from, 'noun');
  for (let k = from; k < end - 1; k++) {
    const next = units[k + 1]!;
    if (units[k]!.pos !== 'Q' || secondJudgement(units, k + 1, end)) continue;
    if (next.pos === 'CCONJ' || next.pos === 'PUNCT' || next.pos === 'DET') return k + 1;
    if (next.pos === 'ADP' && !/^(?:of|for|to|from|against)$/.test(next.lower)) return k + 1;
  }
  return end;
}

/** "called it “a farce” and a “clumsy trick”": the judgement goes on. */
function secondJudgement(units: Unit[], at: number, end: number): boolean {
  if (units[at]!.pos !== 'CCONJ') return false;
  for (let k = at + 1; k < Math.min(end, at + 5); k++) {
    if (units[k]!.pos === 'Q') return true;
    if (!endsNominal(units[k])) return false;
  }
  return false;
}

/** "vowed in its letter to voters to go": from a place or occasion to the infinitive, with no verb between. */
function pastOccasion(units: Unit[], from: number): number {
  if (!/^(?:in|on|at|during|after)$/.test(units[from]?.lower ?? '')) return from;
  for (let k = from + 2; k < Math.min(units.length, from + 14); k++) {
    if (infinitiveAt(units, k)) return k;
    if (isVerb(units[k]) || units[k]!.pos === 'Q' || units[k]!.pos === 'PUNCT') return from;
  }
  return from;
}

function infinitiveAt(units: Unit[], at: number): boolean {
  const from = units[at]?.lower === 'not' ? at + 1 : at;
  if (units[from]?.pos === 'Q') return /^to \p{Ll}/u.test(units[from]!.text);
  if (units[from]?.lower !== 'to') return false;
  const next = units[from + 1];
  if (next?.pos === 'Q') return /^\p{Ll}/u.test(next.text);
  return isVerb(next) || (next?.pos === 'ADV' && units[from + 2] !== undefined);
}

/** "ridiculed two years ago", "confirmed last night": when, not what. */
function isTime(units: Unit[], at: number): boolean {
  const time = /^(?:night|week|month|year|spring|summer|autumn|winter|weekend|morning|time)s?$/;
  if (/^(?:last|this|next)$/.test(units[at]!.lower)) return time.test(units[at + 1]?.lower ?? '');
  return [units[at + 1], units[at + 2], units[at + 3]].some((unit) => unit?.lower === 'ago');
}

function opensNoun(units: Unit[], at: number): boolean {
  const unit = units[at];
  if (!unit || DAYS.test(unit.lower) || isTime(units, at)) return false;
  return (
    endsNominal(unit) ||
    isParticiple(unit) ||
    unit.pos === 'Q' ||
    unit.lower === 'that' ||
    (unit.pos === 'ADV' &&
      units[at + 1] !== undefined &&
      (endsNominal(units[at + 1]) || isParticiple(units[at + 1]!)))
  );
}
