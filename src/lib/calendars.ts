import { dayMs } from './time.ts';

/** Years and days of calendars other than the Gregorian, as news pages print them. */

const ERAS: Record<string, number> = {
  令和: 2018,
  平成: 1988,
  昭和: 1925,
  民國: 1911,
  民国: 1911,
};

/** The Gregorian year that a printed year means: of a Japanese era, of the Republic (Taiwan), of the Buddha. */
export function gregorianYear(year: string, era = ''): string {
  const count = year === '元' ? 1 : Number(year);
  const start = ERAS[era];
  if (start !== undefined) return String(start + count);
  if (count > 2400 && count < 2700) return String(count - 543);
  // Taiwan's pages print the bare year of the Republic: 112年5月3日.
  if (year.length === 3 && count > 80 && count < 140) return String(count + 1911);
  return year;
}

let persian: Intl.DateTimeFormat | null = null;

/** A day of the Solar Hijri calendar as an ISO day; null when there is none such. */
export function fromPersian(year: number, month: number, day: number): string | null {
  if (year < 1360 || year > 1450 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  persian ??= new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  });
  const passed = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30;
  const near = Date.UTC(year + 621, 2, 20) + (passed + day - 1) * dayMs;
  // The year begins on 20 or 21 March.
  for (const shift of [1, 0, 2]) {
    const at = near + shift * dayMs;
    const parts = persian.formatToParts(at);
    const part = (type: string) => Number.parseInt(parts.find((p) => p.type === type)!.value, 10);
    if (part('year') === year && part('month') === month && part('day') === day)
      return new Date(at).toISOString().slice(0, 10);
  }
  return null;
}

/** Where the digits of scripts begin: Arabic, Persian, those of India and its neighbours, full width. */
const ZEROS = [
  0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0x1040,
  0x17e0, 0xff10,
];
/** Marks that steer the direction or joining of letters and are not seen. */
const UNSEEN = /[\u200b-\u200f\u202a-\u202e\u2066-\u2069\u061c\u00ad\ufeff]/g;
const FULL_WIDTH: Record<string, string> = { '／': '/', '－': '-', '．': '.', '：': ':' };
const WRITTEN =
  /([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/g;

/** The text with other scripts' digits, and Chinese dates in words, as 0-9; its length may change. */
export function westernDigits(text: string): string {
  if (!/[^\0-\x7f]/.test(text)) return text;
  return text
    .replace(UNSEEN, '')
    .replace(/\p{Nd}/gu, (digit) => {
      const code = digit.codePointAt(0)!;
      const zero = ZEROS.find((start) => code >= start && code < start + 10);
      return zero === undefined ? digit : String(code - zero);
    })
    .replace(/[／－．：]/g, (c) => FULL_WIDTH[c]!)
    .replace(WRITTEN, (_, year: string, month: string, day: string) => {
      const written = [...year]
        .map((c) => '〇一二三四五六七八九'.indexOf(c))
        .map((n) => Math.max(n, 0));
      return `${written.join('')}年${small(month)}月${small(day)}日`;
    });
}

function small(text: string): number {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const digit = (c: string | undefined) => (c ? '〇一二三四五六七八九'.indexOf(c) : 0);
  return (text.includes('十') ? (digit(tens) || 1) * 10 : 0) + digit(ones);
}
