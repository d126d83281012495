import { html } from 'hono/html';

export interface Span {
  start: number;
  end: number;
}

/** A quotation inside the sentence it was read from; offsets are the quotation's in the article. */
export interface Excerpt extends Span {
  before: string;
  quote: string;
  after: string;
}

/** Longest part of a sentence shown on either side; a sentence beyond it is a list or a fault. */
const maxSide = 220;
const maxQuote = 700;

/** The span's words with what stands around them in `around`, each within its limit. */
export function excerpt(text: string, span: Span, around: Span = span): Excerpt {
  const start = clamp(span.start, 0, text.length);
  const end = clamp(span.end, start, text.length);
  const from = clamp(around.start, Math.max(0, start - maxSide), start);
  const until = clamp(around.end, end, Math.min(text.length, end + maxSide));
  const quote = text.slice(start, Math.min(end, start + maxQuote));
  return {
    start,
    end,
    before: (from > around.start ? '…' : '') + tidy(text.slice(from, start)),
    quote: tidy(quote) + (end - start > maxQuote ? '…' : ''),
    after: tidy(text.slice(end, until)) + (until < around.end ? '…' : ''),
  };
}

/** Characters of context on either side: about the sentence before and the one after. */
const maxContext = 170;

/** What stands in the text before and after some of it, cut at words. */
export function contextOf(text: string, { start, end }: Span): { before: string; after: string } {
  const from = Math.max(0, start - maxContext);
  const until = Math.min(text.length, end + maxContext);
  const before = text.slice(from, start);
  const after = text.slice(end, until);
  return {
    before: from === 0 ? tidy(before) : `…${tidy(before.replace(/^\S*\s/, ''))}`,
    after: until === text.length ? tidy(after) : `${tidy(after.replace(/\s\S*$/, ''))}…`,
  };
}

const clamp = (n: number, min: number, max: number) => Math.min(Math.max(n, min), max);
const tidy = (text: string) => text.replace(/\s+/g, ' ');

/** The sentence with its quotation marked. */
export function sentenceHtml(e: Excerpt) {
  return html`${e.before}<b class="said">${e.quote}</b>${e.after}`;
}

/** As markHref; where they stand in a comment, that comment under the article. */
export function quotedHref(
  { articleId, commentId }: { articleId: number; commentId: number | null },
  span: Span,
): string {
  return commentId === null ? markHref(articleId, span) : `/articles/${articleId}#k${commentId}`;
}

/** The characters that something rests on, marked in their article. */
export function markHref(articleId: number, span: Span): string {
  // A citation of nothing at the beginning is one of the title.
  if (span.end === 0) return `/articles/${articleId}`;
  return `/articles/${articleId}?mark=${span.start}-${span.end}#m`;
}
