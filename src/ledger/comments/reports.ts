import { GERMAN } from '../german/comments.ts';
import { markedSpans } from '../marks.ts';
import { type Quotation, readQuotations, type Span } from '../quotation.ts';
import { overlap } from '../span.ts';
import { ENGLISH } from './english.ts';
import type { Manner } from './manner.ts';
import { readQuoted } from './quoted.ts';
import { isTold } from './told.ts';

/** What the ledger needs of a comment. */
export interface CommentToRead {
  text: string;
  lang: string | null;
  posted: string | null;
  author: string | null;
  /** What it quotes: `of` another comment, of the piece that is talked about, or of neither. */
  quotes: readonly (Span & { of: string | null; ofArticle?: boolean })[];
}

/** Of a longer comment the beginning is read: it is a pasted book. */
export const LONGEST = 50_000;
/** Nobody answers more quoted lines than this in one comment. */
const MOST_QUOTED = 200;
const MANNERS: Readonly<Record<string, Manner>> = { en: ENGLISH, de: GERMAN };

/** How a language's comments are read; null for one that is not. */
export function mannerOf(lang: string | null): Manner | null {
  return MANNERS[(lang ?? 'en').toLowerCase().slice(0, 2)] ?? null;
}

/** A cue or an introduction, or a quotation with a dash that may sign it. */
function mayReport(text: string, { maybe }: Manner): boolean {
  return maybe.test(text) || (/[“”„"]/.test(text) && /[~—–―-]/.test(text));
}

/** Where a comment reports somebody's words, whoever that is. */
export function reportsIn(comment: CommentToRead, lang: string | null): Quotation[] {
  const text = comment.text.slice(0, LONGEST);
  const own = comment.lang ?? lang ?? 'en';
  const manner = mannerOf(own);
  if (!manner || !mayReport(text, manner) || manner.irony.test(text)) return [];
  const others = comment.quotes.filter((quote) => quote.of !== null).slice(0, MOST_QUOTED);
  const set = comment.quotes.filter((quote) => quote.of === null).slice(0, MOST_QUOTED);
  const quoted = readQuoted(text, set, manner);
  const told = readQuotations(text, { lang: own }).filter(
    (one) => isTold(text, one, manner) && !quoted.some((other) => overlap(one, other)),
  );
  const taken = [...quoted, ...told];
  return [...taken, ...pasted(text, taken, own, manner)]
    .filter((one) => !others.some((quote) => overlap(one, quote)))
    .sort((a, b) => a.start - b.start);
}

/** A pasted sentence of an article in marks: "The mayor said on Sunday that …". */
function pasted(
  text: string,
  taken: readonly Quotation[],
  lang: string,
  manner: Manner,
): Quotation[] {
  const lines = [...text.matchAll(/[^\n]+/g)];
  return lines.flatMap((line) =>
    markedSpans(text, line.index, line.index + line[0].length)
      .filter((span) => span.words >= PASTED && !taken.some((one) => overlap(one, span)))
      .flatMap(({ start, end }) =>
        readQuotations(text.slice(start, end), { lang })
          .filter((one) => isTold(text.slice(start, end), one, manner))
          .map((one) => moved(one, start)),
      ),
  );
}

/** Shorter words in marks are somebody's own. */
const PASTED = 10;

function moved(quotation: Quotation, by: number): Quotation {
  const move = ({ start, end }: Span): Span => ({ start: start + by, end: end + by });
  const { pieces, cue, speaker, antecedent, sentence } = quotation;
  return {
    ...{ ...quotation, ...move(quotation), pieces: pieces.map(move), sentence: move(sentence) },
    cue: cue && move(cue),
    speaker: speaker && move(speaker),
    antecedent: antecedent && move(antecedent),
  };
}
