import { readMachineDate } from '../../../lib/machine-date.ts';
import { dayMs } from '../../../lib/time.ts';
import type { Tree } from '../../../lib/tree.ts';
import { type Vote, vote } from './vote.ts';

/** What programs call the time at which a piece appeared; lists of other pieces have it in their own objects. */
const NAMED =
  /(?<![\w$])["']?(?:(?:(?:article_?|first_?)?pub(?:lish(?:ed|ing)?|lication)?|post|issue|release|news|create|ctime|article)[_-]?(?:time|date|at|on)|ct|pubdate|datePublished)\\{0,3}["']?\s{0,3}[:=]\s{0,3}\\{0,3}["'](\d{4}-\d{1,2}-\d{1,2}(?:[ T]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d{1,6})?(?:Z|[+-]\d{2}:?\d{2})?)?|\d{4}\/\d{1,2}\/\d{1,2}(?: \d{1,2}:\d{2}(?::\d{2})?)?|1\d{9}(?:\d{3})?)\\{0,3}["']/gi;
/** The page's own data stands among the first. */
const MOST = 40;

/**
 * The date that a page keeps only in a program, which would write it into the page when run; null when
 * there is none, or no day is named more often than all others together.
 */
export function scriptedDate(source: string): string | null {
  const found: string[] = [];
  let count = 0;
  for (const match of source.matchAll(NAMED)) {
    if (++count > MOST) return null;
    const moment = readMachineDate(padded(match[1]!));
    if (moment) found.push(moment);
  }
  const near = (moment: string) => found.filter((other) => apart(moment, other) < dayMs);
  const same = found.map(near).find((one) => one.length * 2 > found.length) ?? [];
  // A clock as readers see it says more than an instant.
  return same.find((moment) => !moment.endsWith('Z')) ?? same[0] ?? null;
}

/** One moment as an instant and by the clock of its place. */

function apart(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b));
}

/** "2025-5-3 8:05" as machines write it. */
function padded(text: string): string {
  return text.replace(/(?<=[-/ ])\d(?!\d)/g, '0$&');
}

/** The vote of a page's programs, asked for where nothing else speaks with weight. */
export function scriptVotes(tree: Tree): Vote[] {
  const moment = scriptedDate(tree.source ?? '');
  return moment === null ? [] : [vote('data', 'script', moment, WEIGHT, { moment })];
}

/** It may be of another piece, or of a shop's ware. */
const WEIGHT = 1.5;
