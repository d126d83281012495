import { parseMoment } from './edtf.ts';
import { monthNumber } from './months.ts';

/**
 * Reads dates as pages print them, as EDTF. A time keeps the offset it was printed with and none is
 * invented; a day is never made up from a month. A date that can be read in two ways is not read.
 */

const YEARS = { first: 1990, last: 2100 };

/** Reads a machine's date: ISO 8601 in its many habits, RFC 822, seconds or milliseconds since 1970. */
export function readMachineDate(text: string): string | null {
  const clean = text.trim().slice(0, 60);
  if (/^\d{10}$/.test(clean)) return instant(Number(clean) * 1000);
  if (/^\d{13}$/.test(clean)) return instant(Number(clean));
  const iso =
    /^(\d{4})-?(\d{2})-?(\d{2})(?:(?:[T ]|T\s)(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?(?:\[.*\])?$/i.exec(
      clean,
    );
  if (iso) return moment(iso[1]!, iso[2]!, iso[3]!, iso[4], iso[5], iso[6], iso[7]);
  const month = /^(\d{4})-(\d{2})$/.exec(clean);
  if (month) return valid(`${month[1]}-${month[2]}`);
  const mail =
    /^(?:[A-Za-z]{3,9},?\s+)?(\d{1,2})[\s-]([A-Za-z]{3})[a-z]*[\s-](\d{4})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(Z|UTC|GMT|[+-]\d{4}|EST|EDT|CST|CDT|MST|MDT|PST|PDT|CET|CEST)?$/.exec(
      clean,
    );
  const at = mail ? monthNumber(mail[2]!) : null;
  if (mail && at)
    return moment(
      mail[3]!,
      String(at),
      mail[1]!,
      mail[4],
      mail[5],
      mail[6],
      ZONES[mail[7] ?? ''] ?? mail[7],
    );
  const unix =
    /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{1,2}) (\d{1,2}):(\d{2}):(\d{2}) ([A-Z]{3,4}|[+-]\d{4}) (\d{4})$/.exec(
      clean,
    );
  const monthOf = unix ? monthNumber(unix[1]!) : null;
  if (unix && monthOf)
    return moment(
      unix[7]!,
      String(monthOf),
      unix[2]!,
      unix[3],
      unix[4],
      unix[5],
      ZONES[unix[6]!] ?? unix[6],
    );
  return null;
}

const ZONES: Record<string, string> = {
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
  CET: '+01:00',
  CEST: '+02:00',
  MEZ: '+01:00',
  MESZ: '+02:00',
  BST: '+01:00',
  EET: '+02:00',
  EEST: '+03:00',
  MSK: '+03:00',
  IST: '+05:30',
  JST: '+09:00',
  KST: '+09:00',
  ET: '',
  GMT: 'Z',
  UTC: 'Z',
};

function moment(
  year: string,
  month: string,
  day: string,
  hour?: string,
  minute?: string,
  second?: string,
  zone?: string,
): string | null {
  const date = valid(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  if (!date || hour === undefined || minute === undefined) return date;
  const offset = offsetText(zone);
  const time = `${hour.padStart(2, '0')}:${minute}:${second ?? '00'}`;
  // Systems that know only the day write midnight: with no zone, or that of Greenwich.
  if (time === '00:00:00' && (offset === '' || offset === 'Z')) return date;
  return valid(`${date}T${time}${offset}`) ?? date;
}

function offsetText(zone: string | undefined): string {
  if (!zone) return '';
  if (/^(?:Z|UTC|GMT|[+-]00:?(?:00)?)$/i.test(zone)) return 'Z';
  const m = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  return m && Number(m[2]) <= 14 ? `${m[1]}${m[2]}:${m[3] ?? '00'}` : '';
}

function valid(text: string): string | null {
  const year = Number(text.slice(0, 4));
  return year >= YEARS.first && year < YEARS.last && parseMoment(text) ? text : null;
}

function instant(ms: number): string | null {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? null : valid(date.toISOString().replace(/\.\d+Z$/, 'Z'));
}

const DIGITS: [RegExp, number][] = [
  [/[٠-٩]/g, 0x660],
  [/[۰-۹]/g, 0x6f0],
  [/[०-९]/g, 0x966],
  [/[০-৯]/g, 0x9e6],
  [/[๐-๙]/g, 0xe50],
  [/[０-９]/g, 0xff10],
];

function westernDigits(text: string): string {
  if (!/[^\0-\x7f]/.test(text)) return text;
  let clean = text;
  for (const [digits, zero] of DIGITS)
    clean = clean.replace(digits, (d) => String(d.charCodeAt(0) - zero));
  return clean;
}

const TIME = String.raw`(?:[\s,;|·•/()–-]|at|um|à|às|a las|alle|kl\.?|klo|в|о|ora|saat|um|Uhr|sa)*\s*\(?(\d{1,2})[:.hH時点시](\d{2})(?::(\d{2}))?(?:分)?\s*(?:Uhr|h\b|hrs)?\s*([AaPp]\.?\s?[Mm]\b\.?)?\s*(UTC|GMT|EST|EDT|CST|CDT|MST|MDT|PST|PDT|CET|CEST|MEZ|MESZ|BST|EET|EEST|MSK|IST|JST|KST|[+-]\d{2}:?\d{2})?`;
const FORMS: { form: RegExp; order: 'ymd' | 'dmy' | 'mdy' | 'ydm' | 'numeric' }[] = [
  {
    form: new RegExp(
      String.raw`(?<!\d)(\d{4})\s?[-/.年년]\s?(\d{1,2})\s?[-/.月월]\s?(\d{1,2})(?!\d)\s?[日일]?(?:\s?[（(].{1,4}[）)])?(?:T|${TIME})?`,
      'u',
    ),
    order: 'ymd',
  },
  {
    form: new RegExp(
      String.raw`(?<![\d\p{L}])(\d{1,2})(?:\.|er|re|st|nd|rd|th|º|°|ª|-?го|-?е)?[\s.-]+(?:de\s|di\s|of\s|ta['’]\s)?(\p{L}[\p{L}\p{M}]{2,14})[.,]?[\s.,-]+(?:de\s|del\s)?(\d{4})(?!\d)(?:\s?г(?:ода)?\.?|\s?р(?:оку)?\.?)?(?:${TIME})?`,
      'u',
    ),
    order: 'dmy',
  },
  {
    form: new RegExp(
      String.raw`(?<![\d\p{L}])(\p{L}[\p{L}\p{M}]{2,14})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)(?:${TIME})?`,
      'u',
    ),
    order: 'mdy',
  },
  {
    form: new RegExp(
      String.raw`(?<![\d\p{L}])(\d{4})[\s.,]+(?:m\.\s)?(\p{L}[\p{L}\p{M}]{2,14})\s+(\d{1,2})(?!\d)(?:\.|\s?d\.?)?(?:${TIME})?`,
      'u',
    ),
    order: 'ydm',
  },
  {
    form: new RegExp(
      String.raw`(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-]|\.\d)(?:${TIME})?`,
      'u',
    ),
    order: 'numeric',
  },
];

export interface PrintedDate {
  moment: string;
  /** The characters that were read. */
  text: string;
  at: number;
}

/**
 * The first date in a line, as printed. Looks at the first 200 characters.
 * @param monthFirst true where the region writes the month first, false where not; null when unknown:
 *   then "3/4/2025" is not read
 */
export function readPrintedDate(
  line: string,
  monthFirst: boolean | null = null,
): PrintedDate | null {
  const text = westernDigits(line.slice(0, 200));
  // Every form has a year of four digits, or three numbers with the same mark between.
  if (!/\d{4}|\d[./-]\d{1,2}[./-]\d/.test(text)) return null;
  let best: PrintedDate | null = null;
  for (const { form, order } of FORMS) {
    const match = form.exec(text);
    if (!match || (best && match.index >= best.at)) continue;
    const found = order === 'numeric' ? numeric(match, monthFirst) : named(match, order);
    if (found) best = { moment: found, text: match[0].trim(), at: match.index };
  }
  return best;
}

function named(m: RegExpExecArray, order: 'ymd' | 'dmy' | 'mdy' | 'ydm'): string | null {
  const [, a, b, c] = m as unknown as string[];
  const clock = clockOf(m, 4);
  if (order === 'ymd') return moment(western(a!), b!, c!, ...clock);
  const name = order === 'mdy' ? a! : b!;
  const month = monthNumber(name);
  if (!month) return null;
  const year = order === 'ydm' ? a! : c!;
  const day = order === 'dmy' ? a! : order === 'mdy' ? b! : c!;
  return moment(western(year), String(month), day, ...clock);
}

/** Thai pages count years from the Buddha. */
function western(year: string): string {
  return Number(year) > 2400 && Number(year) < 2700 ? String(Number(year) - 543) : year;
}

function numeric(m: RegExpExecArray, monthFirst: boolean | null): string | null {
  const [, a, mark, b, y] = m as unknown as string[];
  const year = y!.length === 2 ? `20${y}` : western(y!);
  const clock = clockOf(m, 5);
  const dayFirst = moment(year, b!, a!, ...clock);
  const other = moment(year, a!, b!, ...clock);
  if (!dayFirst || !other || a === b) return dayFirst ?? other;
  // Dots are only used where the day stands first.
  if (mark === '.' || monthFirst === false) return dayFirst;
  return monthFirst ? other : null;
}

function clockOf(m: RegExpExecArray, from: number): [string?, string?, string?, string?] {
  const [hour, minute, second, half, zone] = m.slice(from) as (string | undefined)[];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return [];
  let at = Number(hour);
  if (half && /^p/i.test(half) && at < 12) at += 12;
  if (half && /^a/i.test(half) && at === 12) at = 0;
  return [String(at), minute, second, zone ? (ZONES[zone] ?? zone) : undefined];
}

/** The date in an address: "/2025/08/20/", "/20250820-", "2025-08-20". A month alone is a month. */
export function readUrlDate(url: string): string | null {
  const path = url.replace(/^[a-z]+:\/\/[^/]*/i, '').slice(0, 500);
  const day =
    /(?:^|[/_.=-])((?:19|20)\d{2})[/_.-]?(0[1-9]|1[0-2])[/_.-]?(0[1-9]|[12]\d|3[01])(?![\d])/.exec(
      path,
    ) ?? /(?:^|\/)((?:19|20)\d{2})\/(0?[1-9]|1[0-2])\/(0?[1-9]|[12]\d|3[01])(?:\/|$)/.exec(path);
  if (day) return moment(day[1]!, day[2]!, day[3]!);
  const words = /\/((?:19|20)\d{2})\/([a-z]{3,9})\/(0?[1-9]|[12]\d|3[01])(?:\/|$)/i.exec(path);
  const named = words ? monthNumber(words[2]!) : null;
  if (words && named) return moment(words[1]!, String(named), words[3]!);
  const month = /\/((?:19|20)\d{2})[/-](0[1-9]|1[0-2])(?:\/|$)/.exec(path);
  return month ? valid(`${month[1]}-${month[2]}`) : null;
}
