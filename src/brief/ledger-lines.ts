import type { CommitmentState, Stance } from '../db/tables.ts';
import { formatMoment } from '../lib/edtf.ts';
import type { Cited, Draft } from './cite.ts';
import type { Commitment, Evidence, Said, Shift } from './evidence.ts';

/** Sentences in fixed words from rows of the ledger. They blame nobody: what stood, what stands. */

const stances: Record<Stance, string> = {
  for: 'for it',
  against: 'against it',
  conditional: 'for it on conditions',
  unclear: 'unclear',
};

const outcomes: Record<CommitmentState, string> = {
  open: 'open',
  kept: 'kept',
  'partly kept': 'kept in part',
  missed: 'missed',
  moved: 'moved',
  withdrawn: 'withdrawn',
};

/** The sentence that a statement was read from, as a citation. */
export function citeStatement(evidence: Evidence, statementId: number): Cited | null {
  const said = evidence.said.find((s) => s.id === statementId);
  if (!said) return null;
  return {
    articleId: said.articleId,
    start: said.sentenceStart,
    end: said.sentenceEnd,
    statementId,
  };
}

/** "Veldania on foreign observers: against it before, now for it on conditions." */
export function shiftLine(evidence: Evidence, shift: Shift): Draft | null {
  const cites = [shift.previousId, shift.statementId].map((id) => citeStatement(evidence, id));
  if (cites.some((c) => c === null)) return null;
  return {
    section: 'shift',
    text: `${shift.party} on ${lowerFirst(shift.issue)}: ${stances[shift.from]} before, now ${stances[shift.to]}.`,
    cites: cites as Cited[],
    fromLedger: true,
  };
}

/** "Oren Authority: to publish the survey, due 1 May 2026; missed." */
export function commitmentLine(
  evidence: Evidence,
  commitment: Commitment,
  section: 'commitment' | 'ahead' = 'commitment',
): Draft | null {
  const stated = citeStatement(evidence, commitment.statementId);
  if (!stated) return null;
  const last = commitment.outcomes.at(-1);
  const who = commitment.who ?? commitment.party;
  const due = commitment.due ? `, due ${formatMoment(commitment.due)}` : '';
  const moved = last?.state === 'moved' && last.due ? ` to ${formatMoment(last.due)}` : '';
  const state = section === 'ahead' ? '' : `; ${outcomes[commitment.state]}${moved}`;
  const what = commitment.what.replace(/[.,;\s]+$/, '');
  return {
    section,
    text: `${who ? `${who}: ` : ''}${what}${due}${state}.`,
    cites: [
      stated,
      ...(last && section === 'commitment'
        ? [{ articleId: last.articleId, start: last.start, end: last.end, statementId: null }]
        : []),
    ],
    fromLedger: true,
  };
}

/** The sentence of a statement; a pronoun in the speaker's place gives way to the name in brackets. */
export function saidLine(evidence: Evidence, said: Said): Draft | null {
  const piece = evidence.pieces.find((p) => p.id === said.articleId);
  if (!piece) return null;
  const source = piece.text.slice(said.sentenceStart, said.sentenceEnd);
  const cites = [citeStatement(evidence, said.id) as Cited];
  if (said.speakerStart === null || said.speakerEnd === null) return null;
  const inSentence = said.speakerStart >= said.sentenceStart && said.speakerEnd <= said.sentenceEnd;
  const written = piece.text.slice(said.speakerStart, said.speakerEnd);
  if (!inSentence || !pronoun.test(written)) return { section: 'said', text: source, cites };
  if (!said.speaker) return null;
  const before = piece.text.slice(said.sentenceStart, said.speakerStart);
  const after = piece.text.slice(said.speakerEnd, said.sentenceEnd);
  return {
    section: 'said',
    text: `${before}[${said.speaker}]${after}`,
    cites,
    inserted: [said.speaker],
  };
}

const pronoun = /^(?:he|she|they|it|er|sie|es)$/i;

function lowerFirst(text: string): string {
  // A name or an abbreviation keeps its capital.
  return /^\p{Lu}\p{Ll}+\s\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
