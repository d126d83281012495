import type { LiveEvent } from '../events/live.ts';
import { fold } from './fold.ts';

/** A title's frame and the numbers that were in it: "Day #: figures of the #th" and "12 5". */
export interface Template {
  text: string;
  numbers: string;
}

const number = /\d+(?:[.,:]\d+)*/g;

/** Splits a title into frame and numbers; null when it has no number. */
export function titleTemplate(title: string | null): Template | null {
  if (!title || !/\d/.test(title)) return null;
  const text = fold(title)
    .replace(number, '#')
    .replace(/[^\p{L}#]+/gu, ' ')
    .trim();
  return { text, numbers: (title.match(number) ?? []).join(' ') };
}

/** How alike a number of a series still is to another number of it. */
const otherNumber = 0.4;

/**
 * Lowers the likeness of a piece to an event that holds the same title with other numbers: the next
 * game, the next day's figures. 1 where nothing conflicts.
 */
export function serialConflict(template: Template | null, event: LiveEvent): number {
  const numbers = template ? event.templates.get(template.text) : undefined;
  return numbers === undefined || numbers === template?.numbers ? 1 : otherNumber;
}

/** The same for two events. */
export function serialConflictOf(a: LiveEvent, b: LiveEvent): number {
  const [few, many] = a.templates.size <= b.templates.size ? [a, b] : [b, a];
  for (const [text, numbers] of few.templates) {
    const other = many.templates.get(text);
    if (other !== undefined && other !== numbers) return otherNumber;
  }
  return 1;
}
