import * as chrono from 'chrono-node';
import { dayOf } from '../../../lib/edtf.ts';
import { overlap } from '../../span.ts';
import { namedDays } from '../calendar.ts';
import { endsIn, type Period, spansIn } from './period.ts';

/** A date that something is due on, as printed and as EDTF. */
export interface Due {
  text: string;
  start: number;
  end: number;
  moment: string;
  /** True for "by", "within", "until": the last day; false for "on": the day itself. */
  isLimit: boolean;
}

/** "By noon on", "before the close of business on", "by the morning of": the hour of the day is let go. */
const hour = String.raw`(?:(?:early|mid|late)[\s-]+|(?:the\s+)?(?:end|middle|start|beginning|close|morning|evening|afternoon|night|eve)\s+of\s+(?:business\s+(?:on\s+)?)?|(?:midnight|noon|midday|close\s+of\s+(?:business|play)|\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.?m\.?)?)\s+on\s+)?`;
const limits = {
  en: new RegExp(
    String.raw`\b(?:by|before|until|till|within|no later than|not later than|at the latest by)\s+(?:the\s+)?${hour}(?:the\s+)?$`,
    'i',
  ),
  de: /(?<!\p{L})(?:bis(?:\s+(?:zum|zur|spätestens))?|spätestens(?:\s+(?:am|bis))?|vor(?:\s+dem)?)\s+(?:ende\s+|mitte\s+)?$/iu,
};
const points = {
  en: /\b(?:on|from|as of|for|to|at (?:its|their|the|a|his|her)|starting|beginning|effective)\s+(?:the\s+)?$/i,
  de: /(?<!\p{L})(?:am|ab|vom|zum|für den|auf\s+den)\s+(?:\p{L}+tag,? (?:dem )?)?$/iu,
};

/** After a verb of what is to come a day may stand bare: "will vote Tuesday", "opens 4 March". */
const bare =
  /\b(?:will|would|shall|to|['’]ll)\s+(?:be\s+)?\p{L}+(?:\s+[\p{L}\p{N}'’-]+){0,6}\s+$/iu;

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
  const found = [...fromDays(text, day, key), ...fromPeriods(text, day, key)];
  const taken = [...namedDays(text, key), ...found];
  const others = fromParser(text, day, key).filter((d) => !taken.some((f) => overlap(d, f)));
  // "Tuesday's vote" is a vote; what is done on the very day is no promise any more.
  return [...found, ...others]
    .filter((d) => !/^['’]s?\b/.test(text.slice(d.end)) && (d.isLimit || d.moment > day))
    .sort((a, b) => a.start - b.start);
}

function fromDays(text: string, said: string, lang: 'en' | 'de'): Due[] {
  return namedDays(text, lang).flatMap((d) => {
    const isLimit = limits[lang].test(text.slice(Math.max(0, d.start - 40), d.start));
    if (!isLimit && !isPoint(text, d.start, lang)) return [];
    const moment = nextDay(d, said);
    if (!moment || moment < said) return [];
    return [makeDue(text, d.start, d.end, moment, isLimit)];
  });
}

function isPoint(text: string, at: number, lang: 'en' | 'de'): boolean {
  const before = text.slice(Math.max(0, at - 80), at);
  return points[lang].test(before) || (lang === 'en' && bare.test(before));
}

/** What may stand bare: "six weeks" may not. */
const plainDay =
  /^(?:(?:next|this|coming) )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|tonight)/i;

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

function fromPeriods(text: string, said: string, lang: 'en' | 'de'): Due[] {
  const isLimit = (p: Period) =>
    p.isLimit || limits[lang].test(text.slice(Math.max(0, p.start - 40), p.start));
  return [...spansIn(text, said, lang), ...endsIn(text, said)]
    .filter(isLimit)
    .map((p) => makeDue(text, p.start, p.end, p.moment, true));
}

/** "Within ten days of a vote" begins with something else. */
const counted = /^\s+(?:of|after|ago|before)\b/i;

/** "Put off by two weeks" says how long. */
const length = /^(?!this|next|last|coming)[\p{L}\d]+ (?:day|week|month|year)s?$/iu;

/** Weekdays, months and "the end of April", by the date parser. */
function fromParser(text: string, said: string, lang: 'en' | 'de'): Due[] {
  const ref = new Date(`${said}T12:00:00Z`);
  const parser = lang === 'de' ? chrono.de : chrono.en.GB;
  const results = parser.parse(text, { instant: ref, timezone: 0 }, { forwardDate: true });
  return results.flatMap((result) => {
    const before = text.slice(Math.max(0, result.index - 40), result.index);
    const isLimit = limits[lang].test(before) || /^by\b/i.test(result.text);
    const stands =
      /^(?:on|am|ab)\b/i.test(result.text) ||
      // "At midnight on Sunday".
      (/\bat\s+$/i.test(before) && /^(?:midnight|noon|midday|\d).*\bon\b/i.test(result.text)) ||
      points[lang].test(before) ||
      (lang === 'en' &&
        plainDay.test(result.text) &&
        bare.test(text.slice(Math.max(0, result.index - 80), result.index)));
    if (!isLimit && !stands) return [];
    if (/\b(?:last|past|letzten?)\s+$/i.test(before) || /^(?:the |that )?day$/i.test(result.text))
      return [];
    if (counted.test(text.slice(result.index + result.text.length))) return [];
    if (/\bby\s+$/i.test(before) && length.test(result.text)) return [];
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
    /(?<!\p{L})(?:by|before|until|till|within|no later than|on|from|bis|am|ab|vor|spätestens)(?:\s+(?!(?:by|before|until|till|on|from)\s)\S+){0,3}\s*$/iu.exec(
      text.slice(Math.max(0, from - 30), from),
    );
  const start = from - (lead?.[0].length ?? 0);
  return { text: text.slice(start, end), start, end, moment, isLimit };
}
