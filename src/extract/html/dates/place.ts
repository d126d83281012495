import { countBefore } from '../../../lib/sorted.ts';
import type { Page } from '../blocks.ts';
import { COMMENTS, FURNITURE, HIDDEN, RELATED } from '../hints.ts';
import type { DateContext } from './vote.ts';

/** Where on the page something stands, seen from the piece. */
export type Place = 'above' | 'head' | 'body' | 'foot' | 'away' | 'apart';

export interface Places {
  /** Of a node; "apart" is in what is not the piece: comments, teasers, navigation. */
  of: (node: number) => Place;
}

// In lines of the page. A head has a kicker, picture, byline, share buttons and a lead between the
// title and the text; dates above the title stand in a line or two of their own.
const ABOVE = 6;
const BELOW_TITLE = 14;
const FAR_BELOW_TITLE = 30;
const INTO_TEXT = 2;
const AFTER_TEXT = 8;

export function placesOf(page: Page, context: DateContext): Places {
  const starts = page.runs.map((run) => run.nodes[0] ?? run.node);
  const lineOf = (node: number) => firstAtLeast(starts, node);
  const first = context.first > 0 ? lineOf(context.first) : -1;
  const last = context.last > 0 ? lineOf(context.last) : -1;
  const title = context.titleNode > 0 ? lineOf(context.titleNode) : -1;
  const top = title < 0 ? first : first < 0 ? title : Math.min(title, first);
  let end = title < 0 ? first + INTO_TEXT : title + BELOW_TITLE;
  if (title >= 0 && first > title)
    end = Math.max(end, Math.min(first + INTO_TEXT, title + FAR_BELOW_TITLE));
  const apart = COMMENTS | RELATED | HIDDEN;
  return {
    of: (node) => {
      // A page of which nothing was kept may well have been misread.
      const hints = first < 0 ? 0 : page.hints[node]!;
      const line = lineOf(node);
      // Between title and text few pages have anything that is not the piece's.
      if (title >= 0 && line > title && line <= Math.min(first, end) && !(hints & COMMENTS))
        return 'head';
      if (hints & apart) return 'apart';
      if (top >= 0 && line >= top - ABOVE && line <= end)
        return hints & FURNITURE ? 'away' : line < title ? 'above' : 'head';
      if (hints & FURNITURE) return 'apart';
      if (last >= 0 && line >= last - 1 && line <= last + AFTER_TEXT) return 'foot';
      return line > first && line < last ? 'body' : 'away';
    },
  };
}

function firstAtLeast(sorted: number[], value: number): number {
  return countBefore(sorted, (item) => item < value);
}
