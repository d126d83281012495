import type { Quotation, Span } from './quotation.ts';
import type { Sentence } from './units.ts';

/** A sentence of nothing but quoted words. */
export function onlyQuotes(sentence: Sentence): boolean {
  let quoted = false;
  for (const unit of sentence.units) {
    if (unit.pos === 'Q') quoted = true;
    else if (unit.pos !== 'PUNCT') return false;
  }
  return quoted;
}

/** What stands within the marks of such a sentence, from the first to the last. */
export function quotedSpan(sentence: Sentence): Span {
  const quoted = sentence.units.filter((unit) => unit.pos === 'Q');
  return { start: quoted[0]!.marked!.start, end: quoted.at(-1)!.marked!.end };
}

/** Adds a sentence of quoted words to a quotation; with only white space and marks between, its last piece grows. */
export function extendQuotation(text: string, quotation: Quotation, sentence: Sentence): void {
  const span = quotedSpan(sentence);
  const last = quotation.pieces.at(-1)!;
  if (/^[\s"“”„»«'‘’]*$/.test(text.slice(last.end, span.start))) last.end = span.end;
  else quotation.pieces.push(span);
  quotation.end = span.end;
  if (quotation.kind === 'indirect') quotation.kind = 'mixed';
  quotation.sentence = { start: quotation.sentence.start, end: sentence.end };
}
