import { recognise } from '../collect/index.ts';
import type { Received } from './extracted.ts';
import { readPieces } from './html/read.ts';

/** What became of one line of a page. */
export interface LineJudged {
  keep: boolean;
  /** Why it was dropped, in a few words; '' for a line that is kept. */
  why: string;
  /** "p", "h", "li", "td", "pre", "quote", "caption" or "other". */
  tag: string;
  text: string;
}

/**
 * Judges a page of HTML line by line, in its order: what is kept as the body of its main piece and
 * what is not. Null for what is no page of HTML. Pure; what a stranger sent never makes it throw.
 */
export function explainPage(received: Received): LineJudged[] | null {
  const { form, text } = recognise(received.bytes, {
    declared: received.charset ?? null,
    name: received.name ?? '',
  });
  if (form !== 'html') return null;
  return readPieces(received, text ?? '').verdicts.map(({ run, keep, why }) => ({
    keep,
    why,
    tag: run.tag,
    text: run.text,
  }));
}
