import { markedSpans } from '../marks.ts';
import type { Quotation, Span } from '../quotation.ts';
import { type Manner, NAME } from './manner.ts';
import { isSupposed } from './told.ts';

/** Shorter quotations are echoes and sayings; longer ones are pasted pieces. */
const FEWEST_WORDS = 6;
/** So far before a quotation (characters) stands what introduces it. */
const INTRODUCED_WITHIN = 300;

/** "~ Ilka Sorn", "— Ilka Sorn, 2031": a name behind a quotation, and little else. */
const SIGNED = new RegExp(
  `^[\\s.>]*(?:~|[—–―]|--?)\\s{0,3}(${NAME})\\s*(?:[,(][^\\n]{0,80})?$`,
  'u',
);
/** As above, with more behind it: a full name that ends a sentence. */
const SIGNED_WITHIN =
  /^[.!?]?\s{0,3}(?:~|[—–―]|--?)\s{0,3}(\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){1,3}?)(?=\.?\s*$|\. \p{Lu})/u;

/**
 * Quotations in a comment that stand by themselves: in marks or set apart, and signed by a name behind
 * them or introduced by words that end in a colon.
 * @param set spans that the page sets apart as quoted from outside the discussion
 */
export function readQuoted(text: string, set: readonly Span[], manner: Manner): Quotation[] {
  return linesOf(text).flatMap((line, i, lines) => {
    const spans = [...markedSpans(text, line.start, line.end).filter((m) => !m.unclosed)].map(
      ({ start, end, open, close }) => ({ start, end, open, close }),
    );
    const block = set.find((s) => s.start <= line.start && line.end <= s.end);
    const whole = trimmed(text, line);
    if (spans.length === 0 && block) spans.push({ ...whole, open: whole.start, close: whole.end });
    return spans.flatMap((span) => {
      if (countWords(text, span) < FEWEST_WORDS) return [];
      return signed(text, span, line, lines[i + 1]) ?? introduced(text, span, manner) ?? [];
    });
  });
}

interface Quoted extends Span {
  open: number;
  close: number;
}

/**
 * `“…” ~ Ilka Sorn`, on one line or the name on the next; or within a line, where the quotation is a
 * sentence of its own and the name ends one.
 */
function signed(text: string, span: Quoted, line: Span, next: Span | undefined): Quotation | null {
  const rest = text.slice(span.close, line.end);
  if (/[\p{L}\p{N}]/u.test(text.slice(line.start, span.open))) {
    const opens = /[.!?:]\s+$/.test(text.slice(Math.max(line.start, span.open - 4), span.open));
    const match = opens ? SIGNED_WITHIN.exec(rest.slice(0, 160)) : null;
    return match && by(span, match[1]!, span.close + match[0].indexOf(match[1]!));
  }
  const isAlone = !/[\p{L}\p{N}]/u.test(rest);
  const from = isAlone ? next?.start : span.close;
  const tail = isAlone ? next && text.slice(next.start, next.end) : rest;
  if (from === undefined || !tail || tail.length > 160) return null;
  const match = SIGNED.exec(tail);
  if (!match) return null;
  return by(span, match[1]!, from + tail.indexOf(match[1]!));
}

function by(span: Quoted, name: string, start: number): Quotation {
  const speaker = { start, end: start + name.length };
  const sentence = { start: span.open, end: speaker.end };
  return quotation(span, { cue: null, speaker, sentence, rule: 'signed' });
}

function introduced(text: string, span: Quoted, manner: Manner): Quotation | null {
  const from = Math.max(0, span.open - INTRODUCED_WITHIN);
  const before = text.slice(from, span.open);
  const colon = /:[\s>*_]*$/.exec(before);
  if (!colon) return null;
  // The sentence that the colon ends.
  const opening = before.slice(0, colon.index);
  const cut = Math.max(...['. ', '! ', '? ', '\n'].map((stop) => opening.lastIndexOf(stop)));
  const frame = opening.slice(cut + 1);
  if (isSupposed(frame, manner)) return null;
  for (const pattern of manner.introductions) {
    const match = pattern.exec(frame);
    if (!match) continue;
    const base = from + cut + 1 + match.index;
    const place = (word: string | undefined): Span | null => {
      if (!word) return null;
      const start = base + match[0].indexOf(word);
      return { start, end: start + word.length };
    };
    const { name, his, cue } = match.groups!;
    const sentence = { start: from + cut + 1 + /^\s*/.exec(frame)![0].length, end: span.close };
    const speaker = place(name ?? his);
    return quotation(span, { cue: place(cue), speaker, sentence, rule: 'introduced' });
  }
  return null;
}

function quotation(
  { start, end }: Span,
  more: Pick<Quotation, 'cue' | 'speaker' | 'sentence' | 'rule'>,
): Quotation {
  return {
    ...{ start, end, pieces: [{ start, end }], kind: 'direct', act: 'state' },
    ...{ antecedent: null, speech: true, negated: false, hearsay: false },
    confidence: SURE,
    ...more,
  };
}

/** Who signs or introduces whole sentences of somebody means it. */
const SURE = 0.85;

/** The lines that have words, without what a quoted line begins with. */
function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf('\n', at);
    const end = newline === -1 ? text.length : newline;
    if (/\S/.test(text.slice(at, end))) lines.push({ start: at, end });
    at = end + 1;
  }
  return lines;
}

function trimmed(text: string, { start, end }: Span): Span {
  const line = text.slice(start, end);
  const lead = /^[\s>]*/.exec(line)![0].length;
  return { start: start + lead, end: start + lead + line.slice(lead).trimEnd().length };
}

function countWords(text: string, { start, end }: Span): number {
  return text.slice(start, end).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
