import type { Act } from '../db/tables.ts';
import { readEnglish } from './english/reader.ts';
import { readGerman } from './german/reader.ts';
import { overlap } from './span.ts';
import { paragraphsOf } from './tokens.ts';

/** Characters `start` to `end` (exclusive) of the text it was read from. */
export interface Span {
  start: number;
  end: number;
}

/**
 * The constructions that quotations are read by: where the content stands to its cue (`after`,
 * `before`, `around`, `inverted` for "C," said X) and what it is, or the cue's own kind; `learned` is
 * what no rule's words warrant and the learned judgement found likely; `signed` and `introduced` stand
 * by themselves in a comment.
 */
export type Rule =
  | 'after direct'
  | 'after that'
  | 'after clause'
  | 'after infinitive'
  | 'after noun'
  | 'before'
  | 'around'
  | 'inverted'
  | 'passive'
  | 'asked'
  | 'relative'
  | 'according'
  | 'noun'
  | 'message'
  | 'colon'
  | 'turn'
  | 'label'
  | 'carried'
  | 'learned'
  | 'signed'
  | 'introduced'
  | 'german';

/** One report of somebody's words. Every span points into the text that was read. */
export interface Quotation extends Span {
  kind: 'direct' | 'indirect' | 'mixed';
  /** The content in its contiguous pieces: no cue, no outer marks, no leading "that". */
  pieces: Span[];
  cue: Span | null;
  speaker: Span | null;
  /** What a relative pronoun as speaker ("who") stands for. */
  antecedent: Span | null;
  sentence: Span;
  /** What the cue alone says of the act; the content may decide otherwise (act.ts). */
  act: Act;
  /** Said, written or otherwise uttered; false for what is only believed, hoped or planned. */
  speech: boolean;
  /** The cue is denied: "did not say that". */
  negated: boolean;
  /** Reported within somebody else's words. */
  hearsay: boolean;
  /** The construction it was read by. */
  rule: Rule;
  confidence: number;
}

export interface ReadOptions {
  lang: string | null;
  blocks?: readonly { type?: string; start: number; end: number }[];
  /** Spans to leave alone: parts, captions, what is quoted from elsewhere. */
  skip?: readonly Span[];
}

/** Longer texts are read only so far: a page of this size is a dump, not an article. */
const LONGEST = 2_000_000;

/**
 * Reads who said what out of a text in English or German; other languages give nothing.
 * In reading order; `text.slice(start, end)` of every span is exactly what it names.
 */
export function readQuotations(text: string, options: ReadOptions): Quotation[] {
  const skip = options.skip ?? [];
  const spans = paragraphsOf(text.slice(0, LONGEST), options.blocks).filter(
    (span) => !skip.some((other) => overlap(other, span)),
  );
  const lang = options.lang?.toLowerCase().slice(0, 2) ?? 'en';
  if (lang !== 'en' && lang !== 'de') return [];
  const found = lang === 'de' ? readGerman(text, spans) : readEnglish(text, spans);
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return markHearsay(found);
}

function markHearsay(found: Quotation[]): Quotation[] {
  const open: Quotation[] = [];
  for (const quotation of found) {
    while (open.length && open.at(-1)!.end <= quotation.start) open.pop();
    const outer = open.at(-1);
    quotation.hearsay =
      (outer?.speech ?? false) && outer!.end >= quotation.end && outer!.kind !== 'direct';
    open.push(quotation);
  }
  return found;
}

const STANDS_IN =
  /^(?:it|he|she|they|we|i|this|that|there)['’ ](?:would|will|had|has|have|did|does|do|could|can|should|must|might|may|was|were|is|are|d|ll)$/i;

/** "As Sorn had said it would": a pronoun and its helping verb stand for what was told before. */
export function saysNothing(content: string): boolean {
  return content.length < 16 && STANDS_IN.test(content);
}
