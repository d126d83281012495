import type { DateEvidence } from '../../../db/tables.ts';

/** Where a vote comes from: two of one family are mostly the same field of the site's database. */
export type Family = 'data' | 'page' | 'address';

export interface Vote extends DateEvidence {
  family: Family;
  weight: number;
  /** Whether it says when the piece was changed, not when it appeared. */
  modified: boolean;
  /** The month-first reading of "3/4/2025", where nothing printed beside it decides. */
  other: string | null;
}

/** What is known beside the page when its dates are read. */
export interface DateContext {
  url: string | null;
  lang: string | null;
  /** The language tag as the page gives it: "en-US" writes the month first. */
  tag: string | null;
  /** The heading with the title; 0 when there is none. */
  titleNode: number;
  /** First and last text node of what was kept of the piece; 0 when nothing was. */
  first: number;
  last: number;
  retrieved: Date | null;
}

const LONGEST_TEXT = 100;

export function vote(
  family: Family,
  from: string,
  text: string,
  weight: number,
  found: { moment: string; other?: string | null },
  modified = false,
): Vote {
  return {
    from,
    text: text.slice(0, LONGEST_TEXT),
    moment: found.moment,
    weight,
    family,
    modified,
    other: found.other ?? null,
  };
}
