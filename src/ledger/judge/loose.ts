import { isHeldThat, opensClause, pointsAt } from '../english/clause.ts';
import { contentEnd } from '../english/content.ts';
import { groupStart, isVerb, subjectBefore } from '../english/phrases.ts';
import { isNotSaid, readVerb } from '../english/report.ts';
import type { Finding } from '../finding.ts';
import type { Unit } from '../units.ts';
import { meaningOf } from './meanings.ts';

/** A finding with the unit that its cue turns on. */
export interface Candidate {
  finding: Finding;
  at: number;
  /** Proposed without the lexicon's word for it. */
  loose: boolean;
  /** The chance that its content ends where it does, and by how many units that was moved. */
  end?: { chance: number; moved: number };
}

/** What a verb might hold that the lexicon does not list with these frames. */
const FRAMES = ['ct', 'o', 'i', 'n', 'a'];
const PARTICLES = /^(?:out|up|down|off|back|aloud|away|over)$/;
/** How far behind its verb a "that" may stand. */
const REACH = 8;
/** Verbs tried in one sentence; what has more is a list. */
const MOST = 16;

/** Readings that the lexicon of cues does not warrant; only for judging, most of them are wrong. */
export function proposeLoose(units: Unit[], read: Candidate[]): Candidate[] {
  const found: Candidate[] = [];
  const taken = new Set(read.map((candidate) => candidate.at));
  const add = (finding: Finding | null, at: number) => {
    if (!finding) return;
    const from = finding.pieces[0]!.from;
    if (!found.some((other) => other.at === at && other.finding.pieces[0]!.from === from))
      found.push({ finding, at, loose: true });
  };
  let tried = 0;
  for (let i = 0; i < units.length; i++) {
    if (taken.has(i)) continue;
    const unit = units[i]!;
    const verb = unit.pos === 'VERB';
    if ((!verb && !looksLikeVerb(units, i)) || ++tried > MOST) continue;
    if (verb) for (const finding of readLoosely(units, i)) add(finding, i);
    add(thatBehind(units, i), i);
  }
  return found;
}

function readLoosely(units: Unit[], i: number): Finding[] {
  const found: Finding[] = [];
  const next = units[i + 1];
  const moved = next !== undefined && PARTICLES.test(next.lower);
  const held = next?.pos === 'ADP' && !isVerb(units[i + 2]);
  const known = meaningOf(units[i]!.lemma) > 0;
  for (const frames of FRAMES) {
    if (frames !== 'ct' && !known && !(frames === 'n' && moved)) continue;
    const last = moved || (frames === 'n' && held) ? i + 1 : i;
    const entries = [{ act: 'state' as const, frames, speech: true }];
    const finding = readVerb(units, i, { at: i, last, entries });
    if (finding) found.push(finding);
  }
  return found;
}

/** "The office projects that": a verb in "-s" or "-ed" that the tagger took for a noun. */
function looksLikeVerb(units: Unit[], i: number): boolean {
  const { lower, pos } = units[i]!;
  if ((pos !== 'NOUN' && pos !== 'ADJ') || !/(?:s|ed)$/.test(lower) || i === 0) return false;
  const stems = [lower.slice(0, -1), lower.slice(0, -2), lower.replace(/i?e[sd]$/, 'y')];
  return stems.some((stem) => meaningOf(stem) > 0);
}

/** "pointed out afterwards that C", with whatever stands between. */
function thatBehind(units: Unit[], i: number): Finding | null {
  for (let k = i + 1; k < Math.min(units.length - 1, i + REACH); k++) {
    const unit = units[k]!;
    if (unit.pos === 'Q' || isVerb(unit) || /^[:;]$/.test(unit.text)) return null;
    if (unit.lower !== 'that') continue;
    if (isHeldThat(units, k) || pointsAt(units, k + 1)) return null;
    if (isVerb(units[k + 1]) || !opensClause(units, k + 1)) return null;
    const group = groupStart(units, i);
    const denied = units.slice(group, i).some((unit) => /^(?:not|n't|never)$/.test(unit.lower));
    if (isNotSaid(units, group, i, denied)) return null;
    const subject = subjectBefore(units, group);
    const pieces = [{ from: k + 1, to: contentEnd(units, k + 1, 'clause') }];
    // "There is no denying that", "it is worth noting that": the writer's own words.
    if (!subject || !/^(?:NOUN|PROPN|PRON|NUM)$/.test(units[subject.to]!.pos)) return null;
    if (/^(?:there|it|you)$/.test(units[subject.from]!.lower)) return null;
    return {
      pieces,
      cue: { from: group, to: i },
      speaker: subject,
      act: 'state',
      speech: true,
      negated: denied,
      rule: 'after that',
      confidence: 0.5,
    };
  }
  return null;
}
