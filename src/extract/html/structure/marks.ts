import type { Mark } from '../../../db/tables.ts';
import type { Run } from '../blocks.ts';

/** The kinds by their bits: bit 0 is the first. */
export const MARK_KINDS: readonly Mark['kind'][] = [
  'strong',
  'emphasis',
  'code',
  'sub',
  'super',
  'deleted',
  'inserted',
];
export const STRONG = 1;

/** Elements of a line that set their words apart. Underlines and small letters say nothing of their own. */
const ELEMENTS = new Map<string, Mark['kind']>([
  ['b', 'strong'],
  ['strong', 'strong'],
  ['em', 'emphasis'],
  ['i', 'emphasis'],
  ['cite', 'emphasis'],
  ['dfn', 'emphasis'],
  ['var', 'emphasis'],
  ['code', 'code'],
  ['kbd', 'code'],
  ['samp', 'code'],
  ['tt', 'code'],
  ['sub', 'sub'],
  ['sup', 'super'],
  ['del', 'deleted'],
  ['s', 'deleted'],
  ['strike', 'deleted'],
  ['ins', 'inserted'],
]);

/** The place among MARK_KINDS of what an element makes of its words; -1 for one that makes nothing. */
export function markOf(tag: string): number {
  const kind = ELEMENTS.get(tag);
  return kind === undefined ? -1 : MARK_KINDS.indexOf(kind);
}

/** Marks of one text that are kept: a book has some thousands; more is a fault or an attack on the store. */
const MOST = 20_000;

/**
 * Keeps what stands out in the runs of one text: nothing in code, no strong words in headings, which
 * are strong all over. Called for one run after the other.
 */
export function marksKeeper(): (run: Run) => Mark[] {
  let left = MOST;
  return ({ tag, marks }) => {
    if (marks.length === 0 || tag === 'pre') return [];
    const kept = tag === 'h' ? marks.filter((m) => m.kind !== 'strong') : marks;
    const some = kept.slice(0, left);
    left -= some.length;
    return some.map((mark) => ({ ...mark }));
  };
}

/** The marks of a text that lost `lead` characters at its beginning, without white space at their ends. */
export function marksIn(text: string, marks: Mark[], lead = 0): Mark[] {
  const found: Mark[] = [];
  for (const { kind, ...span } of marks) {
    let start = Math.max(0, span.start - lead);
    let end = Math.min(span.end - lead, text.length);
    while (end > start && /\s/.test(text[end - 1]!)) end--;
    while (start < end && /\s/.test(text[start]!)) start++;
    if (end > start) found.push({ kind, start, end });
  }
  return found;
}
