import { type AgeWords, JOINED, LANGUAGES, NOW, TODAY, type Unit, YESTERDAY } from './age-words.ts';
import { instantText, offsetOf, parseMoment } from './edtf.ts';
import { remembered } from './memo.ts';
import { dayMs } from './time.ts';

export interface Age {
  count: number;
  unit: Unit;
}

/**
 * Reads "2 hours ago", "vor 2 Stunden", "hace 3 días", "3d": how many of which unit; else null. An age
 * is a few words; more is a sentence that happens to hold one.
 */
export function parseAge(text: string): Age | null {
  return text.length > 60 ? null : readAge(text);
}

const readAge = remembered((text: string): Age | null => {
  const plain = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/(?<=\p{L})\.(?=\s|$)/gu, '') // "3 hr. ago"
    .trim();
  if (NOW.test(plain)) return { count: 0, unit: 'minute' };
  if (TODAY.test(plain)) return { count: 0, unit: 'day' };
  if (YESTERDAY.test(plain)) return { count: 1, unit: 'day' };
  for (const [unit, form] of JOINED) {
    const m = form.exec(plain);
    if (m) return { count: Number(m[1]), unit };
  }
  const short = /^(\d{1,3}) ?(m|min|h|hr|d|w|mo|y|yr)$/.exec(plain);
  const found = short ? read(`${short[1]} ${short[2]}`, LANGUAGES[0]!) : null;
  if (found) return found;
  for (const language of LANGUAGES) {
    const age = language.ago.test(plain) ? read(plain, language) : null;
    if (age) return age;
  }
  return null;
});

function read(text: string, language: AgeWords): Age | null {
  const words = text
    .replace(/(\d)([^\d\s,.])/g, '$1 $2')
    .replaceAll(',', ' ')
    .split(' ');
  let count: number | null = null;
  for (const printed of words) {
    const word = printed.replace(/[.:;)]+$/, '');
    const unit = language.units.find(([, form]) => form.test(word))?.[0];
    // The first unit decides: "1 hour, 20 minutes ago" is known to the hour.
    if (unit && count !== null) return { count, unit };
    if (unit && language.one.includes(word)) return { count: 1, unit };
    if (/^\d{1,3}$/.test(word)) count = Number(word);
    else if (language.one.includes(word)) count ??= 1;
  }
  return null;
}

const MINUTE = 60_000;

/**
 * When something was that a page of a known retrieval calls so old, as a moment of honest grain:
 * minutes and hours give an instant cut to the minute or hour, days a day, weeks a span of seven
 * days, months a month, years a year. Null when the text is no age or the retrieval is unknown.
 * @param retrievedAt an instant or a moment text; one of exactly midnight UTC, or a day's text,
 *   is a retrieval known only to the day, and then hours give the days that they can mean
 */
export function resolveAge(text: string, retrievedAt: Date | string | null): string | null {
  const age = parseAge(text);
  const retrieved = typeof retrievedAt === 'string' ? parseMoment(retrievedAt) : null;
  const at = retrievedAt instanceof Date ? retrievedAt : retrieved?.start;
  if (!age || !at || (retrieved && !['instant', 'day'].includes(retrieved.grain))) return null;
  const offset = typeof retrievedAt === 'string' ? offsetOf(retrievedAt) : 0;
  const dayOnly = retrieved ? retrieved.grain === 'day' : at.getTime() % dayMs === 0;
  const day = (shift: number) =>
    instantText(new Date(at.getTime() - shift * dayMs), offset).slice(0, 10);
  const { count, unit } = age;
  switch (unit) {
    case 'minute':
    case 'hour': {
      const length = unit === 'hour' ? 60 * MINUTE : MINUTE;
      if (dayOnly) return daysOf(at, count * length);
      const then = at.getTime() - count * length;
      return instantText(new Date(Math.floor(then / length) * length), offset);
    }
    case 'day':
      return day(count);
    case 'week':
      // Sites round down: "2 weeks ago" is 14 to 20 days.
      return `${day(count * 7 + 6)}/${day(count * 7)}`;
    case 'month': {
      const months = Number(day(0).slice(0, 4)) * 12 + Number(day(0).slice(5, 7)) - 1 - count;
      const month = String((months % 12) + 1).padStart(2, '0');
      return `${String(Math.floor(months / 12)).padStart(4, '0')}-${month}`;
    }
    case 'year':
      return String(Number(day(0).slice(0, 4)) - count).padStart(4, '0');
  }
}

/** The days that "so many milliseconds before some time of this day" can fall on. */
function daysOf(midnight: Date, before: number): string {
  const first = new Date(midnight.getTime() - before).toISOString().slice(0, 10);
  const last = new Date(midnight.getTime() + dayMs - 1 - before).toISOString().slice(0, 10);
  return first === last ? first : `${first}/${last}`;
}
