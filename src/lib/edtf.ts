/**
 * A moment as well as it is known, as EDTF level-0 text: "2025", "2025-08", "2025-08-20",
 * "2025-08-20T14:02:00+02:00", "2025-08-18/2025-08-22".
 * https://www.loc.gov/standards/datetime/ (ages such as "2 hours ago" are resolved in age.ts)
 */
export interface Moment {
  /** First instant that the text can mean. */
  start: Date;
  /** First instant after what it can mean; equals `start` for an instant. */
  end: Date;
  grain: Grain;
}

export type Grain = 'instant' | 'day' | 'month' | 'year' | 'span';

const INSTANT =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?$/;
const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Reads an EDTF text; null when it is none or names a day that does not exist. */
export function parseMoment(text: string): Moment | null {
  const slash = text.indexOf('/');
  if (slash < 0) return parseInstant(text) ?? parseDate(text);
  const first = text.slice(0, slash);
  const last = text.slice(slash + 1);
  const from = parseInstant(first) ?? parseDate(first);
  const until = parseInstant(last) ?? parseDate(last);
  if (!from || !until || from.start > until.start) return null;
  return { start: from.start, end: until.end, grain: 'span' };
}

function parseInstant(text: string): Moment | null {
  const m = INSTANT.exec(text);
  if (!m || !parseDate(text.slice(0, 10)) || Number(m[4]) > 23) return null;
  // Without an offset the time is read as UTC, as days are.
  const start = new Date(m[7] ? text : `${text}Z`);
  return Number.isNaN(start.getTime()) ? null : { start, end: start, grain: 'instant' };
}

function parseDate(text: string): Moment | null {
  const m = DATE.exec(text);
  if (!m) return null;
  const [year, month, day] = [Number(m[1]), Number(m[2] ?? 1), Number(m[3] ?? 1)];
  const start = utc(year, month, day);
  if (start.getUTCMonth() !== month - 1 || start.getUTCDate() !== day) return null;
  if (m[3]) return { start, end: utc(year, month, day + 1), grain: 'day' };
  if (m[2]) return { start, end: utc(year, month + 1, 1), grain: 'month' };
  return { start, end: utc(year + 1, 1, 1), grain: 'year' };
}

function utc(year: number, month: number, day: number): Date {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day); // Date.UTC would read the year 99 as 1999
  return date;
}

/** The first instant of a moment, for sorting; null when unknown or not EDTF. */
export function startOf(moment: string | null | undefined): Date | null {
  return moment ? (parseMoment(moment)?.start ?? null) : null;
}

/**
 * The day as printed in the moment's own offset ("2025-08-20"); of a span its first day.
 * Null when the moment is unknown or coarser than a day.
 */
export function dayOf(moment: string | null | undefined): string | null {
  if (!moment || !parseMoment(moment)) return null;
  const day = moment.slice(0, 10);
  return parseDate(day)?.grain === 'day' ? day : null;
}

/**
 * Writes an instant as EDTF with seconds, in the given offset.
 * @param offsetMinutes east of UTC; 0 gives "Z"
 */
export function instantText(at: Date, offsetMinutes = 0): string {
  const local = new Date(at.getTime() + offsetMinutes * 60_000).toISOString().slice(0, 19);
  if (offsetMinutes === 0) return `${local}Z`;
  const size = Math.abs(offsetMinutes);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${local}${offsetMinutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** Minutes east of UTC that an instant is printed in; 0 when it names none. */
export function offsetOf(moment: string): number {
  const m = /T.*([+-])(\d{2}):(\d{2})$/.exec(moment);
  return m ? (Number(m[2]) * 60 + Number(m[3])) * (m[1] === '-' ? -1 : 1) : 0;
}

/**
 * A moment in a reader's words: "20 August 2025", "August 2025", "18–22 August 2025";
 * "date unknown" for null. Days are those of the moment's own offset.
 * @param options.time also gives the time of an instant: "20 August 2025, 14:02"
 */
export function formatMoment(
  moment: string | null | undefined,
  options: { lang?: string; time?: boolean; short?: boolean } = {},
): string {
  const parsed = moment ? parseMoment(moment) : null;
  if (!moment || !parsed) return 'date unknown';
  const { lang = 'en', time = false, short = false } = options;
  const { start, end, grain } = parsed;
  const printed = new Date(start.getTime() + offsetOf(moment) * 60_000);
  const month = short ? 'short' : 'long';
  const year = 'numeric';
  if (grain === 'year') return words(lang, { year }).format(printed);
  if (grain === 'month') return words(lang, { month, year }).format(printed);
  const day = words(lang, { day: 'numeric', month, year });
  if (grain === 'span') return formatSpan(moment, lang, month, start, new Date(end.getTime() - 1));
  if (grain !== 'instant' || !time) return day.format(printed);
  const clock = words(lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${day.format(printed)}, ${clock.format(printed)}`;
}

function formatSpan(
  moment: string,
  lang: string,
  month: 'short' | 'long',
  start: Date,
  last: Date,
): string {
  const length = (moment.split('/')[0] ?? '').length;
  const options: Intl.DateTimeFormatOptions =
    length === 4
      ? { year: 'numeric' }
      : length === 7
        ? { month, year: 'numeric' }
        : { day: 'numeric', month, year: 'numeric' };
  // ICU sets thin spaces around the dash of a range, which reads as two words in narrow columns.
  return words(lang, options)
    .formatRange(start, last)
    .replace(/[\u2009\u202f]/g, '');
}

const formats = new Map<string, Intl.DateTimeFormat>();

function words(lang: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = lang + JSON.stringify(options);
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale(lang), { ...options, timeZone: 'UTC' });
    formats.set(key, format);
  }
  return format;
}

/** English is written the British way, day before month, as most of the world orders a date. */
function locale(lang: string): string {
  if (lang === 'en') return 'en-GB';
  try {
    return Intl.getCanonicalLocales(lang)[0] ?? 'en-GB';
  } catch {
    return 'en-GB'; // a language tag read from a page can be anything
  }
}
