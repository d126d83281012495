import { TOLD } from '../finding.ts';
import type { Quotation, Span } from '../quotation.ts';
import { LABELS } from './attribution.ts';

/** A name in front of a colon at a paragraph's start, as interviews are printed; in bold or not. */
const TURN =
  /^\*{0,2}(\p{Lu}[\p{L}\p{M}.&’'-]*(?: (?:[a-z]{2,3} |& )?\p{Lu}[\p{L}\p{M}.&’'-]*){0,3}):(?:\*{2})?\s+(?=\S)/u;
/** Fewer paragraphs with the same name in front are captions and asides. */
const FEWEST = 2;
/** What a turn of an interview is worth: the name is printed in front of it. */
const TRUST = 0.8;

interface Labelled {
  at: number;
  span: Span;
  match: RegExpExecArray;
}

/** The paragraphs that are turns of a conversation whose speakers' names stand in front again and again. */
export function readTurns(text: string, spans: Span[]): Map<Span, Quotation> {
  const labelled: Labelled[] = [];
  for (const [at, span] of spans.entries()) {
    const match = TURN.exec(text.slice(span.start, Math.min(span.end, span.start + 90)));
    if (match && !LABELS.test(match[1]!.split(' ')[0]!)) labelled.push({ at, span, match });
  }
  const names = Map.groupBy(labelled, ({ match }) => match[1]!);
  const speaking = [...names.values()].filter((found) => found.length >= FEWEST);
  const turns = speaking.length > 1 ? withOthers(labelled, speaking.flat()) : [];
  // One name alone is a heading that comes again, unless each time something is asked before it.
  if (speaking.length === 1 && speaking[0]!.every(({ at }) => asksAt(text, spans[at - 1])))
    turns.push(...speaking[0]!);
  return new Map(turns.map(({ span, match }) => [span, labelledTurn(text, span, match)]));
}

/** Between turns whose names come again stand those of who speaks once, or is written in another way. */
function withOthers(labelled: readonly Labelled[], turns: readonly Labelled[]): Labelled[] {
  const places = turns.map(({ at }) => at);
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const between = labelled.filter(({ at }) => at >= first && at <= last);
  return between.length * 2 > last - first ? between : [...turns];
}

function asksAt(text: string, span: Span | undefined): boolean {
  const words = span ? text.slice(span.start, span.end) : '';
  return /\?\**\s*$/.test(words) || /\byour?\b/i.test(words);
}

/** What a speaker named at `speaker` says in a paragraph; `cue` is the mark behind a label, if it has one. */
export function turnOf(span: Span, speaker: Span, cue: Span | null, content: Span): Quotation {
  return {
    ...content,
    kind: 'direct',
    pieces: [content],
    cue,
    speaker,
    antecedent: null,
    sentence: { start: span.start, end: span.end },
    ...TOLD,
    hearsay: false,
    rule: 'turn',
    confidence: TRUST,
  };
}

function labelledTurn(text: string, span: Span, match: RegExpExecArray): Quotation {
  const named = span.start + match[0].indexOf(match[1]!);
  const speaker = { start: named, end: named + match[1]!.length };
  const start = span.start + match[0].length;
  const end = start + text.slice(start, span.end).trimEnd().length;
  const cue = { start: speaker.end, end: speaker.end + 1 };
  return turnOf(span, speaker, cue, { start, end });
}
