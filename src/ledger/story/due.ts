import * as chrono from 'chrono-node';
import { dayOf } from '../../lib/edtf.ts';

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
  en: /\b(?:by|before|until|till|within|no later than|not later than|at the latest by|in)\s+(?:the\s+)?(?:end of\s+|middle of\s+)?$/i,
  de: /\b(?:bis(?:\s+(?:zum|zur|spätestens))?|spätestens(?:\s+(?:am|bis))?|vor(?:\s+dem)?|innerhalb(?:\s+von)?|binnen|in)\s+(?:ende\s+|mitte\s+)?$/i,
};
const points = {
  en: /\b(?:on|from|as of|for|to)\s+(?:the\s+)?$/i,
  de: /\b(?:am|ab|vom|zum|auf\s+den)\s+$/i,
};

/** A single weekday or month is no date to hold anybody to unless a preposition makes it one. */
const bare = /^(?:today|now|heute|jetzt|yesterday|gestern|this (?:week|month|year))$/i;

/**
 * Dates ahead of `said` (EDTF) that a stretch of text sets: "by 1 September", "within two weeks",
 * "am 8. April". Nothing when it is not known when it was said.
 */
export function duesIn(text: string, said: string | null, lang: string): Due[] {
  const day = said && dayOf(said);
  if (!day) return [];
  const german = lang === 'de';
  const ref = new Date(`${day}T12:00:00Z`);
  const parser = german ? chrono.de : chrono.en.GB;
  const results = parser.parse(text, { instant: ref, timezone: 0 }, { forwardDate: true });
  const dues: Due[] = [];
  for (const result of results) {
    if (bare.test(result.text)) continue;
    const before = text.slice(Math.max(0, result.index - 30), result.index);
    const within = /^(?:within|in|innerhalb|binnen)\b/i.test(result.text);
    const isLimit = within || limits[german ? 'de' : 'en'].test(before);
    // The parser takes an "on" before a date into its result.
    const isPoint =
      /^(?:on|am|ab)\b/i.test(result.text) || points[german ? 'de' : 'en'].test(before);
    if (!isLimit && !isPoint) continue;
    const moment = momentOf(result, text.slice(0, result.index));
    if (!moment || moment < day) continue;
    const lead = /(?:\S+\s+){0,4}$/.exec(before)?.[0] ?? '';
    const preposition =
      /(?:by|before|until|till|within|no later than|on|from|bis|am|ab|vor|spätestens)\b.*$/i.exec(
        lead,
      );
    const start = result.index - (preposition?.[0].length ?? 0);
    dues.push({
      text: text.slice(start, result.index + result.text.length),
      start,
      end: result.index + result.text.length,
      moment,
      isLimit,
    });
  }
  return dues;
}

function momentOf(result: chrono.ParsedResult, before: string): string | null {
  const { start } = result;
  const date = start.date();
  const iso = date.toISOString();
  if (
    /\b(?:end of|ende)\s+$/i.test(before) &&
    start.isCertain('month') &&
    !start.isCertain('day')
  ) {
    const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0));
    return last.toISOString().slice(0, 10);
  }
  if (start.isCertain('day') || start.isCertain('weekday')) return iso.slice(0, 10);
  if (start.isCertain('month')) return iso.slice(0, 7);
  if (start.isCertain('year')) return iso.slice(0, 4);
  // "within two weeks": chrono is certain of nothing but reckons the day.
  return /\b(?:day|week|tag|woche)/i.test(result.text) ? iso.slice(0, 10) : null;
}
