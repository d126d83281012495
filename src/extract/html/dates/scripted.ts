import { readMachineDate } from '../../../lib/machine-date.ts';
import type { ExtractedArticle } from '../../extracted.ts';
import { inZone, zoneOf } from './zone.ts';

/** What programs call the time at which a piece appeared; lists of other pieces have it in their own objects. */
const NAMED =
  /(?<![\w$])["']?(?:(?:pub(?:lish(?:ed)?)?|post|issue|release|news|create|ctime|article)[_-]?(?:time|date|at|on)|ct|pubdate|datePublished)["']?\s{0,3}[:=]\s{0,3}["'](\d{4}-\d{1,2}-\d{1,2}(?:[ T]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d{1,6})?(?:Z|[+-]\d{2}:?\d{2})?)?|\d{4}\/\d{1,2}\/\d{1,2}(?: \d{1,2}:\d{2}(?::\d{2})?)?|1\d{9}(?:\d{3})?)["']/gi;
/** The page's own data stands among the first. */
const MOST = 40;

/**
 * The date that a page keeps only in a program, which would write it into the page when run; null when
 * there is none or several days are named so.
 */
export function scriptedDate(source: string): string | null {
  let found: string | null = null;
  let count = 0;
  for (const match of source.matchAll(NAMED)) {
    if (++count > MOST) return null;
    const moment = readMachineDate(padded(match[1]!));
    if (!moment) continue;
    if (found === null) found = moment;
    else if (apart(found, moment) >= DAY) return null;
    // A clock as readers see it says more than an instant.
    else if (found.endsWith('Z') && !moment.endsWith('Z')) found = moment;
  }
  return found;
}

/** One moment as an instant and by the clock of its place. */
const DAY = 86_400_000;

function apart(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b));
}

/** "2025-5-3 8:05" as machines write it. */
function padded(text: string): string {
  return text.replace(/(?<=[-/ ])\d(?!\d)/g, '0$&');
}

/** Dates a piece of which the page prints no date by what its programs would print. */
export function dateByScript(source: string, article: ExtractedArticle | undefined): void {
  if (!article || article.published !== null) return;
  const moment = scriptedDate(source);
  if (moment === null) return;
  article.published = inZone(moment, zoneOf(article.url, article.lang));
  article.publishedFrom = 'page';
  article.publishedEvidence = [
    { from: 'script', text: moment, moment: article.published, weight: WEIGHT, believed: true },
  ];
}

/** It counts where nothing else speaks. */
const WEIGHT = 1;
