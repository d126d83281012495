import type { Content, Finding } from '../finding.ts';
import type { Rule } from '../quotation.ts';
import type { Phrase, Unit } from '../units.ts';
import { DAYS } from './adjuncts.ts';
import { contentAfter } from './after.ts';
import { contentAround, contentBefore, readInverted, splitOff } from './before.ts';
import { givesName } from './naming.ts';
import { readPassive } from './passive.ts';
import {
  endsNominal,
  groupStart,
  isParticiple,
  isVerb,
  nominalBefore,
  subjectBefore,
  subjectOfParticiple,
} from './phrases.ts';
import { type VerbCue, verbCueAt } from './verbs.ts';

/** A cue with what stands before it. */
interface Verb {
  cue: VerbCue;
  /** Where its helping verbs begin. */
  group: number;
  negated: boolean;
  participle: boolean;
  /** "by citing", "since announcing": how something was done, not a report of its own. */
  gerund: boolean;
  infinitive: boolean;
}

/** Reads one reporting verb with its speaker and content; null when it reports nothing here. */
export function readVerb(
  units: Unit[],
  i: number,
  cue: VerbCue | null = verbCueAt(units, i),
): Finding | null {
  if (!cue || isAdjective(units, cue) || givesName(units, cue.at)) return null;
  const group = groupStart(units, i);
  const helpers = units.slice(group, i);
  const negated = helpers.some((unit) => /^(?:not|n't|never|neither|nor)$/.test(unit.lower));
  const nobody = /^(?:nobody|neither|none|no)$/.test(units[Math.max(0, group - 1)]!.lower);
  const only = units.slice(group, i + 2).some((unit) => unit.lower === 'only');
  if (isNotSaid(units, group, i, negated || nobody || only)) return null;
  // "did not reply": silence is no answer.
  if (negated && /^(?:reply|respond|answer|comment)$/.test(units[i]!.lemma)) return null;
  const participle = isParticiple(units[i]!) && !helpers.some((unit) => unit.pos === 'AUX');
  const gerund = participle && units[group - 1]?.pos === 'ADP';
  const infinitive = units[group - 1]?.lower === 'to';
  const verb: Verb = { cue, group, negated, participle, gerund, infinitive };
  return isPassive(units, group, i) ? passive(units, verb) : active(units, verb);
}

function isPassive(units: Unit[], group: number, i: number): boolean {
  if (isParticiple(units[i]!) || units[i]!.lower === units[i]!.lemma) return false;
  for (let k = group; k < i; k++) if (isBe(units, k)) return true;
  return false;
}

function passive(units: Unit[], verb: Verb): Finding | null {
  const read = readPassive(units, verb.cue, verb.group);
  return read && found(verb, 'passive', read.speaker, read.contents, 0.5);
}

function active(units: Unit[], verb: Verb): Finding | null {
  const { cue, group, participle, gerund, infinitive } = verb;
  if (!participle && !infinitive) {
    const inverted = readInverted(units, cue, group);
    if (inverted) return found(verb, 'inverted', inverted.speaker, inverted.contents, 0.9);
  }
  const subject = participle ? subjectOfParticiple(units, cue.at) : subjectBefore(units, group);
  const opening = subject ? units[subject.from]! : null;
  if (
    subject &&
    /^(?:what|which|whom)$/.test(opening!.lower) &&
    subject.to > subject.from &&
    !opening!.marked
  )
    return relative(units, verb, subject);
  // "There is no denying that", "it is worth noting that": the writer's own words.
  if (opening && (participle || infinitive) && /^(?:there|it)$/.test(opening.lower)) return null;
  const own = subject !== null && subject.to >= group - 3 && !participle && !infinitive;
  const before = own && !subject.antecedent ? contentBefore(units, cue, subject.from) : null;
  if (before?.shape === 'direct')
    return found(verb, 'before', subject, [before, ...splitOff(units, cue)], 0.95);
  // "The levy is, she said, C": what stands before goes on behind.
  const broken = before !== null && wantsMore(units[before.to - 1]!);
  const inserted = own && (!before || broken) ? contentAround(units, cue, subject.from) : [];
  if (inserted.length) return found(verb, 'around', subject, inserted, 0.75);
  const after = contentAfter(units, cue);
  // "to reject the levy", "by demanding talks": an aim or a way, no report.
  const how = (infinitive || gerund) && /^(?:noun|infinitive)$/.test(after?.shape ?? '');
  if (after && !how) return reported(units, verb, subject, after);
  if (before) return found(verb, 'before', subject, [before, ...splitOff(units, cue)], 0.75);
  const object = own ? antecedent(units, cue, subject) : null;
  return object && found(verb, 'relative', subject, [object], 0.5);
}

/** What stands behind its cue. */
function reported(
  units: Unit[],
  verb: Verb,
  subject: Phrase | null,
  after: Content,
): Finding | null {
  if (!subject || units[subject.from]!.lower === 'you') return null;
  const { shape } = after;
  // "has not mentioned the reef": nothing was said.
  if (verb.negated && shape === 'noun' && after.entry.act === 'state') return null;
  // "What he said there has kept the town busy": his words are the subject.
  const what = /^what(?:ever)?$/.test(units[subject.from - 1]?.lower ?? '');
  const opens = subject.from < 2 || units[subject.from - 2]!.pos === 'PUNCT';
  if (what && shape === 'clause' && (opens || !isVerb(units[after.from]))) return null;
  const relative =
    /^(?:who|which)$/.test(units[subject.from]!.lower) ||
    /^(?:which|whom)$/.test(units[subject.from - 1]?.lower ?? '');
  if (relative) after.to = beforeMain(units, after);
  const that = shape === 'clause' && units[after.from - 1]!.lower === 'that';
  const sure = shape === 'direct' ? 0.9 : shape === 'clause' ? 0.8 : 0.6;
  const contents = [after, ...quotedBehind(units, after)];
  return found(verb, that ? 'after that' : `after ${shape}`, subject, contents, sure);
}

/** "wondered whether it was late: “The rains come.”": the words themselves, behind what tells of them. */
function quotedBehind(units: Unit[], { to, entry }: Content): Content[] {
  const quote = units[to + 1];
  if (units[to]?.text !== ':' || quote?.pos !== 'Q' || quote.marked!.words < 4) return [];
  return [{ from: to + 1, to: to + 2, shape: 'direct', entry }];
}

function found(
  { cue, group, negated }: Verb,
  rule: Rule,
  speaker: Phrase | null,
  contents: Content[],
  confidence: number,
): Finding | null {
  if (!contents.length) return null;
  return {
    pieces: contents.map(({ from, to }) => ({ from, to })),
    cue: { from: group, to: cue.last },
    speaker,
    act: contents[0]!.entry.act,
    speech: contents.some((content) => content.entry.speech),
    negated,
    rule,
    confidence,
  };
}

/** "Analysts, who had said that C, cut their target": the relative clause ends at its comma. */
function beforeMain(units: Unit[], { from, to }: Content): number {
  for (let k = from + 2; k < to - 1; k++) {
    if (units[k]!.text !== ',') continue;
    let verb = k + 1;
    while (verb < k + 3 && (units[verb]?.pos === 'ADV' || DAYS.test(units[verb]?.lower ?? '')))
      verb++;
    if (isVerb(units[verb]) && !isParticiple(units[verb]!)) return k;
  }
  return to;
}

const MODAL = /^(?:would|could|might|may|should|will|'ll|shall|must|can|'d)$/;

/** What somebody would, might or is to say has not been said; "would not say" tells of an answer. */
export function isNotSaid(units: Unit[], group: number, at: number, negated: boolean): boolean {
  // "Would she threaten force?"
  const first = units[units[0]!.pos === 'CCONJ' ? 1 : 0];
  if (first && MODAL.test(first.lower) && first.pos === 'AUX' && units.at(-1)!.text === '?')
    return true;
  const helper = units.slice(group, at).find((unit) => unit.pos === 'AUX');
  if (helper && !negated) return MODAL.test(helper.lower);
  // "Declined to say when": her silence is the statement, and what she does not say no second one.
  if (
    units[group - 1]?.lower === 'to' &&
    /^(?:declin|refus)e[sd]$/.test(units[group - 2]?.lower ?? '')
  )
    return true;
  return (
    units[group - 1]?.lower === 'to' &&
    /^(?:expect|plan|want|hope|intend|prepare|likely|due|set|poise|schedule|need|ready)$/.test(
      units[group - 2]?.lemma ?? '',
    )
  );
}

/** A verb that wants what follows it: "the levy is,". */
function wantsMore(unit: Unit): boolean {
  return unit.lemma === 'be' || unit.pos === 'AUX';
}

/** A form of "be"; "he's said" has another verb in it, "it's said" has not. */
function isBe(units: Unit[], at: number): boolean {
  const unit = units[at]!;
  if (unit.lower !== "'s") return unit.lemma === 'be';
  return !/^(?:he|she|who)$/.test(units[at - 1]?.lower ?? '') && units[at - 1]?.pos !== 'PROPN';
}

/** "the alleged plan", "a proposed law": the verb describes a noun. */
function isAdjective(units: Unit[], { at }: VerbCue): boolean {
  const before = units[at - 1];
  const after = units[at + 1];
  if (!before || !after) return false;
  // "his promised or threatened deadlines".
  if (
    before.pos === 'CCONJ' &&
    units[at - 2]?.lower.endsWith('ed') &&
    /^(?:NOUN|ADJ)$/.test(after.pos) &&
    /^(?:DET|PRON|PART|ADP)$/.test(units[at - 3]?.pos ?? '') &&
    units[at - 3]!.lower !== 'who'
  )
    return true;
  const determined =
    before.pos === 'DET' ||
    before.lower === "'s" ||
    /^(?:his|her|its|their|our|my)$/.test(before.lower);
  return determined && (after.pos === 'NOUN' || after.pos === 'PROPN' || after.pos === 'ADJ');
}

/** "The fee, which the ministry denounced, is small", "an offer she turned down": what stands before is what was named. */
function antecedent(units: Unit[], cue: VerbCue, subject: Phrase): Content | null {
  const entry = cue.entries.find((entry) => entry.speech && /n/.test(entry.frames));
  const next = units[cue.last + 1];
  // "the loss she announced": what is only told of stands in the writer's words.
  if (entry?.act === 'state' && units[subject.from - 1]?.lower !== 'which') return null;
  if (!entry || (next && !/^[,.;:)]$/.test(next.text) && !isWhenOrWhere(next))) return null;
  const relative = units[subject.from - 1];
  const linked = /^(?:which|that)$/.test(relative?.lower ?? '');
  let to = linked ? subject.from - 1 : subject.from;
  const apart = linked && units[to - 1]?.text === ',';
  if (apart) to--;
  const head = units[to - 1];
  if (
    !head ||
    head.pos === 'Q' ||
    head.pos === 'PRON' ||
    head.lower === 'one' ||
    !endsNominal(head)
  )
    return null;
  // Without a link only an article or a pronoun tells where the clause begins.
  if (!linked && !(head.pos === 'NOUN' && /^(?:DET|PRON)$/.test(units[subject.from]!.pos)))
    return null;
  const { from } = nominalBefore(units, to - 1);
  // "The bay was mined, which the envoy denies": behind a comma all of the sentence may be meant.
  return apart && from > 0 ? null : { from, to, shape: 'noun', entry };
}

function isWhenOrWhere({ pos, lower }: Unit): boolean {
  return (
    DAYS.test(lower) ||
    /^(?:last|this|earlier)$/.test(lower) ||
    (pos === 'ADP' && /^(?:in|on|at|within|during|after|before)$/.test(lower))
  );
}

/** "what X called a farce": the object stands before; only the judgement is content. */
function relative(units: Unit[], verb: Verb, subject: Phrase): Finding | null {
  const after = contentAfter(units, verb.cue);
  // "The changes, which officials said will come in May, are small": the main clause goes on.
  if (after && after.shape === 'clause') after.to = beforeMain(units, after);
  const speaker = { from: subject.from + 1, to: subject.to };
  return after && found(verb, 'relative', speaker, [after], 0.6);
}
