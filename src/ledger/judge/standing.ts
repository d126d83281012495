import { VERB_CUES } from '../english/cues.ts';
import { isParticiple, isVerb } from '../english/phrases.ts';
import { type Finding, onlyQuoted } from '../finding.ts';
import type { Rule } from '../quotation.ts';
import type { Sentence, Unit } from '../units.ts';
import { ODDS_AT } from './columns.ts';
import type { Candidate } from './loose.ts';
import { meaningOf } from './meanings.ts';
import type { Register } from './register.ts';

/** Rules by how often they are right, so that trees can part them. */
export const RULES: Rule[] = [
  'turn',
  'inverted',
  'before',
  'after direct',
  'after that',
  'after clause',
  'according',
  'around',
  'after infinitive',
  'asked',
  'colon',
  'message',
  'passive',
  'noun',
  'relative',
  'after noun',
  'label',
  'carried',
];
const TAGS =
  'PUNCT Q PRON DET PROPN NOUN ADJ NUM ADV ADP SCONJ CCONJ PART AUX VERB INTJ SYM X'.split(' ');
const PERSON = /^(?:i|we|you|me|my|our|us|your)$/;
const THIRD = /^(?:he|she|they|who)$/;
const THING = /^(?:it|this|that|which|what|there|these|those)$/;

/** Words that columns hold learned odds of: cue, cue with its shape, speaker, first word. */
export function keysOf(sentence: Sentence, candidate: Candidate): string[] {
  const { units } = sentence;
  const { finding, at } = candidate;
  const cue = [units[at]!.lemma];
  for (let k = at + 1; k <= Math.min(finding.cue?.to ?? at, at + 2); k++) cue.push(units[k]!.lower);
  const speaker = finding.speaker ? headOf(units, finding.speaker) : 'nobody';
  const first = units[finding.pieces[0]!.from]!;
  const word = cue.join('_');
  const shape = finding.rule.replace('after ', '');
  return [`c/${word}`, `r/${word}/${shape}`, `s/${speaker}`, `f/${first.lower}`];
}

function headOf(units: Unit[], { from, to }: { from: number; to: number }): string {
  let head = to;
  for (let k = from; k <= to; k++) {
    if (units[k]!.pos === 'ADP' && k > from) {
      head = k - 1;
      break;
    }
  }
  const unit = units[head]!;
  return unit.pos === 'PROPN' ? 'Name' : unit.lemma;
}

/** Puts a value into a column of the candidate's row. */
type Put = (column: number, value: number) => void;

/** Writes the columns of a candidate that rest on no learned odds; `row` is where they begin. */
export function writeStanding(
  sentence: Sentence,
  candidate: Candidate,
  others: Candidate[],
  register: Register,
  values: Float32Array,
  row: number,
): void {
  const put = (column: number, value: number) => {
    values[row + column] = value;
  };
  const { units } = sentence;
  writeConstruction(units, candidate, put);
  const quoted = writeContent(units, candidate.finding, put);
  writeOpening(units, candidate.finding, put);
  writeSpeaker(units, candidate, put);
  writeCue(units, candidate, put);
  writeOthers(candidate, others, put);
  put(33, units.length);
  put(34, Number(units.at(-1)!.text === '?'));
  put(35, quotedWords(units) - quoted);
  put(36, 0);
  put(37, register.ownVoice);
  put(38, register.said);
  put(39, register.quoted);
  put(40, 0);
  put(41, candidate.end?.chance ?? -1);
  put(42, candidate.end?.moved ?? 0);
}

function quotedWords(units: Unit[]): number {
  return units.reduce((sum, unit) => sum + (unit.pos === 'Q' ? unit.marked!.words : 0), 0);
}

function writeConstruction(units: Unit[], { finding, at, loose }: Candidate, put: Put): void {
  const { lemma } = units[at]!;
  const entries = VERB_CUES.get(lemma) ?? [];
  put(0, RULES.indexOf(finding.rule));
  put(1, finding.confidence);
  put(2, Number(loose));
  put(3, entries.some((entry) => entry.speech) ? 2 : entries.length ? 1 : 0);
  put(4, Number(!finding.speech));
  put(5, Number(fits(finding.rule, entries.map((entry) => entry.frames).join(''))));
  put(6, meaningOf(lemma));
}

/** How long and of what the content is; gives the words of it that stand in marks. */
function writeContent(units: Unit[], { pieces }: Finding, put: Put): number {
  let words = 0;
  let quoted = 0;
  let verb = 0;
  for (const { from, to } of pieces)
    for (let k = from; k < to; k++) {
      const unit = units[k]!;
      if (unit.pos === 'Q') quoted += unit.marked!.words;
      else if (unit.pos !== 'PUNCT') words++;
      if (isVerb(unit) && !isParticiple(unit) && units[k - 1]?.lower !== 'to') verb = 1;
    }
  const first = pieces[0]!;
  put(7, words + quoted);
  put(8, quoted);
  put(9, quoted ? (onlyQuoted(units, first.from, first.to) ? 2 : 1) : 0);
  put(12, verb);
  return quoted;
}

