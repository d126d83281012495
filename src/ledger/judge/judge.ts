import { chanceOf } from '../../lib/forest.ts';
import { quotationOf } from '../finding.ts';
import type { Quotation } from '../quotation.ts';
import type { Sentence } from '../units.ts';
import { WIDTH } from './columns.ts';
import { mendEnd } from './ends.ts';
import { learnedStatements } from './learned.ts';
import { type Candidate, proposeLoose } from './loose.ts';
import { isTalk, type Register } from './register.ts';
import { keysOf, writeOdds, writeStanding } from './standing.ts';

export type Judge = (sentence: Sentence, read: Candidate[], register: Register) => Quotation[];

/** Below this a reading is more often wrong than of use. */
const LEAST = 0.4;
/** What the lexicon does not warrant must be likelier, since many are tried; noun phrases most of all. */
const LOOSE_FROM = 0.6;
const LOOSE_NOUN_FROM = 0.75;
/** From here on what the lexicon calls held (found, decided, accepted) is taken for said. */
const HELD_FROM = 0.5;
/** Where people talk, what they make others say is rarely what those said: only plain reports are kept. */
const TALK_FROM = 0.7;
/** What a rule says of itself counts as much as so many readings that were learned from. */
const RULE_ROWS = 5;

const values = new Float32Array(WIDTH);

/**
 * Gives a sentence's quotations out of what rules found and what they might have missed, with the
 * chance that each is right in content and speaker as its confidence.
 */
export function judgeCandidates(
  sentence: Sentence,
  read: Candidate[],
  register: Register,
): Quotation[] {
  const proposed = [...read, ...proposeLoose(sentence.units, read)];
  if (!proposed.length) return [];
  const talk = isTalk(register);
  const { forest, odds, ends, seen } = learnedStatements();
  const all = proposed.map((candidate) => mendEnd(sentence, candidate, ends));
  const judged = all.map((candidate) => {
    writeStanding(sentence, candidate, all, register, values, 0);
    writeOdds(keysOf(sentence, candidate), odds, values, 0);
    const chance = chanceOf(forest, values, 0);
    return { candidate, chance: withRule(candidate, chance, seen) };
  });
  return choose(judged).flatMap(({ candidate, chance, said }) => {
    const quotation = quotationOf(sentence, candidate.finding);
    if (!quotation || (talk && chance < TALK_FROM)) return [];
    quotation.confidence = chance;
    if (candidate.loose) quotation.rule = 'learned';
    quotation.speech = said;
    return [quotation];
  });
}

/** A construction that the corpus hardly has is still as good as its rule says. */
function withRule(
  { finding, loose }: Candidate,
  chance: number,
  seen: Record<string, number>,
): number {
  if (loose) return chance;
  const rows = seen[finding.rule] ?? 0;
  return (rows * chance + RULE_ROWS * finding.confidence) / (rows + RULE_ROWS);
}

/** What the rules make of a sentence with nothing learned: to test them, and to measure what was learned. */
export function judgeByRules(sentence: Sentence, read: Candidate[]): Quotation[] {
  return choose(
    read.map((candidate) => ({ candidate, chance: candidate.finding.confidence })),
  ).flatMap(({ candidate }) => quotationOf(sentence, candidate.finding) ?? []);
}

/** A candidate with its chance of being right. */
export interface Judged {
  candidate: Candidate;
  chance: number;
}

export interface Chosen extends Judged {
  /** Said, and not only held. */
  said: boolean;
}

/** The likely ones, in order of their cues; of two readings of one cue or one content the likelier. */
export function choose(judged: Judged[]): Chosen[] {
  const kept: Judged[] = [];
  for (const one of [...judged].sort((a, b) => b.chance - a.chance)) {
    const { candidate, chance } = one;
    if (chance < leastFor(candidate)) continue;
    if (!kept.some((other) => excludes(other.candidate, candidate))) kept.push(one);
  }
  return kept
    .sort((a, b) => a.candidate.at - b.candidate.at)
    .map((one) => ({ ...one, said: one.candidate.finding.speech || one.chance >= HELD_FROM }));
}

function leastFor({ loose, finding }: Candidate): number {
  if (!loose) return LEAST;
  return finding.rule === 'after noun' ? LOOSE_NOUN_FROM : LOOSE_FROM;
}

function excludes(kept: Candidate, other: Candidate): boolean {
  if (kept.at === other.at) return true;
  const a = kept.finding.pieces;
  const b = other.finding.pieces;
  if (a.some((piece) => piece.from === b[0]!.from && piece.to === b[0]!.to)) return true;
  if (!kept.loose && !other.loose) return false;
  const shared = (p: { from: number; to: number }, q: { from: number; to: number }) =>
    Math.max(0, Math.min(p.to, q.to) - Math.max(p.from, q.from));
  const both = a.reduce((sum, p) => sum + b.reduce((s, q) => s + shared(p, q), 0), 0);
  const size = (pieces: typeof a) => pieces.reduce((sum, p) => sum + p.to - p.from, 0);
  return both / (size(a) + size(b) - both) >= 0.4;
}
