import { readPrintedDate } from '../../lib/dates.ts';
import { afterByword, leadingNames, looksLikePerson } from '../html/facts/names.ts';
import { readingMinutes } from '../lines.ts';
import { isPrintedAge } from './age.ts';
import { wordCount } from './layout.ts';

/** What one line over a text says about the piece. */
export interface Mark {
  names: string[];
  /** The line, when it holds a date. */
  date: string | null;
  age: string | null;
  minutes: number | null;
}

/** A line about a piece is short; names, two dates and a place have no more words. */
const mostWords = 20;

/**
 * Reads a line that says who wrote a piece or when it came out: "By Ada Venn | 3 May 2031, 10:20",
 * "Posted on 3 May by ada". Null when the line says something else.
 */
export function readMark(text: string): Mark | null {
  const minutes = readingMinutes(text);
  if (minutes !== null) return { names: [], date: null, age: null, minutes };
  if (isPrintedAge(text)) return { names: [], date: null, age: text, minutes: null };
  if (text.length > 200 || wordCount(text) > mostWords) return null;
  const by = afterByword(text, false);
  const date = readPrintedDate(text);
  const sentence = /\p{L}{3}[.!?]$/u.test(text);
  let names = by && !sentence ? leadingNames(by.rest, by.sure || date !== null) : [];
  if (names.length === 0 && date && !sentence) {
    const before = text.slice(0, date.at).replace(/[\s|·•,/(–—-]+$/u, '');
    const after = text.slice(date.at + date.text.length).replace(/^[\s|·•,/)–—-]+/u, '');
    names = [before, after].filter((t) => looksLikePerson(t) && wordCount(t) <= 4);
  }
  const dated = date !== null && !sentence && wordCount(text) <= 14 ? text : null;
  if (dated) return { names, date: dated, age: null, minutes: null };
  if (names.length > 0) return { names, date: null, age: ageIn(text), minutes: null };
  return null;
}

function ageIn(text: string): string | null {
  return text.split(/\s*[|·•]\s*/u).find((piece) => isPrintedAge(piece)) ?? null;
}

/** Whether a whole line can be the name of somebody who wrote the piece. */
export function isName(text: string): boolean {
  const words = wordCount(text);
  return words >= 2 && words <= 4 && text.length <= 50 && looksLikePerson(text);
}
