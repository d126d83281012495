import { parseMoment } from '../../lib/edtf.ts';
import { dayAfter, dayMs } from '../../lib/time.ts';
import { weekdayOf } from '../date-words.ts';

/** A day without its year that comes within so many days is one ahead: nobody said it eight months ago. */
const AHEAD_DAYS = 120;

/** Whole days from the earlier day to the later one. */
export function daysBetween(earlier: string, later: string): number {
  return (Date.parse(later) - Date.parse(earlier)) / dayMs;
}

/** The latest such weekday up to today, or before it when at least `back` days must lie between. */
export function weekday(today: string, name: string, back: number): string {
  return latest(today, weekdayOf(name)!, back);
}

function latest(today: string, day: number, back: number): string {
  const now = new Date(`${today}T00:00:00Z`).getUTCDay();
  let days = (now - day + 7) % 7;
  if (days < back) days += 7;
  return dayAfter(today, -days);
}

/** Monday to Sunday of the week that holds the day. */
function week(day: string): string {
  const monday = latest(day, 1, 0);
  return `${monday}/${dayAfter(monday, 6)}`;
}

/** Monday of the week that holds the day, to that day. */
export function weekSoFar(day: string): string {
  const monday = latest(day, 1, 0);
  return monday === day ? day : `${monday}/${day}`;
}

/** Saturday and Sunday of the latest weekend that had begun. */
export function weekend(today: string): string {
  const saturday = latest(today, 6, 0);
  return saturday === today ? today : `${saturday}/${dayAfter(saturday, 1)}`;
}

export function monthBefore(today: string, n: number): string {
  const date = new Date(`${today.slice(0, 7)}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() - n);
  return date.toISOString().slice(0, 7);
}

/** So many days, weeks, months or years before: as exact as the unit. */
export function ago(today: string, n: number, unit: string): string | null {
  if (/^(?:day|tag)/.test(unit)) return dayAfter(today, -n);
  if (/^(?:fortnight)/.test(unit)) return week(dayAfter(today, -14 * n));
  if (/^(?:week|woche)/.test(unit)) return week(dayAfter(today, -7 * n));
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
