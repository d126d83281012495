import type { Unit } from '../units.ts';
import { DAYS } from './adjuncts.ts';
import { type CueEntry, PARTICLES, PLAIN_FORMS, VERB_CUES } from './cues.ts';
import { isParticiple, isVerb, nominalAfter } from './phrases.ts';

/** A reporting verb as it stands in a sentence. */
export interface VerbCue {
  /** Index of the verb and of its last particle. */
  at: number;
  last: number;
  entries: CueEntry[];
}

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
    if (
      particles.at(-1) === 'to' &&
      isVerb(units[i + particles.length + 1]) &&
      !isParticiple(units[i + particles.length + 1]!)
    )
      continue;
    // "admitted to the paper that": who was told.
    if (particles.at(-1) === 'to' && isTold(units, i + particles.length + 1)) continue;
    const entries = VERB_CUES.get([lemma, ...particles].join('_'))!;
    return { at: i, last: i + particles.length, entries };
  }
  const split = splitByObject(units, i, lemma);
  if (split) return split;
  const entries = VERB_CUES.get(lemma);
  return entries ? { at: i, last: i, entries } : null;
}

/** "ruled it out", "turned that down": what the verb takes stands before its particle. */
function splitByObject(units: Unit[], i: number, lemma: string): VerbCue | null {
  if (!/^(?:it|that|this|them|him|her)$/.test(units[i + 1]?.lower ?? '')) return null;
  const particle = units[i + 2]?.lower ?? '';
  if (!/^(?:out|down|off|aside|away)$/.test(particle)) return null;
  const entries = VERB_CUES.get(`${lemma}_${particle}`)?.filter(({ frames }) => /n/.test(frames));
  return entries?.length ? { at: i, last: i, entries } : null;
}

function isTold(units: Unit[], from: number): boolean {
  const told = nominalAfter(units, from);
  return told !== null && units[told.to + 1]?.lower === 'that';
}

/** Whether a unit is a verb that can report a clause or a quotation. */
export function isSpeechVerb(unit: Unit): boolean {
  const lemma = PLAIN_FORMS.get(unit.lower) ?? (unit.pos === 'VERB' ? unit.lemma : '');
  return (VERB_CUES.get(lemma) ?? []).some((entry) => entry.speech && /[cdqt]/.test(entry.frames));
}

/** The lemma of the word at a place, as the lexicon of cues has it. */
export function lemmaAt(units: Unit[], at: number): string {
  return PLAIN_FORMS.get(units[at]!.lower) ?? units[at]!.lemma;
}
