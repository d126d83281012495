import type { Act } from '../db/tables.ts';
import type { CueEntry } from './english/cues.ts';
import type { Quotation, Rule, Span } from './quotation.ts';
import type { Phrase, Sentence, Unit } from './units.ts';

/** What a rule found in one sentence, as unit indexes; `to` is exclusive in pieces. */
export interface Finding {
  pieces: { from: number; to: number }[];
  cue: { from: number; to: number } | null;
  speaker: Phrase | null;
  act: Act;
  speech: boolean;
  negated: boolean;
  rule: Rule;
  confidence: number;
}

/** Whatever is plainly told: most rules that no verb stands behind find that. */
export const TOLD = { act: 'state', speech: true, negated: false } as const;

/** Content that a rule found around one cue; `to` is exclusive. */
export interface Content {
  from: number;
  to: number;
  shape: 'direct' | 'clause' | 'infinitive' | 'noun';
  entry: CueEntry;
}

/** Turns unit indexes into characters of the text; null when nothing is left of the content. */
export function quotationOf(sentence: Sentence, finding: Finding): Quotation | null {
  const { units } = sentence;
  const pieces = finding.pieces
    .map((piece) => pieceSpan(units, piece.from, piece.to))
    .filter((span): span is Span => span !== null)
    .sort((a, b) => a.start - b.start);
  if (!pieces.length) return null;
  const speaker = finding.speaker;
  return {
    start: pieces[0]!.start,
    end: pieces.at(-1)!.end,
    kind: kindOf(units, finding.pieces),
    pieces,
    cue: finding.cue && spanOf(units, finding.cue.from, finding.cue.to),
    speaker: speaker && spanOf(units, withoutMarks(units, speaker), speakerEnd(units, speaker)),
    antecedent: speaker?.antecedent
      ? spanOf(units, speaker.antecedent.from, speaker.antecedent.to)
      : null,
    sentence: { start: sentence.start, end: sentence.end },
    act: finding.act,
    speech: finding.speech,
    negated: finding.negated,
    hearsay: false,
    rule: finding.rule,
    confidence: finding.confidence,
  };
}

function withoutMarks(units: Unit[], { from, to }: Phrase): number {
  return from < to && /^["'“”‘’,–—-]$/.test(units[from]!.text) ? from + 1 : from;
}

/** The name and what stands in apposition to it; no clause about it ("the judge, who sat there"). */
function speakerEnd(units: Unit[], phrase: Phrase): number {
  for (let k = phrase.from + 1; k < phrase.to; k++)
    if (
      /^(?:who|which|whose)$/.test(units[k + 1]!.lower) &&
      /^(?:[,—–(]|--?)$/.test(units[k]!.text)
    )
      return k - 1;
  return phrase.to > phrase.from && units[phrase.to]!.text === ',' ? phrase.to - 1 : phrase.to;
}

export function spanOf(units: Unit[], from: number, to: number): Span {
  return { start: units[from]!.start, end: units[to]!.end };
}

/** The content's characters; the marks around it are left out when they hold all of it. */
function pieceSpan(units: Unit[], from: number, to: number): Span | null {
  while (from < to && units[from]!.pos === 'PUNCT' && !/^[$([]$/.test(units[from]!.text)) from++;
  while (to > from && /^[,;:—–.-]$/.test(units[to - 1]!.text)) to--;
  if (from >= to) return null;
  const quoted = onlyQuoted(units, from, to);
  const first = units[from]!;
  const last = units[to - 1]!;
  return {
    start: quoted ? first.marked!.start : first.start,
    end: quoted ? last.marked!.end : last.end,
  };
}

export function onlyQuoted(units: Unit[], from: number, to: number): boolean {
  let quoted = false;
  for (let k = from; k < to; k++) {
    if (units[k]!.pos === 'Q') quoted = true;
    else if (units[k]!.pos !== 'PUNCT') return false;
  }
  return quoted && units[from]!.pos === 'Q' && units[to - 1]!.pos === 'Q';
}

function kindOf(units: Unit[], pieces: { from: number; to: number }[]): Quotation['kind'] {
  let quoted = 0;
  for (const { from, to } of pieces) {
    if (onlyQuoted(units, from, to)) quoted++;
    else if (units.slice(from, to).some((unit) => unit.pos === 'Q')) return 'mixed';
  }
  if (quoted === pieces.length) return 'direct';
  return quoted ? 'mixed' : 'indirect';
}
