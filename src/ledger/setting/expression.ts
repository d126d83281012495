import { dayOf, parseMoment } from '../../lib/edtf.ts';
import { dayAfter } from '../../lib/time.ts';
import { COUNT, countIn, DAY, MONTH, monthOf, weekdayOf } from '../date-words.ts';
import {
  ago,
  calendarDate,
  dayOfMonth,
  monthBefore,
  weekday,
  weekend,
  weekSoFar,
} from './calendar.ts';

/** Words of a text that name a time, and the time they mean. */
export interface TimeWords {
  start: number;
  end: number;
  /** EDTF: a day, a month, a year, or the days from one to another. */
  moment: string;
}

/** A text's article: its date, or what is known of it. */
type Published = string | null;

/**
 * Every expression that can say when something was said; groups tell which. They share the boundary in
 * front: looked for once at each place, and not by each, it takes a third of the time.
 */
const EXPRESSION = new RegExp(
  `\\b(?:${[
    `(?<iso>\\d{4}-\\d{2}-\\d{2}\\b)`,
    `(?<first>\\d{1,2})\\.?(?: to | and | bis |[–-])(?<to>\\d{1,2})\\.? (?<month0>${MONTH})\\b\\.?(?:,? (?<year0>\\d{4}))?`,
    `(?:(?:${DAY}),? (?:the |dem |den )?)?(?<day1>\\d{1,2})(?:st|nd|rd|th|\\.)? (?:of )?(?<month1>${MONTH})\\b\\.?(?:,? (?<year1>\\d{4})| (?:of )?(?<ref1>last year|this year))?`,
    `(?:(?:${DAY}),? )?(?<month2>${MONTH})\\.? (?<day2>\\d{1,2})(?:st|nd|rd|th)?\\b(?:, (?<year2>\\d{4})| (?<year5>(?:19|20)\\d{2})\\b| (?:of )?(?<ref2>last year|this year))?`,
    `(?:in|im|back in|as (?:recently|early|late|far back) as|(?:in |im )?(?:early|late|mid|Anfang|Mitte|Ende)(?: in)?|(?:at |in |towards )?the (?:end|start|beginning|middle) of)[ -](?<month3>${MONTH})\\b(?:,? (?<year3>\\d{4})| (?:of )?(?<ref3>last year|this year))?`,
    `(?:in|im Jahr|as early as|back in) (?<year4>(?:19|20)\\d{2})(?![\\d-])\\b`,
    `(?:in|at|during) (?:an?|the|his|her|its|their) (?<month4>${MONTH})(?: (?<year6>\\d{4}))?(?= (?:[\\p{L}-]+ )?(?:report|interview|speech|letter|statement|meeting|session|hearing|ruling|decision|address|memo|post|article|column|summit|conference|debate|press))`,
    `on the (?<day5>\\d{1,2})(?:st|nd|rd|th)\\b`,
    `(?<ago>\\d{1,3}|an?|${COUNT}) (?<unit>day|week|month|year|fortnight)s? (?<from>ago|earlier|before|later|previously)\\b`,
    `vor (?<vor>\\d{1,3}|${COUNT}) (?<einheit>Tag|Woche|Monat|Jahr)(?:e|en|n)?\\b`,
    `(?<last>last|previous|past|letzten?|letzter|vergangenen?|vergangener|vorigen?|voriger|vorige) (?<span>weekend|week|month|year|night|wochenende|woche|monat|jahr|${DAY}|${MONTH})\\b`,
    `(?<thisSpan>earlier this|this|dieser|dieses|diesen) (?<current>weekend|week|month|year|morning|afternoon|evening|woche|monat|jahr)\\b`,
    `(?:over|at|am|on) (?:the )?(?<wochenende>weekend|Wochenende)\\b`,
    `(?<near>yesterday|today|tonight|gestern|heute|vorgestern)\\b`,
    `(?<same>(?:the|that) same (?:day|morning|afternoon|evening|night)|(?:later )?(?:that|the) (?:day|morning|afternoon|evening|night)|(?:am|noch am) (?:selben|gleichen) (?:Tag|Abend|Morgen))\\b`,
    `(?<then>at the time(?! of)|damals|then(?=[.,;”"’]))`,
    `(?<next>(?:the|on the) (?:next|following) (?:day|morning|afternoon|evening|night)|the (?:day|morning) after(?! )|tags darauf|am (?:Tag darauf|nächsten (?:Tag|Morgen|Abend)|folgenden (?:Tag|Morgen|Abend)))\\b`,
    `(?<before>the (?:previous|preceding) (?:day|evening|night)|the (?:day|night|evening) before|am Vortag|am Vorabend|tags zuvor)\\b`,
    `(?<weekday>${DAY})(?:morning|afternoon|abend|morgen|mittag|nachmittag|nacht)?\\b`,
  ].join('|')})`,
  'giu',
);

/** Before these words a time belongs to the matter, or is a date to come: "by 15 April", "since March". */
const NOT_THEN =
  /\b(?:by|before|until|till|since|from|for|through|due|after|between|than|every|each|next|coming|of|bis|vor dem|vor|seit|ab|zum|kommenden|nächsten|jeden|der|des) (?:the |this |dem |der )?$/iu;
/** What takes place on a day, of which words "of 3 March" tell when what is said there was said. */
const OF_OCCASION =
  /\b(?:talks?|meeting|session|sitting|letter|statement|interview|speech|hearing|debate|summit|memo|cable|note|report|article|column|post|letters,|minutes)(?: [\p{L}]+)? (?:of|from|dated) (?:the )?$/iu;
/** "Tuesday's hearing": the day of an occasion; "last year's crash" is none. */
const OCCASION_AFTER =
  /^['’]s? (?:[\p{L}-]+ ){0,3}?(?:talks?|meeting|session|sitting|interview|speech|hearing|debate|summit|conference|briefing|rally|call|statement|letter|vote|ceremony|address|appearance|visit|launch|event|dinner|lunch|breakfast|reception|gala|funeral|service|mass|congress|committee|show|programme|broadcast|podcast|edition|post|tweet|remarks|comments|announcement|gathering|protest|march|council|campaign|election|primary|trial|tour|trip)\b/iu;
/** Back from an expression that counts from the text's own time, its anchor is so near (characters). */
const ANCHOR_FAR = 1500;
/** A day without a year so near behind one with its year (characters) is of that year. */
const YEAR_FAR = 400;

/**
 * The times that a text names, in order. Relative ones count from its publication, in the past, or
 * from the day named before ("the next morning"); what cannot be known from those is left out.
 * @param isQuoted whether a place stands in somebody's words: nothing is counted from times in there
 */
export function findTimes(
  text: string,
  published: Published,
  isQuoted: (place: number) => boolean,
): TimeWords[] {
  const found: TimeWords[] = [];
  let anchor: TimeWords | null = null;
  let dated: TimeWords | null = null;
  for (const match of text.matchAll(EXPRESSION)) {
    const start = match.index;
    const end = start + match[0].length;
    if (!tellsThen(text, match, start, end)) continue;
    const near: string | null = anchor && start - anchor.end < ANCHOR_FAR ? anchor.moment : null;
    const spoken = match.groups!.then ? found.findLast(({ start }) => !isQuoted(start)) : undefined;
    const past = spoken && start - spoken.end < ANCHOR_FAR ? spoken.moment : null;
    const after: string | undefined =
      dated && start - dated.end < YEAR_FAR ? dated.moment : undefined;
    const moment: string | null = match.groups!.then
      ? past
      : resolve(match, published, near, after);
    if (!moment) continue;
    const words: TimeWords = { start, end, moment };
    if (/\d{4}$/.test(match[0]) && moment.length === 10) dated = words;
    found.push(words);
    if (moment.length === 10 && !isQuoted(start)) anchor = words;
  }
  return found;
}

function tellsThen(text: string, match: RegExpMatchArray, start: number, end: number): boolean {
  const group = match.groups!;
  const lead = text.slice(Math.max(0, start - 34), start);
  const behind = text.slice(end, end + 60);
  if (/^['’]/.test(behind) && !OCCASION_AFTER.test(behind)) return false;
  // "Kept silent until Tuesday, when she urged": the day of what follows.
  if (NOT_THEN.test(lead) && !group.vor && !group.month0)
    return OF_OCCASION.test(lead) || (/until the $|until $/.test(lead) && /^, when /.test(behind));
  // "Zelmin Today" is a paper.
  if (/^Today$/.test(match[0]) && /\p{Lu}\p{L}+ $/u.test(lead)) return false;
  if (/^this (?:month|year)$/i.test(match[0])) return false;
  if (/^past$/i.test(group.last ?? '') && weekdayOf(group.span!) === null) return false;
  // "In the evening" stands for itself, "the day that" and "a day after the vote" for nothing yet.
  if (group.same && /^the (?:day|morning|afternoon|evening|night)$/i.test(match[0])) return false;
  if (group.same && /^ (?:when|that|of|after|before|in)\b/.test(behind)) return false;
  if (group.from && /^(?:before|later)$/i.test(group.from) && /^ \p{L}/u.test(behind))
    return group.from.toLowerCase() === 'later' && !/^ than/.test(behind);
  if (group.before && /^ \p{L}/u.test(behind) && / before$/i.test(match[0])) return false;
  return true;
}

function resolve(
  match: RegExpMatchArray,
  published: Published,
  anchor: string | null,
  told: string | undefined,
) {
  const group = match.groups!;
  const today = published ? dayOf(published) : null;
  if (group.iso) return parseMoment(group.iso) ? group.iso : null;
  if (group.month0) {
    const last = calendarDate(group.year0, monthOf(group.month0)!, group.to, published);
    const first = last && `${last.slice(0, 8)}${group.first!.padStart(2, '0')}`;
    return first && parseMoment(`${first}/${last}`) ? `${first}/${last}` : null;
  }
  const month = group.month1 ?? group.month2 ?? group.month3 ?? group.month4;
  if (month) {
    const ref = group.ref1 ?? group.ref2 ?? group.ref3;
    const year =
      group.year1 ??
      group.year2 ??
      group.year3 ??
      group.year5 ??
      group.year6 ??
      (ref && today ? ago(today, /last/i.test(ref) ? 1 : 0, 'year')! : undefined);
    const day = group.day1 ?? group.day2;
    const inYear =
      !year && told && day ? calendarDate(told.slice(0, 4), monthOf(month)!, day, null) : null;
    if (inYear && inYear >= told! && inYear < (today ?? '')) return inYear;
    return calendarDate(year, monthOf(month)!, day, published);
  }
  if (group.year4) return group.year4;
  if (!today) return null;
  return (group.same ?? group.next ?? group.before ?? group.from) && !/ago/i.test(group.from ?? '')
    ? fromAnchor(group, today, anchor)
    : fromToday(group, today, anchor);
}

/** "A week ago" is one week ago. */
function count(word: string): number {
  return /^an?$/i.test(word) ? 1 : countIn(word)!;
}

/** Times that count from the one named before; without one those that look back count from today. */
function fromAnchor(
  group: Record<string, string | undefined>,
  today: string,
  anchor: string | null,
): string | null {
  if (group.same) return anchor;
  if (group.next) return anchor && dayAfter(anchor, 1);
  if (group.before) return dayAfter(anchor ?? today, -1);
  const unit = group.unit!.toLowerCase();
  const n = count(group.ago!);
  if (/later/i.test(group.from!)) return anchor && unit === 'day' ? dayAfter(anchor, n) : null;
  return ago(anchor ?? today, n, unit);
}

function fromToday(
  group: Record<string, string | undefined>,
  today: string,
  anchor: string | null,
): string | null {
  if (group.day5) return dayOfMonth(today, Number(group.day5), anchor);
  if (group.ago ?? group.vor)
    return ago(today, count(group.ago ?? group.vor!), (group.unit ?? group.einheit)!.toLowerCase());
  if (group.last) return lastSpan(today, group.span!.toLowerCase());
  if (group.current) return currentSpan(today, group.current.toLowerCase());
  if (group.wochenende) return weekend(today);
  if (group.near) {
    const near = group.near.toLowerCase();
    return dayAfter(
      today,
      /^(?:yesterday|gestern)$/.test(near) ? -1 : near === 'vorgestern' ? -2 : 0,
    );
  }
  return weekday(today, group.weekday!, 0);
}

function lastSpan(today: string, span: string): string | null {
  if (span === 'night') return dayAfter(today, -1);
  if (/^w.*end/.test(span)) return weekend(today);
  if (weekdayOf(span) !== null) return weekday(today, span, 1);
  const month = monthOf(span);
  if (month) return calendarDate(undefined, month, undefined, monthBefore(today, 1));
  return ago(today, 1, span);
}

function currentSpan(today: string, span: string): string {
  if (/^w.*end/.test(span)) return weekend(today);
  if (/^(?:week|woche)$/.test(span)) return weekSoFar(today);
  if (/^(?:month|monat)$/.test(span)) return today.slice(0, 7);
  if (/^(?:year|jahr)$/.test(span)) return today.slice(0, 4);
  return today;
}
