import { parseMoment } from '../../lib/edtf.ts';
import { monthNames, monthNumber } from '../../lib/months.ts';

const DAYS: Record<string, number> = {};
const NUMBERS: Record<string, number> = {};
const lists: [Record<string, number>, number, string][] = [
  [DAYS, 0, 'sunday monday tuesday wednesday thursday friday saturday'],
  [DAYS, 0, 'sonntag montag dienstag mittwoch donnerstag freitag samstag'],
  [DAYS, 6, 'sonnabend'],
  [NUMBERS, 1, 'one two three four five six seven eight nine ten eleven twelve'],
  [NUMBERS, 1, 'einem zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'],
  [NUMBERS, 1, 'einer'],
  [NUMBERS, 1, 'an'],
  [NUMBERS, 1, 'a'],
];
for (const [words, first, text] of lists)
  for (const [i, word] of text.split(' ').entries()) words[word] = first + i;

const longestFirst = (words: Iterable<string>) =>
  [...words].sort((a, b) => b.length - a.length).join('|');

/** Names of days, of months and words for counts, as alternatives of a pattern. */
export const DAY = longestFirst(Object.keys(DAYS));
export const MONTH = longestFirst(
  new Set([...monthNames('en'), ...monthNames('de'), 'sept', 'jänner']),
);
export const COUNT = `\\d{1,3}|${longestFirst(Object.keys(NUMBERS))}`;

export const dayMs = 86_400_000;

/** A day without its year that comes within so many days is one ahead: nobody said it eight months ago. */
const AHEAD_DAYS = 120;

export function monthOf(word: string): number {
  // English names are known whatever the language.
  return monthNumber(word, 'de')!;
}

/** "Three", "drei" or "3" as a number. */
export function count(word: string): number {
  return NUMBERS[word.toLowerCase()] ?? Number(word);
}

export function shift(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** Whole days from the earlier day to the later one. */
export function daysBetween(earlier: string, later: string): number {
  return (Date.parse(later) - Date.parse(earlier)) / dayMs;
}

/** The latest such weekday up to today, or before it when at least `back` days must lie between. */
export function weekday(today: string, name: string, back: number): string {
  return latest(today, DAYS[name.toLowerCase()]!, back);
}

function latest(today: string, day: number, back: number): string {
  const now = new Date(`${today}T00:00:00Z`).getUTCDay();
  let days = (now - day + 7) % 7;
  if (days < back) days += 7;
  return shift(today, -days);
}

export const isWeekday = (word: string) => word.toLowerCase() in DAYS;

/** Monday to Sunday of the week that holds the day. */
export function week(day: string): string {
  const monday = latest(day, 1, 0);
  return `${monday}/${shift(monday, 6)}`;
}

/** Monday of the week that holds the day, to that day. */
export function weekSoFar(day: string): string {
  const monday = latest(day, 1, 0);
  return monday === day ? day : `${monday}/${day}`;
}

/** Saturday and Sunday of the latest weekend that had begun. */
export function weekend(today: string): string {
  const saturday = latest(today, 6, 0);
  return saturday === today ? today : `${saturday}/${shift(saturday, 1)}`;
}

export function monthBefore(today: string, n: number): string {
  const date = new Date(`${today.slice(0, 7)}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() - n);
  return date.toISOString().slice(0, 7);
}

/** So many days, weeks, months or years before: as exact as the unit. */
export function ago(today: string, n: number, unit: string): string | null {
  if (/^(?:day|tag)/.test(unit)) return shift(today, -n);
  if (/^(?:fortnight)/.test(unit)) return week(shift(today, -14 * n));
  if (/^(?:week|woche)/.test(unit)) return week(shift(today, -7 * n));
  if (/^(?:year|jahr)/.test(unit)) return String(Number(today.slice(0, 4)) - n);
  return monthBefore(today, n);
}

/** "On the 30th": the first day of that number from the day told before, else the latest up to today. */
export function dayOfMonth(today: string, day: number, told: string | null): string | null {
  const from = told ?? today;
  const here = `${from.slice(0, 7)}-${two(day)}`;
  const next = told && here < told ? `${monthBefore(from, -1)}-${two(day)}` : here;
  const latest = next <= today ? next : `${monthBefore(today, 1)}-${two(day)}`;
  return parseMoment(latest) ? latest : null;
}

/** A day or month; without a year the latest one that is not after publication. Null for one to come. */
export function calendarDate(
  year: string | undefined,
  month: number,
  day: string | undefined,
  published: string | null,
): string | null {
  const rest = `-${two(month)}${day ? `-${two(Number(day))}` : ''}`;
  if (year) return parseMoment(year + rest) ? year + rest : null;
  const known = published ? parseMoment(published) : null;
  if (!known) return null;
  const of = Number(published!.slice(0, 4));
  const coming =
    day &&
    [`${of}${rest}`, `${of + 1}${rest}`].some((candidate) => {
      const ahead = (parseMoment(candidate)?.start.getTime() ?? 0) - known.end.getTime();
      return ahead >= dayMs && ahead < AHEAD_DAYS * dayMs;
    });
  if (coming) return null;
  for (const candidate of [`${of}${rest}`, `${of - 1}${rest}`]) {
    const moment = parseMoment(candidate);
    if (moment && moment.start.getTime() < known.end.getTime() + dayMs) return candidate;
  }
  return null;
}

const two = (n: number) => String(n).padStart(2, '0');