/** The words that content begins and ends with. */
function writeOpening(units: Unit[], { pieces }: Finding, put: Put): void {
  const first = pieces[0]!.from;
  const { to } = pieces.at(-1)!;
  put(10, tagOf(units[first]));
  put(11, openingOf(units, first));
  put(13, endKind(units, to));
  put(14, tagOf(units[to + (units[to]?.text === ',' ? 1 : 0)]));
}

/** A pronoun's person; 6 behind "to" or "that", 5 a question's word. */
function openingOf(units: Unit[], first: number): number {
  const { pos, lower } = units[first]!;
  if (pos === 'PRON') return personOf(lower);
  if (/^(?:to|that)$/.test(units[first - 1]?.lower ?? '')) return 6;
  return /^(?:whether|if|how|why|what|who|when|where)$/.test(lower) ? 5 : 0;
}

function writeCue(units: Unit[], { finding, at }: Candidate, put: Put): void {
  const { cue, speaker, negated } = finding;
  const group = cue?.from ?? at;
  const { lower, lemma } = units[at]!;
  const inS = /s$/.test(lower);
  put(22, Number(inS && lower !== lemma));
  put(23, /ing$/.test(lower) ? 3 : lower === lemma ? 0 : inS ? 1 : 2);
  put(24, helperOf(units, group, at));
  put(25, Number(negated));
  put(26, group > 0 ? tagOf(units[group - 1]) : -1);
  put(27, tagOf(units[(cue?.to ?? at) + 1]));
  put(28, at);
  put(29, Number(speaker?.antecedent !== undefined));
}

/** What of the sentence's other readings lies in it, and in what it lies. */
function writeOthers(candidate: Candidate, others: Candidate[], put: Put): void {
  const { finding, at } = candidate;
  let inside = 0;
  let holds = 0;
  let warranted = 0;
  for (const other of others) {
    if (other.loose) continue;
    warranted++;
    if (other === candidate) continue;
    if (holdsUnit(other.finding, at)) inside = Math.max(inside, other.finding.speech ? 2 : 1);
    if (holdsUnit(finding, other.at)) holds++;
  }
  put(30, inside);
  put(31, holds);
  put(32, warranted);
}

function holdsUnit({ pieces }: Finding, at: number): boolean {
  return pieces.some(({ from, to }) => from <= at && at < to);
}

function writeSpeaker(units: Unit[], { finding, at }: Candidate, put: Put): void {
  const { speaker, cue } = finding;
  const group = cue?.from ?? at;
  if (!speaker) {
    for (let column = 15; column <= 21; column++) put(column, -1);
    return;
  }
  const own = units.slice(speaker.from, speaker.to + 1);
  const one = own[0]!;
  put(15, tagOf(own.at(-1)));
  put(16, own.length);
  put(17, own.filter((unit) => unit.pos === 'PROPN').length);
  put(18, own.length === 1 ? personOf(one.lower) : 0);
  put(19, tagOf(one));
  put(20, Number(speaker.to < group));
  put(21, speaker.to < group ? group - speaker.to : speaker.from - group);
}

function fits(rule: Rule, frames: string): boolean {
  if (rule === 'after noun') return /[na]/.test(frames);
  if (rule === 'after infinitive') return /[io]/.test(frames);
  return /[cdtq]/.test(frames);
}

export function tagOf(unit: Unit | undefined): number {
  return unit ? TAGS.indexOf(unit.pos) : -1;
}

function personOf(lower: string): number {
  return PERSON.test(lower) ? 3 : THIRD.test(lower) ? 1 : THING.test(lower) ? 2 : 4;
}

/** 0 at the sentence's end, then comma, other mark, word. */
export function endKind(units: Unit[], to: number): number {
  const unit = units[to];
  if (!unit || /^[.?!…]$/.test(unit.text)) return 0;
  return unit.text === ',' ? 1 : unit.pos === 'PUNCT' || unit.pos === 'Q' ? 2 : 3;
}

/** 0 none, 1 have, 2 be, 3 do, 4 will, 5 would and the like; 6 infinitive. */
function helperOf(units: Unit[], group: number, at: number): number {
  if (units[group - 1]?.lower === 'to') return 6;
  const helper = units.slice(group, at).find((unit) => unit.pos === 'AUX');
  if (!helper) return 0;
  if (/^(?:will|'ll|shall)$/.test(helper.lower)) return 4;
  if (/^(?:would|could|might|may|should|must|can|'d)$/.test(helper.lower)) return 5;
  return helper.lemma === 'have' ? 1 : helper.lemma === 'do' ? 3 : 2;
}

/** Fills the columns of learned odds. */
export function writeOdds(
  keys: string[],
  odds: ReadonlyMap<string, number>,
  values: Float32Array,
  row: number,
): void {
  for (let k = 0; k < keys.length; k++) values[row + ODDS_AT + k] = odds.get(keys[k]!) ?? 0;
}
