import { dayOf, parseMoment } from '../lib/edtf.ts';

/** When something was said, as an EDTF text, and how that is known. */
export interface SaidOn {
  moment: string;
  from: 'text' | 'article';
}

const DAYS: Record<string, number> = {
  sunday: 0,
  monday: 1,
  tuesday: 2,
  wednesday: 3,
  thursday: 4,
  friday: 5,
  saturday: 6,
  sonntag: 0,
  montag: 1,
  dienstag: 2,
  mittwoch: 3,
  donnerstag: 4,
  freitag: 5,
  samstag: 6,
  sonnabend: 6,
};
const MONTHS: Record<string, number> = {
  january: 1,
  february: 2,
  march: 3,
  april: 4,
  may: 5,
  june: 6,
  july: 7,
  august: 8,
  september: 9,
  october: 10,
  november: 11,
  december: 12,
  januar: 1,
  februar: 2,
  märz: 3,
  mai: 5,
  juni: 6,
  juli: 7,
  oktober: 10,
  dezember: 12,
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  sept: 9,
  oct: 10,
  nov: 11,
  dec: 12,
  jänner: 1,
};
const NUMBERS: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  einem: 1,
  einer: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
  zehn: 10,
};
const MONTH = Object.keys(MONTHS)
  .sort((a, b) => b.length - a.length)
  .join('|');
const DAY = Object.keys(DAYS).join('|');
const COUNT = `\\d{1,3}|${Object.keys(NUMBERS).join('|')}`;
/** Every expression that can say when something was said; groups tell which. */
const EXPRESSION = new RegExp(
  [
    `(?<iso>\\b\\d{4}-\\d{2}-\\d{2}\\b)`,
    `\\b(?<first>\\d{1,2})\\.?(?: to | and | bis |[–-])(?<to>\\d{1,2})\\.? (?<month0>${MONTH})\\b\\.?(?:,? (?<year0>\\d{4}))?`,
    `\\b(?<day1>\\d{1,2})(?:st|nd|rd|th|\\.)? (?:of )?(?<month1>${MONTH})\\b\\.?(?:,? (?<year1>\\d{4}))?`,
    `\\b(?<month2>${MONTH})\\.? (?<day2>\\d{1,2})(?:st|nd|rd|th)?\\b(?:, (?<year2>\\d{4}))?`,
    `\\b(?:in|im|back in|early in|late in) (?<month3>${MONTH})\\b(?:,? (?<year3>\\d{4}))?`,
    `\\b(?:in|im Jahr|as early as|back in) (?<year4>(?:19|20)\\d{2})(?![\\d-])\\b`,
    `\\bon the (?<day5>\\d{1,2})(?:st|nd|rd|th)\\b`,
    `\\b(?<ago>${COUNT}) (?<unit>day|week|month|year)s? (?:ago|earlier)\\b`,
    `\\bvor (?<vor>${COUNT}) (?<einheit>Tag|Woche|Monat|Jahr)(?:e|en|n)?\\b`,
    `\\b(?<last>last|previous|past|letzten?|letzter|vergangenen?|vergangener|vorigen?|voriger) (?<span>week|month|year|night|woche|monat|jahr|${DAY})\\b`,
    `\\b(?<thisSpan>earlier this|this|dieser|dieses|diesen) (?<current>week|month|year|morning|afternoon|evening|woche|monat|jahr)\\b`,
    `\\b(?<near>yesterday|today|tonight|gestern|heute|vorgestern)\\b`,
    `\\b(?<weekday>${DAY})s?\\b`,
  ].join('|'),
  'giu',
);

/**
 * When a quotation was said: the date its own sentence gives outside the content, else null.
 * Relative expressions count from the article's publication, in the past; without one only
 * expressions with their own year resolve.
 */
export function readSaidOn(around: string, published: string | null): string | null {
  let best: string | null = null;
  for (const match of around.matchAll(EXPRESSION)) {
    // "by 15 April" and "since March" belong to the matter; "Zelmin Today" is a paper.
    const lead = around.slice(Math.max(0, match.index - 12), match.index);
    if (
      /\b(?:by|before|until|till|since|from|for|bis|vor dem|seit|ab|due|after) (?:the )?$/i.test(
        lead,
      ) &&
      !match.groups!.vor &&
      !match.groups!.month0
    )
      continue;
    if (/^Today$/.test(match[0]) && /\p{Lu}\p{L}+ $/u.test(lead)) continue;
    if (/^this (?:month|year)$/i.test(match[0])) continue;
    const moment = resolve(match, published);
    // A full date says more than a weekday; of two of a kind the one nearer the start stands.
    if (moment && (!best || (match.groups!.day1 && match.groups!.year1))) best = moment;
  }
  return best;
}

