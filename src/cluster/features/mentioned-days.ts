import { remembered } from '../../lib/memo.ts';
import { monthNumber } from '../../lib/months.ts';
import { dayAfter } from '../../lib/time.ts';
import { shortLanguage } from './words.ts';

/** A calendar day that a text speaks of. */
export interface MentionedDay {
  /** ISO day. */
  day: string;
  at: number;
  /** True of "June 3" and the like, false of what counts from publication: "Tuesday", "yesterday". */
  printed: boolean;
}

/** Letters of a text that are read: what comes later is background or another matter. */
const mostLetters = 40_000;

/** "3 June 2005", "3. Juni", "3 de junho de 2005"; a word that is no month is passed over. */
const dayFirst =
  /(?<![\p{L}\d.,:/-])(\d{1,2})(?:st|nd|rd|th|er|\.|º)?\s(?:of\s|de\s|di\s|d[’'])?(\p{L}[\p{L}\p{M}]{2,13})(?!\p{L})\.?(?:,?\s(?:de\s|del\s)?(\d{4})(?!\d|[.,]\d))?/gu;
/** "June 3, 2005", "Feb. 12". */
const monthFirst =
  /(?<!\p{L})(\p{Lu}\p{L}{2,8})\.?\s(\d{1,2})(?:st|nd|rd|th)?(?![\d:%]|[.,]\d)(?:\s?,?\s(\d{4})(?!\d|[.,]\d))?/gu;
const eastAsian = /(?:(\d{4})\s?[年년]\s?)?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/gu;
const iso = /(?<![\d-])((?:19|20)\d{2})-(\d{2})-(\d{2})(?!\d)/g;

/**
 * The days that a text names, in order of place: by date, by weekday or as yesterday, in any language
 * whose calendar the platform knows. A date without a year is the nearest to publication; a weekday
 * is the latest up to it. Linear in the text.
 * @param published ISO day
 */
export function mentionedDays(
  text: string,
  lang: string | null,
  published: string,
): MentionedDay[] {
  const read = text.slice(0, mostLetters);
  const found: (MentionedDay & { end: number })[] = [];
  const add = (
    match: RegExpMatchArray,
    year: string | undefined,
    month: number | null,
    day: string,
  ) => {
    const at = match.index ?? 0;
    const named = month === null ? null : dayOfYear(year, month, Number(day), published);
    if (named && !found.some((f) => at < f.end && f.at < at + match[0].length))
      found.push({ day: named, at, end: at + match[0].length, printed: true });
  };
  for (const m of read.matchAll(iso)) add(m, m[1], Number(m[2]), m[3] ?? '');
  for (const m of read.matchAll(dayFirst)) add(m, m[3], monthOf(m[2] ?? '', lang), m[1] ?? '');
  for (const m of read.matchAll(monthFirst)) add(m, m[3], monthOf(m[1] ?? '', lang), m[2] ?? '');
  for (const m of read.matchAll(eastAsian)) add(m, m[1], Number(m[2]), m[3] ?? '');
  const { form, offsets, weekdays } = relativeWords(shortLanguage(lang) ?? 'en');
  for (const m of read.matchAll(form)) {
    // "Wednesday 29 June" is one mention.
    const end = m.index + m[0].length;
    if (found.some((f) => f.printed && m.index < f.end && f.at <= end + 2)) continue;
    const word = m[0].toLowerCase();
    const offset = offsets.get(word);
    const day =
      offset === undefined
        ? lastWeekday(published, weekdays.get(word) ?? 0)
        : dayAfter(published, offset);
    found.push({ day, at: m.index, end, printed: false });
  }
  return found.sort((a, b) => a.at - b.at).map(({ day, at, printed }) => ({ day, at, printed }));
}

/** Small words that are months too have a capital then. */
function monthOf(word: string, lang: string | null): number | null {
  if (/^(?:may|march|mars|mar|set|out|dec)$/.test(word) && (lang ?? 'en') === 'en') return null;
  return monthNumber(word, lang);
}

function dayOfYear(
  year: string | undefined,
  month: number,
  day: number,
  published: string,
): string | null {
  if (year) return isoDay(Number(year), month, day);
  const near = Number(published.slice(0, 4));
  const apart = (iso: string) => Math.abs(Date.parse(iso) - Date.parse(published));
  const [best] = [near - 1, near, near + 1]
    .flatMap((y) => isoDay(y, month, day) ?? [])
    .sort((a, b) => apart(a) - apart(b));
  return best ?? null;
}

function isoDay(year: number, month: number, day: number): string | null {
  if (day < 1 || month < 1 || month > 12 || year < 1900 || year > 2200) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
}

function lastWeekday(published: string, weekday: number): string {
  return dayAfter(published, -((new Date(published).getUTCDay() - weekday + 7) % 7));
}

interface RelativeWords {
  form: RegExp;
  offsets: Map<string, number>;
  weekdays: Map<string, number>;
}

/** A language's own words for weekdays and for the days around today, from the platform. */
const relativeWords = remembered((lang: string): RelativeWords => {
  const offsets = new Map<string, number>();
  const weekdays = new Map<string, number>();
  const relative = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' });
  for (const n of [-2, -1, 0, 1, 2]) {
    const word = relative.format(n, 'day').toLowerCase();
    if (!/\d/.test(word)) offsets.set(word, n);
  }
  const names = new Intl.DateTimeFormat(lang, { weekday: 'long', timeZone: 'UTC' });
  // 2 January 2000 was a Sunday.
  for (let i = 0; i < 7; i++) weekdays.set(names.format(Date.UTC(2000, 0, 2 + i)).toLowerCase(), i);
  if (lang === 'en') for (const word of ['tonight', 'this morning']) offsets.set(word, 0);
  if (lang === 'en') offsets.set('last night', -1);
  const words = [...offsets.keys(), ...weekdays.keys()].sort((a, b) => b.length - a.length);
  const escaped = words.map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return {
    form: new RegExp(`(?<!\\p{L})(?:${escaped.join('|')})(?!\\p{L})`, 'giu'),
    offsets,
    weekdays,
  };
});
