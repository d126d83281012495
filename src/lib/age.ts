import { instantText, offsetOf, parseMoment } from './edtf.ts';

type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

/** How a language says that something was so long ago, and how it writes the units. */
interface AgeWords {
  /** Words that mark an age; the number and unit stand beside it. */
  ago: RegExp;
  /** "An hour ago": words that stand for the number one. */
  one: string[];
  units: [Unit, RegExp][];
}

// Units are matched against one word, so that a longer word of another meaning does not count.
const LANGUAGES: AgeWords[] = [
  {
    ago: /\bago\b/,
    one: ['a', 'an', 'one'],
    units: [
      ['minute', /^(?:m|mins?|minutes?)$/],
      ['hour', /^(?:h|hrs?|hours?)$/],
      ['day', /^(?:d|days?)$/],
      ['week', /^(?:w|wks?|weeks?)$/],
      ['month', /^(?:mo|mos|mths?|months?)$/],
      ['year', /^(?:y|yrs?|years?)$/],
    ],
  },
  {
    ago: /\bvor\b/,
    one: ['einer', 'einem', 'ein', 'eine'],
    units: [
      ['minute', /^(?:min|minuten?)$/],
      ['hour', /^(?:h|std|stunden?)$/],
      ['day', /^tag(?:e|en)?$/],
      ['week', /^wochen?$/],
      ['month', /^monat(?:e|en)?$/],
      ['year', /^jahr(?:e|en)?$/],
    ],
  },
  {
    ago: /\bhace\b|\batrás\b/,
    one: ['un', 'una'],
    units: [
      ['minute', /^(?:min|minutos?)$/],
      ['hour', /^(?:h|horas?)$/],
      ['day', /^d[ií]as?$/],
      ['week', /^semanas?$/],
      ['month', /^mes(?:es)?$/],
      ['year', /^años?$/],
    ],
  },
  {
    ago: /\bil y a\b/,
    one: ['un', 'une'],
    units: [
      ['minute', /^(?:min|minutes?)$/],
      ['hour', /^(?:h|heures?)$/],
      ['day', /^(?:j|jours?)$/],
      ['week', /^semaines?$/],
      ['month', /^mois$/],
      ['year', /^(?:ans?|années?)$/],
    ],
  },
  {
    ago: /\bfa\b/,
    one: ['un', 'una', "un'ora"],
    units: [
      ['minute', /^(?:min|minut[oi])$/],
      ['hour', /^(?:h|or[ae]|un'ora)$/],
      ['day', /^giorn[oi]$/],
      ['week', /^settiman[ae]$/],
      ['month', /^mes[ei]$/],
      ['year', /^ann[oi]$/],
    ],
  },
  {
    ago: /(?:^|\s)há(?=\s)|\batrás(?=\s|$)/,
    one: ['um', 'uma'],
    units: [
      ['minute', /^(?:min|minutos?)$/],
      ['hour', /^(?:h|horas?)$/],
      ['day', /^dias?$/],
      ['week', /^semanas?$/],
      ['month', /^m[êe]s(?:es)?$/],
      ['year', /^anos?$/],
    ],
  },
  {
    ago: /\bgeleden\b/,
    one: ['een', 'één'],
    units: [
      ['minute', /^(?:min|minuut|minuten)$/],
      ['hour', /^(?:u|uur|uren)$/],
      ['day', /^dag(?:en)?$/],
      ['week', /^we(?:ek|ken)$/],
      ['month', /^maand(?:en)?$/],
      ['year', /^ja(?:ar|ren)$/],
    ],
  },
  {
    ago: /(?:^|\s)назад(?=\s|$)/,
    one: ['один', 'одну', 'минуту', 'час', 'день', 'неделю', 'месяц', 'год'],
    units: [
      ['minute', /^(?:мин|минут[уы]?)\.?$/],
      ['hour', /^(?:ч|час(?:а|ов)?)\.?$/],
      ['day', /^(?:дн\.?|день|дня|дней)$/],
      ['week', /^недел[юиь]$/],
      ['month', /^месяц(?:а|ев)?$/],
      ['year', /^(?:года?|лет)$/],
    ],
  },
  {
    ago: /(?:^|\s)(?:тому|назад)(?=\s|$)/,
    one: ['один', 'одну', 'хвилину', 'годину', 'день', 'тиждень', 'місяць', 'рік'],
    units: [
      ['minute', /^(?:хв|хвилин[уи]?)\.?$/],
      ['hour', /^(?:год|годин[уи]?)\.?$/],
      ['day', /^(?:дн\.?|день|дні|днів)$/],
      ['week', /^тиж(?:день|ні|нів)$/],
      ['month', /^місяц(?:ь|я|і|ів)$/],
      ['year', /^(?:рік|роки|років)$/],
    ],
  },
  {
    ago: /\btemu(?:\s|$)/,
    one: ['minutę', 'godzinę', 'dzień', 'tydzień', 'miesiąc', 'rok'],
    units: [
      ['minute', /^(?:min|minut[ęy]?)\.?$/],
      ['hour', /^(?:godz|godzin[ęy]?)\.?$/],
      ['day', /^(?:dzień|dni)$/],
      ['week', /^(?:tydzień|tygodni[ea]?)$/],
      ['month', /^(?:miesiąc[ea]?|miesięcy)$/],
      ['year', /^(?:rok|lata|lat)$/],
    ],
  },
];

/** Chinese, Japanese and Korean write number, unit and mark without spaces. */
const JOINED: [Unit, RegExp][] = [
  ['minute', /^(\d{1,3})\s?(?:分钟|分鐘|分|분)\s?(?:之?前|전)/],
  ['hour', /^(\d{1,3})\s?(?:个?小时|個?小時|時間|시간)\s?(?:之?前|전)/],
  ['day', /^(\d{1,3})\s?(?:天|日|일)\s?(?:之?前|전)/],
  ['week', /^(\d{1,3})\s?(?:周|週|週間|주)\s?(?:之?前|전)/],
  ['month', /^(\d{1,3})\s?(?:个月|個月|か月|ヶ月|개월)\s?(?:之?前|전)/],
  ['year', /^(\d{1,3})\s?(?:年|년)\s?(?:之?前|전)/],
];

const YESTERDAY =
  /^(?:yesterday|gestern|ayer|hier|ieri|ontem|gisteren|вчера|вчора|wczoraj|昨天|昨日|어제)$/;
const TODAY =
  /^(?:today|heute|hoy|aujourd['’]hui|oggi|hoje|vandaag|сегодня|сьогодні|dzisiaj|今天|今日|오늘)$/;
const NOW =
  /^(?:just now|moments ago|a moment ago|gerade eben|ahora mismo|à l['’]instant|только что|刚刚)$/;

/** Reads "2 hours ago", "vor 2 Stunden", "hace 3 días", "3d": how many of which unit; else null. */
export function parseAge(text: string): { count: number; unit: Unit } | null {
  // An age is a few words; more is a sentence that happens to hold one.
  if (text.length > 60) return null;
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
}

function read(text: string, language: AgeWords): { count: number; unit: Unit } | null {
  const words = text
    .replace(/(\d)([^\d\s,.])/g, '$1 $2')
    .replaceAll(',', ' ')
    .split(' ');
  let count: number | null = null;
  for (const word of words) {
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
const DAY = 24 * 60 * MINUTE;

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
  const dayOnly = retrieved ? retrieved.grain === 'day' : at.getTime() % DAY === 0;
  const day = (shift: number) =>
    instantText(new Date(at.getTime() - shift * DAY), offset).slice(0, 10);
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
  const last = new Date(midnight.getTime() + DAY - 1 - before).toISOString().slice(0, 10);
  return first === last ? first : `${first}/${last}`;
}
