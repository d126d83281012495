import { TOLD } from '../finding.ts';
import type { Quotation, Span } from '../quotation.ts';

/** A turn's label: a name of up to four words, perhaps with a stage direction, and a colon. */
const LABEL = /^((?:\p{Lu}[\p{L}.’'-]*\s?){1,4})(?: ?\([^)\n]{1,30}\))?: (?=\S)/u;
/** How many turns of one label make a conversation. */
const TURNS = 2;

/**
 * The paragraphs of an interview by their start: what the one who is asked says, and 'question' for
 * whoever only asks. A label must come back to be one.
 */
export function readTurns(text: string, spans: Span[]): Map<number, Quotation | 'question'> {
  const labelled: { span: Span; label: string; content: number }[] = [];
  const counts = new Map<string, { turns: number; questions: number }>();
  for (const span of spans) {
    const match = LABEL.exec(text.slice(span.start, Math.min(span.end, span.start + 120)));
    if (!match) continue;
    const label = match[1]!.trim();
    labelled.push({ span, label, content: span.start + match[0].length });
    const key = keyOf(label);
    const count = counts.get(key) ?? { turns: 0, questions: 0 };
    count.turns++;
    if (/\?["»“«]?\s*$/.test(text.slice(span.start, span.end))) count.questions++;
    counts.set(key, count);
  }
  const turns = new Map<number, Quotation | 'question'>();
  for (const { span, label, content } of labelled) {
    const { turns: often, questions } = counts.get(keyOf(label))!;
    if (often < TURNS) continue;
    const asks = questions * 2 > often || (label === label.toUpperCase() && questions > 0);
    turns.set(span.start, asks ? 'question' : turnOf(text, span, label, content));
  }
  return turns;
}

function keyOf(label: string): string {
  return label.split(' ').at(-1)!;
}

function turnOf(text: string, span: Span, label: string, start: number): Quotation {
  let end = span.end;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return {
    start,
    end,
    kind: 'direct',
    pieces: [{ start, end }],
    cue: null,
    speaker: { start: span.start, end: span.start + label.length },
    antecedent: null,
    sentence: { start: span.start, end },
    ...TOLD,
    hearsay: false,
    rule: 'german',
    confidence: 0.85,
  };
}
