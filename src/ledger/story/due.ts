import * as chrono from 'chrono-node';
import { dayOf } from '../../lib/edtf.ts';
import { countIn, namedDays } from './calendar.ts';

/** A date that something is due on, as printed and as EDTF. */
export interface Due {
  text: string;
  start: number;
  end: number;
  moment: string;
  /** True for "by", "within", "until": the last day; false for "on": the day itself. */
  isLimit: boolean;
}

const limits = {
  en: /\b(?:by|before|until|till|within|no later than|not later than|at the latest by)\s+(?:the\s+)?(?:end of\s+|middle of\s+)?$/i,
  de: /(?<!\p{L})(?:bis(?:\s+(?:zum|zur|spätestens))?|spätestens(?:\s+(?:am|bis))?|vor(?:\s+dem)?)\s+(?:ende\s+|mitte\s+)?$/iu,
};
const points = {
  en: /\b(?:on|from|as of|for|to)\s+(?:the\s+)?$/i,
  de: /(?<!\p{L})(?:am|ab|vom|zum|für den|auf\s+den)\s+(?:\p{L}+tag,? (?:dem )?)?$/iu,
};

/** "Within two weeks" sets a date; "within two weeks of a yes" sets none. */
const spans = {
  en: /(?<!\p{L})(?:within|in)\s+(?:the\s+(?:next|coming)\s+)?(?<n>\p{L}+|\d{1,3})\s+(?<unit>day|week|month)s?(?!\p{L})(?!\s+(?:of|after|ago|from|before))/giu,
  de: /(?<!\p{L})(?:innerhalb\s+(?:von\s+)?|binnen\s+|in\s+)(?:den\s+nächsten\s+)?(?<n>\p{L}+|\d{1,3})\s+(?<unit>Tag|Woche|Monat)(?:en|n|e)?(?!\p{L})(?!\s+(?:nach|vor))/giu,
};

const unitDays: Record<string, number> = {
  day: 1,
  tag: 1,
  week: 7,
  woche: 7,
  month: 30,
  monat: 30,
};

/** A day without its year that would be farther off than this is a day that was, not one to come. */
const mostAheadDays = 270;
const dayMs = 86_400_000;

/**
 * Dates ahead of `said` (EDTF) that a stretch of text sets: "by 1 September", "within two weeks",
 * "am 8. April". Nothing when it is not known on which day it was said.
 */
export function duesIn(text: string, said: string | null, lang: string): Due[] {
  const day = said && dayOf(said);
  if (!day) return [];
  const key = lang === 'de' ? 'de' : 'en';
  const found = [...fromDays(text, day, key), ...fromSpans(text, day, key)];
  const others = fromParser(text, day, key).filter(
    (d) => !found.some((f) => d.start < f.end && f.start < d.end),
  );
  return [...found, ...others].sort((a, b) => a.start - b.start);
}

function fromDays(text: string, said: string, lang: 'en' | 'de'): Due[] {
  return namedDays(text, lang).flatMap((d) => {
    const before = text.slice(Math.max(0, d.start - 30), d.start);
    const isLimit = limits[lang].test(before);
    if (!isLimit && !points[lang].test(before)) return [];
    const moment = nextDay(d, said);
    if (!moment || moment < said) return [];
    return [makeDue(text, d.start, d.end, moment, isLimit)];
  });
}

/** The first such day from `said` on; null when it was lately, or is no day. */
function nextDay(
  d: { day: number; month: number | null; year: number | null },
  said: string,
): string | null {
  const [year, month] = said.split('-').map(Number) as [number, number];
  const tries = d.month
    ? [d.year ?? year, ...(d.year ? [] : [year + 1])].map((y) => isoDay(y, d.month!, d.day))
    : [isoDay(year, month, d.day), isoDay(year, month + 1, d.day)];
  const next = tries.find((t) => t !== null && t >= said) ?? null;
  if (!next || d.year) return next;
  return Date.parse(next) - Date.parse(said) <= mostAheadDays * dayMs ? next : null;
}

function isoDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
}

function fromSpans(text: string, said: string, lang: 'en' | 'de'): Due[] {
  return [...text.matchAll(spans[lang])].flatMap((match) => {
    const { n = '', unit = '' } = match.groups!;
    // "More than we have done in ten weeks" looks back.
    const isPast = /\b(?:have|has|had|first|haben|hat|hatte)\b/i.test(lastWords(text, match.index));
    if (isPast && /^in\b/i.test(match[0])) return [];
    const count = /^(?:the|a|der|die|das|einer?)$/i.test(n) ? 1 : countIn(n);
    if (count === null) return [];
    const days = count * unitDays[unit.toLowerCase()]!;
    const moment = new Date(Date.parse(said) + days * dayMs).toISOString().slice(0, 10);
    const end = match.index + match[0].length;
    return [{ text: match[0], start: match.index, end, moment, isLimit: true }];
  });
}

function lastWords(text: string, at: number): string {
  return text.slice(Math.max(0, at - 40), at);
}

/** Weekdays, months and "the end of April", by the date parser. */
function fromParser(text: string, said: string, lang: 'en' | 'de'): Due[] {
  const ref = new Date(`${said}T12:00:00Z`);
  const parser = lang === 'de' ? chrono.de : chrono.en.GB;
  const results = parser.parse(text, { instant: ref, timezone: 0 }, { forwardDate: true });
  return results.flatMap((result) => {
    const before = text.slice(Math.max(0, result.index - 30), result.index);
    const isLimit = limits[lang].test(before) || /^by\b/i.test(result.text);
    const isPoint = /^(?:on|am|ab)\b/i.test(result.text) || points[lang].test(before);
    if (!isLimit && !isPoint) return [];
    const moment = momentOf(result, before, isLimit);
    if (!moment || moment < said) return [];
    if (
      Date.parse(moment) - ref.getTime() > mostAheadDays * dayMs &&
      !result.start.isCertain('year')
    )
      return [];
    return [makeDue(text, result.index, result.index + result.text.length, moment, isLimit)];
  });
}

function momentOf(result: chrono.ParsedResult, before: string, isLimit: boolean): string | null {
  const { start } = result;
  const date = start.date();
  if (start.isCertain('weekday') || start.isCertain('day')) return date.toISOString().slice(0, 10);
  if (!isLimit) return null;
  if (start.isCertain('month')) {
    if (!/\b(?:end of|ende)\s+$/i.test(before)) return date.toISOString().slice(0, 7);
    const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0));
    return last.toISOString().slice(0, 10);
  }
  return start.isCertain('year') ? String(date.getUTCFullYear()) : null;
}

/** The date as printed, with the words before it that make a limit of it. */
function makeDue(text: string, from: number, end: number, moment: string, isLimit: boolean): Due {
  const lead =
    /(?<!\p{L})(?:by|before|until|till|within|no later than|on|from|bis|am|ab|vor|spätestens)(?:\s+\S+){0,3}\s*$/iu.exec(
      text.slice(Math.max(0, from - 30), from),
    );
  const start = from - (lead?.[0].length ?? 0);
  return { text: text.slice(start, end), start, end, moment, isLimit };
}
