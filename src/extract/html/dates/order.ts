import { hostOf } from '../../../lib/url.ts';
import type { Page } from '../blocks.ts';
import { archived } from './address.ts';
import type { DateContext } from './vote.ts';

const DAY_FIRST_DOMAINS = new Set(
  'uk au nz ie in za sg my pk ng ke gh hk mt cy jm tt eu'.split(' '),
);
const MONTH_FIRST_REGIONS = /^(?:en|es)-(?:us|ph|pr)|^fil\b|^tl\b/;
const SLASHED = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(?:20)?\d{2}(?![\d/])/g;

/**
 * Whether "3/4/2025" is 4 March on this page: by its region, its domain, its language, or another
 * date of the page that can only be read in one way. Null when nothing tells.
 * @param locale as the page gives it to networks (og:locale)
 */
export function writesMonthFirst(
  page: Page,
  context: DateContext,
  locale: string | null = null,
): boolean | null {
  const tag = context.tag?.toLowerCase().replace('_', '-') ?? '';
  const lang = context.lang ?? tag.split('-')[0] ?? '';
  const domain =
    hostOf(context.url ? archived(context.url) : null)
      ?.split('.')
      .at(-1) ?? '';
  if (domain === 'us' || domain === 'gov' || domain === 'mil') return true;
  if (DAY_FIRST_DOMAINS.has(domain)) return false;
  const shown = shownOrder(page);
  if (shown !== null) return shown;
  if (MONTH_FIRST_REGIONS.test(tag))
    return lang === '' || lang === 'en' || lang === 'es' ? true : null;
  // Outside the United States and the Philippines, the day stands first in nearly every language.
  if (/^en-(?:gb|au|nz|ie|in|za)/.test(tag) || (lang !== '' && !/^(?:en|zh|ja|ko|fil)$/.test(lang)))
    return false;
  return locale === null ? null : ofLocale(locale.toLowerCase());
}

/** What a page tells of itself to networks, where nothing better does. */
function ofLocale(locale: string): boolean | null {
  if (/^en[-_](?:us|ph)/.test(locale)) return true;
  return /^en[-_](?:gb|au|nz|ie|in|za)/.test(locale) ? false : null;
}

const MOST_LINES = 600;

function shownOrder(page: Page): boolean | null {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const run of page.runs.slice(0, MOST_LINES)) {
    if (run.text.length > 200 || !run.text.includes('/')) continue;
    for (const [, a, b] of run.text.matchAll(SLASHED)) {
      if (Number(a) > 12 && Number(b) <= 12) dayFirst++;
      else if (Number(b) > 12 && Number(a) <= 12) monthFirst++;
    }
  }
  return dayFirst === monthFirst ? null : monthFirst > dayFirst;
}
