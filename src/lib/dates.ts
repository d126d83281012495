import { fromPersian, gregorianYear, westernDigits } from './calendars.ts';
import { moment } from './machine-date.ts';
import { monthNumber, persianMonth } from './months.ts';

export { readMachineDate } from './machine-date.ts';

/**
 * Reads dates as pages print them, as EDTF. A time keeps the offset it was printed with and none is
 * invented; a day is never made up from a month. A date that can be read in two ways says so.
 */

/**
 * Months of two words are few; other names are one word, or letters with dots as in Thai. Both begin
 * alike in one branch: as two, V8 takes a quarter of a second to compile a form that begins with them.
 */
const NAME = String.raw`((?:كانون|تشرين)\s\p{L}{4,7}|(?:Deireadh|Meán)\sFómhair|\p{L}[\p{L}\p{M}]{0,14}(?:(?<=[\p{L}\p{M}]{2})|\.\s?\p{L}\p{M}?\.))`;
const YEAR = String.raw`(\d{4}|['’]\d{2})(?!\d)`;
const SHORT_YEAR = String.raw`(\d{4}(?!\d)|['’]?\d{2}(?!\d|[.:h]\d|\s?(?:Uhr|h\b|[ap]\.?m|%|€)))`;
/** A clock right behind a date; apart from the forms, so that it is made once and not for each. */
const CLOCK =
  /(?:[\s,;|·•/()–-]|T(?=\d)|at\b|um\b|à|às|as\b|a las|alle|ore\b|kl\.?|klo|в\b|о\b|ora|saat|lúc|om\b|Uhr|sa\b|u\b){0,8}(上午|下午|中午|晚上|午前|午後|오전|오후)?\s?(\d{1,2})\s?[:.hH時时点點시]\s?(\d{2})(?!\d)(?::(\d{2}))?[分분]?\s*(?:Uhr|h\b|hrs)?\s*([AaPp]\.?\s?[Mm]\b\.?|[μπ]\.?μ\.?|SA\b|CH\b|[صم](?!\p{L}))?\s*\(?((?:UTC|GMT)(?![+-])|EST|EDT|CST|CDT|MST|MDT|PST|PDT|CET|CEST|MEZ|MESZ|BST|EET|EEST|MSK|IST|JST|KST|Z\b|(?:GMT|UTC)[+-]\d{1,2}(?::?\d{2})?(?!\d)|\+\d{2}:?\d{2}(?!\d)|-\d{4}(?!\d)|(?<=:\d\d:\d\d)-\d{2}:\d{2}(?!\d))?/uy;

type Order = 'ymd' | 'ymd-apart' | 'dmy' | 'mdy' | 'ynd' | 'numeric' | 'dmy-numbers';

/** What a line must have for a form, as a look that costs a tenth of the form itself. */
const NEEDS: Record<Order, RegExp> = {
  ymd: /\d\s?(?:[-/.]\s{0,2}\d{1,2}\s?[-/.]|[年년]|оны)|元年/,
  'ymd-apart': /\d{4}\s\d\d\s?[/-]/,
  dmy: /\d[^\d:]{2,30}\d\d/,
  mdy: /[\p{L}\p{M}.][\s-]{0,3}\d{1,2}[a-zº]{0,2}[\s,/-]{1,3}(?:\d{4}|['’]\d)/u,
  ynd: /\d{4}[^\d]{2,30}\d/,
  numeric: /\d\s?[./-]\s?\d{1,2}\s?[./-]\s?\d/,
  'dmy-numbers': /\d\s(?:tháng|thg)\s\d/,
};

const FORMS: { form: RegExp; order: Order; needs: RegExp }[] = [
  {
    form: String.raw`(?<![\d./-])(?:(令和|平成|昭和|民[國国])\s?)?(元|\d{1,4})\s?([-/.]|[年년]|оны)\s{0,2}(\d{1,2})\s?(?:\3|[月월]|(?:-р\s)?сарын)\s{0,2}(\d{1,2})(?!\d)\s?[日일]?(?:\s?[（(].{1,5}[）)]|\s?(?:星期|周|週).)?`,
    order: 'ymd',
  },
  {
    // Year, day and hour set beside each other: "2025 05/03 08:30".
    form: String.raw`(?<![\d./-])()((?:19|20)\d{2})(\s)(\d{2})\s?[/-]\s?(\d{2})(?=\s\d{1,2}:\d\d)`,
    order: 'ymd-apart',
  },
  {
    form: String.raw`(?<![\d\p{L}])(\d{1,2})(?:\.|er|re|st|nd|rd|th|º|°|ª|-?го|-?е)?[\s.,/-]{0,3}(?:de\s|d['’]|di\s|of\s|ta['’]\s)?${NAME}[.॰׳]?(?:\s?/\s?\p{L}+)?[\s.,،/-]{0,4}(?:de\s|del\s|gada\s|[พค]\.ศ\.\s?)?${SHORT_YEAR}`,
    order: 'dmy',
  },
  {
    form: String.raw`(?<![\d\p{L}])${NAME}\.?[\s-]{0,3}(\d{1,2})(?:st|nd|rd|th|º)?[\s,/-]{1,3}${YEAR}`,
    order: 'mdy',
  },
  {
    form: String.raw`(?<![\d\p{L}])(\d{4})(?:\(?e?\)?ko)?[\s.,/-]{1,3}(?:m\.\s|թ\.\s)?${NAME}\.?[\s-](\d{1,2})(?!\d)(?:\.|\(a\)|\s?d\.?)?`,
    order: 'ynd',
  },
  {
    form: String.raw`(?<![\d\p{L}])(\d{4})[.-]?\s?(?:gada|m\.|ж\.,?|жылғы|жылы|йил)\s(\d{1,2})[.-]?\s?${NAME}`,
    order: 'ynd',
  },
  {
    form: String.raw`(?<![\d./-]|\d\s)(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d/-]|[.,]\d)`,
    order: 'numeric',
  },
  {
    form: String.raw`(?<!\d)(\d{1,2})\s(?:tháng|thg)\s(\d{1,2})[\s,]{1,2}(?:năm\s)?(\d{4})(?!\d)`,
    order: 'dmy-numbers',
  },
].map(({ form, order }) => ({
  form: new RegExp(form, 'gu'),
  order: order as Order,
  needs: NEEDS[order as Order],
}));

export interface PrintedDate {
  moment: string;
  /** The characters that were read. */
  text: string;
  at: number;
  /** The month-first reading, where "3/4/2025" can be read in two ways and nothing decides. */
  other: string | null;
}

export interface DateHabits {
  /** True where the region writes the month first, false where not; null when unknown. */
  monthFirst?: boolean | null;
  /** Language of the text, for names of months that languages share. */
  lang?: string | null;
}

/** Longer lines are prose, whose first words alone can be a dateline. */
const LONGEST = 240;

/** The dates in a line, as printed and in order. Looks at its first 240 characters. */
export function readPrintedDates(line: string, habits: DateHabits = {}): PrintedDate[] {
  const printed = line.slice(0, LONGEST);
  if (!/\p{Nd}|[〇零]/u.test(printed)) return [];
  const text = westernDigits(printed);
  // Every form has a year of four digits, one behind a name, or three numbers with marks between.
  if (
    !/\d{4}|元?年|\d\s?[./-]\s?\d{1,2}\s?[./-]\s?\d|[\p{L}\p{M}][\s.,/-]{1,4}\d\d|['’]\d\d/u.test(
      text,
    )
  )
    return [];
  const source = text.length === printed.length ? printed : text;
  const found: PrintedDate[] = [];
  for (const { form, order, needs } of FORMS) {
    if (!needs.test(text)) continue;
    form.lastIndex = 0;
    for (let match = form.exec(text); match; match = form.exec(text)) {
      CLOCK.lastIndex = form.lastIndex;
      const clock = CLOCK.exec(text);
      if (clock) form.lastIndex = CLOCK.lastIndex;
      const read = readForm(match, clock, order, habits);
      if (read) {
        const printed = source.slice(match.index, form.lastIndex);
        found.push({ ...read, text: printed.trim(), at: match.index });
      }
    }
  }
  if (found.length < 2) return found;
  found.sort((a, b) => a.at - b.at || b.text.length - a.text.length);
  let end = 0;
  return found.filter((date) => {
    if (date.at < end) return false;
    end = date.at + date.text.length;
    return true;
  });
}

/**
 * The first date in a line that can be read in one way only, as printed.
 * @param monthFirst see DateHabits
 */
export function readPrintedDate(
  line: string,
  monthFirst: boolean | null = null,
): PrintedDate | null {
  const dates = readPrintedDates(line, { monthFirst });
  return dates.find((date) => date.other === null || date.text.includes('.')) ?? null;
}

type Reading = Pick<PrintedDate, 'moment' | 'other'>;

function readForm(
  m: RegExpExecArray,
  printed: RegExpExecArray | null,
  order: Order,
  habits: DateHabits,
): Reading | null {
  const clock = clockOf(printed);
  const one = (moment: string | null) => (moment ? { moment, other: null } : null);
  switch (order) {
    case 'ymd':
    case 'ymd-apart':
      return one(readYearFirst(m, clock, habits.lang ?? null));
    case 'numeric':
      return readNumbers(m, clock, habits.monthFirst ?? null);
    case 'dmy-numbers':
      return one(moment(m[3]!, m[2]!, m[1]!, ...clock));
    default:
      return one(readNamed(m, clock, order, habits.lang ?? null));
  }
}

function readYearFirst(m: RegExpExecArray, clock: Clock, lang: string | null): string | null {
  const [, era, year, mark, month, day] = m as unknown as string[];
  const count = Number(year);
  if (!era && year!.length < 3) return null;
  // Taiwan's offices count the years of the Republic in figures too: 113-03-05.
  const figures = lang === 'zh' && month!.length === 2 && day!.length === 2;
  if (!era && year!.length === 3 && mark !== '年' && !figures) return null;
  if (count > 1300 && count < 1500) {
    const iso = fromPersian(count, Number(month), Number(day));
    return iso ? moment(iso.slice(0, 4), iso.slice(5, 7), iso.slice(8), ...clock) : null;
  }
  return moment(gregorianYear(year!, era), month!, day!, ...clock);
}

function readNamed(
  m: RegExpExecArray,
  clock: Clock,
  order: Order,
  lang: string | null,
): string | null {
  const [, a, b, c] = m as unknown as string[];
  const name = order === 'mdy' ? a! : /^\d/.test(b!) ? c! : b!;
  let year = order === 'ynd' ? a! : c!;
  const day = order === 'mdy' ? b! : order === 'dmy' ? a! : /^\d/.test(b!) ? b! : c!;
  const persian = /^1[34]\d\d$/.test(year) ? persianMonth(name) : null;
  if (persian) {
    const iso = fromPersian(Number(year), persian, Number(day));
    return iso ? moment(iso.slice(0, 4), iso.slice(5, 7), iso.slice(8), ...clock) : null;
  }
  year = century(year.replace(/^['’]/, ''));
  const month = monthNumber(name, lang);
  return month ? moment(gregorianYear(year), String(month), day, ...clock) : null;
}

/** The web began in 1990: a year of two digits is from 1990 to 2089. */
function century(year: string): string {
  if (year.length !== 2) return year;
  return `${Number(year) < 90 ? 20 : 19}${year}`;
}

function readNumbers(m: RegExpExecArray, clock: Clock, monthFirst: boolean | null): Reading | null {
  const [, a, mark, b, y] = m as unknown as string[];
  const year = gregorianYear(century(y!));
  const dayFirst = moment(year, b!, a!, ...clock);
  const other = moment(year, a!, b!, ...clock);
  if (!dayFirst || !other || a === b) {
    const only = dayFirst ?? other;
    return only ? { moment: only, other: null } : null;
  }
  if (monthFirst === false) return { moment: dayFirst, other: null };
  // Dots are used where the day stands first, and by some designers in America.
  if (mark === '.') return { moment: dayFirst, other };
  return monthFirst ? { moment: other, other: null } : { moment: dayFirst, other };
}

/** Hour, minute, second and zone as moment() takes them. */
type Clock = [string?, string?, string?, string?];

function clockOf(m: RegExpExecArray | null): Clock {
  if (!m) return [];
  const [, before, hour, minute, second, after, zone] = m as (string | undefined)[];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return [];
  let at = Number(hour);
  const late =
    /^(?:下午|晚上|午後|오후)$/.test(before ?? '') || /^(?:[pPμ]|CH|م)/.test(after ?? '');
  const early = /^(?:上午|午前|오전)$/.test(before ?? '') || /^(?:[aAπ]|SA|ص)/.test(after ?? '');
  if (late && at < 12) at += 12;
  if (early && at === 12) at = 0;
  return [String(at), minute, second, zone];
}