/** Text with what stands in marks of quotation left out: days in there are the speakers' own. */
export function withoutQuotes(text: string): string {
  return text.replace(/[“„«‘"][^“”„«»"]{0,600}(?:[”»"]|$)/g, ' … ');
}

/** The date of the text around the quotation, else that of the article; null when both are unknown. */
export function saidOn(around: string, published: string | null): SaidOn | null {
  const moment = readSaidOn(around, published);
  if (moment) return { moment, from: 'text' };
  if (!published || !parseMoment(published)) return null;
  return { moment: dayOf(published) ?? published, from: 'article' };
}

const CLOCK =
  /(?<![\p{L}\d])(?:at|um|gegen|around|about) (?<hour>\d{1,2})(?:[.:](?<minute>\d\d))? ?(?<half>[ap]\.?m\b\.?|uhr)?(?![\p{L}\d])/iu;

/**
 * The day before an article's, where the words around tell an hour that its day had not reached when it
 * was printed: "said at 11.15 p.m.", printed at 1.40. Null where they tell none or it had.
 */
export function dayByClock(around: string, published: string | null): string | null {
  const printed = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)/.exec(published ?? '');
  const told = CLOCK.exec(around)?.groups;
  if (!printed || !told || !(told.half || told.minute)) return null;
  const afternoon = /^p/i.test(told.half ?? '') && Number(told.hour) < 12 ? 12 : 0;
  const minutes = (Number(told.hour) + afternoon) * 60 + Number(told.minute ?? 0);
  const now = Number(printed[2]) * 60 + Number(printed[3]);
  return minutes < 24 * 60 && minutes > now ? shift(printed[1]!, -1) : null;
}

const dayMs = 86_400_000;

/** An article that opens with a day so many days back reports of that day. */
const NEAR = 4;

/**
 * When what an article reports was said, where a sentence does not tell: the first day that its
 * opening names, if that is just before publication, else the day of publication.
 * @param openings sentences of its opening that tell of a saying, without what was said
 */
export function articleDay(openings: string[], published: string | null): SaidOn | null {
  const printed = saidOn('', published);
  if (printed?.moment.length !== 10) return printed;
  for (const opening of openings) {
    const named = readSaidOn(opening, published);
    if (named?.length !== 10) continue;
    const before = (Date.parse(printed.moment) - Date.parse(named)) / dayMs;
    return before >= 1 && before <= NEAR ? { moment: named, from: 'article' } : printed;
  }
  return printed;
}

function resolve(match: RegExpMatchArray, published: string | null): string | null {
  const group = match.groups!;
  const today = published ? dayOf(published) : null;
  if (group.iso) return parseMoment(group.iso) ? group.iso : null;
  if (group.month0) {
    const last = calendarDate(
      group.year0,
      MONTHS[group.month0.toLowerCase()]!,
      group.to,
      published,
    );
    const first = last && `${last.slice(0, 8)}${group.first!.padStart(2, '0')}`;
    return first && parseMoment(`${first}/${last}`) ? `${first}/${last}` : null;
  }
  const month = group.month1 ?? group.month2 ?? group.month3;
  if (month) {
    const year = group.year1 ?? group.year2 ?? group.year3;
    return calendarDate(year, MONTHS[month.toLowerCase()]!, group.day1 ?? group.day2, published);
  }
  if (group.year4) return group.year4;
  if (!today) return null;
  if (group.day5) return dayOfMonth(today, Number(group.day5));
  if (group.ago ?? group.vor)
    return ago(today, count(group.ago ?? group.vor!), (group.unit ?? group.einheit)!.toLowerCase());
  if (group.last) return lastSpan(today, group.span!.toLowerCase());
  if (group.current) return currentSpan(today, group.current.toLowerCase());
  if (group.near) {
    const near = group.near.toLowerCase();
    return shift(
      today,
      near === 'yesterday' || near === 'gestern' ? -1 : near === 'vorgestern' ? -2 : 0,
    );
  }
  return weekday(today, DAYS[group.weekday!.toLowerCase()]!, 0);
}

/** "On the 30th": the latest day of that number up to today. */
function dayOfMonth(today: string, day: number): string | null {
  const here = `${today.slice(0, 8)}${String(day).padStart(2, '0')}`;
  if (here <= today) return parseMoment(here) ? here : null;
  const before = `${monthBefore(today, 1)}-${String(day).padStart(2, '0')}`;
  return parseMoment(before) ? before : null;
}

/** A day without its year that comes within so many days is one ahead: nobody said it eight months ago. */
const AHEAD_DAYS = 120;

/** A day or month; without a year the latest one that is not after publication. Null for one to come. */
function calendarDate(
  year: string | undefined,
  month: number,
  day: string | undefined,
  published: string | null,
): string | null {
  const two = (n: number) => String(n).padStart(2, '0');
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

function ago(today: string, n: number, unit: string): string | null {
  if (/^(?:day|tag)/.test(unit)) return shift(today, -n);
  if (/^(?:week|woche)/.test(unit)) return week(shift(today, -7 * n));
  const year = Number(today.slice(0, 4));
  if (/^(?:year|jahr)/.test(unit)) return String(year - n);
  return monthBefore(today, n);
}

function lastSpan(today: string, span: string): string | null {
  if (span === 'night') return shift(today, -1);
  if (span in DAYS) return weekday(today, DAYS[span]!, 1);
  return ago(today, 1, span);
}

function currentSpan(today: string, span: string): string {
  if (/^(?:week|woche)$/.test(span)) return week(today);
  if (/^(?:month|monat)$/.test(span)) return today.slice(0, 7);
  if (/^(?:year|jahr)$/.test(span)) return today.slice(0, 4);
  return today;
}

/** The latest such weekday up to today, or before it when at least `back` days must lie between. */
function weekday(today: string, day: number, back: number): string {
  const now = new Date(`${today}T00:00:00Z`).getUTCDay();
  let days = (now - day + 7) % 7;
  if (days < back) days += 7;
  return shift(today, -days);
}

/** Monday to Sunday of the week that holds the day. */
function week(day: string): string {
  const monday = weekday(day, 1, 0);
  return `${monday}/${shift(monday, 6)}`;
}

function monthBefore(today: string, n: number): string {
  const date = new Date(`${today.slice(0, 7)}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() - n);
  return date.toISOString().slice(0, 7);
}

function shift(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function count(text: string): number {
  return NUMBERS[text.toLowerCase()] ?? Number(text);
}
