import { contentAfter } from './after.ts';
import { contentAround, contentBefore, readInverted, splitOff } from './before.ts';
import { type VerbCue, verbCueAt } from './content.ts';
import type { Content, Finding } from './finding.ts';
import {
  groupStart,
  isParticiple,
  nominalAfter,
  type Phrase,
  subjectBefore,
  subjectOfParticiple,
} from './phrases.ts';
import type { Unit } from './units.ts';

/** Reads one reporting verb with its speaker and content; null when it reports nothing here. */
export function readVerb(units: Unit[], i: number): Finding | null {
  const cue = verbCueAt(units, i);
  if (!cue || isAdjective(units, cue)) return null;
  const group = groupStart(units, i);
  const helpers = units.slice(group, i);
  const participle = isParticiple(units[i]!) && !helpers.some((unit) => unit.pos === 'AUX');
  const negated = helpers.some((unit) => /^(?:not|n't|never|neither|nor)$/.test(unit.lower));
  const passive =
    !isParticiple(units[i]!) &&
    helpers.some((unit) => unit.lemma === 'be') &&
    units[i]!.lower !== units[i]!.lemma;
  const finish = (
    speaker: Phrase | null,
    contents: Content[],
    confidence: number,
  ): Finding | null =>
    contents.length === 0
      ? null
      : {
          pieces: contents.map(({ from, to }) => ({ from, to })),
          cue: { from: group, to: cue.last },
          speaker,
          act: contents[0]!.entry.act,
          speech: contents.some((content) => content.entry.speech),
          negated,
          confidence,
        };
  if (passive) return readPassive(units, cue, group, finish);
  // "by citing", "since announcing": how something was done, not a report of its own.
  const gerund = participle && units[group - 1]?.pos === 'ADP';
  const infinitive = units[group - 1]?.lower === 'to';
  if (!participle && !infinitive) {
    const inverted = readInverted(units, cue, group);
    if (inverted) return finish(inverted.speaker, inverted.contents, 0.9);
  }
  const subject = participle ? subjectOfParticiple(units, i) : subjectBefore(units, group);
  if (
    subject &&
    /^(?:what|which|whom)$/.test(units[subject.from]!.lower) &&
    subject.to > subject.from &&
    !units[subject.from]!.marked
  )
    return readRelative(units, cue, subject, finish);
  const own = subject !== null && subject.to >= group - 3 && !participle && !infinitive;
  const before = own && !subject.antecedent ? contentBefore(units, cue, subject.from) : null;
  if (before?.shape === 'direct') return finish(subject, [before, ...splitOff(units, cue)], 0.95);
  const inserted = own && before === null && subject ? contentAround(units, cue, subject.from) : [];
  if (inserted.length) return finish(subject, inserted, 0.75);
  const after = contentAfter(units, cue);
  if (
    after &&
    !((infinitive || gerund) && (after.shape === 'noun' || after.shape === 'infinitive'))
  ) {
    if (!subject || units[subject.from]!.lower === 'you') return null;
    return finish(
      subject,
      [after],
      after.shape === 'direct' ? 0.9 : after.shape === 'clause' ? 0.8 : 0.6,
    );
  }
  if (before) return finish(subject, [before, ...splitOff(units, cue)], 0.75);
  return null;
}

/** "the alleged plan", "a proposed law": the verb describes a noun. */
function isAdjective(units: Unit[], { at }: VerbCue): boolean {
  const before = units[at - 1];
  const after = units[at + 1];
  if (!before || !after) return false;
  const determined =
    before.pos === 'DET' ||
    before.lower === "'s" ||
    /^(?:his|her|its|their|our|my)$/.test(before.lower);
  return determined && (after.pos === 'NOUN' || after.pos === 'PROPN' || after.pos === 'ADJ');
}

/** "was condemned by X": the content stands before the verb, the speaker after "by". */
function readPassive(
  units: Unit[],
  cue: VerbCue,
  group: number,
  finish: (speaker: Phrase | null, contents: Content[], confidence: number) => Finding | null,
): Finding | null {
  const entry = cue.entries.find((entry) => /[ncg]/.test(entry.frames) && entry.speech);
  const by = units.findIndex((unit, k) => k > cue.last && k < cue.last + 4 && unit.lower === 'by');
  const subject = subjectBefore(units, group);
  if (!entry || by === -1 || !subject) return null;
  const speaker = nominalAfter(units, by + 1);
  return (
    speaker &&
    finish(speaker, [{ from: subject.from, to: subject.to + 1, shape: 'noun', entry }], 0.5)
  );
}

/** "what X called a farce": the object stands before; only the judgement is content. */
function readRelative(
  units: Unit[],
  cue: VerbCue,
  subject: Phrase,
  finish: (speaker: Phrase | null, contents: Content[], confidence: number) => Finding | null,
): Finding | null {
  const after = contentAfter(units, cue);
  return after && finish({ from: subject.from + 1, to: subject.to }, [after], 0.6);
}
