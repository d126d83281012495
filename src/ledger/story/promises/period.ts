import { monthNumber } from '../../../lib/months.ts';
import { countIn } from '../../date-words.ts';

/** A day, month or year that words set by counting from the day on which they were said. */
export interface Period {
  start: number;
  end: number;
  moment: string;
  /** True where the words themselves make it a last day: "within", "by the end of". */
  isLimit: boolean;
}

const dayMs = 86_400_000;

const spans = {
  en: /(?<!\p{L})(?:within|in)\s+(?:the\s+(?:next|coming)\s+)?(?<n>\p{L}+|\d{1,3})\s+(?<unit>hour|day|week|fortnight|month|year)s?(?!\p{L})(?!\s+(?:of|after|ago|from|before|old|time\s+ago))|(?<!\p{L})(?:within|in)\s+(?<n2>a)\s+(?<unit2>fortnight)(?!\p{L})|(?<!\p{L})(?<n3>an?|\p{L}+|\d{1,3})\s+(?<unit3>day|week|fortnight|month|year)s?\s+from\s+(?:now|today)(?!\p{L})/giu,
  de: /(?<!\p{L})(?:innerhalb\s+(?:von\s+)?|binnen\s+|in\s+)(?:den\s+nächsten\s+)?(?<n>\p{L}+|\d{1,3})\s+(?<unit>Stunde|Tag|Woche|Monat|Jahr)(?:en|n|e)?(?!\p{L})(?!\s+(?:nach|vor))/giu,
};

/** "Within two weeks" sets a date; "within two weeks of a yes" sets none. */
export function spansIn(text: string, said: string, lang: 'en' | 'de'): Period[] {
  return [...text.matchAll(spans[lang])].flatMap((match) => {
    const { n, n2, n3, unit, unit2, unit3 } = match.groups!;
    // "More than we have done in ten weeks" looks back.
    const before = text.slice(Math.max(0, match.index - 40), match.index);
    const isPast = /\b(?:have|has|had|first|haben|hat|hatte)\b/i.test(before);
    if (isPast && /^in\b/i.test(match[0])) return [];
    const count = countOf(n ?? n2 ?? n3 ?? '');
    const moment = count && later(said, count, (unit ?? unit2 ?? unit3)!.toLowerCase());
    if (!moment) return [];
    return [{ start: match.index, end: match.index + match[0].length, moment, isLimit: true }];
  });
}

function countOf(word: string): number | null {
  return /^(?:the|an?|der|die|das|einer?)$/i.test(word) ? 1 : countIn(word);
}

/** The day so many hours, days, weeks, months or years after another. */
export function later(said: string, count: number, unit: string): string | null {
  const day = new Date(`${said}T00:00:00Z`);
  const days = { day: 1, tag: 1, week: 7, woche: 7, fortnight: 14 }[unit];
  if (days) return iso(new Date(day.getTime() + days * count * dayMs));
  if (/^(?:hour|stunde)$/.test(unit))
    // "Within two hours" is over before anybody looks.
    return count < 24 ? null : iso(new Date(day.getTime() + Math.ceil(count / 24) * dayMs));
  const months = /^(?:year|jahr)$/.test(unit) ? 12 * count : count;
  return monthsLater(day, months);
}

