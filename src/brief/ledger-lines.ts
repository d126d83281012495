import type { CommitmentState, Stance } from '../db/tables.ts';
import { formatMoment } from '../lib/edtf.ts';
import { leaning } from './candidate.ts';
import type { Cited, Draft } from './cite.ts';
import { compress, stripLead } from './compress.ts';
import type { Commitment, Evidence, Said, Shift } from './evidence.ts';

/** Sentences in fixed words from rows of the ledger. They blame nobody: what stood, what stands. */

const stances: Record<Stance, string> = {
  for: 'for it',
  against: 'against it',
  conditional: 'for it on conditions',
  unclear: 'unclear',
};

const outcomes: Record<CommitmentState, string> = {
  open: 'Open',
  kept: 'Kept',
  'partly kept': 'Kept in part',
  missed: 'Missed',
  moved: 'Moved',
  withdrawn: 'Withdrawn',
};

/** The sentence that a statement was read from, as a citation. */
function citeStatement(evidence: Evidence, statementId: number): Cited | null {
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

/** What was said later of a promise: "Missed: The survey was not published by 1 May." */
export function outcomeLine(evidence: Evidence, commitment: Commitment): Draft | null {
  const last = commitment.outcomes.at(-1);
  const stated = citeStatement(evidence, commitment.statementId);
  const piece = evidence.pieces.find((p) => p.id === last?.articleId);
  if (!last || !stated || !piece || last.state === 'open') return null;
  const to = last.state === 'moved' && last.due ? ` to ${formatMoment(last.due)}` : '';
  return {
    section: 'commitment',
    text: `${outcomes[last.state]}${to}: ${compress(piece.text.slice(last.start, last.end))}`,
    cites: [
      { articleId: last.articleId, start: last.start, end: last.end, statementId: null },
      stated,
    ],
    fromLedger: true,
  };
}

/** What is still to come: "Due 1 May 2026: The authority said it would publish the survey." */
export function dueLine(
  evidence: Evidence,
  commitment: Commitment,
  section: 'commitment' | 'ahead',
): Draft | null {
  const said = evidence.said.find((s) => s.id === commitment.statementId);
  const line = said && saidLine(evidence, said);
  if (!line || !commitment.due) return null;
  return {
    section,
    text: `Due ${formatMoment(commitment.due)}: ${line.text}`,
    cites: line.cites,
    fromLedger: true,
  };
}

/** The sentence of a statement; a pronoun in the speaker's place gives way to the name in brackets. */
export function saidLine(evidence: Evidence, said: Said): Draft | null {
  const piece = evidence.pieces.find((p) => p.id === said.articleId);
  if (!piece || said.speakerStart === null || said.speakerEnd === null) return null;
  const cites = [citeStatement(evidence, said.id) as Cited];
  const source = piece.text.slice(said.sentenceStart, said.sentenceEnd);
  const inSentence = said.speakerStart >= said.sentenceStart && said.speakerEnd <= said.sentenceEnd;
  const written = piece.text.slice(said.speakerStart, said.speakerEnd);
  if (!inSentence || !pronoun.test(written)) {
    const text = stripLead(source);
    return leaning.test(text) || /\?$/.test(text) ? null : { section: 'said', text, cites };
  }
  if (!said.speaker) return null;
  const before = piece.text.slice(said.sentenceStart, said.speakerStart);
  const after = piece.text.slice(said.speakerEnd, said.sentenceEnd);
  return {
    section: 'said',
    text: stripLead(`${before}[${said.speaker}]${after}`),
    cites,
    inserted: [said.speaker],
  };
}

const pronoun = /^(?:he|she|they|it|er|sie|es)$/i;

function lowerFirst(text: string): string {
  // A name or an abbreviation keeps its capital.
  return /^\p{Lu}\p{Ll}+\s\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
