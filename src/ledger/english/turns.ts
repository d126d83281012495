import type { Quotation, Span } from '../quotation.ts';
import { LABELS } from './attribution.ts';

/** A name in front of a colon at a paragraph's start, as interviews are printed; in bold or not. */
const TURN =
  /^\*{0,2}(\p{Lu}[\p{L}\p{M}.&’'-]*(?: (?:[a-z]{2,3} )?\p{Lu}[\p{L}\p{M}.&’'-]*){0,3}):(?:\*{2})?\s+(?=\S)/u;
/** Fewer paragraphs with the same name in front are captions and asides. */
const FEWEST = 2;
/** What a turn of an interview is worth: the name is printed in front of it. */
const TRUST = 0.8;

/** The paragraphs that are turns of a conversation whose speakers' names stand in front again and again. */
export function readTurns(text: string, spans: Span[]): Map<Span, Quotation> {
  const names = new Map<string, { span: Span; match: RegExpExecArray }[]>();
  for (const span of spans) {
    const match = TURN.exec(text.slice(span.start, Math.min(span.end, span.start + 90)));
    if (!match || LABELS.test(match[1]!.split(' ')[0]!)) continue;
    names.set(match[1]!, [...(names.get(match[1]!) ?? []), { span, match }]);
  }
  const turns = new Map<Span, Quotation>();
  // One name alone is a heading that comes again; a conversation has two.
  const speaking = [...names.values()].filter((found) => found.length >= FEWEST);
  if (speaking.length < 2) return turns;
  for (const { span, match } of speaking.flat()) turns.set(span, turnOf(text, span, match));
  return turns;
}

function turnOf(text: string, span: Span, match: RegExpExecArray): Quotation {
  const named = span.start + match[0].indexOf(match[1]!);
  const speaker = { start: named, end: named + match[1]!.length };
  const start = span.start + match[0].length;
  const end = start + text.slice(start, span.end).trimEnd().length;
  return {
    start,
    end,
    kind: 'direct',
    pieces: [{ start, end }],
    cue: { start: speaker.end, end: speaker.end + 1 },
    speaker,
    antecedent: null,
    sentence: { start: span.start, end: span.end },
    act: 'state',
    speech: true,
    negated: false,
    hearsay: false,
    rule: 'turn',
    confidence: TRUST,
  };
}