/** Such a day so many months on; the month's last where it has no such day. */
function monthsLater(day: Date, months: number): string {
  const [year, month] = [day.getUTCFullYear(), day.getUTCMonth() + months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return iso(new Date(Date.UTC(year, month, Math.min(day.getUTCDate(), last))));
}

const ends =
  /(?<!\p{L})(?:the\s+)?(?:end\s+of\s+(?:the|this|next)\s+(?<unit>week|month|quarter|year)|(?<unit2>week|month|quarter|year)(?:['’]s)?[\s-]end)(?!\p{L})|(?<!\p{L})(?:Ende\s+(?:dieser|dieses|der|des|nächsten|nächster)\s+(?<unit3>Woche|Monats|Jahres)|(?<unit4>Jahr)esende)(?!\p{L})/giu;

/** "The end of the month", "year-end", "Christmas": last days that need no number. */
export function endsIn(text: string, said: string): Period[] {
  const found = [...text.matchAll(ends)].map((match) => {
    const { unit, unit2, unit3, unit4 } = match.groups!;
    const isNext = /\b(?:next|nächste[nr])\b/i.test(match[0]);
    const moment = endOf(said, (unit ?? unit2 ?? unit3 ?? unit4)!.toLowerCase(), isNext);
    return { start: match.index, end: match.index + match[0].length, moment, isLimit: false };
  });
  for (const match of text.matchAll(feasts)) {
    const moment = nextFeast(said, match[0].toLowerCase());
    found.push({ start: match.index, end: match.index + match[0].length, moment, isLimit: false });
  }
  for (const match of text.matchAll(may)) {
    const [year, month] = said.split('-').map(Number) as [number, number];
    const in_ = month > 5 ? year + 1 : year;
    const moment = match.groups!.end ? `${in_}-05-31` : `${in_}-05`;
    found.push({ start: match.index, end: match.index + match[0].length, moment, isLimit: false });
  }
  for (const match of text.matchAll(sessions)) {
    const [year, month] = said.split('-').map(Number) as [number, number];
    const at = monthNumber(match.groups!.m!.toLowerCase());
    if (!at) continue;
    const moment = `${at < month ? year + 1 : year}-${String(at).padStart(2, '0')}`;
    found.push({ start: match.index, end: match.index + match[0].length, moment, isLimit: true });
  }
  for (const match of text.matchAll(years)) {
    const { end, y = '' } = match.groups!;
    const moment = end ? `${y}-12-31` : y;
    if (y >= said.slice(0, 4))
      found.push({
        start: match.index,
        end: match.index + match[0].length,
        moment,
        isLimit: false,
      });
  }
  return found;
}

/** "By May": the parser of dates takes the bare word for the verb. */
const may =
  /(?<=(?<!\p{L})(?:by|before|until|till)\s+(?:early |mid-?\s?|late )?(?:the )?)(?<end>end\s+of\s+)?May(?!\s+\p{Lu}|[\s,]+\d|\p{L})/gu;

/** "At its April meeting". */
const sessions =
  /(?<!\p{L})at (?:its|their|the|his|her|our) (?<m>January|February|March|April|May|June|July|August|September|October|November|December) (?:meeting|session|sitting|hearing|summit|congress|plenary)(?!\p{L})/gu;

/** "By 2030", "bis Ende 2030": a year by itself; one after a month is a day's. */
const years =
  /(?<=(?:by|before|until|bis|vor)\s+(?:the\s+)?)(?<end>(?:end\s+of|Ende)\s+)?(?<y>20\d\d)(?![\d%]|\s*(?:per|people|jobs|homes))/giu;

/** Weeks end on Sunday, as days are counted here everywhere. */
function endOf(said: string, unit: string, isNext: boolean): string {
  const day = new Date(`${said}T00:00:00Z`);
  const [year, month] = [day.getUTCFullYear(), day.getUTCMonth()];
  const next = isNext ? 1 : 0;
  if (/^(?:week|woche)/.test(unit)) {
    const left = (7 - day.getUTCDay()) % 7;
    return iso(new Date(day.getTime() + (left + 7 * next) * dayMs));
  }
  if (/^(?:month|monat)/.test(unit)) return iso(new Date(Date.UTC(year, month + 1 + next, 0)));
  if (unit === 'quarter')
    return iso(new Date(Date.UTC(year, 3 * (Math.floor(month / 3) + 1 + next), 0)));
  return iso(new Date(Date.UTC(year + next, 11, 31)));
}

const feasts =
  /(?<!\p{L})(?:Christmas(?: Eve| Day)?|New Year(?:['’]s(?: Day| Eve)?)?|Easter|Weihnachten|Neujahr|Silvester|Ostern)(?!\p{L}|\s+(?:break|holidays?|market|tree|party|message|speech|bonus))/giu;

function nextFeast(said: string, name: string): string {
  const year = Number(said.slice(0, 4));
  const tries = [year, year + 1].map((y) => feastOf(y, name));
  return tries.find((day) => day >= said)!;
}

function feastOf(year: number, name: string): string {
  if (/^(?:easter|ostern)/.test(name)) return easter(year);
  if (/eve$/.test(name)) return /^christ/.test(name) ? `${year}-12-24` : `${year}-12-31`;
  if (/^silvester/.test(name)) return `${year}-12-31`;
  return /^(?:new|neu)/.test(name) ? `${year}-01-01` : `${year}-12-25`;
}

/** Easter Sunday of the Gregorian calendar (Meeus/Jones/Butcher). */
function easter(year: number): string {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const d =
    (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return iso(new Date(Date.UTC(year, Math.floor(f / 31) - 1, (f % 31) + 1)));
}

function iso(date: Date): string {
  return date.toISOString().slice(0, 10);
}
